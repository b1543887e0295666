// The title page of a chapter: a mounted picture, the title, the authors. Every child gets the same mount and the same
// places, and letters of the same size unless a title is too long for them.
import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import type { PictureStudy } from '../picture-types.ts';
import type { Room } from '../text/fit.ts';
import type { Shaper } from '../text/shape.ts';
import { WHITE } from '../theme.ts';
import { ground } from './ground.ts';
import { headline, headlineAt, headlinePart } from './headline.ts';
import { bylineAt, bylineBlock, pillParts, pillSize } from './pill.ts';
import { contain, folio, inset, shadow } from './place.ts';
import { aspectOf, largestWidth } from './scene-types.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';

export interface ChapterInput {
  readonly title: string;
  /** What may be said of the authors, fullest first. */
  readonly bylines: readonly string[];
  readonly locale: Locale;
  readonly faces: readonly FaceId[];
  /** Of the book's first picture, and by what number the sheet names that. */
  readonly study: PictureStudy;
  readonly page: number;
  readonly palette: Palette;
  /** Printed page number. */
  readonly number: number;
}

/** What all chapters of an anthology share. */
export interface ChapterPlan {
  readonly sheet: Sheet;
  readonly shaper: Shaper;
  readonly titleSize: number;
  readonly bylineSize: number;
}

const TITLE = { ideal: 46, floor: 15, mostLines: 3 } as const;
/** Below this, one long title does not make all others small. */
const SHARED_TITLE = 28;
const BYLINE = { ideal: 17, floor: 10 } as const;
const SHARED_BYLINE = 14;
/** Height, in sheet heights, that two lines on a pill need. */
const BYLINE_PLACE = 0.11;
const RADIUS = 20;
/** White around the picture, in sides of the mount. */
const MAT = 0.045;

const titleRoom = (sheet: Sheet): Room => ({ width: sheet.width - 2 * sheet.margin, height: sheet.height * 0.17 });
const bylineRoom = (sheet: Sheet): Room => ({
  width: sheet.width - 2 * sheet.margin - 44,
  height: sheet.height * 0.075,
});

type Words = Pick<ChapterInput, 'title' | 'bylines' | 'faces'>;

export function planChapters(sheet: Sheet, shaper: Shaper, chapters: readonly Words[]): ChapterPlan {
  const titles = chapters.map(({ title }) => headline(shaper, title, TITLE, titleRoom(sheet)).size);
  const bylines = chapters.flatMap(({ bylines: choices, faces }) => {
    const found = bylineBlock(shaper, { choices, faces }, BYLINE, bylineRoom(sheet));
    return found ? [found.block.size] : [];
  });
  const bylineSize = Math.max(SHARED_BYLINE, Math.min(BYLINE.ideal * shaper.style.small, ...bylines));
  return {
    sheet,
    shaper,
    titleSize: Math.max(SHARED_TITLE, Math.min(TITLE.ideal, ...titles)),
    bylineSize,
  };
}

export function layOutChapter(input: ChapterInput, plan: ChapterPlan): LaidOutSheet {
  const { sheet } = plan;
  const { palette, title, number } = input;
  const places = placesOf(sheet);
  return {
    kind: 'chapter',
    width: sheet.width,
    height: sheet.height,
    paper: palette.soft,
    bookmark: title,
    number,
    parts: [
      ...ground(sheet, palette, places.mount.y + places.mount.height * 0.78),
      ...mounted(input, places.mount),
      ...titleParts(input, plan, places.title),
      ...bylineParts(input, plan, places.byline),
      ...folio({
        shaper: plan.shaper,
        faces: input.faces,
        number,
        x: sheet.width / 2,
        baseline: sheet.height - sheet.folio,
        colour: palette.deep,
        badge: palette.soft,
      }),
    ],
  };
}

interface Places {
  readonly mount: Rect;
  readonly title: Rect;
  /** The pill stands in its middle. */
  readonly byline: Rect;
}

/** The same for every chapter. */
function placesOf(sheet: Sheet): Places {
  const title = titleRoom(sheet);
  const byline = { width: title.width, height: sheet.height * BYLINE_PLACE };
  const foot = sheet.height - sheet.folio - 30;
  const gap = sheet.height * 0.02;
  const free = foot - sheet.margin * 0.9 - title.height - byline.height - 2 * gap;
  const side = Math.min(sheet.width * 0.7, free);
  const top = sheet.margin * 0.9 + (free - side) * 0.5;
  const under = top + side + gap;
  return {
    mount: { x: (sheet.width - side) / 2, y: top, width: side, height: side },
    title: { x: sheet.margin, y: under, ...title },
    byline: { x: sheet.margin, y: under + title.height + gap, ...byline },
  };
}

/** The picture whole, on a square of white. What it shows is said on the page after. */
function mounted({ page, study, palette }: ChapterInput, mount: Rect): readonly Part[] {
  const inside = inset(mount, mount.width * MAT);
  const fitting = contain(aspectOf(study), inside);
  const width = Math.min(fitting.width, largestWidth(study));
  const height = width / aspectOf(study);
  const at = { x: mount.x + (mount.width - width) / 2, y: mount.y + (mount.height - height) / 2, width, height };
  return [
    ...shadow(mount, RADIUS, palette.deep),
    { kind: 'shape', outline: { kind: 'rect', rect: mount, radius: RADIUS }, fill: WHITE },
    { kind: 'picture', page, at },
  ];
}

function titleParts({ title, palette, locale }: ChapterInput, plan: ChapterPlan, at: Rect): readonly Part[] {
  const { shaper, titleSize, sheet } = plan;
  const own = headline(shaper, title, TITLE, titleRoom(sheet));
  const block = own.size < titleSize ? own : headlineAt(shaper, title, titleSize, titleRoom(sheet));
  return [headlinePart(block, at, { role: 'H2', palette, locale })];
}

function bylineParts({ bylines, faces, palette, locale }: ChapterInput, plan: ChapterPlan, at: Rect): readonly Part[] {
  const { shaper, bylineSize, sheet } = plan;
  const room = bylineRoom(sheet);
  const found = bylineBlock(shaper, { choices: bylines, faces }, BYLINE, room);
  if (!found) return [];
  const size = Math.min(bylineSize, found.block.size);
  const block = bylineAt(shaper, found.text, faces, size, room);
  const pill = pillSize(block);
  const rect = { x: at.x + (at.width - pill.width) / 2, y: at.y + (at.height - pill.height) / 2, ...pill };
  return pillParts(block, rect, palette, locale);
}
