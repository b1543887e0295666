// What the tables of explanations share: their shape, and how amounts and lists are written in any language.
import type { ErrorCode, ErrorDetails, TalesError } from './errors.ts';

export type Sentences = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string };

/** The sentence for an error, also one that came through JSON. */
export const sentenceOf = <C extends ErrorCode>(
  sentences: Sentences,
  error: Pick<TalesError<C>, 'code' | 'details'>,
): string => sentences[error.code](error.details);

export const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
export const megapixels = (pixels: number): string => `${Math.round(pixels / 1e6)}`;
export const list = (lines: readonly string[]): string => lines.map((line) => `\n  - ${line}`).join('');
