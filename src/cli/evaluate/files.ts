// The files of an evaluation: every page, the summary, the comparison, the chart.
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvWriter } from '../../csv.ts';
import {
  type Comparison,
  columnOf,
  type Measure,
  type MeasureDifference,
  type MeasureSummary,
  rowsAsCsv,
} from '../../pipeline/index.ts';
import { loadSharp } from '../../raster.ts';
import type { Locale } from '../../story.ts';
import { unfinishedName } from '../../whole-file.ts';
import { unwritable } from '../../write-fault.ts';
import { EVALUATE_WORDING } from '../evaluate-wording.ts';
import { writeWhole } from '../output.ts';
import { json } from '../results.ts';
import { type ChartSeries, chart } from './chart.ts';
import type { Figures } from './measure.ts';
import { ROWS } from './sources.ts';

/** Whole or not at all, however long it is. */
async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = join(dirname(path), unfinishedName());
  try {
    await pipeline(Readable.from(lines), createWriteStream(unfinished, { flags: 'wx', flush: true }));
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw unwritable(path, cause);
  }
}

/** With the mark that makes a spreadsheet take the file for UTF-8, which Korean texts depend on. */
async function* marked(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield '\uFEFF';
  yield* lines;
}

type Column<T> = readonly [name: string, valueOf: (row: T) => number | undefined];

const SUMMARY: readonly Column<MeasureSummary>[] = [
  ['mean', ({ mean }) => mean],
  ['low', ({ low }) => low],
  ['high', ({ high }) => high],
  ['count', ({ count }) => count],
  ['people', ({ people }) => people],
];
const COMPARED: readonly Column<MeasureDifference>[] = [
  ['one', ({ one }) => one],
  ['other', ({ other }) => other],
  ['difference', ({ mean }) => mean],
  ['low', ({ low }) => low],
  ['high', ({ high }) => high],
  ['above', ({ above }) => above],
  ['count', ({ count }) => count],
];

async function csvOf<T extends { readonly measure: Measure }>(
  columns: readonly Column<T>[],
  rows: readonly T[],
): Promise<string> {
  const line = await csvWriter();
  const head = line(['measure', ...columns.map(([name]) => name)]);
  return head + rows.map((row) => line([columnOf(row.measure), ...columns.map(([, of]) => of(row) ?? '')])).join('');
}

/** What programs read: the same as the tables, in full precision. */
export const facts = ({ source, settings, rows, notes }: Figures, summary: readonly MeasureSummary[]) => ({
  model: source.label,
  pages: rows.length,
  ...(settings && { settings }),
  summary: Object.fromEntries(summary.map(({ measure, ...rest }) => [columnOf(measure), rest])),
  notes,
});

export const comparisonFacts = ({ shared, apart, differences }: Comparison) => ({
  shared,
  apart,
  differences: Object.fromEntries(differences.map(({ measure, ...rest }) => [columnOf(measure), rest])),
});

export async function writeFigures(
  folder: string,
  figures: Figures,
  summary: readonly MeasureSummary[],
): Promise<void> {
  await writeLines(join(folder, ROWS), marked(rowsAsCsv(figures.rows)));
  await writeWhole(join(folder, 'summary.csv'), await csvOf(SUMMARY, summary));
  await writeWhole(join(folder, 'summary.json'), json(facts(figures, summary)));
}

export async function writeComparison(folder: string, comparison: Comparison): Promise<void> {
  await writeWhole(join(folder, 'comparison.csv'), await csvOf(COMPARED, comparison.differences));
  await writeWhole(join(folder, 'comparison.json'), json(comparisonFacts(comparison)));
}

/** As SVG and as PNG, both without need of any font. */
export async function writeChart(folder: string, series: readonly ChartSeries[], locale: Locale): Promise<void> {
  const { outlined } = await import('../../render/index.ts');
  const { measures, chartTitle } = EVALUATE_WORDING[locale];
  const svg = chart(series, { title: chartTitle, measures }, outlined);
  await writeWhole(join(folder, 'chart.svg'), svg);
  const sharp = await loadSharp();
  await writeWhole(join(folder, 'chart.png'), await sharp(Buffer.from(svg), { density: 144 }).png().toBuffer());
}
