import { expect, test } from 'vitest';
import { seededChoice } from '../../../../../src/pipeline/storyteller/frames/choice.ts';
import { createDeck, type Pattern } from '../../../../../src/pipeline/storyteller/frames/en/deck.ts';

const patterns = (...texts: readonly string[]): readonly Pattern<undefined>[] =>
  texts.map((text) => ({ id: text, write: () => text.split('|') }));
const limits = { words: 9, room: 2 };

test('every pattern is dealt once before any is dealt again', () => {
  const deck = createDeck(seededChoice(5));
  const all = patterns('One.', 'Two.', 'Three.', 'Four.', 'Five.');
  const dealt = Array.from({ length: 10 }, () => deck.deal(all, undefined, limits)?.pattern);
  expect(new Set(dealt.slice(0, 5)).size).toBe(5);
  expect(new Set(dealt.slice(5)).size).toBe(5);
});

test('of patterns used equally often, the one heard longest ago comes first', () => {
  const deck = createDeck(seededChoice(5));
  const all = patterns('One.', 'Two.', 'Three.');
  const dealt = Array.from({ length: 6 }, () => deck.deal(all, undefined, limits)?.pattern);
  expect(dealt.slice(3)).toEqual(dealt.slice(0, 3));
});

test('a pattern is not dealt twice in a row while another is right', () => {
  const deck = createDeck(seededChoice(1));
  const two = patterns('One.', 'Two.');
  const dealt = Array.from({ length: 8 }, () => deck.deal(two, undefined, limits)?.pattern);
  dealt.forEach((pattern, at) => {
    expect(dealt[at + 1]).not.toBe(pattern);
  });
});

test('a sentence within the limit comes before a longer one, and one far over it is not dealt', () => {
  const deck = createDeck(seededChoice(2));
  const all = patterns('One two three four.', 'One two.', 'One two three four five six.');
  const dealt = Array.from({ length: 6 }, () => deck.deal(all, undefined, { words: 2, room: 1 })?.pattern);
  expect(dealt[0]).toBe('One two.');
  expect(dealt).not.toContain('One two three four five six.');
});

test('two sentences are dealt only where there is room for two', () => {
  const deck = createDeck(seededChoice(3));
  const all = patterns('One.|Two.', 'Three.');
  const dealt = Array.from({ length: 2 }, () => deck.deal(all, undefined, { words: 9, room: 1 })?.sentences.length);
  expect(dealt[0]).toBe(1);
});

test('where no pattern is right nothing is dealt', () => {
  const deck = createDeck(seededChoice(3));
  expect(deck.deal([{ id: 'never', write: () => undefined }], undefined, limits)).toBeUndefined();
});
