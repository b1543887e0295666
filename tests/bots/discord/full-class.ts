// A class as full as it may be: thirty books, each named and titled as long as anything may be, some waiting for a
// teacher, some approved with their covers.
import {
  type ClassBook,
  type Classroom,
  classId,
  LABEL_LIMIT,
  newClassroom,
} from '../../../src/bots/classroom/facts.ts';
import { TITLE_LIMIT } from '../../../src/bots/classroom/forms.ts';
import { type PageImage, TEXT_LIMITS } from '../../../src/story.ts';
import { blob } from './longest.ts';

export const CHANNEL = '15741630092096307201';
export const threadOf = (number: number): string => `1574163009209631${`${number}`.padStart(4, '0')}`;

const filled = (unit: string, most: number): string => unit.repeat(Math.ceil(most / unit.length)).slice(0, most);

export const page = (key: string, text = '달을 보는 아이'): PageImage => ({
  ...blob(`${key}.jpg`),
  width: 1200,
  height: 1200,
  text,
});

function fullBook(number: number, unit: string): ClassBook {
  const title = filled(unit, TEXT_LIMITS.title);
  const label = `${number}${filled(unit, LABEL_LIMIT)}`.slice(0, LABEL_LIMIT);
  const isWaiting = number % 3 === 0;
  const job = `j${number}`;
  return {
    key: `b${number}`,
    book: `discord:${threadOf(number)}`,
    thread: threadOf(number),
    label,
    shelved: number,
    changed: 0,
    reviewed: [],
    copies: [],
    digest: {
      owner: `${number}`,
      title,
      pictures: 10,
      complete: 10,
      step: isWaiting ? 'review' : 'done',
      state: number % 5 === 0 ? 'paused' : 'open',
      label,
      revision: 1,
      ...(isWaiting && { review: { job, request: 1, state: 'waiting' as const } }),
      approved: {
        job,
        request: 999_999,
        title,
        authors: [filled(unit, TEXT_LIMITS.author), filled(unit, TEXT_LIMITS.author)],
        cover: page(`covers/${number}`),
      },
    },
  };
}

export function fullClass({ with: unit, books }: { readonly with: string; readonly books: number }): Classroom {
  const id = classId('discord', CHANNEL);
  const made = newClassroom({ id, platform: 'discord', channel: CHANNEL, teacher: '42', locale: 'ko', at: 0 });
  return {
    ...made,
    settings: {
      ...made.settings,
      title: filled(unit, TITLE_LIMIT),
      notice: filled(unit, TEXT_LIMITS.notice),
      retention: 'term',
      termEnds: '2027-02-12',
    },
    books: Array.from({ length: books }, (_, index) => fullBook(index + 1, unit)),
    counted: books,
    shelved: books,
    desk: threadOf(99),
    now: 600_000,
  };
}
