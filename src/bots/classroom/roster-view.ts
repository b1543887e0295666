// All books of a class, page by page; and one book with all that a teacher can do about it. Pure.
import type { ClassBook } from './facts.ts';
import type { Asking } from './forms.ts';
import { inOrder, labelOf } from './labels.ts';
import type { ClassButton, ClassView } from './replies.ts';
import { bookButton, bookLine, classButton, pageOf, pickOf, standingText, turning } from './views.ts';
import { WORDING } from './wording.ts';

/** As many as can be picked from. */
const PER_PAGE = 25;

export function rosterView(asking: Asking, from: number): ClassView {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const compare = inOrder(locale);
  const books = classroom.books.toSorted((a, b) => compare(labelOf(classroom, a), labelOf(classroom, b)));
  const page = pageOf(books, from, PER_PAGE);
  return {
    heading: words.rosterHeading(classroom.settings.title),
    about: [
      ...(books.length === 0 ? [words.nobodyYet] : []),
      ...(page.of > 1 ? [words.ofPages(page.number, page.of)] : []),
    ],
    books: page.items.map((book) => bookLine(asking, book)),
    ...pickOf(asking, page.items),
    next: books.length === 0 ? words.nextNobody : words.pick,
    buttons: [
      ...turning(asking, page, 'roster'),
      classButton(classroom, { type: 'shelf', from: 0 }, words.shelf),
      classButton(classroom, { type: 'settings' }, words.settings),
    ],
  };
}

/** None once it is decided. */
export function reviewButtons(book: ClassBook, locale: Asking['locale']): readonly ClassButton[] {
  const words = WORDING[locale];
  const review = book.digest?.review;
  if (review?.state !== 'waiting') return [];
  const { request } = review;
  return [
    bookButton(book, { type: 'approve', request }, words.approve, 'primary'),
    bookButton(book, { type: 'return', request }, words.giveBack),
  ];
}

/** At most 10. */
function buttonsFor({ classroom, locale }: Asking, book: ClassBook): readonly ClassButton[] {
  const words = WORDING[locale];
  const { digest, key } = book;
  const isOpen = (digest?.state ?? 'open') === 'open';
  return [
    ...reviewButtons(book, locale),
    bookButton(book, { type: 'status' }, words.openBook),
    bookButton(book, { type: 'pages' }, words.pages),
    ...(isOpen ? [] : [bookButton(book, { type: 'reopen' }, words.reopen)]),
    ...(isOpen ? [bookButton(book, { type: 'pause' }, words.pause)] : []),
    ...(digest?.state === 'closed' ? [] : [bookButton(book, { type: 'close' }, words.close)]),
    bookButton(book, { type: 'hand' }, words.hand),
    classButton(classroom, { type: 'label', book: key }, words.rename),
    ...(digest?.approved
      ? [classButton(classroom, { type: 'send', book: key, request: digest.approved.request }, words.send)]
      : []),
    classButton(classroom, { type: 'roster', from: 0 }, words.roster),
  ];
}

/** Review material of the class is for teachers alone. */
export function lookView(asking: Asking, book: ClassBook): ClassView {
  const { locale } = asking;
  const words = WORDING[locale];
  const { digest } = book;
  const title = digest?.title ?? digest?.approved?.title;
  const { pictures = 0, complete = 0, review, approved } = digest ?? {};
  const line = bookLine(asking, book);
  return {
    heading: [line.label, ...(title ? [words.quoted(title)] : [])].join(' – '),
    about: [
      standingText(asking, book),
      words.pictures(pictures, complete),
      ...(review?.comment ? [words.comment(review.comment)] : []),
      ...(approved && approved.authors.length > 0 ? [words.by(approved.authors.join(', '))] : []),
    ],
    books: approved ? [{ ...line, cover: approved.cover, coverAlt: words.coverAlt(approved.title) }] : [],
    next: review?.state === 'waiting' ? words.nextWaiting : words.look,
    buttons: buttonsFor(asking, book),
  };
}
