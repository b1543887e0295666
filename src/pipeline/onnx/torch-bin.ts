// Finds the tensors of a `pytorch_model.bin`: a zip of stored (uncompressed) entries, one of which is an index.
// The index is a pickle, which `pickle.ts` reads as data without running anything.
import { type FileHandle, open } from 'node:fs/promises';
import { TalesError } from '../../errors.ts';
import { type Pickled, readPickle } from './pickle.ts';
import { DTYPE_BYTES, readExactly, type TensorEntries, type TensorEntry } from './safetensors.ts';

/** APPNOTE.TXT 4.3: signatures and fixed sizes of the records. */
const END = { signature: 0x06054b50, size: 22 };
const ZIP64_END = { locator: 0x07064b50, locatorSize: 20, size: 56 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const STORED = 0;
const ZIP64_EXTRA = 1;
const UNKNOWN = 0xffffffff;

interface ZipEntry {
  readonly size: number;
  readonly stored: boolean;
  /** Of the local header, which precedes the bytes. */
  readonly header: number;
}

interface Directory {
  readonly offset: number;
  readonly length: number;
}

async function findDirectory(handle: FileHandle, size: number): Promise<Directory | undefined> {
  const length = Math.min(size, END.size + 65_535);
  const tail = await readExactly(handle, { position: size - length, length });
  if (!tail) return undefined;
  const signature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  const at = tail.lastIndexOf(signature);
  if (at < 0 || at + END.size > tail.length) return undefined;
  const directory = { offset: tail.readUInt32LE(at + 16), length: tail.readUInt32LE(at + 12) };
  if (directory.offset !== UNKNOWN && directory.length !== UNKNOWN) return directory;
  const locator = at - ZIP64_END.locatorSize;
  if (locator < 0 || tail.readUInt32LE(locator) !== ZIP64_END.locator) return undefined;
  const position = Number(tail.readBigUInt64LE(locator + 8));
  const end = await readExactly(handle, { position, length: ZIP64_END.size });
  return end && { length: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
}

/** Sizes and offsets above 4 GB stand in the extra field, in this order, each only where the short field is full. */
function widen(short: readonly number[], extra: Buffer): number[] {
  const long: number[] = [];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_EXTRA) continue;
    for (let field = at + 4; field + 8 <= at + 4 + extra.readUInt16LE(at + 2); field += 8)
      long.push(Number(extra.readBigUInt64LE(field)));
  }
  return short.map((value) => (value === UNKNOWN ? (long.shift() ?? value) : value));
}

function readDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + CENTRAL.size <= bytes.length && bytes.readUInt32LE(at) === CENTRAL.signature; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const names = at + CENTRAL.size;
    const short = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const [size = 0, , header = 0] = widen(short, bytes.subarray(names + name, names + name + extra));
    const stored = bytes.readUInt16LE(at + 10) === STORED;
    entries.set(bytes.toString('utf8', names, names + name), { size, header, stored });
    at = names + name + extra + comment;
  }
  return entries;
}

async function dataOffset(handle: FileHandle, { header }: ZipEntry): Promise<number | undefined> {
  const local = await readExactly(handle, { position: header, length: LOCAL.size });
  if (local?.readUInt32LE(0) !== LOCAL.signature) return undefined;
  return header + LOCAL.size + local.readUInt16LE(26) + local.readUInt16LE(28);
}

const DTYPES: Readonly<Record<string, string>> = {
  DoubleStorage: 'F64',
  FloatStorage: 'F32',
  HalfStorage: 'F16',
  BFloat16Storage: 'BF16',
  LongStorage: 'I64',
  IntStorage: 'I32',
  ShortStorage: 'I16',
  CharStorage: 'I8',
  ByteStorage: 'U8',
  BoolStorage: 'BOOL',
};

interface TensorView {
  readonly key: string;
  readonly dtype: string;
  /** In elements of the storage. */
  readonly start: number;
  readonly shape: readonly number[];
}

