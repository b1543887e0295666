// The example books are what a newcomer sees first: their fields and pictures must fit together and stay varied.
// Drawing itself is left to `examples/draw`; making books of them to the demo.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawings } from '../examples/draw/drawings.ts';
import { loadSharp } from '../src/raster.ts';
import { CLASSIFICATIONS, LOCALES, MAX_PICTURES, READING_LEVELS } from '../src/story.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const BOOKS = ['moonlight-picnic', 'school-yard'] as const;
const KIB = 1024;

const phrase = z.string().trim().min(1);
const Fields = z.strictObject({
  name: phrase,
  i_action: phrase,
  classification: z.enum(CLASSIFICATIONS),
  character: phrase.optional(),
  setting: phrase.optional(),
  action: phrase.optional(),
  feeling: phrase.optional(),
  causalRelationship: phrase.optional(),
  outcomeResolution: phrase.optional(),
  prediction: phrase.optional(),
});
const Example = z.strictObject({
  title: phrase,
  locale: z.enum(LOCALES),
  authors: z.array(phrase).min(1),
  level: z.enum(READING_LEVELS),
  pages: z
    .array(z.strictObject({ picture: phrase, caption: phrase, fields: Fields, text: phrase.optional() }))
    .min(1)
    .max(MAX_PICTURES),
});

const readExample = (book: string, locale: string): z.infer<typeof Example> =>
  Example.parse(JSON.parse(readFileSync(join(EXAMPLES, book, `fields.${locale}.json`), 'utf8')));

const picturesOf = (book: string): readonly string[] =>
  readdirSync(join(EXAMPLES, book))
    .filter((file) => /\.(png|jpg)$/.test(file))
    .sort();

async function shapeOf(book: string, file: string): Promise<{ format: string; width: number; height: number }> {
  const sharp = await loadSharp();
  const path = join(EXAMPLES, book, file);
  const { info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  const { format } = await sharp(path).metadata();
  return { format: String(format), width: info.width, height: info.height };
}

describe.each(BOOKS)('the example book %s', (book) => {
  it.each(LOCALES)('names every picture of its folder, in order, in %s', (locale) => {
    const example = readExample(book, locale);
    expect(example.locale).toBe(locale);
    expect(example.pages.map((page) => page.picture)).toEqual(picturesOf(book));
    expect(example.pages).toHaveLength(6);
  });

  it('agrees in both languages about pictures, level, classifications and which fields are filled', () => {
    const [ko, en] = [readExample(book, 'ko'), readExample(book, 'en')];
    expect(en.level).toBe(ko.level);
    const bones = ({ pages }: typeof ko) =>
      pages.map(({ picture, fields, text }) => ({
        picture,
        classification: fields.classification,
        filled: Object.keys(fields).sort(),
        own: text !== undefined,
      }));
    expect(bones(en)).toEqual(bones(ko));
  });

  it.each(LOCALES)('has exactly one page in a child’s own words in %s', (locale) => {
    expect(readExample(book, locale).pages.filter((page) => page.text !== undefined)).toHaveLength(1);
  });

  it('captions each picture with one sentence of its own in the book’s language', () => {
    for (const locale of LOCALES) {
      const captions = readExample(book, locale).pages.map((page) => page.caption);
      expect(new Set(captions).size).toBe(captions.length);
      for (const caption of captions) {
        expect(caption).toMatch(/^[^.!?]{15,}\.$/);
        expect(/[가-힣]/.test(caption)).toBe(locale === 'ko');
      }
    }
  });

  it('leaves some optional fields empty, as people do', () => {
    const filled = readExample(book, 'ko').pages.map((page) => Object.keys(page.fields).join());
    expect(new Set(filled).size).toBeGreaterThanOrEqual(4);
  });

  it('lists exactly its pictures in the table of drawings', () => {
    const listed = drawings.filter((drawing) => drawing.book === book);
    expect(listed.map(({ name, format }) => `${name}.${format}`)).toEqual(picturesOf(book));
  });
});

describe('the example pictures together', () => {
  const all = BOOKS.flatMap((book) => picturesOf(book).map((file) => ({ book, file })));

  it('decode at a size fit for print, as the kind their name says', async () => {
    for (const { book, file } of all) {
      const { format, width, height } = await shapeOf(book, file);
      expect(format, file).toBe(file.endsWith('.jpg') ? 'jpeg' : 'png');
      expect(Math.max(width, height), file).toBeGreaterThanOrEqual(1600);
      expect(Math.max(width, height), file).toBeLessThanOrEqual(2400);
    }
  });

  it('are of many shapes: tall, square, four to three, and wide', async () => {
    const ratios: number[] = [];
    for (const { book, file } of all) {
      const { width, height } = await shapeOf(book, file);
      ratios.push(width / height);
    }
    const count = (least: number, most: number): number =>
      ratios.filter((ratio) => ratio >= least && ratio <= most).length;
    expect(count(0, 0.76)).toBeGreaterThanOrEqual(2);
    expect(count(0.99, 1.01)).toBeGreaterThanOrEqual(2);
    expect(count(1.3, 1.36)).toBeGreaterThanOrEqual(2);
    expect(count(1.77, 1.79)).toBeGreaterThanOrEqual(1);
    expect(count(1.99, 2.01)).toBeGreaterThanOrEqual(1);
  });

  it('are small enough to carry along', () => {
    const sizes = all.map(({ book, file }) => statSync(join(EXAMPLES, book, file)).size);
    expect(Math.max(...sizes)).toBeLessThan(1200 * KIB);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(9 * KIB * KIB);
  });

  it('are no older than the drawings they were made of', () => {
    const drawn = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(join(EXAMPLES, 'draw', 'drawn.json'), 'utf8')));
    const now = drawings.map(({ book, name, draw }) => [
      `${book}/${name}`,
      createHash('sha256').update(draw().svg).digest('hex'),
    ]);
    expect(drawn).toEqual(Object.fromEntries(now));
  });
});
