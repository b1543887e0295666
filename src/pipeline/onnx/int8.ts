// Makes, once, a file of int8 weights out of a checkpoint's own, and opens it in the checkpoint's place.
// Matrices that are only multiplied with become bytes; embeddings, norms and biases stay floats.
import { createHash, randomUUID } from 'node:crypto';
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TalesError, throwIfCancelled } from '../../errors.ts';
import { storeFault } from '../../store-fault.ts';
import type { CallOptions } from '../types.ts';
import type { Checkpoint, DenseWeight } from './checkpoint.ts';
import type { StoredTensor } from './graph.ts';
import type { ByteType } from './protobuf.ts';
import { quantise, unsigned } from './quantise.ts';
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

interface Wanted {
  /** Multiplied with, [to, from]. */
  readonly dense: ReadonlyMap<string, StoredTensor>;
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
  const [dense, plain] = [new Map<string, StoredTensor>(), new Map<string, StoredTensor>()];
  const noting = (into: Map<string, StoredTensor>, tensor: StoredTensor): StoredTensor => {
    into.set(tensor.name, tensor);
    return tensor;
  };
  build({
    ...checkpoint,
    tensor: (names, shape) => noting(plain, checkpoint.tensor(names, shape)),
    dense: (names, shape) => ({ weight: noting(dense, checkpoint.dense(names, shape).weight) }),
  });
  return { dense, plain, bytes };
}

/** The tensor's numbers, whichever precision the file holds them in. */
async function readFloats(root: string, { file, offset, length, element }: StoredTensor): Promise<Float32Array> {
  const handle = await open(join(root, file));
  try {
    const bytes = await readExactly(handle, { position: offset, length });
    if (!bytes) throw new TalesError('model-file-damaged', { path: join(root, file), reason: 'it ends too early' });
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
  const matrices = [...dense.values()].flatMap(({ name, shape }): Part[] => [
    { name: scalesOf(name), dtype: 'F32', shape: shape.slice(0, 1) },
    { name: valuesOf(name), dtype: DTYPES[bytes], shape: shape.toReversed() },
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
  for (const tensor of dense.values()) {
    throwIfCancelled(signal);
    const [to = 0, from = 0] = tensor.shape;
    const { values, scales } = quantise(await readFloats(root, tensor), [to, from]);
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
    dense: (names, shape): DenseWeight => {
      const { name } = checkpoint.dense(names, shape).weight;
      return { weight: stored(valuesOf(name), bytes), scales: stored(scalesOf(name), 'float') };
    },
  };
}
