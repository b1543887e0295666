import { expect, test } from 'vitest';
import { figuresOf } from '../../../../../src/pipeline/storyteller/frames/en/figures.ts';

const shown = (typed: string): string =>
  figuresOf([typed])
    .map(({ first, later, plural, pronoun }) =>
      [first, later, ...(plural ? ['many'] : []), ...(pronoun ? [pronoun] : [])].join(' / '),
    )
    .join(' + ');

test.each([
  ['Mia', 'Mia / Mia'],
  ['mia', 'Mia / Mia'],
  ['the rabbit', 'the rabbit / the rabbit'],
  ['rabbit', 'a rabbit / the rabbit'],
  ['Rabbit', 'Rabbit / Rabbit'],
  ['a little bear', 'a little bear / the little bear'],
  ['Little bear', 'a little bear / the little bear'],
  ['old owl', 'an old owl / the old owl'],
  ['unicorn', 'a unicorn / the unicorn'],
  ['3 ducks', 'three ducks / the three ducks / many / they'],
  ['friends', 'some friends / the friends / many / they'],
  ['The forest friends', 'the forest friends / the forest friends / many / they'],
  ['grandma', 'Grandma / Grandma / she'],
  ['her mom', 'her mom / her mom / she'],
  ['Mr. Fox', 'Mr. Fox / Mr. Fox / he'],
  ['mr. fox', 'Mr. Fox / Mr. Fox / he'],
  ['민지', '민지 / 민지'],
  ['Mia and Leo', 'Mia / Mia + Leo / Leo'],
  ['Luna the cat', 'Luna the cat / Luna'],
  ['me', 'I / I'],
  ['everyone', 'everyone / everyone'],
  ['🐰', '🐰 / 🐰'],
])('"%s" is called %s', (typed, expected) => {
  expect(shown(typed)).toBe(expected);
});

test('the same figure named twice is one figure', () => {
  expect(figuresOf(['Mia', 'mia', 'Mia and Leo']).map((figure) => figure.first)).toEqual(['Mia', 'Leo']);
});
