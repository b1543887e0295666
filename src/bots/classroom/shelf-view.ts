// The shelf as people see it: approved books with their covers, a page at a time, each to be posted once more.
import type { Asking } from './forms.ts';
import { labelOf } from './labels.ts';
import type { BookLine, ClassView } from './replies.ts';
import { type Shelved, shelfOf } from './shelf.ts';
import { classButton, pageOf, turning } from './views.ts';
import { WORDING } from './wording.ts';

const PER_PAGE = 10;

function shelfLine({ classroom, locale }: Asking, { book, number, approved }: Shelved): BookLine {
  const words = WORDING[locale];
  const { title, authors, cover, request } = approved;
  return {
    key: book.key,
    label: labelOf(classroom, book),
    thread: book.thread,
    lines: [
      [words.onShelf(number), words.quoted(title)].join(' · '),
      ...(authors.length > 0 ? [words.by(authors.join(', '))] : []),
    ],
    cover,
    coverAlt: words.coverAlt(title),
    buttons: [classButton(classroom, { type: 'send', book: book.key, request }, words.send)],
  };
}

export function shelfView(asking: Asking, from: number): ClassView {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const shelf = shelfOf(classroom);
  const page = pageOf(shelf, from, PER_PAGE);
  return {
    heading: words.shelfHeading(classroom.settings.title),
    about: [
      shelf.length === 0 ? words.shelfEmpty : words.shelfCounted(shelf.length),
      ...(page.of > 1 ? [words.ofPages(page.number, page.of)] : []),
    ],
    books: page.items.map((shelved) => shelfLine(asking, shelved)),
    next: shelf.length === 0 ? words.nextShelfEmpty : words.nextShelf,
    buttons: turning(asking, page, 'shelf'),
  };
}
