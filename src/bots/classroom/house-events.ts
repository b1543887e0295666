// What the house told of a class: its books, work that was done, time that went by. Pure. Messages are in `sent.ts`.
import type { JobNews } from '../../jobs.ts';
import { isSameContent, shortKey } from '../conversation/content-hash.ts';
import { without } from '../conversation/session.ts';
import { doom, dropAnthologies, dropBygone, withdraw } from './bytes.ts';
import type { BookDigest } from './digest.ts';
import type { ClassHouseEvent } from './events.ts';
import {
  type Bygone,
  type ClassAnthology,
  type ClassBook,
  type Classroom,
  changeAnthology,
  changeBook,
  type Posted,
  REMEMBERED,
} from './facts.ts';
import { bindName, foldedOf, foldOf, namesNeeded } from './jobs-owed.ts';
import { freeLabel, freeNumber } from './labels.ts';
import { goesAt } from './rules.ts';
import { hearSent, hearUndeliverable } from './sent.ts';
import { nextChange } from './standing.ts';
import { WORDING } from './wording.ts';

type Of<T extends ClassHouseEvent['type']> = Extract<ClassHouseEvent, { readonly type: T }>;

function join(classroom: Classroom, { book, thread, label = '' }: Of<'joined'>, at: number): Classroom {
  if (classroom.books.some((one) => one.book === book)) return classroom;
  const number = classroom.counted + 1;
  const own = WORDING[classroom.settings.locale].numbered(number);
  const free = (label.trim() && freeLabel(classroom, label)) || freeNumber(classroom, number);
  const joined: ClassBook = {
    key: `b${number}`,
    book,
    thread,
    ...(free !== own && { label: free }),
    changed: at,
    reviewed: [],
    copies: [],
  };
  return { ...classroom, counted: number, books: [...classroom.books, joined] };
}

/** A digest without what the class itself has told the book. */
const deeds = (digest: BookDigest): object => without(digest, 'revision', 'label');

function told(classroom: Classroom, { book: id, digest, active }: Of<'told'>, at: number): Classroom {
  const book = classroom.books.find((one) => one.book === id);
  if (!book) return classroom;
  const isSame = book.digest !== undefined && isSameContent(book.digest, digest);
  if (isSame && !active) return classroom;
  const isFirst = digest.approved !== undefined && book.shelved === undefined;
  const shelved = classroom.shelved + (isFirst ? 1 : 0);
  // A book that has only heard of new rules is no younger for it.
  const isNews = active || !book.digest || !isSameContent(deeds(book.digest), deeds(digest));
  const changedBook = { ...book, digest, changed: isNews ? at : book.changed, ...(isFirst && { shelved }) };
  return takenBack({ ...classroom, shelved }, changedBook);
}

const inChannel = ({ channel }: Classroom, { announced, copies }: ClassBook): Posted => {
  return { place: channel, refs: [...(announced?.ref === undefined ? [] : [announced.ref]), ...copies] };
};

/** What the class was shown goes where no edition is approved any more: from now on somebody has to say yes to it. */
function takenBack(classroom: Classroom, book: ClassBook): Classroom {
  const { announced, digest, key } = book;
  const isOver = announced?.job !== undefined && digest?.approved === undefined;
  if (!isOver) return changeBook(classroom, key, () => book);
  const after = changeBook(classroom, key, () => ({ ...book, announced: { times: announced.times }, copies: [] }));
  const resends = after.resends.filter((resend) => resend.book !== key);
  return withdraw({ ...after, resends }, [inChannel(classroom, book)]);
}

const messagesOf = (classroom: Classroom, book: ClassBook): readonly Posted[] => {
  const { review, reviewed } = book;
  const refs = [...(review?.ref === undefined ? [] : [review.ref]), ...reviewed];
  const { desk } = classroom;
  return [inChannel(classroom, book), ...(desk === undefined ? [] : [{ place: desk, refs }])];
};

