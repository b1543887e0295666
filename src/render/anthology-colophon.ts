// What the last pages of an anthology say: of the whole what is the same for all, and of each book who made it, who and
// what helped, and by which marks its pictures can be traced.
import type { Anthology, Book } from '../story.ts';
import { ANTHOLOGY_WORDS } from './anthology-wording.ts';
import {
  type Colophon,
  type ColophonFacts,
  type ColophonRow,
  creditsOf,
  noticeOf,
  ownNotice,
  printsOf,
  toolsOf,
} from './colophon.ts';
import { numbered } from './layout/colophon.ts';
import { graphemesOf, oneLine } from './text/clean.ts';
import { WORDING } from './wording.ts';

/** Of a title, beside the credits; all of it stands on the title page. */
const LONGEST_LABEL = 40;

/** @param books those of the volume. */
export function anthologyColophon(
  { title, className, locale }: Anthology,
  books: readonly Book[],
  facts: ColophonFacts,
): Colophon {
  const words = WORDING[locale];
  const own = ANTHOLOGY_WORDS[locale];
  const notice = printedNotice(books, locale);
  return {
    heading: words.colophon,
    rows: [
      { label: words.title, lines: [oneLine(title) || own.untitled] },
      ...(className ? [{ label: own.className, lines: [oneLine(className)] }] : []),
      { label: own.bound, lines: [own.stories(books.length)] },
      ...toolsOf(locale, facts),
      { label: words.pictures, lines: [words.printsNote] },
    ],
    more: books.map((book) => rowOf(book, locale)),
    ...(notice === undefined ? {} : { notice }),
    prints: [],
  };
}

/** What the whole must say of itself when a neural network wrote any words of any of the books. */
export const anthologyNotice = (books: readonly Book[], locale: Anthology['locale']): string | undefined =>
  books.some((book) => noticeOf(book) !== undefined) ? WORDING[locale].modelNotice : undefined;

/** What its books have it say, each notice once; and what the whole must say, where one of them leaves that open. */
function printedNotice(books: readonly Book[], locale: Anthology['locale']): string | undefined {
  const open = books.filter((book) => ownNotice(book) === undefined);
  const said = [...books.map(ownNotice), anthologyNotice(open, locale)].filter((notice) => notice !== undefined);
  return said.length === 0 ? undefined : [...new Set(said)].join('\n');
}

function rowOf(book: Book, locale: Anthology['locale']): ColophonRow {
  const words = WORDING[locale];
  const own = ANTHOLOGY_WORDS[locale];
  const title = graphemesOf(oneLine(book.title) || WORDING[book.locale].untitled);
  const label = title.length > LONGEST_LABEL ? `${title.slice(0, LONGEST_LABEL).join('').trimEnd()}…` : title.join('');
  const [authors, ...helpers] = creditsOf(book, locale).map((row) => own.said(row.label, row.lines.join(', ')));
  const isByModel = noticeOf(book) !== undefined;
  return {
    label,
    locale: book.locale,
    lines: [
      ...(authors === undefined ? [] : [authors]),
      ...(helpers.length > 0 || isByModel ? [[...helpers, ...(isByModel ? [own.modelNotice] : [])].join(' · ')] : []),
      own.said(words.pictures, numbered(printsOf(book))),
    ],
  };
}
