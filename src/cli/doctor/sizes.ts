// Sizes and durations as the doctor says them.

export const gibibytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;

export const sizeOf = (bytes: number): string =>
  bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : gibibytes(bytes);

/** @param milliseconds a duration. */
export const secondsOf = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
