// Makes, once, a file of int8 weights out of a checkpoint's own, and opens it in the checkpoint's place.
// Matrices that are only multiplied with become bytes; embeddings, norms and biases stay floats.
import { createHash, randomUUID } from 'node:crypto';
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TalesError, throwIfCancelled } from '../../errors.ts';
import { storeFault } from '../../store-fault.ts';
import type { CallOptions } from '../types.ts';
import type { Checkpoint, DenseWeight, Laid } from './checkpoint.ts';
import type { StoredTensor } from './graph.ts';
import type { ByteType } from './protobuf.ts';
import { quantise, turned, unsigned } from './quantise.ts';
import { readExactly, readSafetensors } from './safetensors.ts';

/** To be raised when the file's contents come out differently. */
const VERSION = 1;

export interface Int8Options extends CallOptions {
  /** Where the file is kept. Made if need be. */
  readonly cacheDir: string;
  /** Builds all graphs of the model, and so names every weight they use. */
  readonly build: (checkpoint: Checkpoint) => void;
  /** What this processor adds up exactly, see `saturation.ts`. */
  readonly bytes: ByteType;
}

interface Matrix {
  readonly tensor: StoredTensor;
  readonly laid: Laid | undefined;
  readonly to: number;
  readonly from: number;
}

interface Wanted {
  /** Multiplied with. */
  readonly dense: ReadonlyMap<string, Matrix>;
  /** Everything else. */
  readonly plain: ReadonlyMap<string, StoredTensor>;
  readonly bytes: ByteType;
}

const DTYPES = { int8: 'I8', uint8: 'U8' } as const;

/** A tensor of the new file, and how to come by it. */
interface Part {
  readonly name: string;
  readonly dtype: (typeof DTYPES)[ByteType] | 'F32';
  readonly shape: readonly number[];
}

const valuesOf = (name: string): string => `${name}.int8`;
const scalesOf = (name: string): string => `${name}.scales`;
const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

function wantedBy({ build, bytes }: Int8Options, checkpoint: Checkpoint): Wanted {
  const [dense, plain] = [new Map<string, Matrix>(), new Map<string, StoredTensor>()];
  build({
    ...checkpoint,
    tensor(names, shape) {
      const tensor = checkpoint.tensor(names, shape);
      plain.set(tensor.name, tensor);
      return tensor;
    },
    dense(names, [to, from], laid) {
      const matrix = checkpoint.dense(names, [to, from], laid);
      dense.set(matrix.weight.name, { tensor: matrix.weight, laid: matrix.laid, to, from });
      return matrix;
    },
  });
  return { dense, plain, bytes };
}

/** The tensor's numbers, whichever precision the file holds them in. */
async function readFloats(root: string, { file, offset, length, element }: StoredTensor): Promise<Float32Array> {
  const handle = await open(join(root, file));
  try {
    const bytes = await readExactly(handle, { position: offset, length });
    if (!bytes) throw new TalesError('model-file-damaged', { path: join(root, file), reason: 'cut-short' });
    const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + length);
    if (element === 'float') return new Float32Array(data);
    if (element === 'float16') return Float32Array.from(new Float16Array(data));
    // bfloat16 is the upper half of a float32.
    return new Float32Array(Uint32Array.from(new Uint16Array(data), (half) => half << 16).buffer);
  } finally {
    await handle.close();
  }
}

function partsOf({ dense, plain, bytes }: Wanted): Part[] {
  const matrices = [...dense.values()].flatMap(({ tensor: { name }, to, from }): Part[] => [
    { name: scalesOf(name), dtype: 'F32', shape: [to] },
    { name: valuesOf(name), dtype: DTYPES[bytes], shape: [from, to] },
  ]);
  return [...[...plain.values()].map(({ name, shape }): Part => ({ name, dtype: 'F32', shape })), ...matrices];
}

function headerOf(parts: readonly Part[]): Buffer {
  let end = 0;
  const entries = parts.map(({ name, dtype, shape }) => {
    const from = end;
    end += sizeOf(shape) * (dtype === 'F32' ? 4 : 1);
    return [name, { dtype, shape, data_offsets: [from, end] }] as const;
  });
  const json = JSON.stringify(Object.fromEntries(entries));
  // Padded so that the floats behind it lie on multiples of their size.
  const bytes = Buffer.from(json.padEnd(Math.ceil((8 + Buffer.byteLength(json)) / 64) * 64 - 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([length, bytes]);
}

const bytesOf = (data: Float32Array | Int8Array | Uint8Array): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** One tensor at a time, so that memory holds no more than the largest of them. */
async function writeParts(
  file: FileHandle,
  wanted: Wanted,
  { root, signal }: { root: string } & CallOptions,
): Promise<void> {
  const { dense, plain, bytes } = wanted;
  await file.write(headerOf(partsOf(wanted)));
  for (const tensor of plain.values()) {
    throwIfCancelled(signal);
    await file.write(bytesOf(await readFloats(root, tensor)));
  }
  for (const { tensor, laid, to, from } of dense.values()) {
    throwIfCancelled(signal);
    const floats = await readFloats(root, tensor);
    const { values, scales } = quantise(laid === 'from-to' ? turned(floats, [from, to]) : floats, [to, from]);
    await file.write(bytesOf(scales));
    await file.write(bytesOf(bytes === 'uint8' ? unsigned(values) : values));
  }
}

async function make(path: string, wanted: Wanted, options: { root: string } & CallOptions): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await writeParts(file, wanted, options);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** @throws TalesError `store-unusable` when the file cannot be written. */
async function ensure(
  path: string,
  wanted: Wanted,
  options: { root: string; cacheDir: string } & CallOptions,
): Promise<void> {
  try {
    await mkdir(options.cacheDir, { recursive: true });
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (!there) await make(path, wanted, options);
  } catch (cause) {
    throw storeFault(options.cacheDir, cause);
  }
}

/** The checkpoint with its matrices in int8. The file is made again whenever the weights or the graphs change. */
export async function openInt8(checkpoint: Checkpoint, options: Int8Options): Promise<Checkpoint> {
  const { cacheDir, bytes, signal } = options;
  const wanted = wantedBy(options, checkpoint);
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, checkpoint.files, partsOf(wanted)]))
    .digest('hex');
  const file = `${key.slice(0, 32)}.int8.safetensors`;
  const path = join(cacheDir, file);
  await ensure(path, wanted, { root: checkpoint.root, cacheDir, ...(signal && { signal }) });
  const entries = await readSafetensors(path);
  const stored = (name: string, element: StoredTensor['element']): StoredTensor => {
    const entry = entries.get(name);
    if (!entry) throw new TalesError('model-tensor-missing', { folder: cacheDir, tensor: name, shape: [] });
    return { name, element, shape: entry.shape, file, offset: entry.offset, length: entry.length };
  };
  return {
    ...checkpoint,
    root: cacheDir,
    tensor: (names, shape) => stored(checkpoint.tensor(names, shape).name, 'float'),
    dense: (names, shape, wanted): DenseWeight => {
      const { weight } = checkpoint.dense(names, shape, wanted);
      return { weight: stored(valuesOf(weight.name), bytes), scales: stored(scalesOf(weight.name), 'float') };
    },
  };
}
