// What a teacher sets for a channel: every setting, what holds until somebody changes it, and what follows for the books
// made there. Pure. The forms are in `forms.ts`.
import type { EnginesAllowed } from '../../jobs.ts';
import type { Locale, PageFormat, ReadingLevel } from '../../story.ts';

export interface ClassSettings {
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly on: boolean;
  /** Such as 3학년 2반; empty for none. */
  readonly title: string;
  /** Of new books, and of what is said to the whole class. */
  readonly locale: Locale;
  /** What new books begin with. */
  readonly level: ReadingLevel;
  readonly format: PageFormat;
  readonly starters: 'everyone' | 'teachers';
  /** Of the threads of new books, where the chat service can tell the two apart. */
  readonly threads: 'private' | 'public';
  readonly approval: boolean;
  readonly moderation: boolean;
  readonly engines: EnginesAllowed;
  readonly retention: '7' | '30' | 'term';
  /** The last day of the term, `YYYY-MM-DD`; there whenever `retention` is `term`. */
  readonly termEnds?: string;
  /** Whether our messages with a book go, too, when the book has grown old. */
  readonly clearing: boolean;
  /** Stands in the books where they would say that an AI helped; empty: their own words. */
  readonly notice: string;
  /** "크게·넓게": larger letters, set wider and further apart. */
  readonly roomy: boolean;
}

export const FIRST_SETTINGS: Omit<ClassSettings, 'locale'> = {
  revision: 1,
  on: true,
  title: '',
  level: '저학년',
  format: 'square',
  starters: 'everyone',
  threads: 'private',
  approval: true,
  moderation: true,
  engines: 'all',
  retention: '30',
  clearing: true,
  notice: '',
  roomy: false,
};
