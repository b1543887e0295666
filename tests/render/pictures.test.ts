import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadSharp } from '../../src/raster.ts';
import { contrast, fromOklab, toOklab } from '../../src/render/picture-colour.ts';
import { coveredByFew, type Effort, encodePicture, isFlat } from '../../src/render/picture-encode.ts';
import type { PrintedPictures, PrintImage, PrintSource, PrintStep, Rgb } from '../../src/render/picture-types.ts';
import { encodeForPrint, STEPS, studyPicture } from '../../src/render/pictures.ts';
import { noisyPhoto } from '../fakes/photos.ts';

const sharp = await loadSharp();
const INK: Rgb = [33, 31, 46];

const source = (key: string, bytes: Uint8Array): PrintSource => ({ key, read: async () => bytes });
/** Sources that note each reading. */
function counted(pictures: readonly Uint8Array[]) {
  const reads: number[] = [];
  const read = (index: number, bytes: Uint8Array) => async () => {
    reads.push(index);
    return bytes;
  };
  return { reads, sources: pictures.map((bytes, index) => ({ key: `${index}`, read: read(index, bytes) })) };
}
const svg = (body: string, width = 300, height = 200): Promise<Buffer> =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`))
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer();
const digest = ({ images }: Pick<PrintedPictures, 'images'>): readonly string[] =>
  [...images.values()].map(({ jpeg }) => createHash('sha256').update(jpeg).digest('hex'));
const total = ({ images }: Pick<PrintedPictures, 'images'>): number =>
  [...images.values()].reduce((sum, { jpeg }) => sum + jpeg.length, 0);

const photos = await Promise.all([1, 2, 3].map((seed) => noisyPhoto({ width: 2600, height: 420, seed })));

describe('encoding for print', () => {
  it('gives every picture as a JPEG without metadata, at the finest step when there is room', async () => {
    const withPlace = await sharp(photos[0])
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const printed = await encodeForPrint([source('a', withPlace)], { budget: 10e6 });
    const image = printed.images.get('a');
    expect(printed.step).toEqual({ index: 0, longSide: 2480, quality: 82 });
    const metadata = await sharp(image?.jpeg).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 2480, height: 401, channels: 3, space: 'srgb' });
    expect([metadata.exif, metadata.icc, metadata.xmp]).toEqual([undefined, undefined, undefined]);
    expect(image).toMatchObject({ width: 2480, height: 401 });
  });

  it('makes no picture larger than the step, and none larger than it was', async () => {
    const wide = await noisyPhoto({ width: 3508, height: 600, seed: 4 });
    const small = await noisyPhoto({ width: 300, height: 400, seed: 5 });
    const { images } = await encodeForPrint([source('wide', wide), source('small', small)], { budget: 10e6 });
    expect(images.get('wide')).toMatchObject({ width: 2480, height: 424 });
    expect(images.get('small')).toMatchObject({ width: 300, height: 400 });
  });

  it('encodes a key that comes twice once', async () => {
    const { sources, reads } = counted(photos.slice(0, 1));
    const [same] = sources.map((one) => ({ ...one, key: 'same' }));
    if (!same) throw new Error('no source');
    const other = source('other', photos[1] ?? new Uint8Array());
    const { images } = await encodeForPrint([same, same, other], { budget: 10e6 });
    expect([...images.keys()]).toEqual(['same', 'other']);
    expect(reads).toEqual([0]);
  });

  it('refuses what does not fit at the last step, with the size it takes there', async () => {
    const small = await sharp(photos[0]).resize(500).jpeg().toBuffer();
    const last = await passOf([small], { step: STEPS[4], effort: 'thorough' });
    const budget = total(last) - 1;
    expect((await encodeForPrint([source('a', small)], { budget: budget + 1 })).step.index).toBe(4);
    await expect(encodeForPrint([source('a', small)], { budget })).rejects.toMatchObject({
      code: 'book-too-big',
      details: { size: budget + 1, limit: budget },
    });
  });

  it('does not try every step when the budget is far away', async () => {
    const { sources, reads } = counted([...photos, ...photos]);
    await expect(encodeForPrint(sources, { budget: 1000 })).rejects.toMatchObject({ code: 'book-too-big' });
    // Three have been begun at most when the first turns out too big; then all six come at the last step.
    expect(reads.length).toBeLessThanOrEqual(3 + 6);
  });

  it('gives the same bytes every time, whichever picture is ready first', async () => {
    const slowFirst: readonly PrintSource[] = photos.map((bytes, index) => ({
      key: `${index}`,
      read: async () => {
        for (let turn = 0; turn < (3 - index) * 50; turn++) await new Promise(setImmediate);
        return bytes;
      },
    }));
    const quick = photos.map((bytes, index) => source(`${index}`, bytes));
    const budget = Math.floor(total(await encodeForPrint(quick, { budget: 100e6 })) * 0.9);
    const [one, other] = [await encodeForPrint(quick, { budget }), await encodeForPrint(slowFirst, { budget })];
    expect(digest(other)).toEqual(digest(one));
    expect(other.step).toEqual(one.step);
  });

  it('keeps a flat drawing free of colour fringes: red lines on white stay red', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `<rect x="${i * 15}" width="2" height="200" fill="#e00000"/>`);
    const drawing = await svg(lines.join(''));
    const printed = await encodeForPrint([source('drawing', drawing)], { budget: 10e6 });
    const data = await sharp(printed.images.get('drawing')?.jpeg).raw().toBuffer();
    const original = await sharp(drawing).raw().toBuffer();
    const squares = original.reduce((sum, value, at) => sum + (value - (data[at] ?? 0)) ** 2, 0);
    expect(Math.sqrt(squares / original.length)).toBeLessThan(6);
  });

  it('stops when cancelled, and says which picture file broke while stored', async () => {
    const aborted = AbortSignal.abort();
    await expect(
      encodeForPrint([source('a', photos[0] ?? new Uint8Array())], { budget: 1, signal: aborted }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
    const broken = (await svg('')).subarray(0, 60);
    await expect(encodeForPrint([source('a', broken)], { budget: 1e6 })).rejects.toMatchObject({
      code: 'picture-damaged',
      details: { format: 'PNG' },
    });
    await expect(studyPicture(broken)).rejects.toMatchObject({ code: 'picture-damaged' });
  });

  it('takes no pictures for what they are', async () => {
    expect((await encodeForPrint([], { budget: 0 })).images.size).toBe(0);
  });
});

interface PassWanted {
  readonly step: PrintStep | undefined;
  readonly effort: Effort;
}

/** All pictures at one step, by no plan at all. */
async function passOf(pictures: readonly Uint8Array[], { step, effort }: PassWanted) {
  if (!step) throw new Error('no such step');
  const images = new Map<string, PrintImage>();
  for (const [index, bytes] of pictures.entries()) {
    images.set(`${index}`, await encodePicture(bytes, { step, effort, flat: await isFlat(bytes) }));
  }
  return { step: step.index, effort, images };
}

/** Every pass there is, finest first, the quick before the thorough. */
async function everyPass(pictures: readonly Uint8Array[]) {
  const passes = [];
  for (const step of STEPS) {
    for (const effort of ['quick', 'thorough'] as const) passes.push(await passOf(pictures, { step, effort }));
  }
  return passes;
}

describe('the step that is chosen', () => {
  const books: Readonly<Record<string, () => Promise<readonly Uint8Array[]>>> = {
    'photographs that every step makes smaller': () =>
      Promise.all([11, 12].map((seed) => noisyPhoto({ width: 2600, height: 64, seed }))),
    'small photographs, which a later step may make larger again': () =>
      Promise.all([14, 15].map((seed) => noisyPhoto({ width: 320, height: 240, seed }))),
    'one large photograph before many small pictures': async () => [
      await noisyPhoto({ width: 2600, height: 96, seed: 16 }),
      ...(await Promise.all([17, 18, 19].map((seed) => noisyPhoto({ width: 200, height: 150, seed })))),
      await svg('<circle cx="90" cy="90" r="70" fill="#f5b942"/>'),
    ],
    'drawings alone': () =>
      Promise.all(
        [1, 2].map((thick) =>
          svg(
            Array.from(
              { length: 60 },
              (_, i) => `<circle cx="${i * 37}" cy="${i * 2}" r="${9 * thick + i}" fill="hsl(${i * 23} 70% 50%)"/>`,
            ).join(''),
            2600,
            160,
          ),
        ),
      ),
  };

  it.each(Object.keys(books))('is the finest that fits, as trying them all would find: %s', async (name) => {
    const pictures = (await books[name]?.()) ?? [];
    const passes = await everyPass(pictures);
    const budgets = passes.flatMap((pass) => [total(pass), total(pass) - 1]);
    const chosen = new Set<number>();
    for (const budget of budgets.filter((bytes) => bytes >= Math.min(...passes.map(total)))) {
      const finest = passes.find((pass) => total(pass) <= budget)?.step;
      const fitting = passes.filter((pass) => pass.step === finest && total(pass) <= budget).map(digest);
      const sources = pictures.map((bytes, index) => source(`${index}`, bytes));
      const printed = await encodeForPrint(sources, { budget });
      expect({ budget, step: printed.step.index }).toEqual({ budget, step: finest });
      expect(fitting).toContainEqual(digest(printed));
      chosen.add(printed.step.index);
    }
    expect(chosen.size).toBeGreaterThan(2);
  });

  it('is the first, encoded quickly, wherever that fits, and thoroughly where only that does', async () => {
    const passes = await everyPass(photos);
    const { sources } = counted(photos);
    const [quick, thorough] = passes;
    if (!quick || !thorough) throw new Error('no passes');
    expect(digest(await encodeForPrint(sources, { budget: total(quick) }))).toEqual(digest(quick));
    expect(digest(await encodeForPrint(sources, { budget: total(quick) - 1 }))).toEqual(digest(thorough));
  });

  it('leaves a pass once what is left cannot be small enough', async () => {
    const { sources, reads } = counted([...photos, ...photos]);
    const [quick, thorough] = await everyPass(photos);
    if (!quick || !thorough) throw new Error('no passes');
    // Too small for the thorough pass by a tenth, too large to leave it out from the start.
    const budget = Math.floor(2 * Math.max(total(thorough) * 0.9, total(quick) * 0.81));
    const printed = await encodeForPrint(sources, { budget });
    expect(printed.step.index).toBe(1);
    // The first pass, the pass at the step chosen, and less than a whole one between them.
    expect(reads.length).toBeLessThan(6 + 6 + 6);
    expect(reads.length).toBeGreaterThan(6 + 6);
  });
});

describe('telling drawings from photographs', () => {
  it('knows a photograph, a drawing as PNG, and a drawing scanned to JPEG', async () => {
    const drawing = await svg(
      '<circle cx="90" cy="90" r="70" fill="#f5b942"/><rect y="150" width="300" height="50" fill="#4fa34f"/>',
    );
    expect(await isFlat(photos[0] ?? drawing)).toBe(false);
    expect(await isFlat(drawing)).toBe(true);
    expect(await isFlat(await sharp(drawing).jpeg({ quality: 92 }).toBuffer())).toBe(true);
  });

  it('counts how much of the raster few colours cover', () => {
    const many = Uint8Array.from({ length: 3000 }, (_, at) => (at * 97) % 256);
    expect(coveredByFew(many)).toBe(false);
    expect(coveredByFew(new Uint8Array(3000).fill(200))).toBe(true);
  });
});

describe('studying a picture', () => {
  it('reads size, edges and how even they are', async () => {
    const picture = await svg(
      '<rect width="300" height="200" fill="#336699"/><rect width="300" height="20" fill="#ffcc00"/>' +
        Array.from({ length: 10 }, (_, i) => `<rect x="260" width="40" y="${i * 20}" height="10" fill="#000"/>`).join(
          '',
        ),
      300,
      200,
    );
    const { width, height, edge, edgeEven } = await studyPicture(picture);
    expect({ width, height }).toEqual({ width: 300, height: 200 });
    const near = (rgb: Rgb, wanted: Rgb): number =>
      Math.max(...rgb.map((value, i) => Math.abs(value - (wanted[i] ?? 0))));
    expect(near(edge.bottom, [0x33, 0x66, 0x99])).toBeLessThan(20);
    expect(near(edge.left, [0x47, 0x70, 0x8a])).toBeLessThan(12);
    expect(edge.top[0]).toBeGreaterThan(200);
    expect(edgeEven.bottom).toBeGreaterThan(edgeEven.right);
    expect(edgeEven.right).toBeLessThan(0.7);
  });

  it('calls the edges of a blank picture even', async () => {
    const { edgeEven } = await studyPicture(await svg('<rect width="300" height="200" fill="#bfe3ff"/>'));
    expect(edgeEven).toEqual({ top: 1, right: 1, bottom: 1, left: 1 });
  });

  it.each([
    ['#c02020', 'a red', (tint: Rgb) => tint[0] > tint[1] && tint[0] > tint[2]],
    ['#2030d0', 'a blue', (tint: Rgb) => tint[2] > tint[0] && tint[2] > tint[1]],
    ['#208030', 'a green', (tint: Rgb) => tint[1] > tint[0] && tint[1] > tint[2]],
    ['#777777', 'a grey', (tint: Rgb) => tint[0] > tint[2] && tint[0] - tint[2] < 30],
  ] as const)('tints the page softly after %s, %s picture', async (fill, _name, fits) => {
    const { tint } = await studyPicture(await svg(`<rect width="300" height="200" fill="${fill}"/>`));
    expect(fits(tint)).toBe(true);
    expect(contrast(tint, INK)).toBeGreaterThan(7);
    const { l, a, b } = toOklab(tint);
    expect(l).toBeGreaterThan(0.93);
    expect(Math.hypot(a, b)).toBeLessThan(0.04);
  });
});

describe('colour arithmetic', () => {
  it('agrees with WCAG on black, white and a grey', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });

  it('goes to Oklab and back', () => {
    for (const rgb of [
      [0, 0, 0],
      [255, 255, 255],
      [200, 40, 40],
      [12, 200, 130],
    ] as const) {
      expect(fromOklab(toOklab(rgb))).toEqual(rgb);
    }
    const red = toOklab([255, 0, 0]);
    expect([red.l, red.a, red.b].map((value) => value.toFixed(3))).toEqual(['0.628', '0.225', '0.126']);
  });
});
