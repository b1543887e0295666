// The names and shapes that every decoder graph shares with `step.ts`: its caches in, its new rows and scores out.
import type { HeadShape } from './attention.ts';
import type { GraphBuilder, Value } from './graph.ts';

export interface KeysAndValues {
  readonly keys: Value;
  readonly values: Value;
}

/**
 * Declares one layer's cache, [P, heads, S, headSize], and hands out what the newest tokens add to it,
 * [P, B, heads, headSize].
 */
export function stepCache(
  { g, shape: { heads, headSize } }: { readonly g: GraphBuilder; readonly shape: HeadShape },
  { index, newKeys, newValues }: { readonly index: number; readonly newKeys: Value; readonly newValues: Value },
): KeysAndValues {
  const cached = (name: string) => g.input(`${name}_${index}`, 'float', ['P', heads, 'S', headSize]);
  g.output(`new_key_${index}`, newKeys, 'float', ['P', 'B', heads, headSize]);
  g.output(`new_value_${index}`, newValues, 'float', ['P', 'B', heads, headSize]);
  return { keys: cached('key'), values: cached('value') };
}

/** Greedy search reads logits, beam search their log-softmax. [P·B, vocabulary] */
export function stepScores(g: GraphBuilder, logits: Value, vocabulary: number): void {
  g.output('logits', logits, 'float', ['R', vocabulary]);
  g.output('logProbabilities', g.op('LogSoftmax', [logits], { axis: -1 }), 'float', ['R', vocabulary]);
}
