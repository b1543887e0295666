// Sheets as drawings: what they hold, and which pictures are copied instead of drawn.
import { describe, expect, it } from 'vitest';
import { BODY_FACES } from '../../../src/render/fonts/catalogue.ts';
import type { LaidOutSheet, Part, PicturePart, TextPart } from '../../../src/render/layout/sheet.ts';
import { layersOf } from '../../../src/render/screen/layers.ts';
import { createOutlines } from '../../../src/render/screen/letters.ts';
import { paintParts } from '../../../src/render/screen/paint.ts';
import { createShaper } from '../../../src/render/text/shape.ts';

const SIZE = { width: 1200, height: 1200, scale: 2 };
const resources = { outlines: createOutlines(), picture: () => 'data:p', emoji: (emoji: string) => `data:${emoji}` };
const paint = (...parts: readonly Part[]): string => paintParts(parts, SIZE, resources);

const text = (words: string, edge?: TextPart['edge']): TextPart => ({
  kind: 'text',
  lines: [{ x: 100, baseline: 200, runs: createShaper().shape(words, BODY_FACES.ko).runs }],
  size: 20,
  colour: [36, 32, 46],
  ...(edge && { edge }),
});
const picture = (more: Partial<PicturePart> = {}): PicturePart => ({
  kind: 'picture',
  page: 0,
  at: { x: 50.2, y: 60, width: 400, height: 300 },
  ...more,
});
const shape: Part = {
  kind: 'shape',
  outline: { kind: 'circle', x: 1, y: 2, radius: 3 },
  fill: [255, 0, 128],
  opacity: 0.5,
};
const sheet = (...parts: readonly Part[]): LaidOutSheet => ({
  kind: 'scene',
  width: 600,
  height: 600,
  paper: [250, 250, 240],
  parts,
});

describe('a drawing', () => {
  it('holds letters as outlines, one for each that shows, and names no font', () => {
    const svg = paint(text('달 빛!'));
    expect(svg.match(/<path /g)).toHaveLength(3);
    expect(svg).not.toMatch(/<text|font/);
  });

  it('sets letters where the PDF’s pen stands', () => {
    expect(paint(text('달'))).toContain('<path transform="matrix(0.02 0 0 -0.02 100 200)"');
  });

  it('fills the edge of a title contour by contour, behind its letters', () => {
    const svg = paint(text('이', { colour: [255, 255, 255], width: 8 }));
    const [edge = '', letters = ''] = svg.split('</g>');
    expect(edge).toContain('stroke="#ffffff" stroke-width="400"');
    // ㅇ is a ring of two contours, ㅣ one more.
    expect(edge.match(/<path /g)).toHaveLength(3);
    expect(letters).toContain('<g fill="#24202e">');
    expect(letters.match(/<path /g)).toHaveLength(1);
  });

  it('shows emoji as their drawings', () => {
    expect(paint(text('🌙'))).toMatch(/<image x="101\.2" y="182\.8" width="20\.4" height="20\.4" href="data:🌙"\/>/u);
  });

  it('keeps colours, opacity and turns', () => {
    expect(paint(shape)).toContain('<circle cx="1" cy="2" r="3" fill="#ff0080" opacity="0.5"/>');
    const turn = { degrees: -3, x: 10, y: 20 };
    expect(paint({ ...shape, turn })).toContain('transform="rotate(-3 10 20)"');
    expect(paint(picture({ turn }))).toContain('transform="rotate(-3 20 40)"');
  });

  it('lays pictures on whole pixels', () => {
    expect(paint(picture())).toContain('<image x="100" y="120" width="800" height="600"');
  });
});

describe('the layers of a sheet', () => {
  const kinds = (...parts: readonly Part[]): readonly string[] =>
    layersOf(sheet(...parts), SIZE).map((layer) =>
      layer.kind === 'drawn' ? `${layer.parts.length} drawn` : 'picture',
    );

  it('begin with the paper, and part where a large picture is copied', () => {
    expect(kinds(shape, picture(), text('달'), shape)).toEqual(['2 drawn', 'picture', '2 drawn']);
    expect(kinds(picture())).toEqual(['1 drawn', 'picture']);
    expect(kinds()).toEqual(['1 drawn']);
  });

  it.each([
    ['turned', picture({ turn: { degrees: 1, x: 0, y: 0 } })],
    ['small', picture({ at: { x: 0, y: 0, width: 100, height: 100 } })],
    ['between round corners', picture({ clip: { rect: picture().at, radius: 5 } })],
  ])('draw a picture that is %s', (_, part) => {
    expect(kinds(part, shape)).toEqual(['3 drawn']);
  });
});
