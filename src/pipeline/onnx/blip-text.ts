// One step of BLIP's text decoder (a BERT with cross-attention) as an ONNX graph, for the newest tokens of all
// pictures' beams. Norms come after each part. Inputs and outputs are those of `StepArrays`.
import { attendSlots, fold, type HeadShape, headsFirst, unfold } from './attention.ts';
import type { BlipConfig } from './blip-config.ts';
import type { Checkpoint } from './checkpoint.ts';
import { graphBuilder, type Value } from './graph.ts';
import { activate, HIDDEN, layerNorm, linear, logits, type Making } from './layers.ts';
import { stepCache, stepScores } from './step-graph.ts';

interface TextMaking extends Making {
  readonly config: BlipConfig;
  readonly shape: HeadShape;
  /** Which slots are a beam's own. [P, 1, B, S] */
  readonly slots: Value;
  /** The rows of the pictures. [P, 1, E, vision width] */
  readonly memory: Value;
  /** [P, 1, 1, E] */
  readonly memoryMask: Value;
}

const WORDS = 'text_decoder.bert.embeddings.word_embeddings.weight';

function norm(making: TextMaking, rows: Value, name: string): Value {
  return layerNorm(making, rows, { name, width: making.config.text.width, epsilon: making.config.text.epsilon });
}

/** Words and their places. [P·B, width] */
function embed(making: TextMaking, tokens: Value): Value {
  const { g, checkpoint, config } = making;
  const { vocabulary, width, maxPositions } = config.text;
  const words = g.op('Gather', [g.weight(checkpoint.tensor(WORDS, [vocabulary, width])), tokens]);
  const places = checkpoint.tensor('text_decoder.bert.embeddings.position_embeddings.weight', [maxPositions, width]);
  const place = g.op('Gather', [g.weight(places), g.input('positions', 'int32', ['P'])]);
  const placed = g.op('Add', [words, g.op('Unsqueeze', [place, g.ints([1])])]);
  const rows = g.op('Reshape', [placed, g.ints([-1, width])]);
  return norm(making, rows, 'text_decoder.bert.embeddings.LayerNorm');
}

/** [P·B, width] → [P, B, heads, headSize] */
function project(making: TextMaking, rows: Value, name: string): Value {
  const { width } = making.config.text;
  return unfold(making.g, linear(making, rows, { name, from: width, to: width }), making.shape);
}

/** Queries scaled by 1/√headSize. [P, heads, B, headSize] */
const ask = (making: TextMaking, rows: Value, name: string): Value =>
  making.g.op('Mul', [
    headsFirst(making.g, project(making, rows, name)),
    making.g.floats([making.config.text.headSize ** -0.5]),
  ]);

/** A part's output: projected, added to what went in, normed. */
function close(making: TextMaking, rows: Value, { found, name }: { found: Value; name: string }, from: number): Value {
  const { width } = making.config.text;
  const added = making.g.op('Add', [linear(making, found, { name: `${name}.dense`, from, to: width }), rows]);
  return norm(making, added, `${name}.LayerNorm`);
}

/** A projection's weights, head by head. [heads, headSize, vision width] */
function weightsByHead({ g, checkpoint, config: { text, vision } }: TextMaking, name: string): Value {
  const stored = checkpoint.tensor(`${name}.weight`, [text.width, vision.width]);
  return g.weight({ ...stored, shape: [text.heads, text.headSize, vision.width] });
}

/**
 * Cross-attention without keys and values: q·(K·x) is (q·K)·x, and a sum of values V·x is V times the sum, so that the
 * queries are brought to the picture's rows and not the rows to each layer. What the keys' bias adds is the same for all
 * rows, and shares do not change by it. Queries [P, heads, B, headSize] → [P·B, heads·headSize]
 */
