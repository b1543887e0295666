// How a text goes on over several sheets: it is turned at the end of a stanza, else of a sentence, else of a line,
// so that nobody has to turn the page in the middle of a thought, and no line is left alone.
import { type Block, type BlockOptions, blockOf, setBlock } from './block.ts';
import { SENTENCE_END } from './breaking.ts';
import { linesThatFit } from './fit.ts';
import type { Shaper } from './shape.ts';
import { fitted, type Paragraph } from './words.ts';

/** A place between two words, or between two paragraphs (`word` is then the number of words). */
interface Cut {
  readonly paragraph: number;
  readonly word: number;
}

/** Where a page may be turned. What is said aloud in a sentence often ends before the sentence does. */
type Place = 'stanza' | 'sentence' | 'quiet sentence';

interface Wish {
  readonly place: Place;
  /** A sheet is filled to this part at least. */
  readonly filled: number;
  /** A line may stand alone. */
  readonly alone?: true;
}

/** Better places first. */
const WISHES: readonly Wish[] = [
  { place: 'stanza', filled: 0.34 },
  { place: 'sentence', filled: 0.55 },
];
const WISHES_FOR_WHOLE_SENTENCES: readonly Wish[] = [
  { place: 'stanza', filled: 0.34 },
  { place: 'quiet sentence', filled: 0.4 },
  { place: 'sentence', filled: 0.4 },
  { place: 'quiet sentence', filled: 0, alone: true },
  { place: 'sentence', filled: 0, alone: true },
];
const SAID = /[”’"'」』]$/u;
/** Space above a line, in sizes, from which it opens a stanza. */
const STANZA = 1;
/** Lines that belong together at a head or foot. */
const COMPANY = 2;

/** Blocks for rooms of the given heights (points), the last height repeating. */
export function flowParagraphs(
  shaper: Shaper,
  paragraphs: readonly Paragraph[],
  options: BlockOptions,
  heights: readonly number[],
): readonly Block[] {
  const measure = options.measure / options.size;
  // Words too long for a line are cut once and for all, so that cuts can be told by number.
  let rest: readonly Paragraph[] = paragraphs.map((each) => ({ ...each, words: fitted(shaper, each, measure) }));
  const set = (some: readonly Paragraph[]): Block => setBlock(shaper, some, options);
  const wishes = shaper.style.wholeSentences ? WISHES_FOR_WHOLE_SENTENCES : WISHES;
  const blocks: Block[] = [];
  while (rest.length > 0) {
    const room = heights[Math.min(blocks.length, heights.length - 1)] ?? 0;
    const near = beginning(rest, options, room);
    const all = set(near);
    if (all.height <= room) return [...blocks, all];
    const cut = goodCut(near, room, set, wishes);
    if (cut !== undefined) {
      blocks.push(set(before(near, cut)));
      rest = after(rest, cut);
      continue;
    }
    const lines = all.lines.slice(0, withCompany(all.lines, linesThatFit(all, all.lines, room)));
    blocks.push(blockOf(lines, all));
    const last = lines.at(-1);
    rest = last === undefined ? [] : after(rest, { paragraph: last.paragraph, word: last.end ?? 0 });
  }
  return blocks;
}

/** As much of the paragraphs as certainly passes the room by two lines, so that long texts are not set over and over. */
function beginning(
  paragraphs: readonly Paragraph[],
  { size, leading, measure }: BlockOptions,
  room: number,
): readonly Paragraph[] {
  let ems = (Math.ceil(room / (size * leading)) + 3) * (measure / size);
  for (const [paragraph, { words }] of paragraphs.entries())
    for (const [word, { width, space }] of words.entries()) {
      ems -= width + space;
      if (ems < 0) return before(paragraphs, { paragraph, word: word + 1 });
    }
  return paragraphs;
}

const before = (paragraphs: readonly Paragraph[], { paragraph, word }: Cut): readonly Paragraph[] =>
  paragraphs
    .slice(0, paragraph + 1)
    .map((each, index) => (index < paragraph ? each : { ...each, words: each.words.slice(0, word) }));

const after = (paragraphs: readonly Paragraph[], { paragraph, word }: Cut): readonly Paragraph[] =>
  paragraphs
    .slice(paragraph)
    .map((each, index) => (index > 0 ? each : { ...each, words: each.words.slice(word) }))
    .filter(({ words }) => words.length > 0);

/** The last end of a stanza, else of a sentence, that fills the sheet well and leaves no line alone. */
function goodCut(
  paragraphs: readonly Paragraph[],
  room: number,
  set: (some: readonly Paragraph[]) => Block,
  wishes: readonly Wish[],
): Cut | undefined {
  const suits = (cut: Cut, { filled, alone }: Wish): boolean | 'too little' => {
    const head = set(before(paragraphs, cut));
    if (head.height > room) return false;
    if (head.height < room * filled) return 'too little';
    return alone ?? keepsCompany(head, set(after(paragraphs, cut)), cut, paragraphs);
  };
  for (const wish of wishes) {
    for (const cut of cutsOf(paragraphs, wish.place).toReversed()) {
      const suited = suits(cut, wish);
      if (suited === 'too little') break;
      if (suited) return cut;
    }
  }
  return undefined;
}

function cutsOf(paragraphs: readonly Paragraph[], place: Place): readonly Cut[] {
  if (place === 'stanza')
    return paragraphs.flatMap(({ words }, paragraph) =>
      (paragraphs[paragraph + 1]?.gap ?? 0) >= STANZA ? [{ paragraph, word: words.length }] : [],
    );
  return paragraphs.flatMap(({ words, gap }, paragraph) =>
    words.flatMap(({ text, space }, index) => {
      const isLast = index === words.length - 1;
      // A told paragraph ends where a thought does; a line of somebody's own only where its sentence does.
      const ends =
        (isLast && gap === undefined) ||
        (SENTENCE_END.test(text) && (isLast || place === 'sentence' || !SAID.test(text)));
      return ends && (space > 0 || isLast) ? [{ paragraph, word: index + 1 }] : [];
    }),
  );
}

/** How often the page is turned in the middle of a sentence. */
export const sentencesCut = (blocks: readonly Block[]): number =>
  blocks.slice(0, -1).filter(({ lines }) => !SENTENCE_END.test(wordsOf(lines.at(-1)))).length;

const wordsOf = (line: Block['lines'][number] | undefined): string =>
  (line?.runs ?? [])
    .flatMap((run) => (run.kind === 'emoji' ? [run.emoji] : run.glyphs.map(({ text }) => text)))
    .join('')
    .trimEnd();

/** One line fewer where the very last would else be alone on its sheet. */
const withCompany = (lines: Block['lines'], count: number): number =>
  lines.length - count === 1 && count > COMPANY ? count - 1 : count;

/** Whether two lines at least stand on either side, and two of a paragraph or stanza that is cut. */
function keepsCompany(head: Block, tail: Block, { paragraph, word }: Cut, paragraphs: readonly Paragraph[]): boolean {
  if (head.lines.length < COMPANY || tail.lines.length < COMPANY) return false;
  const next = paragraphs[word === paragraphs[paragraph]?.words.length ? paragraph + 1 : paragraph];
  if (next !== paragraphs[paragraph] && opensStanza(next?.gap)) return true;
  return linesTogether(head.lines.toReversed()) >= COMPANY && linesTogether(tail.lines, true) >= COMPANY;
}

/** A told paragraph stands for itself, and so does a stanza's first line. */
const opensStanza = (gap: number | undefined): boolean => gap === undefined || gap >= STANZA;

/** How many lines from the first belong to one paragraph or stanza; `down` when they are in reading order. */
function linesTogether(lines: Block['lines'], down = false): number {
  const parted = lines.findIndex((line, index) => {
    const neighbour = lines[index - 1];
    if (neighbour === undefined || neighbour.paragraph === line.paragraph) return false;
    return opensStanza(down ? line.gap : neighbour.gap);
  });
  return parted === -1 ? lines.length : parted;
}
