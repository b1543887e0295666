import { describe, expect, it } from 'vitest';
import { paletteOf, scenePalette } from '../../src/render/palette.ts';
import { contrast } from '../../src/render/picture-colour.ts';
import type { Rgb } from '../../src/render/picture-types.ts';
import { studyPicture } from '../../src/render/pictures.ts';
import { busyness } from '../../src/render/plain.ts';
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
