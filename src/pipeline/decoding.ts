// Searching settings of generation: what there is to try, and the search itself, loaded when it is asked for.
import type { Config } from '../config.ts';
import type { Way } from './decoding/choose.ts';
import { type Grid, type Setting, settingsOf } from './decoding/grid.ts';
import type { SearchOutcome } from './decoding/search.ts';
import type { EvaluationCall, EvaluationRequest } from './evaluation/request.ts';

export { type ChoosingMeasure, WAYS, type Way, WEIGHTS } from './decoding/choose.ts';
export { type Grid, ORIGINAL_GRID, readGrid, type Setting } from './decoding/grid.ts';
export { type SearchOutcome, type SettingResult, textsOf } from './decoding/search.ts';

export interface DecodingRequest extends Omit<EvaluationRequest, 'load' | 'settings' | 'shared'> {
  readonly grid: Grid;
  /** By which the best is chosen. */
  readonly way: Way;
}

export interface DecodingCall extends EvaluationCall {
  /** The pages of a setting, counted from 0, are told next. */
  readonly onSetting?: (place: number, total: number, setting: Setting) => void;
}

export interface DecodingOutcome extends SearchOutcome {
  /** What tells with the model, as `--storyteller` names it. */
  readonly engine: 'kot5' | 'kogpt2';
  /** Pages of each setting. */
  readonly pages: number;
}

/** Rows where nobody says how many: as many as the original took, or all there are. */
const ROWS = 100;

/**
 * Tells the same rows with every setting and measures them. Whatever took long is kept below `out`, so that a search that
 * was stopped goes on where it was.
 * @throws TalesError `data-unusable`, `file-…`, `option-invalid`, `model-…`, `cancelled`.
 */
export async function searchModel(
  request: DecodingRequest,
  config: Config,
  call: DecodingCall = {},
): Promise<DecodingOutcome> {
  const { grid, way, ...rest } = request;
  const { loadOptions } = await import('./models.ts');
  const { evaluate } = await import('./evaluation/evaluate.ts');
  const { shareModels } = await import('./evaluation/shared.ts');
  const { drawRows, surveyRows } = await import('./evaluation/rows.ts');
  const { checkOptions } = await import('./generation/options.ts');
  const { searchDecoding } = await import('./decoding/search.ts');
  const { tellerKind } = await import('./evaluation/teller.ts');
  const kind = await tellerKind(request.model);
  const settings = settingsOf(grid);
  // Options that do not go together are found now, and not after days.
  const limits = { startId: 0, endIds: [0], vocabulary: 1 };
  for (const { options } of settings) checkOptions({ ...kind.settings, ...options }, limits);
  const survey = await surveyRows(request.data, call);
  const sample = request.sample ?? Math.min(ROWS, survey.usable.length);
  const pages = drawRows(survey, { sample, seed: request.seed }).length;
  const shared = shareModels();
  try {
    const outcome = await searchDecoding(
      grid,
      (setting, place) => {
        call.onSetting?.(place, settings.length, setting);
        const wish = { ...rest, sample, settings: setting.options, load: loadOptions(config), shared };
        return evaluate(wish, call);
      },
      { way, original: kind.settings, seed: request.seed, ...(call.signal && { signal: call.signal }) },
    );
    return { ...outcome, engine: kind.engine, pages };
  } finally {
    await shared.close();
  }
}
