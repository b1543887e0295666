// Works on many things with only so many begun at a time, taking the next one as soon as there is room.

/**
 * Calls `work` for everything, `most` at a time. The first failure is thrown once all that was begun has ended; nothing
 * new is begun after it.
 */
export async function bounded<T>(
  items: AsyncIterable<T> | Iterable<T>,
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  for await (const item of items) {
    const done = work(item)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => running.delete(done));
    running.add(done);
    if (running.size >= most) await Promise.race(running);
    if (failure) break;
  }
  await Promise.all(running);
  if (failure) throw failure.error;
}
