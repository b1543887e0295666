// Intervals, comparisons, files of results, and the small things that evaluation stands on.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { difference, interval } from '../../../src/pipeline/evaluation/bootstrap.ts';
import { bounded } from '../../../src/pipeline/evaluation/bounded.ts';
import type { MeasuredRow } from '../../../src/pipeline/evaluation/columns.ts';
import { readResults, rowsAsCsv } from '../../../src/pipeline/evaluation/results.ts';
import { compared, summarised } from '../../../src/pipeline/evaluation/summary.ts';
import { freshFolder } from '../../support/folder.ts';

const row = (number: number, meteor: number, more: Partial<MeasuredRow> = {}): MeasuredRow => ({
  number,
  id: `r${number}`,
  told: '별이가 "와!" 했어요.\n정말요.',
  wanted: '별이가, 말했어요.',
  measured: { meteor, eojeol: number },
  ...more,
});
const SEED = { seed: 7 };

describe('an interval', () => {
  // The standard error of the mean of 0 … 99 is 2.887, 1.96 of which are 5.66.
  const values = Array.from({ length: 100 }, (_, at) => at);

  test('lies about the mean as wide as theory has it, and is the same for the same seed', () => {
    const found = interval(values, { seed: 1, draws: 4000 });
    expect(found?.mean).toBe(49.5);
    expect(found?.low).toBeCloseTo(49.5 - 5.66, 0);
    expect(found?.high).toBeCloseTo(49.5 + 5.66, 0);
    expect(interval(values, { seed: 1, draws: 4000 })).toEqual(found);
    expect(interval(values, { seed: 2, draws: 4000 })?.low).not.toBe(found?.low);
  });

  test('of equal values is that value, and of none there is none', () => {
    expect(interval([0.5, 0.5], SEED)).toEqual({ mean: 0.5, low: 0.5, high: 0.5, count: 2 });
    expect(interval([], SEED)).toBeUndefined();
  });
});

describe('a difference', () => {
  test('is found row by row: what is hard for both does not hide it', () => {
    const pairs = Array.from({ length: 50 }, (_, at) => [at + 1 + (at % 3) / 10, at + 0.8] as const);
    const found = difference(pairs, SEED);
    expect(found?.low).toBeGreaterThan(0.2);
    expect(found?.high).toBeLessThan(0.4);
    expect(found?.above).toBe(1);
  });

  test('between equals cannot be told', () => {
    expect(difference([[0.3, 0.3]], SEED)).toMatchObject({ mean: 0, low: 0, high: 0, above: 0.5 });
  });
});

describe('a summary', () => {
  test('has the measures that there are, each over the rows that have it', () => {
    const rows = [
      row(1, 0.2, { people: { eojeol: 4 } }),
      row(2, 0.4, { people: { eojeol: 8 } }),
      row(3, 0.9, { measured: { eojeol: 3 } }),
    ];
    const found = summarised(rows, SEED);
    expect(found.map(({ measure, count }) => [measure, count])).toEqual([
      ['meteor', 2],
      ['eojeol', 3],
    ]);
    expect(found[0]?.mean).toBeCloseTo(0.3);
    expect(found.map(({ people }) => people)).toEqual([undefined, 6]);
  });
});

describe('a comparison', () => {
  test('takes the rows that both have, with the same text of people’s', () => {
    const one = [row(1, 0.5), row(2, 0.6), row(3, 0.7)];
    const other = [row(2, 0.5), row(3, 0.5, { wanted: '다른 글' }), row(4, 0.1)];
    const { shared, apart, differences } = compared(one, other, SEED);
    expect([shared, apart]).toEqual([1, 4]);
    expect(differences[0]).toMatchObject({ measure: 'meteor', one: 0.6, other: 0.5, count: 1 });
  });

  test('of nothing in common has nothing to tell', () => {
    expect(compared([row(1, 0.5)], [row(2, 0.5)], SEED)).toEqual({ shared: 0, apart: 2, differences: [] });
  });
});

describe('a file of results', () => {
  const rows = [
    row(1, 0.1 + 0.2, { people: { name: 1, eojeol: 7 } }),
    row(12, 1 / 3, { id: 'a,"b"', measured: { meteor: 1 / 3 } }),
  ];

  test('comes back number for number, with what was not measured left out', async () => {
    const path = join(await freshFolder(), 'rows.csv');
    let text = '';
    for await (const line of rowsAsCsv(rows)) text += line;
    await writeFile(path, text);
    expect(await readResults(path)).toEqual(rows);
  });

  test.each([
    ['another table', 'measure,mean\nmeteor,1\n', { reason: 'columns' }],
    [
      'a number that is none',
      'number,id,told,wanted,meteor\n1,a,b,c,high\n',
      { reason: 'value', line: 2, columns: ['meteor'] },
    ],
    ['a row without its place', 'number,id,told,wanted\n,a,b,c\n', { reason: 'value', line: 2, columns: ['number'] }],
  ])('is refused when it is %s', async (_, content, details) => {
    const path = join(await freshFolder(), 'rows.csv');
    await writeFile(path, content);
    await expect(readResults(path)).rejects.toMatchObject({ code: 'data-unusable', details });
  });
});

describe('bounded work', () => {
  test('begins no more at a time than it may, and does everything', async () => {
    let [running, most] = [0, 0];
    const done: number[] = [];
    await bounded([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
      done.push(item);
    });
    expect(most).toBe(3);
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('throws the first failure when all that was begun has ended, and begins nothing after it', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = bounded([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      await setImmediate();
      if (item === 1) throw new Error('one');
      ended.push(item);
    });
    await expect(work).rejects.toThrow('one');
    expect(begun).toEqual([1, 2]);
    expect(ended).toEqual([2]);
  });
});