function attendRows(making: TextMaking, queries: Value, name: string): Value {
  const { g, checkpoint, config, memory, shape } = making;
  const { heads, headSize } = config.text;
  const across = config.vision.width;
  // [heads, P·B, …]: a product for each head.
  const byHead = g.op('Reshape', [g.op('Transpose', [queries], { perm: [1, 0, 2, 3] }), g.ints([heads, -1, headSize])]);
  const aimed = g.op('Transpose', [g.op('MatMul', [byHead, weightsByHead(making, `${name}.key`)])], {
    perm: [1, 0, 2],
  });
  // [P, 1, B·heads, …]: a product for each picture. Its rows stand first, since that side is read without a copy.
  const page = g.op('Concat', [g.op('Slice', [shape.outer, g.ints([0]), g.ints([1])]), g.ints([1, -1, across])], {
    axis: 0,
  });
  const asked = g.op('Transpose', [g.op('Reshape', [aimed, page])], { perm: [0, 1, 3, 2] });
  const scores = g.op('Transpose', [g.op('MatMul', [memory, asked])], { perm: [0, 1, 3, 2] });
  const shares = g.op('Softmax', [g.op('Add', [scores, making.memoryMask])], { axis: -1 });
  const sums = g.op('Reshape', [g.op('MatMul', [shares, memory]), g.ints([-1, heads, across])]);
  const turned = g.op('Transpose', [sums], { perm: [1, 2, 0] });
  const values = g.op('MatMul', [weightsByHead(making, `${name}.value`), turned]);
  const rows = g.op('Reshape', [g.op('Transpose', [values], { perm: [2, 0, 1] }), g.ints([-1, heads * headSize])]);
  return g.op('Add', [rows, g.weight(checkpoint.tensor(`${name}.value.bias`, [config.text.width]))]);
}

function textLayer(making: TextMaking, rows: Value, index: number): Value {
  const { g, config, shape } = making;
  const { width, hidden, activation } = config.text;
  const layer = `text_decoder.bert.encoder.layer.${index}`;
  const [self, cross] = [`${layer}.attention`, `${layer}.crossattention`];
  const newKeys = project(making, rows, `${self}.self.key`);
  const newValues = project(making, rows, `${self}.self.value`);
  const cache = stepCache(making, { index, newKeys, newValues });
  const own = { newKeys: headsFirst(g, newKeys), newValues: headsFirst(g, newValues) };
  const queries = ask(making, rows, `${self}.self.query`);
  const attended = attendSlots(g, { queries, ...cache, ...own, biases: [making.slots] });
  const told = close(making, rows, { found: fold(g, attended, shape), name: `${self}.output` }, width);
  const asked = ask(making, told, `${cross}.self.query`);
  const seen = attendRows(making, asked, `${cross}.self`);
  const shown = close(making, told, { found: seen, name: `${cross}.output` }, width);
  const inner = linear(making, shown, { name: `${layer}.intermediate.dense`, from: width, to: hidden });
  return close(making, shown, { found: activate(g, inner, activation), name: `${layer}.output` }, hidden);
}

function scores(making: TextMaking, rows: Value): Value {
  const { g, checkpoint, config } = making;
  const { width, vocabulary, activation } = config.text;
  const name = 'text_decoder.cls.predictions';
  const dense = linear(making, rows, { name: `${name}.transform.dense`, from: width, to: width });
  const transformed = norm(making, activate(g, dense, activation), `${name}.transform.LayerNorm`);
  const names = [`${name}.decoder.weight`, WORDS];
  const weight = checkpoint.dense(names, [vocabulary, width]);
  const table = checkpoint.tensor(names, [vocabulary, width]);
  const bias = g.weight(checkpoint.tensor([`${name}.decoder.bias`, `${name}.bias`], [vocabulary]));
  return logits(making, transformed, { weight, table, bias });
}

export function blipText(config: BlipConfig, checkpoint: Checkpoint): Uint8Array {
  const { heads, headSize, layers, vocabulary } = config.text;
  const g = graphBuilder('blip-text');
  const tokens = g.input('tokens', 'int32', ['P', 'B']);
  const buckets = g.input('slots', 'int32', ['P', 'B', 'S']);
  const bias = g.op('Gather', [g.floats([0, HIDDEN]), buckets]);
  const making: TextMaking = {
    g,
    config,
    checkpoint,
    shape: { heads, headSize, outer: g.op('Shape', [tokens]) },
    slots: g.op('Unsqueeze', [bias, g.ints([1])]),
    memory: g.input('memory_0', 'float', ['P', 1, 'E', config.vision.width]),
    memoryMask: g.input('memory_mask', 'float', ['P', 1, 1, 'E']),
  };
  let rows = embed(making, tokens);
  for (let index = 0; index < layers; index++) rows = textLayer(making, rows, index);
  stepScores(g, scores(making, rows), vocabulary);
  return g.finish();
}
