// Amounts, rates and remaining times, as people read them.
import { expect, test } from 'vitest';
import { createMeter, THINGS } from '../../src/cli/meter.ts';
import { durationText, sizeText } from '../../src/cli/sizes.ts';

const MB = 1024 ** 2;

test.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [3.4 * MB, '3.4 MB'],
  [900 * MB, '900 MB'],
  [990_000_000, '0.9 GB'],
  [2 * 1024 * MB, '2 GB'],
])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

test.each([
  [6.2, '0:07'],
  [75, '1:15'],
  [3753, '1:02:33'],
])('%d seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));

test('the rate is that of the last seconds, and what was there before is not of them', () => {
  let now = 0;
  const meter = createMeter(() => now);
  const at = (time: number, done: number): string => {
    now = time;
    meter.note(done);
    return meter.text(done, 100 * MB);
  };
  expect(at(0, 50 * MB)).toBe('50 MB / 100 MB');
  expect(at(1000, 51 * MB)).toBe('51 MB / 100 MB · 1 MB/s · 0:49');
  expect(at(20_000, 60 * MB)).toBe('60 MB / 100 MB');
  expect(at(21_000, 70 * MB)).toBe('70 MB / 100 MB · 10 MB/s · 0:03');
  expect(at(22_000, 0)).toBe('0 KB / 100 MB');
});

test('things that take their time are counted over a longer while', () => {
  let now = 0;
  const meter = createMeter(() => now, THINGS);
  const at = (time: number, done: number): string => {
    now = time;
    meter.note(done);
    return meter.text(done, 50_000);
  };
  expect(at(0, 20_000)).toBe('20000 / 50000');
  expect(at(40_000, 20_016)).toBe('20016 / 50000 · 0.4/s · 20:49:20');
  expect(at(80_000, 22_000)).toBe('22000 / 50000 · 25/s · 18:40');
});
