// What generation asks of a model that writes a sequence from what it was shown (a text, a picture):
// show it once, then decode a step for all rows of a batch. Which model it is, generation never learns.
import type { CallOptions } from '../types.ts';
import type { StoreShape } from './store.ts';

/** What one page was shown, as the arrays that the decoder's layers attend to. */
export interface Memory {
  /**
   * What the sequence itself begins with, at least one id: the last of these is the first step's token, those before it
   * were shown. Penalties and lengths count them all. Absent: the model's start id alone.
   */
  readonly prompt?: readonly number[];
  /** Positions. */
  readonly length: number;
  /** 0 where a position is seen, hugely negative where it is not. [length] */
  readonly mask: Float32Array;
  /** Of the model's `memory` shape. Each [heads, length, headSize] */
  readonly arrays: readonly Float32Array[];
}

/** All arrays of one decoding step. P pages of B beams each; S slots and E memory positions per page. */
export interface StepArrays {
  readonly pages: number;
  readonly beams: number;
  readonly slotCount: number;
  readonly memoryLength: number;
  /** The newest token of each beam. [P, B] */
  readonly tokens: Int32Array;
  /** Index of the newest token of each page's beams, from 0, what was shown of a prompt counted. [P] */
  readonly positions: Int32Array;
  /** How each beam sees each slot: a bucket of `slotBucket`, or `hiddenBucket`. [P, B, S] */
  readonly slots: Int32Array;
  /** [P, E] */
  readonly memoryMask: Float32Array;
  /** Per layer. [P, heads, S, headSize] */
  readonly keys: readonly Float32Array[];
  readonly values: readonly Float32Array[];
  /** Of the model's `memory` shape. Each [P, heads, E, headSize] */
  readonly memory: readonly Float32Array[];
  /** Written by the step, per layer: what the newest tokens add to the cache. [P, B, heads, headSize] */
  readonly newKeys: readonly Float32Array[];
  readonly newValues: readonly Float32Array[];
  /** Written by the step: logits, or their log-softmax. [P, B, vocabulary] */
  readonly scores: Float32Array;
  readonly wanted: 'logits' | 'logProbabilities';
}

export interface SequenceModel<Input> {
  readonly layers: number;
  readonly heads: number;
  readonly headSize: number;
  /** How many arrays a page is shown as, and their sizes: a key and a value per layer, or whatever the model keeps. */
  readonly memory: StoreShape;
  readonly vocabulary: number;
  readonly startId: number;
  readonly endIds: readonly number[];
  /** Most tokens of a sequence, the start included; absent where positions are relative. */
  readonly maxPositions?: number;
  /** The bucket of a slot that lies this many tokens back. */
  slotBucket(distance: number): number;
  /** The bucket of a slot that is none of the beam's ancestors. */
  readonly hiddenBucket: number;
  show(input: Input): Promise<Memory>;
  step(arrays: StepArrays): Promise<void>;
  close(): Promise<void>;
}

/** As in transformers' `GenerationConfig`, whose names these are. */
export interface GenerationOptions {
  /** 1 is greedy. */
  readonly numBeams: number;
  /** Most tokens of a sequence, counting the start token or the prompt. */
  readonly maxLength: number;
  /** Fewest tokens of a sequence, counting the start token or the prompt but not the end. Default 0. */
  readonly minLength?: number;
  /** Exponent of the length that a beam's score is divided by. Default 1. */
  readonly lengthPenalty?: number;
  /** Above 1 makes tokens that were used before less likely. Default 1. */
  readonly repetitionPenalty?: number;
  /** No run of this many tokens appears twice. Default 0: any may. */
  readonly noRepeatNgramSize?: number;
  /** Whether a page is done as soon as it has `numBeams` finished sequences. Default false. */
  readonly earlyStopping?: boolean | 'never';
}

export interface GeneratedSequence {
  /** Without the start id or the prompt, with the end id if one was reached. */
  readonly tokenIds: readonly number[];
  /** Sum of the tokens' scores, divided by length^lengthPenalty; 0 for greedy, which keeps none. */
  readonly score: number;
}

export interface GenerateCall extends CallOptions {
  /** Called once for each input as it is finished, with its index. */
  readonly onSequence?: (index: number, sequence: GeneratedSequence) => void;
  /**
   * Called after every step in which the input took part: its index, and its length so far without the start id or the
   * prompt.
   * Must not throw: the step was shared, and all its pages would fail.
   */
  readonly onStep?: (index: number, length: number) => void;
}
