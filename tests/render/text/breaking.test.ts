import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakBalanced, breakLines, type LineRange, type Piece } from '../../../src/render/text/breaking.ts';

/** One em per character, a third of an em per space. */
const pieces = (text: string): Piece[] =>
  text.split(' ').map((word) => ({ text: word, width: [...word].length, space: 0.33 }));
const linesOf = (text: string, ranges: readonly LineRange[]): string[] => {
  const words = text.split(' ');
  return ranges.map(({ start, end }) => words.slice(start, end).join(' '));
};
const set = (text: string, measure: number): string[] => linesOf(text, breakLines(pieces(text), measure));
const widthOf = (line: readonly Piece[]): number =>
  line.reduce((sum, piece, index) => sum + piece.width + (index < line.length - 1 ? piece.space : 0), 0);

describe('breaking lines', () => {
  it('leaves no single word on the last line where it can be helped', () => {
    const text =
      '구름 위에는 꿈을 짜는 거미 할아버지가 살고 있었어요. 할아버지는 여덟 개의 다리로 실을 뽑아 꿈을 엮고 있었답니다. 별이는 웃음꽃 꿈을 골랐어요.';
    expect(set(text, 18).at(-1)?.split(' ').length).toBeGreaterThan(1);
  });

  it('lets a quotation begin a line', () => {
    const text = '아이들의 꿈을 엮고 있었답니다. “너희도 하나 골라 보렴.” 별이는 웃음꽃 꿈을 골랐어요.';
    expect(set(text, 20)).toContainEqual(expect.stringMatching(/^“너희도/));
  });

  it('does not end a line with a word that leans on the next', () => {
    for (const line of set(
      '별이는 숲에서 아주 작은 그 토끼를 보고 정말 크게 한 번 웃었어요. 모두 함께 웃었지요.',
      14,
    ).slice(0, -1)) {
      expect(line).not.toMatch(/ (그|한)$/);
    }
  });

  it('never breaks inside a word, however ragged', () => {
    const text = '“꿈”을 “달까지 가 볼까?”라고 말했어요.';
    expect(set(text, 7).join(' ')).toBe(text);
  });

  it('keeps every word in order and every line within the measure', () => {
    const word = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom('가', '나', '.', ',', '“') });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 9, max: 30 }),
        (words, measure) => {
          const all = pieces(words.join(' '));
          for (const ranges of [breakLines(all, measure), breakBalanced(all, measure, 'text')]) {
            expect(ranges.flatMap(({ start, end }) => all.slice(start, end))).toEqual(all);
            for (const { start, end } of ranges)
              expect(widthOf(all.slice(start, end))).toBeLessThanOrEqual(measure + 1e-6);
          }
        },
      ),
    );
  });

  it('sets a long paragraph in a moment', () => {
    const text = '별이는 달을 보았어요. '.repeat(1000).trim();
    const before = performance.now();
    expect(set(text, 22).length).toBeGreaterThan(300);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('breaking centred lines', () => {
  const centred = (text: string, measure: number, balance: 'title' | 'text' = 'text'): string[] =>
    linesOf(text, breakBalanced(pieces(text), measure, balance));

  it('makes them alike', () => {
    expect(centred('별이와 루나의 달빛 소풍', 8, 'title')).toEqual(['별이와 루나의', '달빛 소풍']);
  });

  it('gives each sentence its line where the sentences are not too unlike', () => {
    expect(centred('운동장에는 친구들이 많았어요. 별이는 미끄럼틀을 타고 슝 내려왔어요.', 24)).toEqual([
      '운동장에는 친구들이 많았어요.',
      '별이는 미끄럼틀을 타고 슝 내려왔어요.',
    ]);
  });
});