/** `_rebuild_tensor_v2(('storage', type, key, device, count), offset, size, stride, …)`, if it is laid out in rows. */
function tensorView(value: Pickled): TensorView | undefined {
  if (typeof value !== 'object' || value === null || !('call' in value)) return undefined;
  if (value.call === 'torch._utils._rebuild_parameter') return tensorView(value.args[0] as Pickled);
  if (value.call !== 'torch._utils._rebuild_tensor_v2') return undefined;
  const [storage, start, shape, strides] = value.args as [{ persistent: Pickled[] }, number, number[], number[]];
  const [, type, key] = storage.persistent as [string, { global: string }, string];
  const dtype = DTYPES[type.global.replace(/^torch\./, '')];
  const contiguous = shape.every(
    (side, axis) =>
      side === 1 || strides[axis] === shape.slice(axis + 1).reduce((product, inner) => product * inner, 1),
  );
  return dtype && contiguous ? { key, dtype, start, shape } : undefined;
}

/** @throws TalesError `model-file-damaged` for anything but a complete state dict in torch's zip format. */
export async function readTorchBin(path: string): Promise<TensorEntries> {
  const damaged: Damaged = (reason, why) =>
    new TalesError('model-file-damaged', { path, reason }, { cause: typeof why === 'string' ? new Error(why) : why });
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const place = await findDirectory(handle, size);
    const bytes = place && (await readExactly(handle, { position: place.offset, length: place.length }));
    if (!bytes) throw damaged('weights', 'not a zip of tensors (torch 1.6 or newer writes one), or cut short');
    const zip = readDirectory(bytes);
    const index = [...zip.keys()].find((name) => name.endsWith('/data.pkl'));
    const indexEntry = index === undefined ? undefined : zip.get(index);
    const indexAt = indexEntry && (await dataOffset(handle, indexEntry));
    const pickle =
      indexEntry &&
      indexAt !== undefined &&
      (await readExactly(handle, { position: indexAt, length: indexEntry.size }));
    if (!index || !pickle) throw damaged('weights', 'it has no index of tensors');
    const views = new Map([...stateDict(pickle, damaged)].map(([name, value]) => [name, tensorView(value)] as const));
    return await locate(views, { handle, zip, folder: index.slice(0, -'data.pkl'.length), damaged });
  } finally {
    await handle.close();
  }
}

type Damaged = (reason: 'weights' | 'cut-short' | 'strange', why: unknown) => TalesError;

function stateDict(pickle: Buffer, damaged: Damaged): ReadonlyMap<string, Pickled> {
  try {
    const value = readPickle(pickle);
    if (value instanceof Map) return value as ReadonlyMap<string, Pickled>;
  } catch (cause) {
    throw damaged('strange', cause);
  }
  throw damaged('strange', 'its index is not a table of tensors');
}

interface Archive {
  readonly handle: FileHandle;
  readonly zip: ReadonlyMap<string, ZipEntry>;
  readonly folder: string;
  readonly damaged: Damaged;
}

async function locate(views: ReadonlyMap<string, TensorView | undefined>, { handle, zip, folder, damaged }: Archive) {
  const entries = new Map<string, TensorEntry>();
  for (const [name, view] of views) {
    if (!view) continue; // not a tensor, or one stored in columns: missed by name when a graph asks for it
    const { key, dtype, start, shape } = view;
    const entry = zip.get(`${folder}data/${key}`);
    const at = entry?.stored ? await dataOffset(handle, entry) : undefined;
    const width = DTYPE_BYTES[dtype] ?? 0;
    const length = shape.reduce((product, side) => product * side, width);
    if (!entry || at === undefined || start * width + length > entry.size)
      throw damaged('cut-short', `the bytes of ${name} are not in it`);
    entries.set(name, { dtype, shape, offset: at + start * width, length });
  }
  return entries;
}
