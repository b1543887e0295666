// Reads what the reference was recorded to do: `tests/golden/models`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../golden/models');

export const checkpoint = (name: string): string => join(root, 'checkpoints', name);
export const pictureFile = (name: string): string => join(root, 'pictures', name);
/** The caller names the shape of the file. */
export const golden = <T>(name: string): T => JSON.parse(readFileSync(join(root, 'values', name), 'utf8')) as T;

/** Base64 of little-endian float32. */
export function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}
