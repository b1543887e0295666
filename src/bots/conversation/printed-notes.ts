// What is poorer in a printed book than was asked for, as its readers are told. Pure.
import { explainNote } from '../../explain.ts';
import type { Locale, Passage } from '../../story.ts';
import type { Printed } from './printed.ts';

/** @param passages all that the book tells, captions and pages; absent ones say nothing. */
export function notesIn(
  { notes }: Pick<Printed, 'notes'>,
  passages: readonly (Passage | undefined)[],
  locale: Locale,
): readonly string[] {
  const all = [...notes, ...passages.flatMap((passage) => passage?.note ?? [])];
  return [...new Set(all.map((note) => explainNote(note, locale)))];
}
