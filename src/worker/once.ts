// Makes a thing when it is first wanted, and keeps it. One that could not be made is tried again the next time.

export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    const making =
      made ??
      make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
    made = making;
    return making;
  };
}
