// What views of a class have in common: buttons, addresses, books in a line.
import type { Action } from '../conversation/actions.ts';
import type { ClassAction } from './actions.ts';
import type { ClassBook, Classroom } from './facts.ts';
import type { Asking } from './forms.ts';
import { labelOf } from './labels.ts';
import type { BookLine, ClassButton, ClassView } from './replies.ts';
import { standingOf } from './standing.ts';
import { WORDING } from './wording.ts';

type Style = ClassButton['style'];

export const classButton = (
  { channel }: Pick<Classroom, 'channel'>,
  action: ClassAction,
  label: string,
  style: Style = 'plain',
): ClassButton => ({ to: 'class', channel, action, label, style });

export const bookButton = (
  { thread }: Pick<ClassBook, 'thread'>,
  action: Action,
  label: string,
  style: Style = 'plain',
): ClassButton => ({ to: 'book', thread, action, label, style });

/** How the book stands, in words. */
export function standingText({ classroom, locale }: Asking, book: ClassBook): string {
  const words = WORDING[locale];
  const standing = standingOf(book, classroom.now);
  const { step = 'add', pictures = 0, complete = 0 } = book.digest ?? {};
  const going =
    step === 'describe' ? `${words.steps[step]} (${words.pictures(pictures, complete)})` : words.steps[step];
  if (typeof standing === 'object') return [words.standing.stuck(standing.stuck), going].join(' · ');
  const said = standing === 'working' ? going : words.standing[standing];
  // A book may rest though it is ready or waits: both are worth knowing.
  const rests = book.digest && book.digest.state !== 'open' ? [words.standing[book.digest.state]] : [];
  return [...new Set([said, ...rests])].join(' · ');
}

/** The book in one line. */
export function bookLine(asking: Asking, book: ClassBook): BookLine {
  const words = WORDING[asking.locale];
  const title = book.digest?.approved?.title ?? book.digest?.title;
  const said = [standingText(asking, book), ...(title ? [words.quoted(title)] : [])];
  const label = labelOf(asking.classroom, book);
  return { key: book.key, label, thread: book.thread, lines: [said.join(' · ')], buttons: [] };
}

/** At most 25. */
export function pickOf(asking: Asking, books: readonly ClassBook[]): Pick<ClassView, 'pick'> {
  if (books.length === 0) return {};
  const options = books.slice(0, 25).map((book) => ({
    label: `${labelOf(asking.classroom, book)} – ${standingText(asking, book)}`.slice(0, 75),
    action: { type: 'look', book: book.key } as const,
  }));
  return { pick: { label: WORDING[asking.locale].pick, options } };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly number: number;
  readonly of: number;
  /** Where the page before and the one after begin, if there are such. */
  readonly before?: number;
  readonly after?: number;
}

/** The page on which the item at `from` lies, or the last. */
export function pageOf<T>(all: readonly T[], from: number, size: number): Page<T> {
  const of = Math.max(1, Math.ceil(all.length / size));
  const index = Math.min(Math.floor(from / size), of - 1);
  const start = index * size;
  return {
    items: all.slice(start, start + size),
    number: index + 1,
    of,
    ...(index > 0 && { before: start - size }),
    ...(index < of - 1 && { after: start + size }),
  };
}

export function turning<T>(
  asking: Asking,
  { before, after }: Page<T>,
  type: 'roster' | 'shelf',
): readonly ClassButton[] {
  const words = WORDING[asking.locale];
  const to = (from: number, label: string): ClassButton => classButton(asking.classroom, { type, from }, label);
  return [
    ...(before === undefined ? [] : [to(before, words.earlier)]),
    ...(after === undefined ? [] : [to(after, words.later)]),
  ];
}
