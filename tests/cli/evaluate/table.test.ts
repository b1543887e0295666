// Tables on a terminal, and figures as they are written.
import { expect, test } from 'vitest';
import { change, figure } from '../../../src/cli/evaluate/figures.ts';
import { cells, table } from '../../../src/cli/evaluate/table.ts';

test('a Hangul syllable takes two cells', () => {
  expect(cells('CIDEr 논문')).toBe(10);
  expect(cells('12.3%')).toBe(5);
});

test('columns stand under each other, whatever script they are in', () => {
  const made = table(
    [
      ['재는 것', '평균', ''],
      ['METEOR', '0.3458', '가가 나아요'],
    ],
    new Set([2]),
  );
  expect(made).toBe('  재는 것    평균\n  METEOR   0.3458  가가 나아요\n');
  const [first = '', second = ''] = made.split('\n');
  expect(cells(first)).toBe(cells(second.slice(0, second.indexOf('8') + 1)));
});

test.each([
  ['meteor', 0.34581, '0.3458'],
  ['hangul', 0.9876, '98.8%'],
  ['eojeol', 17.34, '17.3'],
] as const)('%s %d is written as %s', (measure, value, text) => expect(figure(measure, value)).toBe(text));

test('differences have their sign, and points of percent are no percents', () => {
  expect(change('meteor', 0.0123, '%p')).toBe('+0.0123');
  expect(change('hangul', -0.0123, '%p')).toBe('−1.2%p');
  expect(change('hangul', -0.0001, '%p')).toBe('0.0%p');
  expect(change('meteor', 0, '%p')).toBe('0.0000');
});
