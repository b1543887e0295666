// What a language model is asked to do with a manuscript, in the language of the book. Made of our own words and numbers
// alone: whatever a person wrote is in the material, so that nothing written there can pass for a part of the task.
import type { Locale, Manuscript } from '../../story.ts';
import type { Assignment } from './openai-assignment.ts';
import { MEASURES } from './openai-measures.ts';
import { taskInEnglish } from './openai-task-en.ts';
import { taskInKorean } from './openai-task-ko.ts';

const TASKS: Readonly<Record<Locale, (assignment: Assignment) => string>> = { ko: taskInKorean, en: taskInEnglish };

/** @param open indices of the scenes that are to be written. */
export function taskFor({ locale, level, seed, scenes }: Manuscript, open: ReadonlySet<number>): string {
  return TASKS[locale]({
    numbers: scenes.flatMap((_, index) => (open.has(index) ? [index + 1] : [])),
    count: scenes.length,
    level,
    measure: MEASURES[locale][level],
    fixed: scenes.some(({ text, told }, index) => !open.has(index) && (text ?? told) !== undefined),
    again: scenes.some(({ told }, index) => open.has(index) && told !== undefined),
    seed,
  });
}
