// The chart of an evaluation: bars as long as their means, whiskers as wide as their intervals, letters as outlines.
import { expect, test } from 'vitest';
import { chart } from '../../../src/cli/evaluate/chart.ts';
import { EVALUATE_WORDING } from '../../../src/cli/evaluate-wording.ts';
import { outlined } from '../../../src/render/index.ts';

const { measures } = EVALUATE_WORDING.ko;
const meteor = (mean: number) => ({ measure: 'meteor', mean, low: mean - 0.1, high: mean + 0.1, count: 9 }) as const;
const eojeol = (mean: number) => ({ measure: 'eojeol', mean, low: mean, high: mean, count: 9 }) as const;

const barsOf = (svg: string): number[] =>
  [...svg.matchAll(/<rect x="210" y="\d+" width="([\d.]+)" height="14" fill="#[2d]/g)].map(([, width]) =>
    Number(width),
  );

test('bars are as long as their means, measures without a highest value by their own highest', () => {
  const one = { label: 'A', summary: [meteor(0.25), eojeol(10)] };
  const two = { label: 'B', summary: [meteor(0.5), eojeol(20)] };
  const [a = 0, b = 0, c = 0, d = 0] = barsOf(chart([one, two], { title: '표', measures }, outlined));
  expect([a, b]).toEqual([120, 240]);
  expect(d / c).toBeCloseTo(2, 1);
  expect(d).toBeLessThan(480);
});

test('the interval is drawn about the mean', () => {
  const svg = chart([{ label: 'A', summary: [meteor(0.5)] }], { title: '표', measures }, outlined);
  expect(svg).toContain('M402.0 71H498.0');
});

test('it needs no fonts, and a name of somebody’s folder cannot break it', () => {
  const svg = chart([{ label: '<b>&"', summary: [meteor(0.5)] }], { title: '표', measures }, outlined);
  expect(svg).not.toContain('<text');
  expect(svg).not.toContain('<b>');
});

test('outlines are as wide as their letters, and lie on the line that they are written on', () => {
  const [one, two] = [outlined('가', 20), outlined('가가', 20)];
  expect(two.width).toBeCloseTo(2 * one.width);
  expect(one.width).toBeGreaterThan(10);
  expect(one.path).toMatch(/^M/);
  const heights = [...outlined('H', 100).path.matchAll(/-?\d+(?:\.\d+)? (-?\d+(?:\.\d+)?)/g)].map(([, y]) => Number(y));
  expect(Math.max(...heights)).toBeCloseTo(0, 0);
  expect(Math.min(...heights)).toBeLessThan(-60);
  expect(outlined('\u{10ffff}', 20)).toEqual({ path: '', width: 0 });
});
