import { expect, test } from 'vitest';
import { article } from '../../../../../src/pipeline/storyteller/frames/en/articles.ts';
import { IRREGULAR_PAST } from '../../../../../src/pipeline/storyteller/frames/en/irregular.ts';
import { capitalized, countWords, listed, sentence } from '../../../../../src/pipeline/storyteller/frames/en/text.ts';
import { ingOf, knownVerb, likelyVerb, pastOf } from '../../../../../src/pipeline/storyteller/frames/en/verbs.ts';

test.each([
  ['run', 'ran'],
  ['eat', 'ate'],
  ['sleep', 'slept'],
  ['read', 'read'],
  ['put', 'put'],
  ['lie', 'lay'],
  ['lay', 'laid'],
  ['fly', 'flew'],
  ['hide', 'hid'],
  ['swim', 'swam'],
  ['teach', 'taught'],
  ['shake', 'shook'],
  ['stop', 'stopped'],
  ['hug', 'hugged'],
  ['plan', 'planned'],
  ['visit', 'visited'],
  ['open', 'opened'],
  ['prefer', 'preferred'],
  ['travel', 'traveled'],
  ['cry', 'cried'],
  ['play', 'played'],
  ['bake', 'baked'],
  ['tie', 'tied'],
  ['agree', 'agreed'],
  ['fix', 'fixed'],
  ['snow', 'snowed'],
  ['wave', 'waved'],
  ['rain', 'rained'],
  ['picnic', 'picnicked'],
  ['squat', 'squatted'],
  ['wait', 'waited'],
  ['echo', 'echoed'],
])('the past of "%s" is "%s"', (base, past) => {
  expect(pastOf(base)).toBe(past);
});

test.each([
  ['run', 'running'],
  ['make', 'making'],
  ['lie', 'lying'],
  ['see', 'seeing'],
  ['tiptoe', 'tiptoeing'],
  ['be', 'being'],
  ['play', 'playing'],
  ['dye', 'dyeing'],
  ['picnic', 'picnicking'],
  ['whisper', 'whispering'],
])('the -ing form of "%s" is "%s"', (base, ing) => {
  expect(ingOf(base)).toBe(ing);
});

test.each([
  ['running', 'run'],
  ['making', 'make'],
  ['lying', 'lie'],
  ['seeing', 'see'],
  ['goes', 'go'],
  ['has', 'have'],
  ['does', 'do'],
  ['cries', 'cry'],
  ['watches', 'watch'],
  ['ran', 'run'],
  ['found', 'find'],
  ['saw', 'see'],
  ['felt', 'feel'],
  ['zorbing', 'zorb'],
  ['blogging', 'blog'],
])('"%s" is a form of "%s"', (word, base) => {
  expect(likelyVerb(word)?.base).toBe(base);
});

test.each(['morning', 'king', 'bed', 'red', 'carrot', 'mia', 'bear'])('"%s" is not taken for a verb', (word) => {
  expect(likelyVerb(word)).toBeUndefined();
});

test('the table of irregular verbs holds more than two hundred, each with a past', () => {
  expect(IRREGULAR_PAST.size).toBeGreaterThan(200);
  for (const [base, past] of IRREGULAR_PAST) expect(past, base).toMatch(/^[a-z]+$/);
});

test('every irregular past leads back to a verb', () => {
  for (const past of IRREGULAR_PAST.values()) {
    if (past !== 'was' && past !== 'bore') expect(knownVerb(past), past).toBeDefined();
  }
});

test.each([
  ['apple', 'an'],
  ['hour', 'an'],
  ['honest fox', 'an'],
  ['unicorn', 'a'],
  ['uniform', 'a'],
  ['umbrella', 'an'],
  ['8-legged spider', 'an'],
  ['11-year-old', 'an'],
  ['18-wheeler', 'an'],
  ['3-legged stool', 'a'],
  ['one-eyed cat', 'a'],
  ['ukulele', 'a'],
  ['European bird', 'a'],
  ['X-ray', 'an'],
  ['house', 'a'],
  ['unimportant thing', 'an'],
  ['old owl', 'an'],
])('before "%s" stands "%s"', (phrase, expected) => {
  expect(article(phrase)).toBe(expected);
});

test('lists take the Oxford comma', () => {
  expect(listed(['a bear'])).toBe('a bear');
  expect(listed(['a bear', 'a bird'])).toBe('a bear and a bird');
  expect(listed(['a bear', 'a bird', 'a fox'])).toBe('a bear, a bird, and a fox');
});

test('sentences get their capital, their stop, curly apostrophes, and small numbers in words', () => {
  expect(sentence("mia didn't eat")).toBe('Mia didn’t eat.');
  expect(sentence('“look!” said Mia')).toBe('“Look!” said Mia.');
  expect(sentence('mia saw 3 ducks')).toBe('Mia saw three ducks.');
  expect(sentence('it was 3:05 when bus 12B came')).toBe('It was 3:05 when bus 12B came.');
  expect(sentence('what next?')).toBe('What next?');
  expect(sentence("the ducks' pond")).toBe('The ducks’ pond.');
});

test('an emoji at the head of a sentence leaves the word after it small', () => {
  expect(capitalized('🎉 was there')).toBe('🎉 was there');
});

test('words are counted without bare marks', () => {
  expect(countWords('“Look!” — said Mia 🎉')).toBe(3);
});
