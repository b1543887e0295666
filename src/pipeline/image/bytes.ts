// Reading numbers and letters out of untrusted bytes: past the end there is nothing, never an exception.

/** The byte at `at`, or -1 past the end. */
export const u8 = (bytes: Uint8Array, at: number): number => bytes[at] ?? -1;

/** Big-endian number of `length` bytes (1 to 6), or -1 where the bytes end before it does. */
export function big(bytes: Uint8Array, at: number, length: number): number {
  if (at < 0 || at + length > bytes.length) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + u8(bytes, at + i);
  return value;
}

/** Little-endian number of `length` bytes (1 to 6), or -1 where the bytes end before it does. */
export function little(bytes: Uint8Array, at: number, length: number): number {
  if (at < 0 || at + length > bytes.length) return -1;
  let value = 0;
  for (let i = length - 1; i >= 0; i--) value = value * 256 + u8(bytes, at + i);
  return value;
}

/** `length` bytes as Latin-1 letters; fewer where the bytes end. */
export const latin = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Whether `letters` stand at `at`. */
export const has = (bytes: Uint8Array, at: number, letters: string): boolean =>
  latin(bytes, at, letters.length) === letters;
