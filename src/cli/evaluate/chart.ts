// Measures drawn as bars with their intervals, one or two evaluations beside each other, as an SVG that needs no fonts.
// Each measure has its own scale: shares and scores up to 1, the others up to a little above what was found.
import type { Measure, MeasureSummary } from '../../pipeline/index.ts';
import type { Outlined } from '../../render/index.ts';
import { figure, mostOf } from './figures.ts';

export interface ChartSeries {
  readonly label: string;
  readonly summary: readonly MeasureSummary[];
}

export interface ChartWords {
  readonly title: string;
  readonly measures: Readonly<Record<Measure, string>>;
}

type Outline = (text: string, size: number, weight?: 'light' | 'bold') => Outlined;

const WIDTH = 820;
const LEFT = 210;
const BAR_SPACE = 480;
const BAR = 14;
const GAP = 10;
const TOP = 64;
const INK = '#2b2b2b';
const COLOURS = ['#2f6f8f', '#d98a3d'] as const;

const places = (value: number): string => value.toFixed(1);

interface Pen {
  readonly outline: Outline;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly weight?: 'light' | 'bold';
  readonly align?: 'left' | 'right';
}

function written({ outline }: Pen, text: string, { x, y, size = 12, weight = 'light', align = 'left' }: Label): string {
  const { path, width } = outline(text, size, weight);
  const at = align === 'left' ? x : x - width;
  return `<path transform="translate(${places(at)} ${places(y)})" fill="${INK}" d="${path}"/>`;
}

interface Bar {
  readonly found: MeasureSummary;
  readonly top: number;
  readonly most: number;
  readonly colour: string;
}

function bar(pen: Pen, { found, top, most, colour }: Bar): string {
  const across = (value: number): number => LEFT + BAR_SPACE * Math.min(1, Math.max(0, value / most));
  const middle = top + BAR / 2;
  const [low, high] = [across(found.low), across(found.high)];
  const whisker = `M${places(low)} ${middle}H${places(high)}M${places(low)} ${middle - 4}V${middle + 4}M${places(high)} ${middle - 4}V${middle + 4}`;
  return [
    `<rect x="${LEFT}" y="${top}" width="${places(across(found.mean) - LEFT)}" height="${BAR}" fill="${colour}"/>`,
    `<path d="${whisker}" stroke="${INK}" fill="none"/>`,
    written(pen, figure(found.measure, found.mean), { x: LEFT + BAR_SPACE + 14, y: top + BAR - 3 }),
  ].join('');
}

function group(pen: Pen, measure: Measure, { series, words, top }: Drawing & { readonly top: number }): string {
  const found = series.map(({ summary }) => summary.find((each) => each.measure === measure));
  const highest = Math.max(0, ...found.map((each) => each?.high ?? 0));
  const most = mostOf(measure) ?? (highest > 0 ? highest * 1.15 : 1);
  const height = series.length * BAR;
  const name = written(pen, words.measures[measure], { x: LEFT - 12, y: top + height / 2 + 4, align: 'right' });
  const rail = `<rect x="${LEFT}" y="${top}" width="${BAR_SPACE}" height="${height}" fill="#eef1f2"/>`;
  const bars = found.map((each, at) =>
    each ? bar(pen, { found: each, top: top + at * BAR, most, colour: COLOURS[at % 2] ?? INK }) : '',
  );
  return name + rail + bars.join('');
}

interface Drawing {
  readonly series: readonly ChartSeries[];
  readonly words: ChartWords;
}

const keyOf = (pen: Pen, series: readonly ChartSeries[]): string =>
  series
    .map(({ label }, at) => {
      const x = LEFT + at * (BAR_SPACE / 2);
      const square = `<rect x="${x}" y="38" width="12" height="12" fill="${COLOURS[at % 2]}"/>`;
      return square + written(pen, label, { x: x + 18, y: 48 });
    })
    .join('');

/** @param series one, or two to be compared. */
export function chart(series: readonly ChartSeries[], words: ChartWords, outline: Outline): string {
  const pen: Pen = { outline };
  const measures = [...new Set(series.flatMap(({ summary }) => summary.map(({ measure }) => measure)))];
  const step = series.length * BAR + GAP;
  const height = TOP + measures.length * step + 12;
  const groups = measures.map((measure, at) => group(pen, measure, { series, words, top: TOP + at * step }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    written(pen, words.title, { x: 20, y: 26, size: 15, weight: 'bold' }),
    keyOf(pen, series),
    ...groups,
    '</svg>\n',
  ].join('\n');
}
