// What changes the scores of the next token before one is chosen, in transformers' order and arithmetic (float32):
// repetition penalty, no-repeat-ngram, minimal length. Each works in place on one beam's row of scores.

export interface ProcessorOptions {
  readonly repetitionPenalty: number;
  readonly noRepeatNgramSize: number;
  readonly minLength: number;
  readonly endIds: readonly number[];
}

const f = Math.fround;

/** A token used before: a score below 0 times the penalty, else divided by it. Each token once, however often used. */
function penalise(row: Float32Array, tokens: readonly number[], penalty: number): void {
  for (const token of new Set(tokens)) {
    const score = row[token] ?? 0;
    row[token] = score < 0 ? f(score * f(penalty)) : f(score / f(penalty));
  }
}

/** Bans every token that would repeat a run of `size` tokens. */
function banRepeats(row: Float32Array, tokens: readonly number[], size: number): void {
  if (tokens.length + 1 < size) return;
  const start = tokens.length - (size - 1);
  for (let at = 0; at + size <= tokens.length; at++) {
    let same = 0;
    while (same < size - 1 && tokens[at + same] === tokens[start + same]) same++;
    if (same === size - 1) row[tokens[at + same] as number] = -Infinity;
  }
}

/** @param tokens all of the beam so far, the start token or the prompt included */
export function processScores(row: Float32Array, tokens: readonly number[], options: ProcessorOptions): void {
  if (options.repetitionPenalty !== 1) penalise(row, tokens, options.repetitionPenalty);
  if (options.noRepeatNgramSize > 0) banRepeats(row, tokens, options.noRepeatNgramSize);
  if (tokens.length < options.minLength) for (const end of options.endIds) row[end] = -Infinity;
}