/** A book that grew old may leave its messages where the teacher wants that; one that was deleted leaves nothing. */
function gone(classroom: Classroom, id: string, at: number): Classroom {
  const book = classroom.books.find((one) => one.book === id);
  if (!book) return classroom;
  const { key } = book;
  const { settings } = classroom;
  const isOld = goesAt(classroom, book.changed) <= at;
  const clearing = !isOld || settings.clearing;
  const rest: Classroom = {
    ...classroom,
    books: classroom.books.filter((one) => one !== book),
    resends: classroom.resends.filter((resend) => resend.book !== key),
    notices: classroom.notices.filter((one) => one.kind !== 'not-announced' || one.book !== key),
    anthologies: classroom.anthologies.map((one) =>
      one.bound ? one : { ...one, books: one.books.filter((other) => other !== key) },
    ),
  };
  const withIt = (one: ClassAnthology): boolean => (one.bound ? one.books.includes(key) : one.books.length === 0);
  const wasIn = ({ books }: Bygone): boolean => books.includes(key);
  const titles = isOld ? [] : [...(classroom.bygone ?? []).filter(wasIn), ...rest.anthologies.filter(withIt)];
  const notices = titles.map(({ number, title }) => {
    return { key: shortKey('tell', [classroom.id, number]), kind: 'unbound', title } as const;
  });
  const told = { ...rest, notices: [...rest.notices, ...notices] };
  const cleared = clearing ? withdraw(told, messagesOf(classroom, book)) : told;
  return dropBygone(dropAnthologies(cleared, withIt, clearing), wasIn, clearing);
}

type Done<K extends 'bind' | 'fold'> = Extract<JobNews<K>, { readonly type: 'done' }>;

function bound(classroom: Classroom, { id, output }: Done<'bind'>): Classroom {
  const { volumes, cover, notes } = output;
  const anthology = classroom.anthologies.find((one) => !one.bound && id.startsWith(`${bindName(classroom, one)}-`));
  if (!anthology) return doom(classroom, [...volumes.map(({ pdf }) => pdf.key), cover.key]);
  const kept = changeAnthology(classroom, anthology.number, (one) => ({
    ...one,
    bound: { volumes, cover, notes, delivered: false },
  }));
  const oldest = kept.anthologies.filter((one) => one.bound).slice(0, -REMEMBERED.anthologies);
  return dropAnthologies(kept, (one) => oldest.includes(one), false);
}

function folded(classroom: Classroom, { id, output }: Done<'fold'>): Classroom {
  for (const anthology of classroom.anthologies) {
    const { folded: before, number } = anthology;
    const found = foldOf(classroom, anthology, id);
    if (!before || !found) continue;
    const { volume, style } = found;
    // Kept also where another style is wanted by now: the queue remembers it, and tells of it again when it is asked for.
    if (foldedOf(anthology, volume, style)) return classroom;
    const booklets = [...before.booklets, { ...output, of: volume.pdf.key, style }];
    return changeAnthology(classroom, number, (one) => ({ ...one, folded: { ...before, booklets } }));
  }
  return doom(classroom, [output.pdf.key]);
}

function hearNews(classroom: Classroom, news: JobNews): Classroom {
  if (news.type === 'done') {
    if (news.kind === 'bind') return bound(classroom, news);
    return news.kind === 'fold' ? folded(classroom, news) : classroom;
  }
  if (news.type !== 'failed') return classroom;
  const wanted = classroom.anthologies.flatMap((one) => namesNeeded(classroom, one));
  const name = wanted.find((one) => news.id === one || news.id.startsWith(`${one}-`));
  if (name === undefined) return classroom;
  const times = (classroom.failures[name]?.times ?? 0) + 1;
  return { ...classroom, failures: { ...classroom.failures, [name]: { times, failure: news.failure } } };
}

function tick(classroom: Classroom, at: number): Classroom {
  if ((nextChange(classroom) ?? Number.POSITIVE_INFINITY) > at) return classroom;
  const { settings } = classroom;
  const isOld = ({ asked }: Bygone): boolean => goesAt(classroom, asked) <= at;
  const dropped = dropAnthologies(classroom, isOld, settings.clearing);
  return { ...dropBygone(dropped, isOld, settings.clearing), now: at };
}

/** Failures of work that nobody wants any more are forgotten. */
export function forgetOldFailures(classroom: Classroom): Classroom {
  const wanted = new Set(classroom.anthologies.flatMap((one) => namesNeeded(classroom, one)));
  const old = Object.keys(classroom.failures).filter((name) => !wanted.has(name));
  return old.length === 0 ? classroom : { ...classroom, failures: without(classroom.failures, ...old) };
}

export function hearHouse(classroom: Classroom, event: ClassHouseEvent, at: number): Classroom {
  switch (event.type) {
    case 'joined':
      return join(classroom, event, at);
    case 'told':
      return told(classroom, event, at);
    case 'gone':
      return gone(classroom, event.book, at);
    case 'sent':
      return hearSent(classroom, event);
    case 'undeliverable':
      return hearUndeliverable(classroom, event);
    case 'news':
      return hearNews(classroom, event.news);
    case 'swept':
      return { ...classroom, doomed: classroom.doomed.filter((key) => !event.keys.includes(key)) };
    case 'tick':
      return tick(classroom, at);
  }
}
