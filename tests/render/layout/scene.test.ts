import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODY_FACES } from '../../../src/render/fonts/catalogue.ts';
import { sheetOf } from '../../../src/render/formats.ts';
import { layOutScene } from '../../../src/render/layout/scene.ts';
import type { SceneInput } from '../../../src/render/layout/scene-types.ts';
import type { LaidOutSheet, TextPart } from '../../../src/render/layout/sheet.ts';
import { scenePalette } from '../../../src/render/palette.ts';
import { createShaper } from '../../../src/render/text/shape.ts';
import { shapeParagraph } from '../../../src/render/text/words.ts';
import { ROOMY_TYPE, USUAL_TYPE } from '../../../src/render/theme.ts';
import { PAGE_FORMATS, READING_LEVELS } from '../../../src/story.ts';
import { STORY } from '../books.ts';
import { boxesOf, figuresOf, overlap, studyOf, textsOf, wordsOf } from './boxes.ts';

const shapers = { usual: createShaper(USUAL_TYPE), roomy: createShaper(ROOMY_TYPE) };
/** A case is of usual type unless it says otherwise. */
interface Case {
  readonly format: (typeof PAGE_FORMATS)[number];
  readonly level: (typeof READING_LEVELS)[number];
  readonly width: number;
  readonly height: number;
  readonly paragraphs: readonly string[];
  readonly busy: boolean;
  readonly type?: keyof typeof shapers;
}

const inputOf = ({ format, level, width, height, paragraphs, busy, type = 'usual' }: Case): SceneInput => {
  const shaper = shapers[type];
  const study = studyOf(width, height, busy);
  return {
    sheet: sheetOf(format),
    page: 0,
    number: 1,
    bookmark: '1쪽',
    study,
    alt: { text: '그림', locale: 'ko' },
    paragraphs: paragraphs.map((text) => shapeParagraph(shaper, text, BODY_FACES.ko)),
    locale: 'ko',
    body: shaper.style.body[level],
    faces: BODY_FACES.ko,
    palette: scenePalette(study),
    shaper,
  };
};

const sentences = STORY.flatMap((text) => text.split('\n'));
const cases: fc.Arbitrary<Case> = fc.record({
  format: fc.constantFrom(...PAGE_FORMATS),
  level: fc.constantFrom(...READING_LEVELS),
  width: fc.integer({ min: 17, max: 4000 }),
  height: fc.integer({ min: 17, max: 4000 }),
  paragraphs: fc.array(fc.constantFrom('응', '👨‍👩‍👧🎉', '가'.repeat(90), ...sentences), { maxLength: 24 }),
  busy: fc.boolean(),
  type: fc.constantFrom('usual', 'roomy'),
});

