// Reads the header of a safetensors file: which tensors it holds and where their bytes lie.
// Format: u64 little-endian header length, JSON header, raw little-endian tensors. The bytes themselves are never read.
import { type FileHandle, open } from 'node:fs/promises';
import { TalesError } from '../../errors.ts';
import { parseJson } from './folder.ts';

/** A tensor in a weights file. `dtype` as safetensors spells it: F32, F16, BF16, I64, … */
export interface TensorEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** From the start of the file, in bytes. */
  readonly offset: number;
  readonly length: number;
}
export type TensorEntries = ReadonlyMap<string, TensorEntry>;

/** The format's own limit for its header. */
const MAX_HEADER = 100_000_000;
export const DTYPE_BYTES: Readonly<Record<string, number>> = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
};

export async function readExactly(handle: FileHandle, { position, length }: { position: number; length: number }) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return bytesRead === length ? buffer : undefined;
}

interface RawEntry {
  readonly dtype?: unknown;
  readonly shape?: unknown;
  readonly data_offsets?: unknown;
}

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);

/** @returns undefined where the entry contradicts itself or the file's size. */
function entry(raw: RawEntry, { start, size }: { start: number; size: number }): TensorEntry | undefined {
  const { dtype, shape, data_offsets: range } = raw;
  if (typeof dtype !== 'string' || !isSizes(shape) || !isSizes(range) || range.length !== 2) return undefined;
  const [from = 0, to = 0] = range;
  const width = DTYPE_BYTES[dtype];
  if (to < from || start + to > size) return undefined;
  if (width !== undefined && shape.reduce((product, side) => product * side, width) !== to - from) return undefined;
  return { dtype, shape, offset: start + from, length: to - from };
}

/** @throws TalesError `model-file-damaged` for anything that is not a complete safetensors file. */
export async function readSafetensors(path: string): Promise<TensorEntries> {
  const damaged = (reason: 'weights' | 'cut-short', why: string) =>
    new TalesError('model-file-damaged', { path, reason }, { cause: new Error(why) });
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const prefix = await readExactly(handle, { position: 0, length: 8 });
    const length = prefix ? Number(prefix.readBigUInt64LE()) : 0;
    if (!prefix || length < 2 || length > MAX_HEADER || 8 + length > size)
      throw damaged('weights', 'no safetensors header');
    const header = await readExactly(handle, { position: 8, length });
    const json = parseJson((header ?? Buffer.alloc(0)).toString('utf8'), path);
    if (typeof json !== 'object' || json === null) throw damaged('weights', 'the header is not an object');
    const entries = new Map<string, TensorEntry>();
    for (const [name, raw] of Object.entries(json as Record<string, RawEntry>)) {
      if (name === '__metadata__') continue;
      const found = entry(raw, { start: 8 + length, size });
      if (!found) throw damaged('cut-short', `the entry of ${name} does not fit the file`);
      entries.set(name, found);
    }
    return entries;
  } finally {
    await handle.close();
  }
}
