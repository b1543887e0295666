// Text as people send it, made fit for setting: composed, without controls and invisible marks, one kind of space.
// Pure. Characters that no font draws are a matter for `shape.ts`.

/** What chat programs and other people's keyboards leave behind and no reader misses. */
const INVISIBLE = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFD]/gu;
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const SPACES = / +/gu;
const SPACE = /\p{Zs}/gu;
const TAB = '    ';

/** The lines of a text with all their spaces, each the plain one. */
export function cleanLines(text: string): readonly string[] {
  return text
    .toWellFormed()
    .normalize('NFC')
    .split(LINE_ENDS)
    .map((line) => line.replaceAll('\t', TAB).replace(SPACE, ' ').replace(INVISIBLE, ''));
}

/** One line of text, or several separated by line feeds; no line begins or ends with a space, none has two together. */
export function cleanText(text: string): string {
  return cleanLines(text)
    .map((line) => line.replace(SPACES, ' ').trim())
    .join('\n');
}

/** The paragraphs of a text: its lines that are not empty. */
export function paragraphsOf(text: string): readonly string[] {
  return cleanText(text)
    .split('\n')
    .filter((line) => line !== '');
}

/** A text on one line, for titles, names and descriptions. */
export function oneLine(text: string): string {
  return paragraphsOf(text).join(' ');
}

const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** What a reader takes for one character. */
export function graphemesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
