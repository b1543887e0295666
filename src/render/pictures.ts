// Pictures for the page: encoded within a budget of bytes, and studied for the layouts.
// Placing them is left to the layouts, embedding them to the PDF writer.
import { TalesError, throwIfCancelled } from '../errors.ts';
import { loadSharp } from '../raster.ts';
import { encodePicture, unreadable } from './picture-encode.ts';
import { study } from './picture-study.ts';
import type {
  PictureStudy,
  PrintedPictures,
  PrintImage,
  PrintOptions,
  PrintSource,
  PrintStep,
} from './picture-types.ts';

/** Finest first. 2480 is the long side of A4 at 212 dots per inch, 1600 still 193 on a page of 21 cm. */
const STEPS: readonly PrintStep[] = [
  { index: 0, longSide: 2480, quality: 82 },
  { index: 1, longSide: 2480, quality: 74 },
  { index: 2, longSide: 2000, quality: 78 },
  { index: 3, longSide: 1754, quality: 76 },
  { index: 4, longSide: 1600, quality: 72 },
];
/**
 * Bytes at each step in parts of those at the first, as measured on photographs, rounded down: rather one attempt in
 * vain than pictures smaller than need be.
 */
const RELATIVE = [1, 0.68, 0.5, 0.38, 0.27] as const;
/** Pictures encoded side by side: each streams through in bands, and holds no more than a few dozen megabytes. */
const AT_ONCE = 2;
/** Longest side of the raster that is studied: fine enough to see a child's pencil on a sheet of A4. */
const STUDIED = 256;

/**
 * Encodes all pictures at the finest step at which they fit into the budget together. A key that comes twice is
 * encoded once. A step that turns out too big is left at the first picture beyond the budget, and the next one is
 * chosen by estimate, so that few pictures are encoded in vain.
 * @throws TalesError `book-too-big` when the last step does not fit, `cancelled`, `picture-damaged`.
 */
export async function encodeForPrint(
  pictures: readonly PrintSource[],
  options: PrintOptions,
): Promise<PrintedPictures> {
  const sources = [...new Map(pictures.map((source) => [source.key, source])).values()];
  let step = STEPS[0];
  while (step) {
    const last = step.index === STEPS.length - 1;
    const { images, size, expected } = await attempt(sources, step, options, last);
    if (size <= options.budget) return { images, step };
    if (last) throw new TalesError('book-too-big', { size, limit: options.budget });
    step = nextStep(step.index, expected, options.budget);
  }
  throw new Error('no step to try');
}

/** The finest step after `index` that may fit by estimate; the last where none seems to. */
function nextStep(index: number, expected: number, budget: number): PrintStep | undefined {
  const whole = expected / (RELATIVE[index] ?? 1);
  const later = STEPS.slice(index + 1);
  return later.find((step) => whole * (RELATIVE[step.index] ?? 1) <= budget) ?? later.at(-1);
}

interface Attempt {
  readonly images: ReadonlyMap<string, PrintImage>;
  /** Bytes encoded, in the order of the sources, up to where it stopped. */
  readonly size: number;
  /** Bytes that all sources would take. */
  readonly expected: number;
}

/** Encodes at one step. Unless `whole`, stops where the budget is passed: by order, not by time, hence repeatably. */
async function attempt(
  sources: readonly PrintSource[],
  step: PrintStep,
  { budget, signal }: PrintOptions,
  whole: boolean,
): Promise<Attempt> {
  const done: (PrintImage | undefined)[] = [];
  let [next, counted, size, stopped] = [0, 0, 0, false];
  const run = async (): Promise<void> => {
    while (!stopped) {
      const index = next++;
      const source = sources[index];
      if (!source) return;
      throwIfCancelled(signal);
      done[index] = await encodePicture(await source.read(), step);
      for (let image = done[counted]; image && !stopped; image = done[counted]) {
        size += image.jpeg.length;
        counted++;
        stopped = size > budget && !whole;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run)).finally(() => {
    stopped = true;
  });
  throwIfCancelled(signal);
  const images = sources.flatMap(({ key }, index) => {
    const image = done[index];
    return image ? [[key, image] as const] : [];
  });
  return { images: new Map(images), size, expected: counted === 0 ? 0 : (size * sources.length) / counted };
}

/**
 * Studies a picture on a raster of at most 256 pixels.
 * @throws TalesError `picture-damaged`.
 */
export async function studyPicture(bytes: Uint8Array): Promise<PictureStudy> {
  const sharp = await loadSharp();
  try {
    const { width, height } = await sharp(bytes).metadata();
    const { data, info } = await sharp(bytes, { sequentialRead: true })
      .resize(STUDIED, STUDIED, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return study({ data, width: info.width, height: info.height }, { width, height });
  } catch (cause) {
    throw unreadable(bytes, cause);
  }
}
