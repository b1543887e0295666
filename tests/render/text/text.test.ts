import { describe, expect, it } from 'vitest';
import { BODY_FACES, TITLE_FACES } from '../../../src/render/fonts/catalogue.ts';
import { loadFace } from '../../../src/render/fonts/face.ts';
import { baselinesOf, blockOf, setBlock } from '../../../src/render/text/block.ts';
import { cleanText, oneLine, paragraphsOf } from '../../../src/render/text/clean.ts';
import { fitBlock, flowBlock } from '../../../src/render/text/fit.ts';
import { ownLines } from '../../../src/render/text/own-text.ts';
import { createShaper, type Run } from '../../../src/render/text/shape.ts';
import { shapeOwnLine, shapeParagraph } from '../../../src/render/text/words.ts';

const facesOf = (runs: readonly Run[]): string[] => runs.map((run) => (run.kind === 'emoji' ? run.emoji : run.face));
const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'emoji' ? run.emoji : run.glyphs.map((glyph) => glyph.text).join(''))).join('');

describe('cleaning text', () => {
  it('composes what a Mac has taken apart', () => {
    expect(cleanText('나는 학교에 갔어요'.normalize('NFD'))).toBe('나는 학교에 갔어요');
  });

  it('drops what cannot be seen and keeps what joins emoji', () => {
    expect(cleanText('달\u200B나\uFEFF라\u00AD \u0007👨‍👩‍👧')).toBe('달나라 👨‍👩‍👧');
  });

  it('makes every space one space and every line end a line feed', () => {
    expect(cleanText(' 가\u00A0\u3000나\t다 \r\n라\u2028마\r바 ')).toBe('가 나 다\n라\n마\n바');
  });

  it('finds paragraphs between empty lines', () => {
    expect(paragraphsOf('\n가.\n\n \n나.\n')).toEqual(['가.', '나.']);
    expect(oneLine('긴\n제목')).toBe('긴 제목');
  });
});

describe('an author’s own words', () => {
  it('keep their lines, the empty ones between them, and their spaces', () => {
    expect(ownLines('\n첫째 줄\n  둘째  줄 \n\n넷째\t줄\n\n')).toEqual([
      { text: '첫째 줄', empty: 0 },
      { text: '  둘째  줄', empty: 0 },
      { text: '넷째    줄', empty: 1 },
    ]);
  });

  it('are drawn with every space', () => {
    const shaper = createShaper();
    const options = { size: 20, leading: 1.6, measure: 400 };
    const set = (text: string) => setBlock(shaper, [shapeOwnLine(shaper, text, BODY_FACES.ko, 0)], options);
    const { lines, width } = set('  공백   여러 개');
    expect(textOf(lines.flatMap(({ runs }) => runs))).toBe('  공백   여러 개');
    expect(width).toBeGreaterThan(set('공백 여러 개').width);
  });

  it('stand a line apart between stanzas', () => {
    const shaper = createShaper();
    const options = { size: 20, leading: 1.6, measure: 400 };
    const poem = [0.2, 0.2, 1.8].map((gap) => shapeOwnLine(shaper, '달', BODY_FACES.ko, gap));
    const [first = 0, second = 0, third = 0] = baselinesOf(setBlock(shaper, poem, options));
    expect(third - second - (second - first)).toBeCloseTo(32);
  });
});

