// Laid-out sheets as images for screens, drawn from the same layouts, fonts and pictures as the PDF: what is drawn
// becomes pixels, is laid over the pictures, and the whole becomes a JPEG, which every chat service shows.
import { loadSharp } from '../../raster.ts';
import { readingOf } from '../layout/reading.ts';
import type { LaidOutSheet, Part, PicturePart } from '../layout/sheet.ts';
import type { PrintImage } from '../picture-types.ts';
import { createCanvas, type Pixels } from './canvas.ts';
import { layersOf } from './layers.ts';
import { createOutlines, type Outlines } from './letters.ts';
import { paintParts } from './paint.ts';
import { type PixelSize, pixelSizeOf, pixelsOf } from './pixels.ts';
import { createShrink, type Shrink } from './shrink.ts';

/** A sheet as an image in sRGB. */
export interface SheetImage {
  readonly jpeg: Uint8Array;
  /** Pixels of `jpeg`. */
  readonly width: number;
  readonly height: number;
  /** What a screen reader says of the sheet. */
  readonly text: string;
}

export interface DrawInput {
  readonly sheets: readonly LaidOutSheet[];
  /** The pictures as they are printed, in the order of the book's pages. */
  readonly pictures: readonly PrintImage[];
  /** PNG by emoji, for every emoji on the sheets. */
  readonly emoji: ReadonlyMap<string, Uint8Array>;
}

/** Pixels: body text stays crisp on a telephone, and a page takes some 70 to 190 kB. */
const LONG_SIDE = 1200;
/** For the whole page; small pictures are put into its drawing almost without loss. */
const QUALITY = 80;
const INNER_QUALITY = 94;
/** Sheets drawn side by side: each takes some 20 MB. */
const AT_ONCE = 2;

interface Tools {
  readonly outlines: Outlines;
  readonly shrink: Shrink;
  readonly emoji: ReadonlyMap<string, string>;
}

/** Images in the order of the sheets. The same sheets and pictures give the same bytes. Ends with what `onSheet` throws. */
export async function drawSheets(
  { sheets, pictures, emoji }: DrawInput,
  onSheet: () => void,
): Promise<readonly SheetImage[]> {
  const tools: Tools = {
    outlines: createOutlines(),
    shrink: createShrink({ sheets, longSide: LONG_SIDE, pictures }),
    emoji: new Map([...emoji].map(([name, png]) => [name, address('image/png', png)])),
  };
  const images: SheetImage[] = [];
  const rest = sheets.entries();
  let stopped = false;
  const run = async (): Promise<void> => {
    for (const [index, sheet] of rest) {
      images[index] = await drawSheet(sheet, tools);
      if (stopped) return;
      onSheet();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run)).finally(() => {
    stopped = true;
  });
  return images;
}

async function drawSheet(sheet: LaidOutSheet, tools: Tools): Promise<SheetImage> {
  const size = pixelSizeOf(sheet, LONG_SIDE);
  const canvas = createCanvas(size.width, size.height);
  for (const layer of layersOf(sheet, size)) {
    if (layer.kind === 'drawn') {
      canvas.lay(await rasterise(await draw(layer.parts, size, tools), size));
      continue;
    }
    const { at, clip } = layer.part;
    const box = pixelsOf(at, size.scale);
    canvas.copy(await tools.shrink(layer.part, size.scale), box, clip && pixelsOf(clip.rect, size.scale));
  }
  const { width, height } = size;
  return { jpeg: await toJpeg(canvas.pixels, QUALITY), width, height, text: readingOf(sheet) };
}

async function draw(parts: readonly Part[], size: PixelSize, { outlines, shrink, emoji }: Tools): Promise<string> {
  const pictures = new Map<PicturePart, string>();
  for (const part of parts) {
    if (part.kind !== 'picture') continue;
    pictures.set(part, address('image/jpeg', await toJpeg(await shrink(part, size.scale), INNER_QUALITY)));
  }
  return paintParts(parts, size, {
    outlines,
    picture: (part) => given(pictures.get(part)),
    emoji: (each) => given(emoji.get(each)),
  });
}

function given(href: string | undefined): string {
  if (href === undefined) throw new Error('an image of the sheet was not given');
  return href;
}

const address = (mediaType: string, bytes: Uint8Array): string =>
  `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;

/** RGBA. The SVG is all our own, so it may be longer than what a stranger's is let be. */
async function rasterise(svg: string, { width, height }: PixelSize): Promise<Pixels> {
  const sharp = await loadSharp();
  const data = await sharp(Buffer.from(svg), { unlimited: true }).ensureAlpha().raw().toBuffer();
  return { data, width, height };
}

async function toJpeg({ data, width, height }: Pixels, quality: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
