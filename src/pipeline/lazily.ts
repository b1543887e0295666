// Loads something large when it is first asked for, once, and again after a failure; and once for all who ask for the same.

export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * Things under names, each made once in this process. Several configurations may stand for the same checkpoint: what the
 * rules of classrooms leave of one shares its models.
 */
export function oneOfEach<T>(): (name: string, make: () => T) => T {
  const made = new Map<string, T>();
  return (name, make) => {
    const known = made.get(name) ?? make();
    made.set(name, known);
    return known;
  };
}
