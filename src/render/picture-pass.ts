// One pass over all pictures at one step, two side by side, left as soon as the caller sees no hope for it.
// Which steps are tried, and when there is no hope, is decided by `pictures.ts`.
import { throwIfCancelled } from '../errors.ts';
import { type Effort, encodePicture, isFlat } from './picture-encode.ts';
import type { PrintImage, PrintOptions, PrintSource, PrintStep } from './picture-types.ts';

/** Pictures encoded side by side: each streams through in bands, and holds no more than a few dozen megabytes. */
const AT_ONCE = 2;

export interface PassOptions {
  readonly step: PrintStep;
  readonly effort: Effort;
  /** Whether to leave it after the first `counted` pictures, which take `size` bytes. */
  readonly hopeless: (size: number, counted: number) => boolean;
}

export interface Pass {
  /** By the keys of the sources. */
  readonly images: ReadonlyMap<string, PrintImage>;
  /** Bytes of each picture, in the order of the sources, up to where it was left. */
  readonly sizes: readonly number[];
  /** Bytes of these together. */
  readonly size: number;
  /** Whether it went to the end. */
  readonly whole: boolean;
}

export type Press = (options: PassOptions) => Promise<Pass>;

/** Passes over the same pictures. Counts by order, not by time, so that a pass is always left at the same picture. */
export function createPress(sources: readonly PrintSource[], { signal }: Pick<PrintOptions, 'signal'>): Press {
  const flat = new Map<string, boolean>();
  const encode = async ({ key, read }: PrintSource, { step, effort }: PassOptions): Promise<PrintImage> => {
    throwIfCancelled(signal);
    const bytes = await read();
    const known = flat.get(key) ?? (await isFlat(bytes));
    flat.set(key, known);
    return encodePicture(bytes, { step, effort, flat: known });
  };
  return async (options) => {
    const done: (PrintImage | undefined)[] = [];
    const sizes: number[] = [];
    let [next, size, stopped] = [0, 0, false];
    const run = async (): Promise<void> => {
      while (!stopped) {
        const index = next++;
        const source = sources[index];
        if (!source) return;
        done[index] = await encode(source, options);
        for (let image = done[sizes.length]; image && !stopped; image = done[sizes.length]) {
          size += image.jpeg.length;
          sizes.push(image.jpeg.length);
          stopped = options.hopeless(size, sizes.length);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, run)).finally(() => {
      stopped = true;
    });
    throwIfCancelled(signal);
    const whole = sizes.length === sources.length;
    return { images: byKey(sources, done), sizes, size, whole };
  };
}

function byKey(
  sources: readonly PrintSource[],
  done: readonly (PrintImage | undefined)[],
): ReadonlyMap<string, PrintImage> {
  return new Map(
    sources.flatMap(({ key }, index) => {
      const image = done[index];
      return image ? [[key, image] as const] : [];
    }),
  );
}
