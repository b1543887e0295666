import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURES } from '../../../../../src/pipeline/storyteller/frames/en/levels.ts';
import { countWords } from '../../../../../src/pipeline/storyteller/frames/en/text.ts';
import { CLASSIFICATIONS, type Fields, READING_LEVELS } from '../../../../../src/story.ts';
import { compose, tell } from './books.ts';

const TYPED = [
  'run',
  'runs fast',
  'is sitting on a chair',
  "doesn't eat",
  "can't find her shoe",
  'soccer',
  'reads a book to bear',
  'The rabbit ate a carrot.',
  'because it rained',
  'it rained so they got wet',
  'they will go home',
  'maybe the sun comes out',
  'happy',
  'joy',
  'feeling sad',
  'a picnic',
  'forest',
  'night, the beach',
  'rabbit',
  '3 ducks',
  'Mia and Leo',
  'grandma',
  '민지',
  '토끼가 뛰어요.',
  '🎉',
  '!!!',
  '...',
  'blorp',
  'a\nb',
  '"Hello!"',
  "let's go",
  'to help mom',
  'is',
  'the',
  'not',
  'and',
  'because',
  "'",
  '“',
  'I',
  'me',
  'be',
  'to',
  'so',
  '3',
  'x'.repeat(2000),
  'was going to',
  'Mr. Fox',
  'happy, sad, , ,',
];
const text = fc.oneof(
  fc.constantFrom(...TYPED),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...TYPED), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' ')),
);
const page: fc.Arbitrary<Fields> = fc.record(
  {
    name: text,
    i_action: text,
    classification: fc.constantFrom(...CLASSIFICATIONS),
    character: text,
    setting: text,
    action: text,
    feeling: text,
    causalRelationship: text,
    outcomeResolution: text,
    prediction: text,
  },
  { requiredKeys: ['name', 'i_action', 'classification'] },
) as fc.Arbitrary<Fields>;
const book = fc.array(page, { minLength: 1, maxLength: 10 });
const options = fc.record({ level: fc.constantFrom(...READING_LEVELS), seed: fc.nat() });

test('whatever is typed, every page says something, in whole sentences, the same each time', () => {
  fc.assert(
    fc.property(book, options, (pages, how) => {
      const told = tell(pages, how);
      expect(told).toHaveLength(pages.length);
      for (const page of told) {
        expect(page.trim()).not.toBe('');
        expect(page).not.toMatch(/\n|\s\s|\[object|\bnull\b/);
      }
      if (!JSON.stringify(pages).includes('undefined')) expect(told.join(' ')).not.toContain('undefined');
      expect(tell(pages, how)).toEqual(told);
    }),
    { numRuns: 100 },
  );
});

test('no sentence pattern is used twice in a row in one book', () => {
  fc.assert(
    fc.property(book, options, (pages, how) => {
      const patterns = compose(pages, how)
        .flat()
        .filter((line) => line.part === 0)
        .map((line) => line.pattern);
      patterns.forEach((pattern, at) => {
        if (pattern !== undefined) expect(patterns[at + 1]).not.toBe(pattern);
      });
    }),
    { numRuns: 100 },
  );
});

const DEEDS = [
  'runs',
  'jumps',
  'eats a carrot',
  'sleeps',
  'sings',
  'draws a cat',
  'is sitting',
  "can't swim",
  'reads a book',
  'goes home',
];
const NAMES = ['Mia', 'rabbit', 'Leo, Mia', 'grandma', '3 ducks'];
const plainBook = fc.record({
  deeds: fc.shuffledSubarray(DEEDS, { minLength: 10 }),
  name: fc.constantFrom(...NAMES),
  classification: fc.constantFrom(...CLASSIFICATIONS),
});

test('ten pages with the three required fields alone are ten different texts of the length of their level', () => {
  fc.assert(
    fc.property(plainBook, options, ({ deeds, name, classification }, how) => {
      const pages = compose(
        deeds.map((i_action) => ({ name, i_action, classification })),
        how,
      );
      const { least, most } = MEASURES[how.level];
      for (const lines of pages) {
        expect(lines.length).toBeGreaterThanOrEqual(least);
        expect(lines.length).toBeLessThanOrEqual(most);
      }
      const sentences = pages.flat().map((line) => line.text);
      const twice = sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at);
      expect(twice.length, twice.join(' | ')).toBeLessThanOrEqual(how.level === '고학년' ? 3 : 2);
      const words = sentences.map(countWords);
      expect(Math.max(...words)).toBeLessThanOrEqual(MEASURES[how.level].words + 3);
    }),
    { numRuns: 100 },
  );
});

test('a finished sentence of the child is kept word for word, in any field and at any level', () => {
  const own = 'The rabbit ate a carrot.';
  const field = fc.constantFrom(
    'i_action',
    'character',
    'setting',
    'action',
    'feeling',
    'causalRelationship',
    'outcomeResolution',
    'prediction',
  );
  fc.assert(
    fc.property(field, options, (key, how) => {
      const fields: Fields = { name: 'Mia', i_action: 'runs', classification: '사회관계', [key]: own };
      expect(tell([fields], how)[0]).toContain(own);
    }),
    { numRuns: 100 },
  );
});
