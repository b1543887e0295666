// BERT's encoder as an ONNX graph, up to the layer that is asked for: rows of tokens that see each other in both
// directions. Norms come after each part. The pooler and what stands on it are left out.
import { attend, fold, type HeadShape, headsFirst, unfold } from './attention.ts';
import type { BertConfig } from './bert-config.ts';
import type { Checkpoint } from './checkpoint.ts';
import { graphBuilder, type Value } from './graph.ts';
import { activate, type Making } from './layers.ts';

interface BertMaking extends Making {
  readonly config: BertConfig;
  readonly shape: HeadShape;
  /** Added to scores: 0 where a token is seen. [P, 1, 1, L] */
  readonly mask: Value;
}

/** Alone, or below the name that models built on BERT give it. */
const spelled = (name: string): readonly string[] => [name, `bert.${name}`];

function linear(making: BertMaking, x: Value, { name, from, to }: { name: string; from: number; to: number }): Value {
  const { g, checkpoint } = making;
  const bias = g.weight(checkpoint.tensor(spelled(`${name}.bias`), [to]));
  return g.op('Gemm', [x, g.weight(checkpoint.tensor(spelled(`${name}.weight`), [to, from])), bias], { transB: 1 });
}

/** Checkpoints that were once TensorFlow's call the scale gamma and the shift beta. */
function norm({ g, checkpoint, config: { width, epsilon } }: BertMaking, x: Value, name: string): Value {
  const part = (...names: readonly string[]): Value =>
    g.weight(
      checkpoint.tensor(
        names.flatMap((each) => spelled(`${name}.${each}`)),
        [width],
      ),
    );
  const [scale, shift] = [part('weight', 'gamma'), part('bias', 'beta')];
  return g.op('LayerNormalization', [x, scale, shift], { axis: -1, epsilon: { float: epsilon } });
}

/** Words, their places, and the one kind of text there is. [P, L] → [P·L, width] */
function embed(making: BertMaking, tokens: Value): Value {
  const { g, checkpoint, config } = making;
  const { vocabulary, width, maxPositions, types } = config;
  const table = (kind: string, rows: number): Value =>
    g.weight(checkpoint.tensor(spelled(`embeddings.${kind}_embeddings.weight`), [rows, width]));
  const words = g.op('Gather', [table('word', vocabulary), tokens]);
  const places = g.op('Gather', [table('position', maxPositions), g.input('positions', 'int32', ['L'])]);
  const kind = g.op('Gather', [table('token_type', types), g.ints([0])]);
  const placed = g.op('Add', [words, g.op('Add', [places, kind])]);
  return norm(making, g.op('Reshape', [placed, g.ints([-1, width])]), 'embeddings.LayerNorm');
}

function attention(making: BertMaking, rows: Value, layer: string): Value {
  const { g, config, shape, mask } = making;
  const { width, heads, headSize } = config;
  const part = (kind: string): Value => {
    const named = { name: `${layer}.attention.self.${kind}`, from: width, to: heads * headSize };
    return headsFirst(g, unfold(g, linear(making, rows, named), shape));
  };
  const queries = g.op('Mul', [part('query'), g.floats([headSize ** -0.5])]);
  const found = attend(g, { queries, keys: part('key'), values: part('value'), biases: [mask] });
  return fold(g, found, shape);
}

function bertLayer(making: BertMaking, rows: Value, index: number): Value {
  const { g, config } = making;
  const { width, hidden, heads, headSize, activation } = config;
  const layer = `encoder.layer.${index}`;
  const close = (found: Value, name: string, from: number, to: Value): Value => {
    const added = g.op('Add', [linear(making, found, { name: `${name}.dense`, from, to: width }), to]);
    return norm(making, added, `${name}.LayerNorm`);
  };
  const seen = close(attention(making, rows, layer), `${layer}.attention.output`, heads * headSize, rows);
  const inner = linear(making, seen, { name: `${layer}.intermediate.dense`, from: width, to: hidden });
  return close(activate(g, inner, activation), `${layer}.output`, hidden, seen);
}

/**
 * Inputs `tokens` [P, L], `positions` [L], `mask` [P, 1, 1, L]; output `rows` [P, L, width].
 * @param layers how many of the checkpoint's.
 */
export function bertEncoder(config: BertConfig, checkpoint: Checkpoint, layers: number): Uint8Array {
  const g = graphBuilder('bert-encoder');
  const tokens = g.input('tokens', 'int32', ['P', 'L']);
  const outer = g.op('Shape', [tokens]);
  const shape = { heads: config.heads, headSize: config.headSize, outer };
  const mask = g.input('mask', 'float', ['P', 1, 1, 'L']);
  const making: BertMaking = { g, config, checkpoint, shape, mask };
  let rows = embed(making, tokens);
  for (let index = 0; index < layers; index += 1) rows = bertLayer(making, rows, index);
  const whole = g.op('Concat', [outer, g.ints([config.width])], { axis: 0 });
  g.output('rows', g.op('Reshape', [rows, whole]), 'float', ['P', 'L', config.width]);
  return g.finish();
}
