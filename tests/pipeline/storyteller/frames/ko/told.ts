// Tells Korean pages for the tests, from the few fields that a test is about.
import { seededChoice } from '../../../../../src/pipeline/storyteller/frames/choice.ts';
import { tellKorean } from '../../../../../src/pipeline/storyteller/frames/ko/grammar.ts';
import { planBook } from '../../../../../src/pipeline/storyteller/frames/plan.ts';
import type { Fields, Manuscript, ReadingLevel } from '../../../../../src/story.ts';

export type Given = Partial<Fields> & { readonly text?: string };
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const LEVELS: readonly ReadingLevel[] = ['유아', '저학년', '고학년'];

/** The pages of one book. */
export function book(given: readonly Given[], seed: number, level: ReadingLevel): readonly string[] {
  const scenes: Manuscript['scenes'] = given.map(({ text, ...fields }) => ({
    fields: { name: '토끼', i_action: '뛴다', classification: '사회관계', ...fields },
    ...(text === undefined ? {} : { text }),
  }));
  return tellKorean(planBook({ locale: 'ko', level, seed, scenes }), seededChoice(seed)).map((page) => page.join(' '));
}

/** The last page of the book, by many seeds at every level (or at those asked for). */
export const everyTelling = (given: readonly Given[], levels: readonly ReadingLevel[] = LEVELS): readonly string[] =>
  levels.flatMap((level) => SEEDS.map((seed) => book(given, seed, level).at(-1) ?? ''));
