// The figures of one source: a model told and measured, with its progress and its notes; or results read.
import {
  type EvaluationCall,
  type EvaluationNote,
  evaluateModel,
  type MeasuredRow,
  readResults,
  type Stage,
} from '../../pipeline/index.ts';
import type { Locale } from '../../story.ts';
import type { EvaluateOptions } from '../commands/evaluate.ts';
import { deviceNote } from '../device-note.ts';
import { EVALUATE_WORDING } from '../evaluate-wording.ts';
import { settingsOf } from '../generation.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Source } from './sources.ts';

export interface Figures {
  readonly source: Source;
  readonly rows: readonly MeasuredRow[];
  readonly notes: readonly EvaluationNote[];
  /** How pages were told; absent for results that are read. */
  readonly settings?: object;
}

/** Layer of bert-base-multilingual-cased that bert-score compares. */
const DEFAULT_LAYER = 9;

/** `undefined` where nothing has to be said. */
function said(note: EvaluationNote, locale: Locale, { config }: Pick<Surroundings, 'config'>): string | undefined {
  const words = EVALUATE_WORDING[locale];
  switch (note.code) {
    case 'blank':
      return words.blank(note.lines);
    case 'kept':
      return words.kept(note.pages);
    case 'few':
      return words.few(note.asked, note.pages);
    case 'cut':
      return words.cut(note.pages);
    case 'no-bert':
      return words.noBert;
    case 'no-spice':
      return note.reason === undefined ? undefined : words.noSpice(note.reason);
    case 'device':
      return deviceNote(config, note.device, locale);
  }
}

export interface Telling {
  /** Whether another source was measured just before with the same options: what is the same need not be said again. */
  readonly again: boolean;
  /** The folder of this source's results, which is there; of no use for results that are read. */
  readonly out: string;
  /** Told when pages are, with how many there are now. */
  readonly onTold: (pages: number) => void;
}

/** What the options ask of one model. */
function requestOf(model: string, out: string, options: EvaluateOptions): Parameters<typeof evaluateModel>[0] {
  const { data = '', sample, seed, bert, bertLayer = DEFAULT_LAYER, bertIdf = false, spice } = options;
  return {
    data,
    model,
    settings: settingsOf(options),
    seed,
    ...(sample !== undefined && { sample }),
    ...(bert !== undefined && { bert: { folder: bert, layer: bertLayer, idf: bertIdf } }),
    ...(spice !== undefined && { spice: { jar: spice } }),
    ciderWords: options.ciderWords ?? 'spaces',
    out,
  };
}

/** Stages with their progress, notes as sentences. */
function watching(label: string, { onTold, again }: Telling, around: Surroundings): EvaluationCall {
  const { locale, progress, signal } = around;
  let current: Stage | undefined;
  return {
    signal,
    onStage(stage, total, done) {
      current = stage;
      const step = `${EVALUATE_WORDING[locale].stages[stage]} · ${label}`;
      if (stage === 'telling') onTold(done);
      if (stage === 'telling' || stage === 'encoding') {
        progress.count(step, total);
        progress.at(done);
      } else progress.step(step, total);
    },
    onDone(done) {
      progress.at(done);
      if (current === 'telling') onTold(done);
    },
    onNote(note) {
      const known =
        again && (note.code === 'no-bert' || note.code === 'blank' || note.code === 'few' || note.code === 'device');
      const sentence = known ? undefined : said(note, locale, around);
      if (sentence !== undefined) progress.say(sentence);
    },
  };
}

/** @throws TalesError as `evaluateModel` and `readResults` do. */
export async function measure(
  source: Source,
  options: EvaluateOptions,
  telling: Telling,
  around: Surroundings,
): Promise<Figures> {
  const { config, progress, signal } = around;
  if (source.kind === 'results') return { source, rows: await readResults(source.file, signal), notes: [] };
  const request = requestOf(source.folder, telling.out, options);
  const evaluation = await evaluateModel(request, config, watching(source.label, telling, around));
  progress.end();
  return { source, ...evaluation };
}
