// `storybook evaluate`: measures, compares, prints and writes. What can go on later is said when it is stopped.
import { basename, join } from 'node:path';
import { isTalesError, TalesError } from '../../errors.ts';
import { EXIT } from '../../exit-codes.ts';
import { type Comparison, compared, type MeasureSummary, summarised } from '../../pipeline/index.ts';
import type { EvaluateOptions } from '../commands/evaluate.ts';
import { EVALUATE_WORDING } from '../evaluate-wording.ts';
import { ownFolder } from '../own-folder.ts';
import { json, type Output, printFailure, shown } from '../results.ts';
import type { Surroundings } from '../surroundings.ts';
import { comparisonFacts, facts, writeChart, writeComparison, writeFigures } from './files.ts';
import { type Figures, measure } from './measure.ts';
import { comparisonTable, summaryTable } from './print.ts';
import { againstSource, assertFolder, mainSource, placeOf, ROWS, type Source } from './sources.ts';

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
  /** Where the other was measured; absent where its results were read. */
  readonly folder?: string | undefined;
  readonly comparison: Comparison;
}

/** A folder for the results of this source alone: the one that was named, or this or one of a like name. */
async function folderFor(source: Source, usual: string, { locale, progress }: Surroundings, out?: string) {
  const { folder, taken } = await ownFolder({ out, usual, of: placeOf(source) });
  if (taken !== undefined) progress.say(EVALUATE_WORDING[locale].taken(shown(usual), shown(taken), shown(folder)));
  return folder;
}

/** Where results go; absent where nothing is measured and nobody asked for files. */
async function outOf(source: Source, { out }: EvaluateOptions, around: Surroundings): Promise<string | undefined> {
  if (out === undefined && source.kind === 'results') return undefined;
  return folderFor(source, join('evaluation', basename(placeOf(source))), around, out);
}

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
    stdout.write(`\n${words.comparing(one, two, comparison.shared)}\n${comparisonTable(comparison, words)}`);
    if (comparison.apart > 0) stdout.write(`${words.apart(comparison.apart)}\n`);
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

const besideOf = (out: string, other: Source, around: Surroundings): Promise<string> =>
  folderFor(other, join(out, 'against'), around);

async function writeAll(out: string, one: Shown, against: Compared | undefined, around: Surroundings) {
  await writeFigures(out, one.figures, one.summary);
  if (against) {
    const { other, folder, comparison } = against;
    await writeFigures(folder ?? (await besideOf(out, other.figures.source, around)), other.figures, other.summary);
    await writeComparison(out, comparison);
  }
  const all = against ? [one, against.other] : [one];
  const series = all.map(({ figures, summary }) => ({ label: figures.source.label, summary }));
  await writeChart(out, series, around.locale);
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

/** Found out before anything is measured. */
async function checkedSources(
  options: EvaluateOptions,
  around: EvaluateSurroundings,
): Promise<readonly [Source, Source?]> {
  const sources = await bothSources(options, around);
  const [, other] = sources;
  if (options.bert !== undefined) await assertFolder(options.bert, { engine: 'bert', option: '--bert' });
  if (other?.kind === 'model' && options.data === undefined) {
    const expected = { kind: 'choice', values: [ROWS] } as const;
    throw new TalesError('option-invalid', { option: '--against', value: options.against ?? '', expected });
  }
  return sources;
}

async function work(
  options: EvaluateOptions,
  around: EvaluateSurroundings,
  onTold: (pages: number, out: string) => void,
) {
  const [source, other] = await checkedSources(options, around);
  const out = await outOf(source, options, around);
  const folder = out ?? '';
  const shownOf = async (each: Source, below: string): Promise<Shown> => {
    const telling = { out: below, onTold: (pages: number) => onTold(pages, below), again: below !== folder };
    const figures = await measure(each, options, telling, around);
    return { figures, summary: summarised(figures.rows, options) };
  };
  // Results are read first: they may be in a file that is written anew in the end.
  const known = other?.kind === 'results' ? await shownOf(other, folder) : undefined;
  const one = await shownOf(source, folder);
  const beside = other?.kind === 'model' ? await besideOf(folder, other, around) : undefined;
  const second = known ?? (other && (await shownOf(other, beside ?? '')));
  const comparison = second && compared(one.figures.rows, second.figures.rows, options);
  const isInVain = comparison?.shared === 0;
  const against = second && comparison && !isInVain ? { other: second, folder: beside, comparison } : undefined;
  if (out !== undefined) await writeAll(out, one, against, around);
  if (isInVain) {
    // What was measured is worth seeing all the same.
    if (out !== undefined && !options.json) print(one, undefined, out, around);
    throw new TalesError('nothing-shared', { one: source.label, other: other?.label ?? '' });
  }
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
