import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../src/sentences.ts';

describe('a text', () => {
  it.each([
    [
      'ends a sentence at its marks',
      '별이가 걸었어요. 달이 떴어요! 잘까?',
      ['별이가 걸었어요. ', '달이 떴어요! ', '잘까?'],
    ],
    [
      'ends one at a line end',
      '달님이 웃어요\n별님도 웃어요\n\n나도',
      ['달님이 웃어요\n', '별님도 웃어요\n\n', '나도'],
    ],
    [
      'keeps a quotation and who says it together',
      '“좋아!” 하고 말했어요. “응?”이라고 했지요.',
      ['“좋아!” 하고 말했어요. ', '“응?”이라고 했지요.'],
    ],
    ['parts a quotation from what follows it', '“잘 자!” 별이가 말했어요.', ['“잘 자!” ', '별이가 말했어요.']],
    ['goes on in small letters', '“Shall we go?” asked Star. “Yes!”', ['“Shall we go?” asked Star. ', '“Yes!”']],
    [
      'goes on after a pause',
      '살금살금… 쿵! 그리고... 갔어요. Well... maybe.',
      ['살금살금… 쿵! ', '그리고... 갔어요. ', 'Well... maybe.'],
    ],
    ['ends with a pause where what was said ends', '“그래서…” 별이가 웃었어요.', ['“그래서…” ', '별이가 웃었어요.']],
    ['begins anew with a capital after a pause', 'He waited... Then he left.', ['He waited... ', 'Then he left.']],
    [
      'does not end in numbers, dates and titles',
      '3.5킬로미터. 2026. 3. 1. 봄. Mr. Kim ran.',
      ['3.5킬로미터. ', '2026. 3. 1. 봄. ', 'Mr. Kim ran.'],
    ],
    ['ends at full-width marks', '달이다！ 별이다。 응', ['달이다！ ', '별이다。 ', '응']],
    ['keeps space at its beginning', '\n 안녕', ['\n 안녕']],
    ['has none when it is empty', '', []],
  ])('%s', (_what, text, sentences) => {
    expect(sentencesIn(text)).toEqual(sentences);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '별이가',
      'Luna',
      ' ',
      '\n',
      '.',
      '…',
      '...',
      '?!',
      '”',
      '“',
      '하고 ',
      'Mr',
      '3',
      '👨‍👩‍👧',
      '\t',
      '。',
    ),
    fc.string({ unit: 'binary' }),
  );
  it('is its sentences, to the character, and none of them is blank', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const sentences = sentencesIn(text);
        expect(sentences.join('')).toBe(text);
        if (text.trim() !== '') for (const sentence of sentences) expect(sentence.trim()).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
