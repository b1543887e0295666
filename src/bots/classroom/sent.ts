// What is known of a class's messages once they are there, or can never be. Word of a message may come twice or late; one
// that shows something which is not to be shown any more is taken back. Pure.
import { shortKey } from '../conversation/content-hash.ts';
import { withdraw } from './bytes.ts';
import type { ClassHouseEvent } from './events.ts';
import {
  type ClassAnthology,
  type ClassBook,
  type Classroom,
  changeAnthology,
  changeBook,
  REMEMBERED,
} from './facts.ts';
import { messagesOwed } from './messages-owed.ts';
import { type About, isDeskKey, isPublicKey, type Owed } from './owed.ts';

type Sent = Extract<ClassHouseEvent, { readonly type: 'sent' }>;
type Undeliverable = Extract<ClassHouseEvent, { readonly type: 'undeliverable' }>;
type Of<T extends About['type']> = Extract<About, { readonly type: T }>;

const refsOf = ({ summary, books, anthologies, bygone = [], leftover }: Classroom): readonly (string | undefined)[] => [
  summary.ref,
  ...books.flatMap(({ review, reviewed, announced, copies }) => [review?.ref, ...reviewed, announced?.ref, ...copies]),
  ...[...anthologies, ...bygone].flatMap(({ posted }) => posted.flatMap(({ refs }) => refs)),
  ...leftover.flatMap(({ refs }) => refs),
];

/** What an edit said that has been overtaken meanwhile: the message says it all the same. */
function edited(classroom: Classroom, ref: string, content: string): Classroom {
  const { summary, books } = classroom;
  if (summary.ref === ref) return { ...classroom, summary: { ...summary, content } };
  const book = books.find(({ review }) => review?.ref === ref);
  return book
    ? changeBook(classroom, book.key, (old) => (old.review ? { ...old, review: { ...old.review, content } } : old))
    : classroom;
}

/** Nobody waits for it any more: it was on its way when that changed. */
function stray(classroom: Classroom, { key, ref, content }: Sent): Classroom {
  if (ref === undefined) return classroom;
  if (refsOf(classroom).includes(ref)) return content === undefined ? classroom : edited(classroom, ref, content);
  const { channel, desk } = classroom;
  if (isPublicKey(key)) return withdraw(classroom, [{ place: channel, refs: [ref] }]);
  return isDeskKey(key) && desk !== undefined ? withdraw(classroom, [{ place: desk, refs: [ref] }]) : classroom;
}

const naming = (ref: string | undefined): { readonly ref?: string } => (ref === undefined ? {} : { ref });
const saying = (content: string | undefined): { readonly content?: string } =>
  content === undefined ? {} : { content };

function reviewed(
  book: ClassBook,
  { isNew }: Of<'review'>,
  { ref, content }: Pick<Sent, 'ref' | 'content'>,
): ClassBook {
  const { review: shown } = book;
  if (!isNew && shown) return { ...book, review: { ...shown, ...saying(content) } };
  const posts = (shown?.posts ?? 0) + 1;
  const earlier = shown?.ref === undefined ? [] : [shown.ref];
  const anew = { posts, ...naming(ref), ...saying(content) };
  return { ...book, review: anew, reviewed: [...book.reviewed, ...earlier] };
}

function announced(classroom: Classroom, { book: key, job }: Of<'announce'>, ref: string | undefined): Classroom {
  const before = classroom.books.find((book) => book.key === key)?.announced;
  const after = { job, times: (before?.times ?? 0) + 1, ...naming(ref) };
  const changed = changeBook(classroom, key, (book) => ({ ...book, announced: after }));
  // The new edition is there: the one before it goes.
  return before?.ref === undefined ? changed : withdraw(changed, [{ place: classroom.channel, refs: [before.ref] }]);
}

