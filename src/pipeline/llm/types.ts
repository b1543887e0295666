// The seam to language models behind a service: one question, one answer of a known shape. What is asked is left to the
// engines that ask it; how the service is spoken to, to `client.ts`.
import type { z } from 'zod';
import type { CallOptions } from '../types.ts';

export interface ShownPicture {
  readonly bytes: Uint8Array;
  /** `image/jpeg` or `image/png`. */
  readonly mediaType: string;
}

export interface Question<T> {
  /** Names the answer's shape to the service, and the question in the log: `a-z` and `_`. */
  readonly name: string;
  /** What is to be done. Ours alone: no word of a person's is ever in it. */
  readonly task: string;
  /** People's words and all else that the task speaks of, as data; sent as JSON, apart from the task. */
  readonly material: unknown;
  /** Shown in this order; the question then goes to the model that can see. */
  readonly pictures?: readonly ShownPicture[];
  /**
   * An object, every property of which is there: `nullable()` where there may be nothing, as services that hold a
   * model to a schema ask for.
   */
  readonly answer: z.ZodType<T>;
  /** What is wrong with an answer of the right shape, for the model to read; nothing when it can be used. */
  readonly faults?: (answer: T) => readonly string[];
  /** The same question and seed are answered alike where the service can. */
  readonly seed?: number;
  /** From 0 to 2; default 0.7. */
  readonly temperature?: number;
  /** Most tokens that the answer may take, with all that the model thinks before; absent: as many as it can. */
  readonly longest?: number;
}

export interface LanguageModel {
  /** As people know it, for the notice in the book: the model's name. */
  readonly name: string;
  /**
   * An answer that passes `answer` and `faults`. One that does not is sent back once with its faults; one that the
   * model refuses to give, or that is cut off, is not.
   * @throws TalesError `service-login`, `service-permission`, `service-quota`, `service-model-missing`,
   * `service-refused`, `answer-unusable`; retryable: `service-busy`, `service-too-slow`, `service-unreachable`;
   * `cancelled`.
   */
  ask<T>(question: Question<T>, options?: CallOptions): Promise<T>;
}
