// How long the products with a model's weights take by themselves: with these matrices nothing can be faster.
// What is left out (attention, norms, choosing words) is the difference to the times of `ours.ts`.
import { type BlipConfig, readBlipConfig } from '../../../src/pipeline/onnx/blip-config.ts';
import { blipText } from '../../../src/pipeline/onnx/blip-text.ts';
import { blipVision } from '../../../src/pipeline/onnx/blip-vision.ts';
import { type Checkpoint, type DenseWeight, openCheckpoint } from '../../../src/pipeline/onnx/checkpoint.ts';
import { graphBuilder, type Value } from '../../../src/pipeline/onnx/graph.ts';
import { openInt8 } from '../../../src/pipeline/onnx/int8.ts';
import { product } from '../../../src/pipeline/onnx/layers.ts';
import { type Arrays, openSession } from '../../../src/pipeline/onnx/runtime.ts';
import { exactBytes } from '../../../src/pipeline/onnx/saturation.ts';
import { readT5Config, type T5Config } from '../../../src/pipeline/onnx/t5-config.ts';
import { t5Decoder } from '../../../src/pipeline/onnx/t5-decoder.ts';
import { t5Encoder } from '../../../src/pipeline/onnx/t5-encoder.ts';
import { BOOK, type Matrices, type Products } from './work.ts';

type Build = (checkpoint: Checkpoint) => void;

interface Product extends DenseWeight {
  readonly to: number;
  readonly from: number;
}

/** Every weight that the graph multiplies rows with. */
function productsOf(checkpoint: Checkpoint, build: Build): Product[] {
  const found: Product[] = [];
  build({
    ...checkpoint,
    dense: (names, shape) => {
      const dense = checkpoint.dense(names, shape);
      found.push({ ...dense, to: shape[0], from: shape[1] });
      return dense;
    },
  });
  return found;
}

/** Rows of each length that is asked for, times each weight. */
function graphOf(checkpoint: Checkpoint, products: readonly Product[]): Uint8Array {
  const g = graphBuilder('products');
  const inputs = new Map<number, Value>();
  for (const [index, { weight, scales, to, from }] of products.entries()) {
    const rows = inputs.get(from) ?? g.input(`rows_${from}`, 'float', ['R', from]);
    inputs.set(from, rows);
    const dense = { weight, ...(scales && { scales }) };
    g.output(`product_${index}`, product({ g, checkpoint }, rows, { weight: dense, bias: undefined }), 'float', [
      'R',
      to,
    ]);
  }
  return g.finish();
}

const floats = (rows: number, columns: number) => ({
  data: Float32Array.from({ length: rows * columns }, (_, at) => Math.sin(at)),
  shape: [rows, columns],
});

/** The best of several times, for each number of rows. */
async function time(
  checkpoint: Checkpoint,
  build: Build,
  counts: readonly number[],
  threads: number,
): Promise<Products[]> {
  const products = productsOf(checkpoint, build);
  const graph = graphOf(checkpoint, products);
  const session = await openSession({ graph, folder: checkpoint.root, threads });
  const multiplications = products.reduce((sum, { to, from }) => sum + to * from, 0);
  const results: Products[] = [];
  for (const rows of counts) {
    const inputs: Arrays = Object.fromEntries(products.map(({ from }) => [`rows_${from}`, floats(rows, from)]));
    const into: Arrays = Object.fromEntries(products.map(({ to }, index) => [`product_${index}`, floats(rows, to)]));
    let seconds = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 8; round++) {
      const start = performance.now();
      await session.run(inputs, Object.keys(into), into);
      seconds = Math.min(seconds, (performance.now() - start) / 1000);
    }
    results.push({ seconds, operations: 2 * multiplications * rows });
  }
  await session.close();
  return results;
}

interface Folders {
  readonly t5: string;
  readonly blip: string;
  /** Where int8 weights are kept; absent for fp32. */
  readonly cacheDir?: string;
}

const buildsOf = (blip: BlipConfig, t5: T5Config) => ({
  vision: (checkpoint: Checkpoint) => blipVision(blip, checkpoint),
  text: (checkpoint: Checkpoint) => blipText(blip, checkpoint),
  encoder: (checkpoint: Checkpoint) => t5Encoder(t5, checkpoint),
  decoder: (checkpoint: Checkpoint) => t5Decoder(t5, checkpoint),
});

async function openWeights(
  folder: string,
  builds: readonly Build[],
  cacheDir: string | undefined,
): Promise<Checkpoint> {
  const checkpoint = await openCheckpoint(folder);
  if (cacheDir === undefined) return checkpoint;
  const build: Build = (asked) => {
    for (const part of builds) part(asked);
  };
  return openInt8(checkpoint, { cacheDir, build, bytes: await exactBytes() });
}

export async function timeMatrices({ t5, blip, cacheDir }: Folders, threads: number): Promise<Matrices> {
  const config = await readBlipConfig(blip);
  const { vision, text, encoder, decoder } = buildsOf(config, await readT5Config(t5));
  const pictures = await openWeights(blip, [vision, text], cacheDir);
  const stories = await openWeights(t5, [encoder, decoder], cacheDir);
  const positions = (config.vision.imageSize / config.vision.patchSize) ** 2 + 1;
  const [look] = await time(pictures, vision, [positions], threads);
  const [word] = await time(pictures, text, [BOOK.pages], threads);
  const [read] = await time(stories, encoder, [BOOK.inputLength], threads);
  const [step1, step3, step30] = await time(stories, decoder, [1, BOOK.beams, BOOK.beams * BOOK.pages], threads);
  return { look, word, read, step1, step3, step30 } as Matrices;
}
