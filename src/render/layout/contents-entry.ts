// One entry of the table of contents: print, title, authors, dots that lead the eye, page number. All of it is one link.
import { type FaceId, TITLE_FACES } from '../fonts/catalogue.ts';
import type { Palette } from '../palette.ts';
import { type Block, setBlock } from '../text/block.ts';
import { graphemesOf } from '../text/clean.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { INK } from '../theme.ts';
import type { ContentsEntry, ContentsRow } from './contents-types.ts';
import { printSize } from './mosaic.ts';
import { framed, placeLines } from './place.ts';
import type { Entry, Part, Rect } from './sheet.ts';

interface Style {
  readonly width: number;
  readonly palette: Palette;
  readonly shaper: Shaper;
  /** Of all measures below. */
  readonly scale: number;
}

const TITLE_SIZE = 14;
const AUTHORS_SIZE = 10;
const LEADING = 1.3;
/** Lines that a title, and its authors, may take here; the title page has all of it. */
const MOST_LINES = 2;
const PRINT = 46;
const BETWEEN = 10;
/** For the page number, so that titles never touch it. */
const NUMBER = 40;
const ROOM_ABOVE = 7;
const AUTHORS_GAP = 5;
const DOTS = { every: 6, radius: 0.8, least: 3 } as const;

export function entryRow(entry: ContentsEntry, style: Style): ContentsRow {
  const { scale } = style;
  const left = entry.own ? (PRINT + BETWEEN) * scale : 0;
  const measure = style.width - left - NUMBER * scale;
  const title = clipped(style.shaper, [entry.title], TITLE_FACES, { size: TITLE_SIZE * scale, measure });
  const authors = clipped(style.shaper, entry.authors, entry.faces, { size: AUTHORS_SIZE * scale, measure });
  const words = title.height + (authors ? AUTHORS_GAP * scale + authors.height : 0);
  const height = Math.max(entry.own ? PRINT * scale : 0, words + 2 * ROOM_ABOVE * scale);
  return { height, parts: (rect) => rowParts(entry, style, { title, authors, words, left }, rect) };
}

interface Set {
  readonly title: Block;
  readonly authors: Block | undefined;
  /** Height of both. */
  readonly words: number;
  readonly left: number;
}

function rowParts(
  entry: ContentsEntry,
  style: Style,
  { title, authors, words, left }: Set,
  rect: Rect,
): readonly Part[] {
  const { palette, scale } = style;
  const shared: Entry = {
    at: rect,
    label: entry.label,
    ...(entry.own && { to: entry.own.to }),
  };
  const common = { kind: 'text', entry: shared, locale: entry.locale } as const;
  const at = { x: rect.x + left, y: rect.y + (rect.height - words) / 2, width: rect.width - left - NUMBER * scale };
  const titleLines = placeLines(title, at, 'left');
  const number = numberLine(entry, style, rect, titleLines.at(-1)?.baseline ?? at.y);
  const after = at.x + (title.lines.at(-1)?.width ?? 0);
  return [
    ...printParts(entry, rect, style),
    { ...common, lines: titleLines, size: title.size, colour: palette.deep },
    ...(authors
      ? [
          {
            ...common,
            lines: placeLines(authors, { ...at, y: at.y + title.height + AUTHORS_GAP * scale }, 'left'),
            size: authors.size,
            colour: INK,
          },
        ]
      : []),
    ...dots(after, number.x, number.baseline, palette),
    { ...common, lines: [number], size: title.size, colour: palette.accent },
  ];
}

function numberLine({ number }: ContentsEntry, { shaper, scale }: Style, rect: Rect, baseline: number) {
  const { runs, width } = shaper.shape(String(number), TITLE_FACES);
  return { x: rect.x + rect.width - width * TITLE_SIZE * scale, baseline, runs };
}

function printParts({ own }: ContentsEntry, rect: Rect, { palette, scale }: Style): readonly Part[] {
  if (!own) return [];
  const { page, study } = own.tile;
  const side = PRINT * scale;
  const { width, height } = printSize(study, { width: side, height: side });
  const at = {
    x: rect.x + (side - width) / 2,
    y: rect.y + (rect.height - height) / 2,
    width,
    height,
  };
  return framed({ page, at, mat: 1.5, radius: 2, shadow: palette.deep });
}

/** On a grid of their own, so that those of all entries stand below each other. */
function dots(from: number, to: number, baseline: number, palette: Palette): readonly Part[] {
  const first = Math.ceil((from + DOTS.every) / DOTS.every);
  const last = Math.floor((to - DOTS.every) / DOTS.every);
  if (last - first < DOTS.least) return [];
  return Array.from({ length: last - first + 1 }, (_, index): Part => {
    const outline = {
      kind: 'circle',
      x: (first + index) * DOTS.every,
      y: baseline - 1.5,
      radius: DOTS.radius,
    } as const;
    return { kind: 'shape', outline, fill: palette.middle };
  });
}

interface Setting {
  readonly size: number;
  readonly measure: number;
}

/** The fullest choice that fits, else as much of the last as does. */
function clipped(
  shaper: Shaper,
  choices: readonly [string, ...string[]],
  faces: readonly FaceId[],
  setting: Setting,
): Block;
function clipped(
  shaper: Shaper,
  choices: readonly string[],
  faces: readonly FaceId[],
  setting: Setting,
): Block | undefined;
function clipped(
  shaper: Shaper,
  choices: readonly string[],
  faces: readonly FaceId[],
  setting: Setting,
): Block | undefined {
  const set = (text: string): Block =>
    setBlock(shaper, [shapeParagraph(shaper, text, faces)], { ...setting, leading: LEADING });
  const fits = ({ lines }: Block): boolean => lines.length <= MOST_LINES;
  const whole = choices.map(set).find(fits);
  const last = choices.at(-1);
  if (whole || last === undefined) return whole;
  const letters = graphemesOf(last);
  const upTo = (count: number): Block => set(`${letters.slice(0, count).join('').trimEnd()}…`);
  let [least, most] = [1, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(upTo(middle))) least = middle;
    else most = middle - 1;
  }
  return upTo(least);
}