describe('laying out a scene', () => {
  const check = (property: (sheets: readonly LaidOutSheet[], given: Case) => void): void => {
    fc.assert(
      fc.property(cases, (given) => property(layOutScene(inputOf(given)).sheets, given)),
      { numRuns: 200, seed: 20 },
    );
  };

  it('sets every word, in order, on one sheet or several', () => {
    check((sheets, { paragraphs }) => {
      expect(wordsOf(sheets.flatMap(textsOf)).replaceAll(/\s/g, '')).toBe(paragraphs.join('').replaceAll(/\s/g, ''));
    });
  });

  it('keeps all text 10 mm inside the trim and above the page number', () => {
    check((sheets, { format }) => {
      const { safe, width, height, folio } = sheetOf(format);
      for (const box of sheets.flatMap(textsOf).flatMap(boxesOf)) {
        expect(box.x).toBeGreaterThanOrEqual(safe - 0.01);
        expect(box.y).toBeGreaterThanOrEqual(safe - 0.01);
        expect(box.x + box.width).toBeLessThanOrEqual(width - safe + 0.01);
        expect(box.y + box.height).toBeLessThanOrEqual(height - folio - 14);
      }
    });
  });

  it('never lets lines touch each other or a picture, but on a panel over a plain part', () => {
    check((sheets, { busy }) => {
      for (const sheet of sheets) {
        const boxes = textsOf(sheet).flatMap(boxesOf);
        boxes.forEach((box, index) => {
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        });
        for (const { at, clip } of figuresOf(sheet)) {
          const covered = boxes.some((box) => overlap(box, clip?.rect ?? at));
          // A panel lies on a picture that fills the sheet, or nearly: never beside one that could as well stand alone.
          const fills = at.width * at.height >= 0.74 * sheet.width * sheet.height - 0.01;
          expect(covered && (busy || !fills)).toBe(false);
        }
      }
    });
  });

  it('shows the picture once, undistorted, on the sheet, whole but for half a percent', () => {
    check((sheets, { width, height }) => {
      const figures = sheets.flatMap((sheet) => figuresOf(sheet));
      expect(figures).toHaveLength(1);
      for (const { at } of figures) {
        const [sheet] = sheets;
        expect(at.width / at.height / (width / height)).toBeCloseTo(1, 6);
        const shown = Math.min(at.width, sheet?.width ?? 0) * Math.min(at.height, sheet?.height ?? 0);
        expect(shown / (at.width * at.height)).toBeGreaterThanOrEqual(0.995);
        expect(at.x >= -0.01 || at.width > (sheet?.width ?? 0)).toBe(true);
      }
    });
  });

  it('never sets below the floor of the reading level, nor blows pixels up beyond 60 per inch, those of a stamp beyond 36', () => {
    check((sheets, { level, width, type = 'usual' }) => {
      const { floor } = shapers[type].style.body[level];
      for (const part of sheets.flatMap(textsOf)) expect(part.size).toBeGreaterThanOrEqual(floor);
      for (const { at } of sheets.flatMap(figuresOf)) {
        const least = Math.max(at.width, at.height) > 170.01 ? 59.99 : 35.99;
        expect(width / (at.width / 72)).toBeGreaterThanOrEqual(least);
      }
    });
  });

  it.each([
    ['top', 1500, 1000, '숲속에서 곰을 만났어요!', true],
    ['band', 4000, 900, '숲속에서 곰을 만났어요!', true],
    ['mat', 1400, 1400, '숲속에서 곰을 만났어요!', true],
    ['full', 1400, 1400, '숲속에서 곰을 만났어요!', false],
    ['left', 900, 1800, '숲속에서 곰을 만났어요!', true],
  ] as const)('chooses %s for a picture of %d × %d', (kind, width, height, text, busy) => {
    expect(
      layOutScene(inputOf({ format: 'square', level: '저학년', width, height, paragraphs: [text], busy })).kind,
    ).toBe(kind);
  });

  it.each(
    (['a4', 'b5', '46', 'a5'] as const).flatMap((format) => READING_LEVELS.map((level) => [format, level] as const)),
  )('leaves no strip of bare paper on a tall sheet with a wide picture, on %s for %s', (format, level) => {
    for (const height of [450, 800, 1000, 1200]) {
      const paragraphs = ['운동장에는 친구들이 많았어요. 별이는 미끄럼틀을 타고 슝 내려왔어요.'];
      const [sheet] = layOutScene(inputOf({ format, level, width: 1600, height, paragraphs, busy: true })).sheets;
      if (sheet === undefined) throw new Error('no sheet');
      const painted = [
        ...sheet.parts.flatMap((part) =>
          part.kind === 'picture'
            ? [part.at]
            : part.kind === 'shape' && part.outline.kind === 'rect'
              ? [part.outline.rect]
              : [],
        ),
        ...textsOf(sheet).flatMap(boxesOf),
      ].toSorted((one, other) => one.y - other.y);
      let foot = 0;
      for (const { y, height: high } of painted) {
        expect(y - foot).toBeLessThan(sheet.height * 0.19);
        foot = Math.max(foot, y + high);
      }
      expect(sheet.height - foot).toBeLessThan(sheet.height * 0.27);
    }
  });

  it('flows 5,000 characters over sheets that count on', () => {
    const paragraphs = Array.from({ length: 30 }, () => STORY.join(' ').replaceAll('\n', ' '))
      .join(' ')
      .slice(0, 5000);
    const { sheets } = layOutScene(
      inputOf({ format: 'square', level: '저학년', width: 1600, height: 1200, paragraphs: [paragraphs], busy: true }),
    );
    expect(sheets.length).toBeGreaterThan(6);
    expect(sheets.map(({ number }) => number)).toEqual(sheets.map((_, index) => index + 1));
    expect(sheets.filter(({ bookmark }) => bookmark !== undefined)).toHaveLength(1);
  });

  it('cuts no word in large and wide type that has room on a line by itself', () => {
    check((sheets, { format, level, paragraphs, type = 'usual' }) => {
      if (type === 'usual') return;
      const { width, margin } = sheetOf(format);
      const shaper = shapers[type];
      const measure = (width - 2 * margin) / shaper.style.body[level].ideal / 1.2;
      const pieces = new Set(sheets.flatMap(textsOf).flatMap((part) => part.lines.flatMap(wordsOfLine)));
      for (const word of paragraphs.flatMap((paragraph) => paragraph.split(/\s+/)))
        if (shaper.shape(word, BODY_FACES.ko).width <= measure) expect(pieces).toContain(word);
    });
  });
});

/** Words as they stand on a line. */
const wordsOfLine = ({ runs }: TextPart['lines'][number]): readonly string[] =>
  runs
    .map((run) => (run.kind === 'emoji' ? run.emoji : run.glyphs.map(({ text }) => text).join('')))
    .join('')
    .trim()
    .split(/\s+/);