/** Old copies go, so that nobody's channel fills with the same book. */
function copied(classroom: Classroom, { book: key }: Of<'copy'>, ref: string | undefined): Classroom {
  const before = classroom.books.find((book) => book.key === key)?.copies ?? [];
  const all = ref === undefined ? before : [...before, ref];
  const copies = all.slice(-REMEMBERED.copies);
  const changed = changeBook(classroom, key, (book) => ({ ...book, copies }));
  return withdraw(changed, [{ place: classroom.channel, refs: all.slice(0, -REMEMBERED.copies) }]);
}

function handedOver(anthology: ClassAnthology, part: Of<'anthology'>['part']): ClassAnthology {
  const { bound, folded } = anthology;
  if (part === 'bound') return bound ? { ...anthology, bound: { ...bound, delivered: true } } : anthology;
  if (part === 'shown') return { ...anthology, shown: { delivered: true } };
  return folded ? { ...anthology, folded: { ...folded, delivered: true } } : anthology;
}

const withoutNotice = (classroom: Classroom, key: string): Classroom => ({
  ...classroom,
  notices: classroom.notices.filter((told) => told.key !== key),
});
const withoutResend = (classroom: Classroom, key: string): Classroom => ({
  ...classroom,
  resends: classroom.resends.filter((resend) => resend.key !== key),
});

/** @param owed the withdrawal. */
function withdrawn(classroom: Classroom, owed: Owed): Classroom {
  const message = owed.draw();
  if (message?.type !== 'withdraw') return classroom;
  const { refs } = message;
  const isThat = (one: Classroom['leftover'][number]): boolean =>
    one.place === owed.place && one.refs.join() === refs.join();
  return { ...classroom, leftover: classroom.leftover.filter((one) => !isThat(one)) };
}

export function hearSent(classroom: Classroom, event: Sent): Classroom {
  const { key, ref, content } = event;
  const owed = messagesOwed(classroom).find((message) => message.key === key);
  if (!owed) return stray(classroom, event);
  const { about, place } = owed;
  switch (about.type) {
    case 'desk':
      return ref === undefined ? classroom : { ...classroom, desk: ref };
    case 'card':
      return { ...classroom, summary: { posts: classroom.summary.posts, ...naming(ref), ...saying(content) } };
    case 'review':
      return changeBook(classroom, about.book, (book) => reviewed(book, about, event));
    case 'announce':
      return announced(classroom, about, ref);
    case 'copy':
      return copied(withoutResend(classroom, key), about, ref);
    case 'anthology':
      return changeAnthology(classroom, about.number, (old) => {
        const posted = ref === undefined ? [] : [{ place, refs: [ref] }];
        return { ...handedOver(old, about.part), posted: [...old.posted, ...posted] };
      });
    case 'notice':
      return withoutNotice(classroom, key);
    case 'withdraw':
      return withdrawn(classroom, owed);
  }
}

/** What can never be sent is not tried for ever. Where it matters, teachers learn of it. */
export function hearUndeliverable(classroom: Classroom, { key, failure }: Undeliverable): Classroom {
  const owed = messagesOwed(classroom).find((message) => message.key === key);
  if (!owed) return classroom;
  const { about } = owed;
  switch (about.type) {
    case 'desk':
      return { ...classroom, deskFailure: failure };
    case 'card': {
      const { ref, posts } = classroom.summary;
      // A card that cannot be edited is posted anew; where that cannot be either, the desk is not there any more.
      if (ref !== undefined) return { ...classroom, summary: { posts: posts + 1 } };
      return { ...classroom, deskFailure: failure };
    }
    case 'review':
      // As if it were there: it is tried again when there is something else to say.
      return changeBook(classroom, about.book, (book) => reviewed(book, about, { content: about.content }));
    case 'announce': {
      const told = {
        key: shortKey('tell', [classroom.id, key]),
        kind: 'not-announced',
        book: about.book,
        failure,
      } as const;
      const after = announced(classroom, about, undefined);
      return { ...after, notices: [...after.notices, told] };
    }
    case 'copy':
      return withoutResend(classroom, key);
    case 'anthology':
      return changeAnthology(classroom, about.number, (old) => ({ ...old, undelivered: failure }));
    case 'notice':
      return withoutNotice(classroom, key);
    case 'withdraw':
      return withdrawn(classroom, owed);
  }
}
