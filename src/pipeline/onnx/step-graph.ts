// The names and shapes that every decoder graph shares with `step.ts`: its caches in, its new rows and scores out.
import type { HeadShape } from './attention.ts';
import type { GraphBuilder, Value } from './graph.ts';

interface KeysAndValues {
  readonly keys: Value;
  readonly values: Value;
}

export interface LayerCache {
  /** [P, heads, S, headSize] */
  readonly slots: KeysAndValues;
  /** [P, heads, E, headSize] */
  readonly memory: KeysAndValues;
}

/** Declares one layer's caches and hands out what the newest tokens add to them, [P, B, heads, headSize]. */
export function stepCache(
  { g, shape: { heads, headSize } }: { readonly g: GraphBuilder; readonly shape: HeadShape },
  { index, newKeys, newValues }: { readonly index: number; readonly newKeys: Value; readonly newValues: Value },
): LayerCache {
  const cached = (name: string, length: string) => g.input(`${name}_${index}`, 'float', ['P', heads, length, headSize]);
  g.output(`new_key_${index}`, newKeys, 'float', ['P', 'B', heads, headSize]);
  g.output(`new_value_${index}`, newValues, 'float', ['P', 'B', heads, headSize]);
  return {
    slots: { keys: cached('key', 'S'), values: cached('value', 'S') },
    memory: { keys: cached('memory_key', 'E'), values: cached('memory_value', 'E') },
  };
}

/** Greedy search reads logits, beam search their log-softmax. [P·B, vocabulary] */
export function stepScores(g: GraphBuilder, logits: Value, vocabulary: number): void {
  g.output('logits', logits, 'float', ['R', vocabulary]);
  g.output('logProbabilities', g.op('LogSoftmax', [logits], { axis: -1 }), 'float', ['R', vocabulary]);
}
