import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODY_FACES } from '../../../src/render/fonts/catalogue.ts';
import type { Block } from '../../../src/render/text/block.ts';
import { flowParagraphs } from '../../../src/render/text/flow.ts';
import { createShaper } from '../../../src/render/text/shape.ts';
import { shapeOwnLine, shapeParagraph } from '../../../src/render/text/words.ts';
import { ROOMY_TYPE } from '../../../src/render/theme.ts';

const shaper = createShaper();
const OPTIONS = { size: 20, leading: 1.6, measure: 330 } as const;
const told = (text: string) => shapeParagraph(shaper, text, BODY_FACES.ko);
const own = (text: string, gap: number) => shapeOwnLine(shaper, text, BODY_FACES.ko, gap);
const textOf = (block: Block): string =>
  block.lines
    .flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'emoji' ? [run.emoji] : run.glyphs.map((g) => g.text))))
    .join('')
    .trim();
const DAY =
  '아침에 일어나서 세수를 하고 밥을 먹고 가방을 메고 학교에 가서 친구들과 신나게 놀고 청소도 하고 집에 와서 숙제를 하고 저녁을 먹고 잠이 들었다.';

describe('text that goes on over several sheets', () => {
  it('is turned where a sentence ends, although a line could still stand', () => {
    const blocks = flowParagraphs(shaper, [told(`${DAY} `.repeat(6).trim())], OPTIONS, [330]);
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) expect(textOf(block)).toMatch(/^아침에.*들었다\.$/su);
  });

  it('is turned between stanzas of a poem', () => {
    const stanza = (gap: number) => [
      own('달님이 웃는다', gap),
      own('별님도 웃는다', 0.2),
      own('나도 따라 웃는다', 0.2),
    ];
    const poem = [...stanza(0.2), ...stanza(1.8), ...stanza(1.8)];
    const blocks = flowParagraphs(shaper, poem, OPTIONS, [270]);
    expect(blocks.map(({ lines }) => lines.length)).toEqual([6, 3]);
    // A sheet may rather stay half empty.
    const low = flowParagraphs(shaper, poem.slice(0, 6), OPTIONS, [200]);
    expect(low.map(({ lines }) => lines.length)).toEqual([3, 3]);
  });

  it('leaves no line of a stanza alone, although a sentence ends there', () => {
    const poem = [
      ...Array.from({ length: 5 }, (_, index) => own(`별 하나에 추억과 ${index}`, 0.2)),
      own('나는 노래한다.', 0.2),
      own('끝', 0.2),
    ];
    const heights = [234, 200];
    for (const height of heights) {
      const counts = flowParagraphs(shaper, poem, OPTIONS, [height]).map(({ lines }) => lines.length);
      expect(counts.length).toBe(2);
      expect(Math.min(...counts)).toBeGreaterThan(1);
    }
  });

  it('is turned at the end of a line where a sentence has no end, two lines at least on either side', () => {
    const blocks = flowParagraphs(shaper, [told('그리고 또 놀고 '.repeat(60).trim())], OPTIONS, [300]);
    for (const { lines } of blocks) expect(lines.length).toBeGreaterThan(1);
  });

  it('is turned in no sentence where whole ones are wished for, although a sheet stays emptier', () => {
    const text =
      '운동장에서 도윤이가 깜짝 놀라서 “어머나!” 소리가 절로 나왔어요. 그래서 친구들을 모두 불렀어요. 좋아요.';
    const large = createShaper(ROOMY_TYPE);
    const options = { size: 30, leading: 2, measure: 330 } as const;
    for (const height of [150, 210, 270, 330]) {
      const paragraph = shapeParagraph(large, `${text} ${text}`, BODY_FACES.ko);
      const blocks = flowParagraphs(large, [paragraph], options, [height]);
      expect(blocks.length).toBeGreaterThan(1);
      if (height >= 210) for (const block of blocks) expect(textOf(block)).toMatch(/[요]\.$/u);
    }
  });

  it('loses no word and passes no room, whatever comes', () => {
    const word = fc.constantFrom('달', '별님이', '웃었다.', '“가자!”', '가'.repeat(40), '숲으로');
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 60, max: 500 }),
        (paragraphs, height) => {
          const texts = paragraphs.map((words) => words.join(' '));
          const blocks = flowParagraphs(shaper, texts.map(told), OPTIONS, [height]);
          expect(blocks.map(textOf).join('').replaceAll(' ', '')).toBe(texts.join('').replaceAll(' ', ''));
          for (const block of blocks) expect(block.height).toBeLessThanOrEqual(height);
        },
      ),
      { numRuns: 60 },
    );
  });
});
