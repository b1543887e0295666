// What shows in a page by itself, without a text to compare it with: its length, what it repeats, in which script it is,
// whether it comes to an end, and how much of it was only copied from what the model read.
import { sentencesIn } from '../../../sentences.ts';
import { bareWords, ngrams, spaced } from './tokens.ts';

export interface FormMeasures {
  readonly sentences: number;
  /** 어절: what stands between spaces. */
  readonly eojeol: number;
  /** Share of runs of three words that were there before in the page; 0 for shorter pages. */
  readonly repeated: number;
  /** Different words through all words, and the same for pairs of words; 1 for a page without any. */
  readonly distinct1: number;
  readonly distinct2: number;
  /** Share of Hangul among the letters; 0 for a page without letters. */
  readonly hangul: number;
  /** 1 when the last sentence is ended by a mark, else 0. */
  readonly ended: number;
  /** Share of runs of three words that stand so in what the model read; 0 for shorter pages. */
  readonly copied: number;
}

const REPEATED = 3;

const distinct = (runs: readonly string[]): number => (runs.length === 0 ? 1 : new Set(runs).size / runs.length);
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** @param inputText what the model read; runs of words do not go on from one field to the next. */
export function formMeasures(told: string, inputText: string): FormMeasures {
  const tokens = bareWords(told);
  const runs = ngrams(tokens, REPEATED);
  const read = new Set(inputText.split(/<\w+>/).flatMap((part) => ngrams(bareWords(part), REPEATED)));
  return {
    sentences: sentencesIn(told.trim()).length,
    eojeol: spaced(told).length,
    repeated: runs.length === 0 ? 0 : 1 - distinct(runs),
    distinct1: distinct(tokens),
    distinct2: distinct(ngrams(tokens, 2)),
    hangul: share(countOf(told, /\p{Script=Hangul}/gu), countOf(told, /\p{L}/gu)),
    ended: /[.?!…][\s"'”’)\]]*$/u.test(told) ? 1 : 0,
    copied: share(runs.filter((run) => read.has(run)).length, runs.length),
  };
}
