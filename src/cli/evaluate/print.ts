// The tables of an evaluation as people read them on a terminal.
import {
  type Comparison,
  LESS_IS_BETTER,
  type MeasureDifference,
  type MeasureSummary,
  NEUTRAL,
} from '../../pipeline/index.ts';
import type { EvaluateWording } from '../evaluate-wording.ts';
import { change, figure } from './figures.ts';
import { table } from './table.ts';

export function summaryTable(summary: readonly MeasureSummary[], { measures, columns }: EvaluateWording): string {
  const hasPeople = summary.some(({ people }) => people !== undefined);
  const rows = summary.map(({ measure, mean, low, high, people }) => [
    measures[measure],
    figure(measure, mean),
    `${figure(measure, low)} – ${figure(measure, high)}`,
    ...(hasPeople ? [people === undefined ? '' : figure(measure, people)] : []),
  ]);
  const head = [columns.measure, columns.mean, columns.interval, ...(hasPeople ? [columns.people] : [])];
  return table([head, ...rows]);
}

function verdict({ measure, low, high }: MeasureDifference, words: EvaluateWording): string {
  if (low <= 0 && high >= 0) return words.unclear;
  if (NEUTRAL.has(measure)) return words.differs;
  return low > 0 === LESS_IS_BETTER.has(measure) ? words.worse : words.better;
}

export function comparisonTable({ differences }: Comparison, words: EvaluateWording): string {
  const { measures, columns, points } = words;
  const rows = differences.map((each) => [
    measures[each.measure],
    figure(each.measure, each.one),
    figure(each.measure, each.other),
    change(each.measure, each.mean, points),
    `${change(each.measure, each.low, points)} … ${change(each.measure, each.high, points)}`,
    verdict(each, words),
  ]);
  const head = [columns.measure, columns.one, columns.other, columns.difference, columns.interval, columns.verdict];
  return table([head, ...rows], new Set([5]));
}
