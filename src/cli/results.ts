// What commands print on standard output when they succeed: sentences for people, or JSON for programs.
import { relative } from 'node:path';
import type { TalesError } from '../errors.ts';
import { explainNote } from '../explain.ts';
import type { Locale } from '../story.ts';
import type { CaptionedPicture } from './caption.ts';
import type { MadeBook } from './make.ts';
import type { ToldPage } from './tell.ts';
import type { InspectedBook } from './tell-kot5.ts';
import { WORDING } from './wording.ts';

export interface Output {
  write(text: string): boolean;
}

/** Numbers on one line: ids are read in a row. Texts hold no line feeds in JSON, so none of them can match. */
const NUMBERS = /\[\n\s+(-?\d[^\]"{[]*)\n\s+\]/g;

/** As commands print it for programs. */
export const json = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(NUMBERS, (_, inner: string) => `[${inner.replace(/\s+/g, ' ')}]`)}\n`;

export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The shorter of the absolute path and the one from here. */
export function shown(path: string): string {
  const near = relative('.', path);
  return near.startsWith('..') ? path : near;
}

function madeAsJson({ file, size, pageCount, book, notes, used, times }: MadeBook): string {
  const pages = book.pages.map(({ picture, scene, told }) => ({
    picture: picture.name,
    sha256: picture.sha256,
    ...(scene.caption && { caption: scene.caption.text }),
    text: told.text,
    source: told.source,
  }));
  const { title, locale, level, authors, roomy, notice } = book;
  const setting = { ...(roomy && { roomy }), ...(notice && { notice }) };
  return json({
    file,
    size,
    pageCount,
    title,
    locale,
    level,
    authors,
    ...setting,
    pages,
    notes,
    ...(used && { used }),
    times,
  });
}

/** What went wrong, for programs: they decide by `code`. */
export function printFailure(output: Output, { code, details }: TalesError, message: string): void {
  output.write(json({ error: { code, message, details } }));
}

export function printMade(output: Output, made: MadeBook, locale: Locale, asJson: boolean): void {
  if (asJson) {
    output.write(madeAsJson(made));
    return;
  }
  const words = WORDING[locale];
  const times = made.times.map(({ label, seconds }) => words.took(label, seconds.toFixed(1)));
  output.write(`${words.made(shown(made.file), made.pageCount, sizeOf(made.size))}\n  ${times.join(' · ')}\n`);
  const tokens = made.used ? made.used.input + made.used.output : 0;
  if (tokens > 0) output.write(`  ${words.helped(tokens)}\n`);
  for (const note of made.notes) output.write(`  ${explainNote(note, locale)}\n`);
}

export function printTold(output: Output, told: readonly ToldPage[], locale: Locale, asJson: boolean): void {
  if (asJson) {
    output.write(json(told));
    return;
  }
  const pages = told.map(({ picture, text, note }, index) => {
    const heading = WORDING[locale].pageHeading(index + 1, picture);
    return `${heading}\n${text}\n${note ? `  ${explainNote(note, locale)}\n` : ''}`;
  });
  output.write(pages.join('\n'));
}

export function printInspected(
  output: Output,
  { inspected, told }: InspectedBook,
  locale: Locale,
  asJson: boolean,
): void {
  if (asJson) output.write(json(inspected));
  else printTold(output, told, locale, false);
}

export function printCaptioned(output: Output, captioned: readonly CaptionedPicture[], asJson: boolean): void {
  if (asJson) output.write(json(captioned));
  else for (const { picture, caption } of captioned) output.write(`${picture}: ${caption}\n`);
}
