// What a screen reader says of a sheet: what its pictures show and its words, in reading order. Pure.
// The same words as the PDF's tags, for those who are shown the sheet as an image.
import type { LaidOutSheet, Part, TextPart } from './sheet.ts';

/** One line for each picture and paragraph. Decoration and page numbers are not read. */
export const readingOf = ({ parts }: LaidOutSheet): string =>
  parts
    .map(said)
    .filter((text) => text !== '')
    .join('\n');

function said(part: Part): string {
  if (part.kind === 'picture') return part.alt?.text ?? '';
  return part.kind === 'text' && (part.role ?? part.entry) !== undefined ? wordsOf(part) : '';
}

/** Lines end with the space that parts their words. */
function wordsOf({ lines }: TextPart): string {
  const runs = lines.flatMap((line) => line.runs);
  return runs
    .map((run) => (run.kind === 'emoji' ? run.emoji : run.glyphs.map(({ text }) => text).join('')))
    .join('')
    .trim();
}
