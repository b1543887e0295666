// One page's search for its sequence, a step at a time: beam search and greedy exactly as transformers does them.
// Pure bookkeeping: scores come in as numbers, out go the beams that live on. Section letters refer to
// `GenerationMixin._beam_search`.
import { type ProcessorOptions, processScores } from './processors.ts';
import { bestCandidates, type Candidate, greatest } from './top.ts';
import type { GeneratedSequence, GenerationOptions } from './types.ts';

export interface Search {
  readonly beams: number;
  /** Each beam's tokens so far, the start token or the prompt included; all of one length. */
  readonly running: readonly (readonly number[])[];
  readonly done: boolean;
  /**
   * Chooses the next tokens from scores [beams, vocabulary], which it may change.
   * @returns for each beam of the next step, which beam it continues
   */
  advance(scores: Float32Array): readonly number[];
  /** Once done. */
  result(): GeneratedSequence;
}

export interface SearchOptions extends Required<GenerationOptions> {
  readonly startId: number;
  /** What the sequence begins with. Absent: the start id alone. */
  readonly prompt?: readonly number[];
  readonly endIds: readonly number[];
  readonly vocabulary: number;
}

const f = Math.fround;
/** Larger than any score: transformers adds it instead of leaving a candidate out. */
const OUT = -1e9;

const processorOptions = (options: SearchOptions): ProcessorOptions => options;
const beginning = ({ prompt, startId }: SearchOptions): readonly number[] => prompt ?? [startId];

function process(scores: Float32Array, running: readonly (readonly number[])[], options: SearchOptions): void {
  const { vocabulary } = options;
  for (const [beam, tokens] of running.entries())
    processScores(scores.subarray(beam * vocabulary, (beam + 1) * vocabulary), tokens, processorOptions(options));
}

export function greedySearch(options: SearchOptions): Search {
  const before = beginning(options);
  const tokens = [...before];
  let done = tokens.length >= options.maxLength;
  return {
    beams: 1,
    running: [tokens],
    get done() {
      return done;
    },
    advance(scores) {
      process(scores, [tokens], options);
      const token =
        bestCandidates({ rows: scores, vocabulary: options.vocabulary, running: [0] }, 1)[0]?.token ?? options.startId;
      tokens.push(token);
      done = options.endIds.includes(token) || tokens.length >= options.maxLength;
      return [0];
    },
    result: () => ({ tokenIds: tokens.slice(before.length), score: 0 }),
  };
}

interface Finished {
  readonly tokens: readonly number[];
  readonly score: number;
  readonly finished: boolean;
}

interface Continuation extends Candidate {
  readonly tokens: readonly number[];
  /** It ended here, by an end id or by its length. */
  readonly ends: boolean;
}

export function beamSearch(options: SearchOptions): Search {
  const { numBeams, maxLength, lengthPenalty, earlyStopping, endIds, vocabulary } = options;
  const before = beginning(options);
  const keep = Math.max(2, 1 + endIds.length) * numBeams;
  let running: readonly (readonly number[])[] = Array.from({ length: numBeams }, () => before);
  let runningScores: readonly number[] = running.map((_, beam) => (beam === 0 ? 0 : OUT));
  let finished: readonly Finished[] = running.map((tokens) => ({ tokens, score: OUT, finished: false }));
  let improvable = true;
  let done = maxLength <= before.length;

  const full = (): boolean => finished.every((entry) => entry.finished);

  /** f. The first `numBeams` continuations that end may push out the worst finished sequences. */
  function finish(continuations: readonly Continuation[]): void {
    const divisor = f(((running[0]?.length ?? 0) + 1 - before.length) ** lengthPenalty);
    const closed = (earlyStopping === true && full() ? OUT : 0) + 0;
    const candidates = continuations.map(({ tokens, score, ends }, place): Finished => {
      const enters = ends && place < numBeams;
      const penalised = f(f(f(f(score / divisor) + closed) + (improvable ? 0 : OUT)) + (enters ? 0 : OUT));
      return { tokens, score: penalised, finished: enters };
    });
    const merged = [...finished, ...candidates];
    finished = greatest(
      merged.map(({ score }) => score),
      numBeams,
    ).map((index) => merged[index] as Finished);
  }

  /** g. Whether an open beam could still beat the worst finished sequence. */
  function canImprove(): boolean {
    const generated = (running[0]?.length ?? 0) - before.length;
    const length = earlyStopping === 'never' && lengthPenalty > 0 ? maxLength - before.length : generated;
    const possible = f((runningScores[0] ?? OUT) / f(length ** lengthPenalty));
    const least = Math.min(...finished.map(({ score }) => score));
    return finished.some((entry) => possible > (entry.finished ? least : OUT));
  }

  return {
    beams: numBeams,
    get running() {
      return running;
    },
    get done() {
      return done;
    },
    advance(scores) {
      process(scores, running, options);
      const found = bestCandidates({ rows: scores, vocabulary, running: runningScores }, keep);
      const continuations = found.map((candidate): Continuation => {
        const tokens = [...(running[candidate.beam] ?? []), candidate.token];
        return { ...candidate, tokens, ends: endIds.includes(candidate.token) || tokens.length >= maxLength };
      });
      finish(continuations);
      const open = continuations.map(({ score, ends }) => f(score + (ends ? OUT : 0)));
      const chosen = greatest(open, numBeams);
      runningScores = chosen.map((index) => open[index] as number);
      running = chosen.map((index) => (continuations[index] as Continuation).tokens);
      improvable &&= canImprove();
      done = !improvable || (earlyStopping === true && full()) || continuations.every(({ ends }) => ends);
      return chosen.map((index) => (continuations[index] as Continuation).beam);
    },
    result() {
      const best = finished[0];
      return { tokenIds: best?.tokens.slice(before.length) ?? [], score: best?.score ?? OUT };
    },
  };
}

export const startSearch = (options: SearchOptions): Search =>
  options.numBeams === 1 ? greedySearch(options) : beamSearch(options);
