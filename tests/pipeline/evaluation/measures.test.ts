// METEOR, CIDEr and what they stand on, against recorded values of their references.
import { describe, expect, it } from 'vitest';
import { makeCider } from '../../../src/pipeline/evaluation/measures/cider.ts';
import { meteor } from '../../../src/pipeline/evaluation/measures/meteor.ts';
import { stemmed } from '../../../src/pipeline/evaluation/measures/porter.ts';
import { bareWords, spaced, words } from '../../../src/pipeline/evaluation/measures/tokens.ts';
import { TEXTS } from './golden.ts';

const { cases, stems } = TEXTS;

describe('words', () => {
  it.each(cases)('are those of nltk: $told', ({ told, wanted, toldWords, wantedWords }) => {
    expect(words(told)).toEqual(toldWords);
    expect(words(wanted)).toEqual(wantedWords);
  });

  it('lose their marks and capitals where CIDEr is asked to do as with its Java tokenizer', () => {
    expect(bareWords('Hello, 별이가 "와!" 했어요... 3.5점')).toEqual(['hello', '별이가', '와', '했어요', '3.5점']);
  });
});

describe('the stemmer', () => {
  it.each(stems)('makes of %s the same as nltk: %s', (word, stem) => expect(stemmed(word.toLowerCase())).toBe(stem));
});

describe('METEOR', () => {
  it('has pairs that match in part, wholly and not at all', () => {
    const scores = cases.map((each) => each.meteor);
    expect(scores).toContain(0);
    expect(Math.max(...scores)).toBeGreaterThan(0.95);
    expect(scores.filter((score) => score > 0.1 && score < 0.9).length).toBeGreaterThan(20);
  });

  it.each(cases)('is that of nltk: $told', (each) => {
    expect(meteor(words(each.told), words(each.wanted))).toBeCloseTo(each.meteor, 10);
    expect(meteor(spaced(each.told), spaced(each.wanted))).toBeCloseTo(each.meteorSpaced, 10);
  });
});

describe('CIDEr', () => {
  const making = makeCider();
  for (const { wanted } of cases) making.add(spaced(wanted));
  const cider = making.finish();

  it.each(cases)('is that of the published algorithm: $told', (each) => {
    const { cider: score, plain } = cider.score(spaced(each.told), spaced(each.wanted));
    expect(score).toBeCloseTo(each.cider, 8);
    expect(plain).toBeCloseTo(each.ciderPlain, 8);
  });

  it('is ten for a text that says what nobody else says, and is its own reference', () => {
    const { cider: score, plain } = cider.score(spaced('가 나 다 라 마 바 사'), spaced('가 나 다 라 마 바 사'));
    expect(score).toBeCloseTo(10);
    expect(plain).toBeCloseTo(10);
  });
});
