// What the last page says: who made the book and with what help, and by which marks its pictures can be traced.
// Data only; setting it is left to `layout/colophon.ts`.
import type { Book, Passage } from '../story.ts';
import type { FaceId } from './fonts/catalogue.ts';
import { oneLine } from './text/clean.ts';
import { familiesOf } from './text/shape.ts';
import { WORDING } from './wording.ts';

export interface ColophonRow {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface Colophon {
  readonly heading: string;
  readonly rows: readonly ColophonRow[];
  /** Set when a neural network wrote any of the book's words. */
  readonly notice?: string;
  /** First digits of each picture's SHA-256, in the book's order. */
  readonly prints: readonly string[];
}

/** Enough to tell pictures apart and to be compared by eye. */
const PRINT_DIGITS = 12;
const FRAMES = 'frames';
/** Keeps a name and its licence on one line. */
const NBSP = '\u00A0';

export interface ColophonFacts {
  readonly faces: ReadonlySet<FaceId>;
  readonly hasEmoji: boolean;
}

export function colophonOf(book: Book, { faces, hasEmoji }: ColophonFacts): Colophon {
  const words = WORDING[book.locale];
  const told = book.pages.map((page) => page.told);
  const captions = book.pages.flatMap((page) => (page.scene.caption === undefined ? [] : [page.scene.caption]));
  const authors = book.authors.map(oneLine).filter((name) => name !== '');
  const helpers = helpersOf(told, book.locale);
  const captioners = helpersOf(captions, book.locale);
  const fonts = familiesOf(faces).map(({ family, licence }) => `${family} (${licence})`.replaceAll(' ', NBSP));
  const rows: ColophonRow[] = [
    { label: words.title, lines: [oneLine(book.title) || words.untitled] },
    ...(authors.length > 0 ? [{ label: words.authors, lines: [authors.join(', ')] }] : []),
    { label: words.words, lines: helpers.length > 0 ? helpers : [words.person] },
    ...(captioners.length > 0 ? [{ label: words.captions, lines: captioners }] : []),
    { label: words.fonts, lines: [fonts.join(', ')] },
    ...(hasEmoji ? [{ label: words.emoji, lines: ['Noto Emoji (Google, Apache License 2.0)'] }] : []),
    { label: words.made, lines: [words.madeWith] },
  ];
  const byModel = [...told, ...captions].some(({ source }) => source.kind === 'model');
  return {
    heading: words.colophon,
    rows,
    ...(byModel ? { notice: words.modelNotice } : {}),
    prints: book.pages.map(({ picture }) => picture.sha256.slice(0, PRINT_DIGITS)),
  };
}

/** The engines behind passages, each once, named for people. */
function helpersOf(passages: readonly Passage[], locale: Book['locale']): readonly string[] {
  const words = WORDING[locale];
  const names = passages.flatMap(({ source }) => {
    if (source.kind === 'person') return [];
    if (source.kind === 'model') return [words.model(source.engine)];
    return [source.engine === FRAMES ? words.rulesEngine : source.engine];
  });
  return [...new Set(names)];
}
