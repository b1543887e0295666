import { describe, expect, it } from 'vitest';
import { loadSharp } from '../../src/raster.ts';
import { paletteOf, scenePalette } from '../../src/render/palette.ts';
import { contrast } from '../../src/render/picture-colour.ts';
import type { Rgb } from '../../src/render/picture-types.ts';
import { studyPicture } from '../../src/render/pictures.ts';
import { busyness, isEmpty } from '../../src/render/plain.ts';
import { INK, WHITE } from '../../src/render/theme.ts';
import { draw } from './drawings.ts';

const studyOf = async (...drawing: Parameters<typeof draw>) => studyPicture((await draw(...drawing)).bytes);

describe('finding a plain place for text', () => {
  it('takes the sky but not the moon', async () => {
    const study = await studyOf('night', 800, 800);
    expect(busyness(study, { left: 0.05, top: 0.05, right: 0.5, bottom: 0.3 })).toBe(0);
    expect(busyness(study, { left: 0.55, top: 0.1, right: 0.95, bottom: 0.4 })).toBeGreaterThan(0.15);
  });

  it('does not take a figure for its ground, even in a small place', async () => {
    const study = await studyOf('forest', 800, 800);
    expect(busyness(study, { left: 0.47, top: 0.56, right: 0.53, bottom: 0.62 })).toBeGreaterThan(0.3);
  });
});

describe('finding an empty place', () => {
  const sheet = { left: 0.02, top: 0.02, right: 0.6, bottom: 0.4 };
  const drawn = async (marks: string) => {
    const sharp = await loadSharp();
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400"><rect width="1000" height="1400" fill="#cdf3bf"/>${marks}</svg>`;
    return studyPicture(new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer()));
  };

  it('takes bare paper and a smooth sky', async () => {
    expect(isEmpty(await drawn(''), sheet)).toBe(true);
    const sky =
      '<linearGradient id="g" x2="0" y2="1"><stop stop-color="#3060b0"/><stop offset="1" stop-color="#fff"/></linearGradient><rect width="1000" height="1400" fill="url(#g)"/>';
    expect(isEmpty(await drawn(sky), { ...sheet, bottom: 0.2 })).toBe(true);
  });

  it.each([
    ['a small number', '<path d="M130 150v50M130 150l-22 30h36" fill="none" stroke="#000" stroke-width="5"/>'],
    ['a faint pencil line', '<path d="M100 150q90 40 200 10" fill="none" stroke="#9fb595" stroke-width="4"/>'],
    [
      'a row of letters, each no larger than a star',
      [0, 1, 2, 3].map((i) => `<circle cx="${150 + i * 26}" cy="180" r="7" fill="#222"/>`).join(''),
    ],
    [
      'a line of dots',
      Array.from({ length: 12 }, (_, i) => `<circle cx="${120 + i * 18}" cy="180" r="3" fill="#222"/>`).join(''),
    ],
    ['the tip of a roof', '<path d="M300 540l300 400H0z" fill="#b43"/>'],
  ])('does not take %s for nothing', async (_name, marks) => {
    expect(isEmpty(await drawn(marks), sheet)).toBe(false);
  });

  it('lets stars that stand alone be covered', async () => {
    const stars = [0, 1, 2, 3].map(
      (i) => `<circle cx="${120 + i * 130}" cy="${120 + (i % 2) * 150}" r="5" fill="#fff"/>`,
    );
    expect(isEmpty(await drawn(stars.join('')), sheet)).toBe(true);
  });
});

describe('the colours of a page', () => {
  it('keep ink readable on paper and titles readable on their ground, whatever the picture', () => {
    for (let red = 0; red <= 255; red += 51)
      for (let green = 0; green <= 255; green += 51)
        for (let blue = 0; blue <= 255; blue += 51) {
          const tint: Rgb = [red, green, blue];
          const { paper, soft, deep, accent } = paletteOf(tint);
          expect(contrast(INK, paper)).toBeGreaterThanOrEqual(7);
          expect(contrast(deep, soft)).toBeGreaterThanOrEqual(5.5);
          expect(contrast(INK, soft)).toBeGreaterThanOrEqual(7);
          expect(contrast(accent, WHITE)).toBeGreaterThanOrEqual(4.5);
        }
  });

  it('continue the white paper of a drawing, and of nothing else', async () => {
    expect(scenePalette(await studyOf('paper', 800, 600)).seam).toEqual([255, 255, 255]);
    expect(scenePalette(await studyOf('night', 800, 600)).seam).toBeUndefined();
  });
});
