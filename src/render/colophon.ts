// What the last page says: who made the book and with what help, and by which marks its pictures can be traced.
// Data only; setting it is left to `layout/colophon.ts`.
import { sourcesOf } from '../authorship.ts';
import type { Book, Locale, Passage, Source } from '../story.ts';
import type { FaceId } from './fonts/catalogue.ts';
import { oneLine } from './text/clean.ts';
import { familiesOf } from './text/shape.ts';
import { WORDING } from './wording.ts';

export interface ColophonRow {
  readonly label: string;
  /** Language of the label, where it is not the book's. */
  readonly locale?: Locale;
  readonly lines: readonly string[];
}

export interface Colophon {
  readonly heading: string;
  readonly rows: readonly ColophonRow[];
  /** Below the notice; of an anthology, one for each book. */
  readonly more?: readonly ColophonRow[];
  /** What is said where a neural network wrote any of the book's words, or whatever is to be said instead; paragraphs. */
  readonly notice?: string;
  /** First digits of each picture's SHA-256, in the book's order; none where the rows say them. */
  readonly prints: readonly string[];
}

/** Enough to tell pictures apart and to be compared by eye. */
const PRINT_DIGITS = 12;
const FRAMES = 'frames';
/** Keeps a name and its licence on one line, and the parts of an author's name. */
const NBSP = '\u00A0';
/** A longer name may be broken: it would not find room in one line. */
const LONGEST_UNBROKEN = 16;
const unbroken = (name: string): string => (name.length > LONGEST_UNBROKEN ? name : name.replaceAll(' ', NBSP));

export interface ColophonFacts {
  readonly faces: ReadonlySet<FaceId>;
  readonly hasEmoji: boolean;
}

export function colophonOf(book: Book, { faces, hasEmoji }: ColophonFacts): Colophon {
  const words = WORDING[book.locale];
  const rows: ColophonRow[] = [
    { label: words.title, lines: [oneLine(book.title) || words.untitled] },
    ...creditsOf(book, book.locale),
    ...toolsOf(book.locale, { faces, hasEmoji }),
  ];
  const notice = ownNotice(book) ?? noticeOf(book);
  return {
    heading: words.colophon,
    rows,
    ...(notice === undefined ? {} : { notice }),
    prints: printsOf(book),
  };
}

export const printsOf = ({ pages }: Book): readonly string[] =>
  pages.map(({ picture }) => picture.sha256.slice(0, PRINT_DIGITS));

/** Who made a book and who and what helped, told in the language of whatever it is bound into. */
export function creditsOf(book: Book, locale: Locale): readonly ColophonRow[] {
  const words = WORDING[locale];
  const { told, captions } = passagesOf(book);
  const authors = book.authors
    .map(oneLine)
    .filter((name) => name !== '')
    .map(unbroken);
  const sources = told.flatMap(sourcesOf);
  const engines = namesOf(
    sources.filter(({ kind }) => kind !== 'person'),
    locale,
  );
  const editors = namesOf(
    sources.filter(({ kind }) => kind === 'person'),
    locale,
  );
  const captioners = namesOf(captions.flatMap(sourcesOf), locale);
  return [
    ...(authors.length > 0 ? [{ label: words.authors, lines: [authors.join(', ')] }] : []),
    ...(editors.length > 0 ? [{ label: words.edited, lines: editors }] : []),
    ...(engines.length > 0 ? [{ label: words.words, lines: engines }] : []),
    ...(engines.length + editors.length === 0 ? [{ label: words.words, lines: [words.person] }] : []),
    ...(captioners.length > 0 ? [{ label: words.captions, lines: captioners }] : []),
  ];
}

/** With what a file was made. */
export function toolsOf(locale: Locale, { faces, hasEmoji }: ColophonFacts): readonly ColophonRow[] {
  const words = WORDING[locale];
  const fonts = familiesOf(faces).map(({ family, licence }) => `${family} (${licence})`.replaceAll(' ', NBSP));
  return [
    { label: words.fonts, lines: [fonts.join(', ')] },
    ...(hasEmoji ? [{ label: words.emoji, lines: ['Noto Emoji (Google, Apache License 2.0)'] }] : []),
    { label: words.made, lines: [words.madeWith] },
  ];
}

/** What the book says, and what is said of its pictures to those who cannot see them. */
function passagesOf({ pages }: Book): { readonly told: readonly Passage[]; readonly captions: readonly Passage[] } {
  const captions = pages.flatMap(({ scene }) => scene.caption ?? []).filter(({ text }) => oneLine(text) !== '');
  return { told: pages.map((page) => page.told), captions };
}

/** What a book must say of itself when a neural network wrote any of its words; nothing when none did. */
export function noticeOf(book: Book): string | undefined {
  const { told, captions } = passagesOf(book);
  const byModel = [...told, ...captions].flatMap(sourcesOf).some(({ kind }) => kind === 'model');
  return byModel ? WORDING[book.locale].modelNotice : undefined;
}

/** What whoever answers for the book has it say, whoever wrote its words. */
export const ownNotice = ({ notice }: Book): string | undefined => oneLine(notice ?? '') || undefined;

/** Who is behind words besides the book's authors, each once, named for people. */
function namesOf(sources: readonly Source[], locale: Locale): readonly string[] {
  const words = WORDING[locale];
  const names = sources.flatMap((source) => {
    if (source.kind === 'person') return source.role === 'teacher' ? [words.teacher] : [];
    if (source.kind === 'model') return [words.model(oneLine(source.engine))];
    return [source.engine === FRAMES ? words.rulesEngine : source.engine];
  });
  return [...new Set(names)];
}
