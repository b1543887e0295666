// Opens the weights of a checkpoint folder, whichever way they are stored, as tensors that a graph refers to in place.
// The formats themselves are read by `safetensors.ts` and `torch-bin.ts`; nothing is copied or converted.
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import { readJson } from './folder.ts';
import type { StoredTensor } from './graph.ts';
import { readSafetensors, type TensorEntries } from './safetensors.ts';
import { readTorchBin } from './torch-bin.ts';

/** What tells one state of a weights file from another. */
export interface WeightsStamp {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** How a matrix lies in its file: [to, from] as torch's linear layers have it, or [from, to] as GPT2's do. */
export type Laid = 'to-from' | 'from-to';

/** The matrix of a product x · Wᵀ. */
export interface DenseWeight {
  /** float: as `laid` says. int8: [from, to], to be multiplied by `scales`. */
  readonly weight: StoredTensor;
  /** Default `to-from`. */
  readonly laid?: Laid;
  /** [to] */
  readonly scales?: StoredTensor;
}

export interface Checkpoint {
  /** As it was named by the user. */
  readonly folder: string;
  /** The folder that `StoredTensor.file` is relative to: where the weights really lie, behind any links. */
  readonly root: string;
  readonly files: readonly WeightsStamp[];
  has(name: string): boolean;
  /**
   * The first of these names that the checkpoint holds.
   * @throws TalesError `model-tensor-missing`, or `model-tensor-unusable` when its shape or type is not the expected one.
   */
  tensor(names: string | readonly string[], shape: readonly number[]): StoredTensor;
  /** The same for a matrix that is only ever multiplied with, and may therefore be stored otherwise. */
  dense(names: string | readonly string[], shape: readonly [to: number, from: number], laid?: Laid): DenseWeight;
}

const ELEMENTS: Readonly<Record<string, StoredTensor['element']>> = { F32: 'float', F16: 'float16', BF16: 'bfloat16' };

const indexSchema = z.object({ weight_map: z.record(z.string(), z.string()) });

/** In the order of preference: what transformers itself would load first. */
const LAYOUTS = [
  { file: 'model.safetensors', read: readSafetensors, sharded: false },
  { file: 'model.safetensors.index.json', read: readSafetensors, sharded: true },
  { file: 'pytorch_model.bin', read: readTorchBin, sharded: false },
  { file: 'pytorch_model.bin.index.json', read: readTorchBin, sharded: true },
] as const;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

interface WeightsFile extends WeightsStamp {
  readonly entries: TensorEntries;
}

async function findLayout(folder: string): Promise<(typeof LAYOUTS)[number]> {
  for (const layout of LAYOUTS) if (await exists(join(folder, layout.file))) return layout;
  throw new TalesError('model-file-missing', { folder, files: LAYOUTS.map(({ file }) => file) });
}

async function readFiles(folder: string): Promise<readonly WeightsFile[]> {
  const { file, read, sharded } = await findLayout(folder);
  const names = sharded
    ? [...new Set(Object.values((await readJson({ folder, file, schema: indexSchema })).weight_map))]
    : [file];
  const files: WeightsFile[] = [];
  for (const name of names) {
    if (!(await exists(join(folder, name)))) throw new TalesError('model-file-missing', { folder, files: [name] });
    // onnxruntime refuses weights that leave the folder through a link, and the hub's cache is made of links.
    const path = await realpath(join(folder, name));
    const { size, mtimeMs: modified } = await stat(path);
    files.push({ path, size, modified, entries: await read(path) });
  }
  return files;
}

/** The deepest folder that holds all the files. */
function commonFolder(paths: readonly string[]): string {
  const inside = (folder: string): boolean =>
    paths.every((path) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
  let folder = dirname(paths[0] ?? sep);
  while (!inside(folder)) folder = dirname(folder);
  return folder;
}

export async function openCheckpoint(folder: string): Promise<Checkpoint> {
  const files = await readFiles(folder);
  const root = commonFolder(files.map(({ path }) => path));
  const holder = new Map(files.flatMap((file) => [...file.entries.keys()].map((name) => [name, file] as const)));

  const tensor: Checkpoint['tensor'] = (names, shape) => {
    const wanted = typeof names === 'string' ? [names] : names;
    const name = wanted.find((candidate) => holder.has(candidate));
    const file = name === undefined ? undefined : holder.get(name);
    const entry = name === undefined ? undefined : file?.entries.get(name);
    if (name === undefined || !file || !entry)
      throw new TalesError('model-tensor-missing', { folder, tensor: wanted.join(' / '), shape });
    const element = ELEMENTS[entry.dtype];
    if (!element || entry.shape.join() !== shape.join()) {
      const found = `${entry.dtype} [${entry.shape.join(', ')}]`;
      throw new TalesError('model-tensor-unusable', { folder, tensor: name, found, expected: `[${shape.join(', ')}]` });
    }
    return { name, element, shape, file: relative(root, file.path), offset: entry.offset, length: entry.length };
  };
  return {
    folder,
    root,
    files: files.map(({ path, size, modified }) => ({ path, size, modified })),
    has: (name) => holder.has(name),
    tensor,
    dense: (names, [to, from], laid = 'to-from') => ({
      weight: tensor(names, laid === 'to-from' ? [to, from] : [from, to]),
      laid,
    }),
  };
}