describe('shaping', () => {
  it('takes each character from the first face that has it', () => {
    expect(facesOf(createShaper().shape('달月', BODY_FACES.ko).runs)).toEqual(['gowun', 'noto']);
    expect(facesOf(createShaper().shape('달쀍', TITLE_FACES).runs)).toEqual(['jua', 'notoBold']);
  });

  it('leaves the double quotation marks of a title to another face', () => {
    expect(facesOf(createShaper().shape('“달”', TITLE_FACES).runs)).toEqual(['notoBold', 'jua', 'notoBold']);
  });

  it.each(['😀', '👨‍👩‍👧', '🇰🇷', '❤️', '👍🏽', '1️⃣', '☀️', '🏳️‍🌈'])('draws %s as one picture', (emoji) => {
    expect(facesOf(createShaper().shape(emoji, BODY_FACES.ko).runs)).toEqual([emoji]);
  });

  it('keeps hearts and notes that are letters as letters', () => {
    expect(facesOf(createShaper().shape('♡', BODY_FACES.ko).runs)).toEqual(['gowun']);
  });

  it('drops and remembers what nothing draws', () => {
    const shaper = createShaper();
    expect(textOf(shaper.shape('가ש나', BODY_FACES.ko).runs)).toBe('가나');
    expect([...shaper.dropped]).toEqual(['ש']);
  });

  it('keeps the letter where only its accent cannot be drawn', () => {
    const shaper = createShaper();
    expect(textOf(shaper.shape('가\u0E34', BODY_FACES.ko).runs)).toBe('가');
    expect([...shaper.dropped]).toEqual(['\u0E34']);
  });

  it('kerns', () => {
    const glyphs = loadFace('gowun').shape('AVATAR');
    const kerned = glyphs.reduce((sum, glyph) => sum + glyph.step, 0);
    expect(kerned).toBeLessThan(glyphs.reduce((sum, glyph) => sum + glyph.advance, 0));
  });

  it('covers every syllable there is, in text and in titles', () => {
    const covered = (faces: readonly ('gowun' | 'jua' | 'notoBold')[], code: number): boolean =>
      faces.some((face) => loadFace(face).covers(code));
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      if (!covered(['gowun'], code) || !covered(['jua', 'notoBold'], code))
        throw new Error(`no glyph for ${String.fromCodePoint(code)}`);
    }
  });
});

describe('setting text', () => {
  const shaper = createShaper();
  const paragraph = (text: string) => shapeParagraph(shaper, text, BODY_FACES.ko);
  const lineTexts = (lines: readonly { readonly runs: readonly Run[] }[]): string[] =>
    lines.map(({ runs }) => textOf(runs));

  it('draws the space at the end of a line, so that words stay apart for those who listen', () => {
    const { lines } = setBlock(shaper, [paragraph('별이가 창문을 활짝 열며 말했어요.')], {
      size: 20,
      leading: 1.6,
      measure: 160,
    });
    expect(lineTexts(lines).join('')).toBe('별이가 창문을 활짝 열며 말했어요.');
    expect(lines.length).toBeGreaterThan(1);
  });

  it('cuts a word that is wider than the line, and keeps its closing marks with it', () => {
    const word = `${'가나다라마바사아자차'.repeat(3)}”.`;
    const { lines, width } = setBlock(shaper, [paragraph(word)], { size: 20, leading: 1.6, measure: 200 });
    expect(width).toBeLessThanOrEqual(200);
    expect(lineTexts(lines).join('')).toBe(word);
    for (const line of lineTexts(lines)) expect(line).not.toMatch(/^[”.]/);
  });

  it('takes the largest size that fits', () => {
    const text = [paragraph('별이가 창문을 활짝 열며 말했어요. 고양이는 꼬리를 살랑살랑 흔들었지요.')];
    const range = { ideal: 20, floor: 15, leading: 1.6 };
    const roomy = fitBlock(shaper, text, range, { width: 480, height: 200 });
    const tight = fitBlock(shaper, text, range, { width: 300, height: 75 });
    expect(roomy?.size).toBe(20);
    expect(tight?.size).toBeLessThan(20);
    expect(tight?.height).toBeLessThanOrEqual(75);
    expect(fitBlock(shaper, text, range, { width: 300, height: 20 })).toBeUndefined();
  });

  it('flows on without leaving a line alone at a head or foot', () => {
    const lines = [0, 0, 0, 1, 1, 1, 2].map((index) => ({ runs: [], width: 10, paragraph: index }));
    const block = blockOf(lines, { size: 10, leading: 2 });
    const heightOf = (count: number): number => blockOf(lines.slice(0, count), block).height;
    const flowed = (height: number): number[] => flowBlock(block, [height]).map((each) => each.lines.length);
    // Four lines would leave the second paragraph's first line alone at the foot.
    expect(flowed(heightOf(4))[0]).toBe(3);
    // Five would leave its last line alone at the head, four its first one alone at the foot.
    expect(flowed(heightOf(5))[0]).toBe(3);
    expect(flowed(heightOf(7))).toEqual([7]);
  });
});
