// What the thread is still to be told, computed from the facts: notices, the book, the card. Nothing here is sent twice
// on purpose: what was sent is a fact, too.
import { explain } from '../../explain.ts';
import { fileNameFor } from '../../file-name.ts';
import { type Locale, MAX_PICTURES } from '../../story.ts';
import { deleteButton } from './buttons.ts';
import { cardOf } from './card.ts';
import { contentHash, shortKey } from './content-hash.ts';
import { notesIn } from './printed-notes.ts';
import { howToPrint, printFileName } from './printing.ts';
import type { BookMessage, Outbound } from './replies.ts';
import { isHeld } from './review.ts';
import { chosenOf, type Notice, type OpenSession, type Printed, type Session } from './session.ts';
import { WORDING } from './wording.ts';

function noticeText({ refusals }: Notice, locale: Locale): string {
  const words = WORDING[locale];
  const lines = refusals.map(({ name, why }) =>
    words.refusedOne(name ?? words.aFile, why === 'too-many' ? words.tooMany(MAX_PICTURES) : explain(why, locale)),
  );
  return words.refused(lines);
}

/** What is poorer in the book than was asked for. */
export function notesOf(session: OpenSession, printed: Printed, locale = session.locale): readonly string[] {
  const passages = session.scenes.flatMap((scene) => [scene.caption, chosenOf(scene)?.passage]);
  return notesIn(printed, passages, locale);
}

function bookMessage(session: OpenSession, printed: Printed): BookMessage {
  const words = WORDING[session.locale];
  return {
    text: words.ready(printed.title, printed.scenes),
    mention: session.owner,
    title: printed.title,
    fileName: fileNameFor(printed.title, '.pdf'),
    pdf: printed.pdf,
    cover: printed.pages[0],
    coverAlt: words.coverAlt(printed.title),
    pages: printed.pages,
    notes: notesOf(session, printed),
    buttons: [
      { action: { type: 'pages' }, label: words.pages, style: 'primary' },
      { action: { type: 'make', request: printed.request + 1 }, label: words.remake, style: 'plain' },
      { action: { type: 'booklet', request: printed.request }, label: words.booklet, style: 'plain' },
      deleteButton(words),
    ],
  };
}

/** Whether a message under that key carries a book, or a file made of it. */
export const isFileKey = (key: string): boolean => /^(?:book|fold)-/.test(key);

const bookKey = ({ id, born }: OpenSession, { request }: Printed): string => shortKey('book', [id, born, request]);

/** The same whatever the card says: after a crash it is to be recognised, not posted twice. */
export const newCardKey = ({ id, born, shown }: Session): string => shortKey('card', [id, born, shown.posts, 'new']);

/** The card as it should be seen, unless it is. */
function cardOwed(session: Session): readonly Outbound[] {
  const card = cardOf(session);
  const { ref, content: shown, posts } = session.shown;
  const content = contentHash(card);
  if (ref !== undefined && content === shown) return [];
  const key = ref === undefined ? newCardKey(session) : shortKey('card', [session.id, session.born, posts, content]);
  return [{ to: 'thread', type: 'card', key, content, card, ...(ref !== undefined && { ref }) }];
}

function withdrawOwed({ id, born }: Session, refs: readonly string[]): readonly Outbound[] {
  return refs.length > 0 ? [{ to: 'thread', type: 'withdraw', key: shortKey('gone', [id, born, refs]), refs }] : [];
}

function welcomeOwed({ id, born, owner, welcomed, locale, title }: OpenSession): readonly Outbound[] {
  if (welcomed !== false) return [];
  const key = shortKey('hand', [id, born, owner]);
  return [{ to: 'thread', type: 'welcome', key, mention: owner, text: WORDING[locale].welcome(title) }];
}

/** Those of earlier versions have neither style nor times, and keep their names. */
export const bookletKey = ({ id, born, booklet }: OpenSession): string => {
  const more = booklet?.style === undefined ? [] : [booklet.style, booklet.times];
  return shortKey('fold', [id, born, booklet?.of.request, booklet?.of.job, ...more]);
};

function fileOwed(session: OpenSession): readonly Outbound[] {
  const { booklet, locale } = session;
  if (!booklet?.made || booklet.delivered) return [];
  const { pdf } = booklet.made;
  const text = howToPrint(booklet, booklet.made, locale);
  return [
    { to: 'thread', type: 'file', key: bookletKey(session), text, fileName: printFileName(booklet, locale), pdf },
  ];
}

/** In the order in which they are to be said. */
export function messagesOwed(session: Session): readonly Outbound[] {
  if (session.state === 'deleted') return [...withdrawOwed(session, session.posted), ...cardOwed(session)];
  const { notices, book, leftover = [] } = session;
  return [
    ...withdrawOwed(session, leftover),
    ...notices.map(
      (told) => ({ to: 'thread', type: 'notice', key: told.key, text: noticeText(told, session.locale) }) as const,
    ),
    ...welcomeOwed(session),
    ...(book && !book.delivered && !isHeld(session)
      ? [{ to: 'thread', type: 'book', key: bookKey(session, book), book: bookMessage(session, book) } as const]
      : []),
    ...fileOwed(session),
    ...cardOwed(session),
  ];
}
