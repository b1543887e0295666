// `storybook evaluate`: measures, compares, prints and writes. What can go on later is said when it is stopped.
import { basename, join } from 'node:path';
import { isTalesError, TalesError } from '../../errors.ts';
import { EXIT } from '../../exit-codes.ts';
import { type Comparison, compared, type MeasureSummary, summarised } from '../../pipeline/index.ts';
import type { EvaluateOptions } from '../commands/evaluate.ts';
import { EVALUATE_WORDING } from '../evaluate-wording.ts';
import { json, type Output, printFailure, shown } from '../results.ts';
import type { Surroundings } from '../surroundings.ts';
import { comparisonFacts, facts, writeChart, writeComparison, writeFigures } from './files.ts';
import { type Figures, measure } from './measure.ts';
import { comparisonTable, summaryTable } from './print.ts';
import { againstSource, assertFolder, mainSource, makeFolder, ROWS, type Source } from './sources.ts';

export interface EvaluateSurroundings extends Surroundings {
  readonly stdout: Output;
  /** Sets the exit status for what is told rather than thrown. */
  readonly end: (status: number) => void;
}

interface Shown {
  readonly figures: Figures;
  readonly summary: readonly MeasureSummary[];
}

interface Compared {
  readonly other: Shown;
  readonly comparison: Comparison;
}

/** Where results go; absent where nothing is measured and nobody asked for files. */
const outOf = (source: Source, { out }: EvaluateOptions): string | undefined =>
  out ?? (source.kind === 'model' ? join('evaluation', basename(source.folder)) : undefined);

function print(
  { figures, summary }: Shown,
  against: Compared | undefined,
  out: string | undefined,
  around: EvaluateSurroundings,
) {
  const { locale, stdout } = around;
  const words = EVALUATE_WORDING[locale];
  stdout.write(`${words.heading(figures.rows.length, figures.source.label)}\n${summaryTable(summary, words)}`);
  if (against) {
    const { other, comparison } = against;
    const [one, two] = [figures.source.label, other.figures.source.label];
    if (comparison.shared === 0) stdout.write(`\n${words.nothingShared}\n`);
    else stdout.write(`\n${words.comparing(one, two, comparison.shared)}\n${comparisonTable(comparison, words)}`);
    if (comparison.shared > 0 && comparison.apart > 0) stdout.write(`${words.apart(comparison.apart)}\n`);
  }
  const legend = against ? [words.legend, words.comparingLegend] : [words.legend];
  stdout.write(`${legend.join(' ')}\n`);
  if (summary.some(({ measure: each }) => each === 'spice')) stdout.write(`${words.spiceSaysLittle}\n`);
  if (out !== undefined) stdout.write(`${words.written(shown(out), against !== undefined)}\n`);
}

function printJson(
  { figures, summary }: Shown,
  against: Compared | undefined,
  out: string | undefined,
  stdout: Output,
) {
  stdout.write(
    json({
      ...(out !== undefined && { folder: out }),
      ...facts(figures, summary),
      ...(against && {
        against: facts(against.other.figures, against.other.summary),
        comparison: comparisonFacts(against.comparison),
      }),
    }),
  );
}

async function writeAll(out: string, one: Shown, against: Compared | undefined, { locale }: Surroundings) {
  await makeFolder(out);
  await writeFigures(out, one.figures, one.summary);
  if (against) {
    const folder = join(out, 'against');
    await makeFolder(folder);
    await writeFigures(folder, against.other.figures, against.other.summary);
    await writeComparison(out, against.comparison);
  }
  const all = against ? [one, against.other] : [one];
  const series = all.map(({ figures, summary }) => ({ label: figures.source.label, summary }));
  await writeChart(out, series, locale);
}

/** Two of the same name are told apart by how they were typed. */
async function bothSources(
  options: EvaluateOptions,
  around: EvaluateSurroundings,
): Promise<readonly [Source, Source?]> {
  const source = await mainSource(options, around);
  if (options.against === undefined) return [source];
  const other = await againstSource(options.against);
  const typed = options.results ?? options.model;
  if (source.label !== other.label || typed === undefined) return [source, other];
  return [
    { ...source, label: typed },
    { ...other, label: options.against },
  ];
}

async function work(
  options: EvaluateOptions,
  around: EvaluateSurroundings,
  onTold: (pages: number, out: string) => void,
) {
  const [source, other] = await bothSources(options, around);
  if (options.bert !== undefined) await assertFolder(options.bert, { engine: 'bert', option: '--bert' });
  if (other?.kind === 'model' && options.data === undefined) {
    const expected = { kind: 'choice', values: [ROWS] } as const;
    throw new TalesError('option-invalid', { option: '--against', value: options.against ?? '', expected });
  }
  const out = outOf(source, options);
  const folder = out ?? '';
  const shownOf = async (each: Source, below: string): Promise<Shown> => {
    const telling = { out: below, onTold: (pages: number) => onTold(pages, below), again: below !== folder };
    const figures = await measure(each, options, telling, around);
    return { figures, summary: summarised(figures.rows, options) };
  };
  // Results are read first: they may be in a file that is written anew in the end.
  const known = other?.kind === 'results' ? await shownOf(other, folder) : undefined;
  const one = await shownOf(source, folder);
  const second = known ?? (other && (await shownOf(other, join(folder, 'against'))));
  const against = second && { other: second, comparison: compared(one.figures.rows, second.figures.rows, options) };
  if (out !== undefined) await writeAll(out, one, against, around);
  if (options.json) printJson(one, against, out, around.stdout);
  else print(one, against, out, around);
}

/** @throws TalesError for what is asked in vain; when it is stopped, what is kept is said instead. */
export async function runEvaluate(options: EvaluateOptions, around: EvaluateSurroundings): Promise<void> {
  const { locale, progress, stdout, end } = around;
  let told: { readonly pages: number; readonly out: string } | undefined;
  try {
    await work(options, around, (pages, out) => {
      told = { pages, out };
    });
  } catch (error) {
    if (!isTalesError(error) || error.code !== 'cancelled' || told === undefined) throw error;
    progress.end();
    const sentence = EVALUATE_WORDING[locale].keptPart(told.pages, shown(told.out));
    progress.say(sentence);
    if (options.json) printFailure(stdout, error, sentence);
    end(EXIT.cancelled);
  }
}
