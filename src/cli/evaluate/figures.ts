// How the numbers of measures are written: shares in percent, scores with four decimals, lengths with one.
import type { Measure } from '../../pipeline/index.ts';

const SHARES: ReadonlySet<Measure> = new Set([
  'name',
  'action',
  'repeated',
  'distinct1',
  'distinct2',
  'hangul',
  'ended',
  'copied',
]);
const LENGTHS: ReadonlySet<Measure> = new Set(['sentences', 'eojeol']);

export function figure(measure: Measure, value: number): string {
  if (SHARES.has(measure)) return `${(100 * value).toFixed(1)}%`;
  return value.toFixed(LENGTHS.has(measure) ? 1 : 4);
}

/** What is written as zero has no sign. */
const signed = (text: string): string => {
  if (/^-?0[.0]*%?$/.test(text)) return text.replace('-', '');
  return text.startsWith('-') ? text.replace('-', '−') : `+${text}`;
};

/** A difference. @param points how points of percent are written, which differences of shares are in. */
export const change = (measure: Measure, value: number, points: string): string =>
  signed(figure(measure, value)).replace('%', points);

/** The highest value that a measure has, for drawings; absent where there is none. */
export const mostOf = (measure: Measure): number | undefined =>
  LENGTHS.has(measure) || measure === 'cider' || measure === 'ciderPlain' ? undefined : 1;
