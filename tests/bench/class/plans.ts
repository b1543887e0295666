// What each child of a class is going to do: how many pictures, in which messages, which of them twice, late or broken.
// Everything follows from a seed.
import { createHash } from 'node:crypto';
import { receivePicture } from '../../../src/pipeline/image/receive.ts';
import type { Upload } from '../../fakes/discord/files.ts';
import { noisyPhoto } from '../../fakes/photos.ts';

export interface Size {
  readonly children: number;
  /** The most of one child; the fewest are 3. */
  readonly pictures: number;
}

export interface Drawing {
  /** SHA-256 as it is posted, and as it is to be kept. */
  readonly posted: string;
  readonly kept: string;
}

export interface Plan {
  readonly number: number;
  readonly label: string;
  readonly title: string;
  /** Comes when the others have posted their pictures. */
  readonly isLate: boolean;
  /** Files by message: those that are posted at once, and those that follow when the first are described. */
  readonly messages: readonly (readonly Upload[])[];
  readonly after: readonly Upload[];
  /** Every picture that the book is to have. */
  readonly pictures: readonly Drawing[];
  readonly hasBroken: boolean;
  readonly isReturned: boolean;
  readonly isPaused: boolean;
  readonly isHanded: boolean;
}

const FORMATS = ['jpeg', 'png', 'webp'] as const;
const SIZE = { width: 320, height: 240 } as const;
const LIMITS = { bytes: 40 * 2 ** 20, pixels: 60e6, frames: 1 } as const;
const FEWEST = 3;
const MOST_AT_ONCE = 4;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function drawingOf({ bytes }: Upload): Promise<Drawing> {
  const received = await receivePicture(bytes, { limits: LIMITS });
  return { posted: sha256(bytes), kept: sha256(received.bytes) };
}

async function photo(seed: number): Promise<Upload> {
  const format = FORMATS[seed % FORMATS.length] ?? 'jpeg';
  const bytes = new Uint8Array(await noisyPhoto({ ...SIZE, seed, format }));
  return { name: `${seed}.${format}`, bytes, contentType: `image/${format}` };
}

/** Begins as a PNG does, and is none. */
const broken = (number: number): Upload => ({
  name: `broken-${number}.png`,
  bytes: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, number, 2, 3]),
  contentType: 'image/png',
});

function inMessages(files: readonly Upload[], chance: () => number): readonly (readonly Upload[])[] {
  const rest = [...files];
  const messages: Upload[][] = [];
  while (rest.length > 0) messages.push(rest.splice(0, 1 + Math.floor(chance() * MOST_AT_ONCE)));
  return messages;
}

async function planOf(number: number, { children, pictures: most }: Size, chance: () => number): Promise<Plan> {
  const hasBroken = number % 4 === 2;
  // Until it is found to be broken it has a place in the book, which has no more than ten.
  const count = FEWEST + Math.floor(chance() * ((hasBroken ? Math.min(most, 9) : most) - FEWEST + 1));
  const seeds = Array.from({ length: count }, (_, index) => number * 100 + index);
  const photos: Upload[] = [];
  for (const seed of seeds) photos.push(await photo(seed));
  const [first] = photos;
  // The same drawing photographed once and posted twice has two pages.
  if (number % 3 === 0 && first) photos.splice(-1, 1, { ...first, name: `again-${first.name}` });
  const pictures: Drawing[] = [];
  for (const one of photos) pictures.push(await drawingOf(one));
  const after = number % 4 === 1 ? photos.slice(-1) : [];
  const atOnce = photos.slice(0, photos.length - after.length);
  if (hasBroken) atOnce.splice(1, 0, broken(number));
  const isLate = number > children - Math.floor(children / 6);
  return {
    number,
    label: `${number}번`,
    title: `${number}번 아이의 꽃밭`,
    isLate,
    messages: inMessages(atOnce, chance),
    after,
    pictures,
    hasBroken,
    isReturned: number % 5 === 0,
    isPaused: !isLate && number % 7 === 3,
    isHanded: number === 4,
  };
}

export async function plansFor(size: Size, seed: number): Promise<readonly Plan[]> {
  const chance = chances(seed);
  const plans: Plan[] = [];
  for (let number = 1; number <= size.children; number += 1) plans.push(await planOf(number, size, chance));
  return plans;
}
