// What teachers are told once, in the words of the class's language.
import { explain } from '../../explain.ts';
import type { ClassNotice, Classroom } from './facts.ts';
import { labelOf } from './labels.ts';
import { WORDING } from './wording.ts';

export function noticeText(classroom: Classroom, notice: ClassNotice): string {
  const { locale } = classroom.settings;
  const words = WORDING[locale];
  if (notice.kind === 'unbound') return words.unbound(notice.title);
  const book = classroom.books.find(({ key }) => key === notice.book);
  const label = book ? labelOf(classroom, book) : words.bookGone;
  return words.notAnnounced(label, book?.digest?.approved?.title ?? words.untitled, explain(notice.failure, locale));
}
