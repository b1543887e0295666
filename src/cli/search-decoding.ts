// `storybook search-decoding`: has the settings tried, says how far that is, and leaves table, files and a recommendation.
import { basename, join } from 'node:path';
import { isTalesError, TalesError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import {
  type DecodingCall,
  type DecodingRequest,
  type EvaluationNote,
  ORIGINAL_GRID,
  readGrid,
  searchModel,
} from '../pipeline/index.ts';
import type { SearchOptions } from './commands/search-decoding.ts';
import { deviceNote } from './device-note.ts';
import { assertFolder, makeFolder } from './evaluate/sources.ts';
import { EVALUATE_WORDING } from './evaluate-wording.ts';
import { withModel } from './model-folder.ts';
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

/** Everything that is named has to be there before hours of work rely on it. */
async function requestOf(options: SearchOptions, { config }: Surroundings): Promise<DecodingRequest> {
  const { data, sample, seed, grid, choose: way, bert, bertLayer = 9, bertIdf = false, spice } = options;
  const { kot5Dir: model } = withModel(config, options.model, { storyteller: 'kot5' });
  if (model === undefined) throw new TalesError('model-unnamed', { engine: 'kot5', variable: 'KOT5_DIR' });
  await assertFolder(model, { engine: 'kot5', option: options.model === undefined ? 'KOT5_DIR' : '--model' });
  if (bert !== undefined) await assertFolder(bert, { engine: 'bert', option: '--bert' });
  const out = options.out ?? join('decoding', basename(model));
  return {
    ...{ data, model, out, seed, way },
    grid: grid === undefined ? ORIGINAL_GRID : await readGrid(grid),
    ...(sample !== undefined && { sample }),
    ...(bert !== undefined && { bert: { folder: bert, layer: bertLayer, idf: bertIdf } }),
    ...(spice !== undefined && { spice: { jar: spice } }),
    ciderWords: options.ciderWords ?? 'spaces',
  };
}

/** Each kind of note once: every setting would say the same again. */
function createTeller({ config, locale, progress }: Surroundings): (note: EvaluationNote) => void {
  const words = EVALUATE_WORDING[locale];
  const told = new Set<string>();
  const sentence = (note: EvaluationNote): string | undefined => {
    if (note.code === 'blank') return words.blank(note.lines);
    if (note.code === 'cut') return words.cut(note.pages);
    if (note.code === 'device') return deviceNote(config, note.device, locale);
    if (note.code === 'no-spice' && note.reason !== undefined) return words.noSpice(note.reason);
    return note.code === 'no-bert' ? words.noBert : undefined;
  };
  return (note) => {
    const said = told.has(note.code) ? undefined : sentence(note);
    told.add(note.code);
    if (said !== undefined) progress.say(said);
  };
}

/** How far all settings together are. */
function createMeter({ locale, progress }: Surroundings): Pick<DecodingCall, 'onSetting' | 'onStage' | 'onDone'> {
  let [setting, settings, pages, hasBegun] = [0, 0, 0, false];
  const at = (done: number): void => progress.at(setting * pages + done);
  let isTelling = false;
  return {
    onSetting(place, total) {
      [setting, settings] = [place, total];
    },
    onStage(stage, total, done) {
      isTelling = stage === 'telling';
      if (!isTelling) return;
      pages = total;
      if (!hasBegun) progress.count(SEARCH_WORDING[locale].telling(settings), settings * pages);
      hasBegun = true;
      at(done);
    },
    onDone(done) {
      if (isTelling) at(done);
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
  await makeFolder(out);
  try {
    const call: DecodingCall = { signal, onNote: createTeller(around), ...createMeter(around) };
    const outcome = await searchModel(request, config, call);
    progress.end();
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
