// `storybook search-decoding`: has the settings tried, says how far that is, and leaves table, files and a recommendation.
import { basename, join, resolve } from 'node:path';
import { isTalesError, TalesError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import {
  checkTeller,
  type DecodingRequest,
  type EvaluationNote,
  ORIGINAL_GRID,
  readGrid,
  type Stage,
  searchModel,
} from '../pipeline/index.ts';
import type { SearchOptions } from './commands/search-decoding.ts';
import { deviceNote } from './device-note.ts';
import { assertFolder, nameOf, refuseWithoutBert } from './evaluate/sources.ts';
import { EVALUATE_WORDING } from './evaluate-wording.ts';
import { withModel } from './model-folder.ts';
import { ownFolder } from './own-folder.ts';
import { type Output, printFailure, shown } from './results.ts';
import { asJson, writeFiles } from './search-decoding/files.ts';
import { report } from './search-decoding/report.ts';
import { SEARCH_WORDING } from './search-decoding/wording.ts';
import type { Surroundings } from './surroundings.ts';

interface SearchSurroundings extends Surroundings {
  readonly stdout: Output;
  /** Sets the exit status. */
  readonly end: (status: number) => void;
}

/** A folder for what this model tells: the one that was named, or this or one of a like name. */
async function folderFor(model: string, out: string | undefined, { locale, progress }: Surroundings): Promise<string> {
  const usual = join('decoding', basename(model));
  const { folder, taken } = await ownFolder({ out, usual, of: resolve(model) });
  if (taken !== undefined) progress.say(EVALUATE_WORDING[locale].taken(usual, shown(taken), shown(folder)));
  return folder;
}

/** Everything that is named has to be there before hours of work rely on it. */
async function requestOf(options: SearchOptions, around: Surroundings): Promise<DecodingRequest> {
  const { data, sample, seed, grid, choose: way, bert, bertLayer = 9, bertIdf = false, spice } = options;
  const { kot5Dir: model } = withModel(around.config, options.model, { storyteller: 'kot5' });
  if (model === undefined) throw new TalesError('model-unnamed', { engine: 'kot5', variable: 'KOT5_DIR' });
  await assertFolder(model, { engine: 'kot5', option: await nameOf(model, options.model, around.config) });
  await checkTeller(model);
  refuseWithoutBert(options);
  if (bert !== undefined) await assertFolder(bert, { engine: 'bert', option: '--bert' });
  const tried = grid === undefined ? ORIGINAL_GRID : await readGrid(grid);
  const out = await folderFor(model, options.out, around);
  return {
    ...{ data, model, out, seed, way, grid: tried },
    ...(sample !== undefined && { sample }),
    ...(bert !== undefined && { bert: { folder: bert, layer: bertLayer, idf: bertIdf } }),
    ...(spice !== undefined && { spice: { jar: spice } }),
    ciderWords: options.ciderWords ?? 'spaces',
  };
}

/** What has to be told beside the table: what goes wrong with a device at once, the rest when the bar is gone. */
function createNotes({ config, locale }: Surroundings) {
  const words = EVALUATE_WORDING[locale];
  const known = new Map<EvaluationNote['code'], string | undefined>();
  const sentence = (note: EvaluationNote): string | undefined => {
    if (note.code === 'blank') return words.blank(note.lines);
    if (note.code === 'cut') return words.cut(note.pages);
    if (note.code === 'few') return words.few(note.asked, note.pages);
    if (note.code === 'device') return deviceNote(config, note.device, locale);
    if (note.code === 'no-spice' && note.reason !== undefined) return words.noSpice(note.reason);
    return note.code === 'no-bert' ? words.noBert : undefined;
  };
  return {
    /** What is to be said now. Every setting says the same again, so each kind counts once. */
    take(note: EvaluationNote): string | undefined {
      if (known.has(note.code)) return undefined;
      const said = sentence(note);
      known.set(note.code, said);
      return note.code === 'device' ? said : undefined;
    },
    rest: () => [...known].flatMap(([code, said]) => (code === 'device' || said === undefined ? [] : [said])),
  };
}

/** How far all settings together are. */
function createMeter({ locale, progress }: Surroundings) {
  let [setting, settings, pages, hasBegun, isTelling] = [0, 0, 0, false, false];
  const begin = (): void => {
    if (!hasBegun) progress.count(SEARCH_WORDING[locale].telling(settings), settings * pages);
    hasBegun = true;
  };
  return {
    onSetting(place: number, total: number) {
      [setting, settings] = [place, total];
    },
    onStage(stage: Stage, total: number, done: number) {
      isTelling = stage === 'telling';
      if (!isTelling) return;
      pages = total;
      begin();
      progress.at(setting * pages + done);
    },
    onDone(done: number) {
      if (!isTelling) return;
      begin();
      progress.at(setting * pages + done);
    },
    /** A sentence takes the bar away. */
    say(sentence: string) {
      progress.say(sentence);
      hasBegun = false;
    },
  };
}

/** @throws TalesError `data-unusable`, `file-…`, `option-invalid`, `model-…`. */
export async function searchDecoding(options: SearchOptions, around: SearchSurroundings): Promise<void> {
  const { config, locale, progress, signal, stdout, end } = around;
  const { json = false } = options;
  const words = SEARCH_WORDING[locale];
  const request = await requestOf(options, around);
  const { data, model, out, seed } = request;
  try {
    const [notes, { say, ...steps }] = [createNotes(around), createMeter(around)];
    const onNote = (note: EvaluationNote): void => {
      const now = notes.take(note);
      if (now !== undefined) say(now);
    };
    const outcome = await searchModel(request, config, { signal, onNote, ...steps });
    progress.end();
    for (const sentence of notes.rest()) progress.say(sentence);
    const asked = { data, model, seed };
    await writeFiles(out, outcome, asked);
    stdout.write(
      json ? asJson(outcome, asked) : `${report(outcome, shown(model), locale)}  ${words.written(shown(out))}\n`,
    );
  } catch (error) {
    // Unlike elsewhere, something half done is left on purpose.
    if (!isTalesError(error) || error.code !== 'cancelled') throw error;
    progress.end();
    const sentence = words.keptPart(shown(out));
    progress.say(sentence);
    if (json) printFailure(stdout, error, sentence);
    end(EXIT.cancelled);
  }
}
