// The images of the pages beside the pages of the file as poppler draws them: pages of the examples and odd ones.
// Skipped where poppler is not installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { receivePicture } from '../../../src/pipeline/image/receive.ts';
import { loadSharp } from '../../../src/raster.ts';
import { renderBook, type SheetImage } from '../../../src/render/index.ts';
import type { Fields, PageFormat } from '../../../src/story.ts';
import { makeBook, type Shot, STORY, type TestBook } from '../books.ts';

const hasPoppler = spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).error === undefined;
const why = hasPoppler ? '' : ' (skipped: poppler is not installed)';

/** Letters that are smoothed by other rules, and photographs that are made small by others, come to about half of this. */
const MOST_ON_AVERAGE = 3;
/** A word that is missing or stands elsewhere goes beyond it. */
const MOST_ANYWHERE = 130;

const LIMITS = { bytes: 20 * 2 ** 20, pixels: 20e6, frames: 1 };

/** Every other page of an example, with what was said of its picture. */
async function example(name: string): Promise<TestBook> {
  const folder = new URL(`../../../examples/${name}/`, import.meta.url);
  interface Example {
    readonly title: string;
    readonly authors: readonly string[];
    readonly pages: readonly { readonly picture: string; readonly caption: string; readonly fields: Fields }[];
  }
  const { title, authors, pages: all }: Example = JSON.parse(await readFile(new URL('fields.ko.json', folder), 'utf8'));
  const pages = all.filter((_, index) => index % 2 === 0);
  const received = await Promise.all(
    pages.map(async ({ picture }) => receivePicture(await readFile(new URL(picture, folder)), { limits: LIMITS })),
  );
  const bytes = new Map(received.map(({ picture, bytes: each }) => [picture.key, each]));
  const source = { kind: 'person' } as const;
  const told = pages.flatMap(({ caption, fields }, index) => {
    const picture = received[index]?.picture;
    return picture ? [{ picture, scene: { fields }, told: { text: caption, locale: 'ko', source } as const }] : [];
  });
  return {
    book: { title, authors, locale: 'ko', level: '저학년', pages: told },
    read: async ({ key }) => bytes.get(key) ?? new Uint8Array(),
  };
}

const ODD: readonly Shot[] = [
  ['night', 592, 840, STORY[0] ?? ''],
  ['forest', 592, 840, '짧아요. 😀🌙'],
  ['dark', 1200, 400, STORY[2] ?? ''],
  ['yard', 300, 1200, '“뷁!” 月 é ♡ 👨‍👩‍👧 AVATAR'],
  ['forest', 700, 500, STORY.join('\n').repeat(3)],
];

const BOOKS: readonly (readonly [name: string, format: PageFormat, make: () => Promise<TestBook>])[] = [
  ['moonlight-picnic', 'square', () => example('moonlight-picnic')],
  ['school-yard', 'a4', () => example('school-yard')],
  ['odd pictures and characters', 'a5', () => makeBook(ODD, { title: '뷁이의 “달(月)” 🌙…' })],
];

/** The pages as poppler draws them at the size of the images. */
function printed(pdf: Uint8Array, { width, height }: SheetImage): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    writeFileSync(join(folder, 'book.pdf'), pdf);
    const size = ['-scale-to-x', `${width}`, '-scale-to-y', `${height}`];
    execFileSync('pdftoppm', ['-png', ...size, join(folder, 'book.pdf'), join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return pages.sort().map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seen from as far away that the smoothing of edges, which every program does in its own way, hardly shows. */
async function fromAfar(image: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(image).removeAlpha().resize(300, 300, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
}

/** How far two images are apart: on average over all pixels, and where they differ most, in 0..255. */
async function apart(one: Uint8Array, other: Uint8Array) {
  const [a, b] = await Promise.all([fromAfar(one), fromAfar(other)]);
  const distances = a.map((value, index) => Math.abs(value - (b[index] ?? 0)));
  return { mean: distances.reduce((sum, each) => sum + each, 0) / a.length, most: Math.max(...countsOf(distances)) };
}

/** The distances that more than a few pixels have. */
function countsOf(distances: Uint8Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const distance of distances) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 3).map(([distance]) => distance);
}

describe.each(BOOKS)('%s', (_, format, make) => {
  it.skipIf(!hasPoppler)(`looks on the screen as in print${why}`, async () => {
    const { book, read } = await make();
    const { bytes, images } = await renderBook(book, { read, format, images: true });
    const [cover] = images;
    if (cover === undefined) throw new Error('no image');
    const pages = printed(bytes, cover);
    expect(pages).toHaveLength(images.length);
    for (const [index, { jpeg }] of images.entries()) {
      const { mean, most } = await apart(jpeg, pages[index] ?? new Uint8Array());
      expect(mean, `page ${index + 1}`).toBeLessThan(MOST_ON_AVERAGE);
      expect(most, `page ${index + 1}`).toBeLessThan(MOST_ANYWHERE);
    }
  });
});
