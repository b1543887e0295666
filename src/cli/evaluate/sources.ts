// Where the figures of an evaluation come from: a model that is measured now, or results that are there already.
import { access, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { TalesError } from '../../errors.ts';
import { checkTeller, isRemembered } from '../../pipeline/index.ts';
import type { EvaluateOptions } from '../commands/evaluate.ts';
import { withModel } from '../model-folder.ts';
import type { Surroundings } from '../surroundings.ts';

export type Source =
  | { readonly kind: 'model'; readonly folder: string; readonly label: string }
  | { readonly kind: 'results'; readonly file: string; readonly label: string };

export const ROWS = 'rows.csv';

/** What tells one source from all others. */
export const placeOf = (source: Source): string => resolve(source.kind === 'model' ? source.folder : source.file);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A file of results, or the folder that holds one. */
export async function resultsSource(path: string): Promise<Source> {
  const inside = join(path, ROWS);
  const file = (await exists(inside)) ? inside : path;
  return { kind: 'results', file, label: path };
}

/**
 * Looked at now: with two models, the second is opened only when the first has told everything.
 * @param option names what was typed, for those who have to mend it; absent for a model that is remembered.
 */
export async function modelSource(path: string, option: string | undefined): Promise<Source> {
  const folder = resolve(path);
  await assertFolder(folder, { engine: 'kot5', option });
  await checkTeller(folder);
  return { kind: 'model', folder, label: basename(folder) };
}

/** @throws TalesError `model-folder-missing`. */
export async function assertFolder(
  folder: string,
  { engine, option }: { engine: string; option: string | undefined },
): Promise<void> {
  if (await exists(folder)) return;
  throw new TalesError('model-folder-missing', { engine, folder, ...(option !== undefined && { variable: option }) });
}

/** What `--against` names: a folder with results, a file of them, or a model. */
export async function againstSource(path: string): Promise<Source> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile || path.toLowerCase().endsWith('.csv') || (await exists(join(path, ROWS)))) return resultsSource(path);
  return modelSource(path, '--against');
}

/** What is only for telling and measuring anew has no meaning beside figures that are there. */
const FOR_MODELS = {
  data: '--data',
  model: '--model',
  sample: '--sample',
  bert: '--bert',
  bertLayer: '--bert-layer',
  bertIdf: '--bert-idf',
  spice: '--spice',
  ciderWords: '--cider-words',
  beams: '--beams',
  maxLength: '--max-length',
  lengthPenalty: '--length-penalty',
  repetitionPenalty: '--repetition-penalty',
  noRepeatNgram: '--no-repeat-ngram',
  earlyStopping: '--early-stopping',
} as const satisfies Partial<Record<keyof EvaluateOptions, string>>;

function refuseBeside(options: EvaluateOptions): void {
  for (const key of Object.keys(FOR_MODELS) as (keyof typeof FOR_MODELS)[]) {
    if (options[key] === undefined) continue;
    const expected = { kind: 'not-with', setting: '--results' } as const;
    throw new TalesError('option-invalid', { option: FOR_MODELS[key], value: String(options[key]), expected });
  }
}

/** What says how BERTScore is taken means nothing without a BERT. */
export function refuseWithoutBert({
  bert,
  bertLayer,
  bertIdf,
}: Pick<EvaluateOptions, 'bert' | 'bertLayer' | 'bertIdf'>): void {
  if (bert !== undefined || (bertLayer === undefined && bertIdf === undefined)) return;
  const [option, value] = bertLayer === undefined ? ['--bert-idf', 'true'] : ['--bert-layer', String(bertLayer)];
  throw new TalesError('option-invalid', { option, value, expected: { kind: 'with', options: ['--bert'] } });
}

/** Where the model that tells was named; absent where it is remembered. */
export async function nameOf(
  folder: string,
  model: string | undefined,
  config: Surroundings['config'],
): Promise<string | undefined> {
  if (model !== undefined) return '--model';
  return (await isRemembered('kot5', folder, config)) ? undefined : 'KOT5_DIR';
}

/** The first of what is to be shown: `--results`, `--model`, or the model of the configuration. */
export async function mainSource(options: EvaluateOptions, { config }: Pick<Surroundings, 'config'>): Promise<Source> {
  if (options.results !== undefined) {
    refuseBeside(options);
    return resultsSource(options.results);
  }
  refuseWithoutBert(options);
  const { kot5Dir } = withModel(config, options.model, { storyteller: 'kot5' });
  if (kot5Dir === undefined) throw new TalesError('model-unnamed', { engine: 'kot5', variable: 'KOT5_DIR' });
  return modelSource(kot5Dir, await nameOf(kot5Dir, options.model, config));
}
