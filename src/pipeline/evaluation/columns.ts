// The measures by name: in which order they are shown, and which way is better. How they are called is left to wordings.

export const MEASURES = [
  'bertF1',
  'bertPrecision',
  'bertRecall',
  'meteor',
  'cider',
  'ciderPlain',
  'spice',
  'name',
  'action',
  'sentences',
  'eojeol',
  'repeated',
  'distinct1',
  'distinct2',
  'hangul',
  'ended',
  'copied',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Measures that take no other text: people's own pages have them too. */
export const OF_ANY_TEXT = [
  'name',
  'action',
  'sentences',
  'eojeol',
  'repeated',
  'distinct1',
  'distinct2',
  'hangul',
  'ended',
  'copied',
] as const satisfies readonly Measure[];

/** Values of one page; a measure that could not be taken is absent. */
export type Measured = Readonly<Partial<Record<Measure, number>>>;

/** Measures of which neither more nor less is better. */
export const NEUTRAL: ReadonlySet<Measure> = new Set(['sentences', 'eojeol']);
/** Measures of which less is better. */
export const LESS_IS_BETTER: ReadonlySet<Measure> = new Set(['repeated', 'copied']);

/** A page that was told, with what people wrote and what was measured. */
export interface MeasuredRow {
  /** Place in the data set, from 1. */
  readonly number: number;
  readonly id: string;
  readonly told: string;
  readonly wanted: string;
  readonly measured: Measured;
  /** The measures of any text, of what people wrote; absent where nobody has kept them. */
  readonly people?: Measured;
}
