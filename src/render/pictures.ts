// Pictures for the page: the finest step at which they fit into a budget of bytes, and what the layouts want to know.
// Encoding them one after the other is left to `picture-pass.ts`, placing them to the layouts, embedding them to the
// PDF writer.
import { TalesError } from '../errors.ts';
import { loadSharp } from '../raster.ts';
import { type Effort, unreadable } from './picture-encode.ts';
import { createPress, type Pass, type Press } from './picture-pass.ts';
import { study } from './picture-study.ts';
import type { PictureStudy, PrintedPictures, PrintOptions, PrintSource, PrintStep } from './picture-types.ts';

interface Rung extends PrintStep {
  /** Bytes at this step in parts of those at the first, encoded quickly. */
  readonly least: Readonly<Record<Effort, number>>;
}

/**
 * Finest first. 2480 is the long side of A4 at 212 dots per inch, 1600 still 193 on a page of 21 cm.
 *
 * `thorough` decides what is not tried at all, so it lies below all that was measured on photographs and drawings
 * (0.84, 0.59, 0.47, 0.32, 0.23); only faint noise all over a plain ground and blank pictures go below it. `quick`
 * may be wrong, for the thorough attempt follows: it is what photographs usually take.
 */
export const STEPS: readonly Rung[] = [
  { index: 0, longSide: 2480, quality: 82, least: { quick: 1, thorough: 0.8 } },
  { index: 1, longSide: 2480, quality: 74, least: { quick: 0.75, thorough: 0.56 } },
  { index: 2, longSide: 2000, quality: 78, least: { quick: 0.6, thorough: 0.42 } },
  { index: 3, longSide: 1754, quality: 76, least: { quick: 0.45, thorough: 0.3 } },
  { index: 4, longSide: 1600, quality: 72, least: { quick: 0.35, thorough: 0.2 } },
];
const [FIRST, LAST] = [STEPS[0], STEPS.at(-1)];
/** What a picture takes at least, at any step but the last. */
const LEAST_BEFORE_LAST = Math.min(...STEPS.slice(0, -1).map(({ least }) => least.thorough));
/** Longest side of the raster that is studied: fine enough to see a child's pencil on a sheet of A4. */
const STUDIED = 256;

/**
 * Encodes all pictures at the finest step at which they fit into the budget together: quickly where that fits,
 * thoroughly where only that does. A key that comes twice is encoded once. The first, quick pass tells how much each
 * picture takes; by that, steps that cannot fit are left out, and a pass is left as soon as it cannot fit any more.
 * @throws TalesError `book-too-big` when the last step does not fit, `cancelled`, `picture-damaged`.
 */
export async function encodeForPrint(
  pictures: readonly PrintSource[],
  options: PrintOptions,
): Promise<PrintedPictures> {
  const printed = await tryForPrint(pictures, options);
  if ('images' in printed) return printed;
  const size = [...printed.least.values()].reduce((sum, each) => sum + each, 0);
  throw new TalesError('book-too-big', { size, limit: options.budget });
}

/** What did not fit: how many bytes each picture takes at the last step. */
export interface Unprinted {
  /** By the keys of the sources. */
  readonly least: ReadonlyMap<string, number>;
}

/** The same, for those who know what to do with pictures that do not fit. */
export async function tryForPrint(
  pictures: readonly PrintSource[],
  options: PrintOptions,
): Promise<PrintedPictures | Unprinted> {
  const { budget } = options;
  const press = createPress([...new Map(pictures.map((source) => [source.key, source])).values()], options);
  if (!FIRST || !LAST) throw new Error('no step to try');
  const first = await press({ step: FIRST, effort: 'quick', hopeless: (size) => size * LEAST_BEFORE_LAST > budget });
  if (first.whole && first.size <= budget) return printed(first, FIRST);
  for (const rung of STEPS) {
    for (const effort of ['quick', 'thorough'] as const) {
      const final = rung === LAST && effort === 'thorough';
      if (!final && first.size * rung.least[effort] > budget) continue;
      const pass = await attempt(press, { rung, effort, final, budget, before: first.sizes });
      if (pass.whole && pass.size <= budget) return printed(pass, rung);
      if (final) return { least: new Map([...pass.images].map(([key, { jpeg }]) => [key, jpeg.length])) };
    }
  }
  throw new Error('the last step is always tried');
}

interface Attempt {
  readonly rung: Rung;
  readonly effort: Effort;
  /** Encoded to the end, to say how big it is. */
  readonly final: boolean;
  readonly budget: number;
  /** Bytes of each picture in the first pass. */
  readonly before: readonly number[];
}

function attempt(press: Press, { rung, effort, final, budget, before }: Attempt): Promise<Pass> {
  const part = rung.least[effort];
  const rest = (counted: number): number => part * before.slice(counted).reduce((sum, size) => sum + size, 0);
  return press({ step: rung, effort, hopeless: (size, counted) => !final && size + rest(counted) > budget });
}

function printed({ images }: Pass, { index, longSide, quality }: Rung): PrintedPictures {
  return { images, step: { index, longSide, quality } };
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
