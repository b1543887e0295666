// Measuring models on data sets. What does it is loaded when it is asked for; figures that are there are worked with at once.
import type { Config } from '../config.ts';
import type { Evaluation, EvaluationCall, EvaluationRequest } from './evaluation/request.ts';

export { LESS_IS_BETTER, type Measure, type MeasuredRow, NEUTRAL } from './evaluation/columns.ts';
export type {
  BertWish,
  Evaluation,
  EvaluationCall,
  EvaluationNote,
  EvaluationRequest,
  Stage,
} from './evaluation/request.ts';
export { columnOf, readResults, rowsAsCsv } from './evaluation/results.ts';
export {
  type Comparison,
  compared,
  type MeasureDifference,
  type MeasureSummary,
  summarised,
} from './evaluation/summary.ts';

/** As the configuration has models computed. @throws as `evaluate` in `evaluation/evaluate.ts`. */
export async function evaluateModel(
  request: Omit<EvaluationRequest, 'load'>,
  config: Config,
  call?: EvaluationCall,
): Promise<Evaluation> {
  const { loadOptions } = await import('./models.ts');
  const { evaluate } = await import('./evaluation/evaluate.ts');
  return evaluate({ ...request, load: loadOptions(config) }, call);
}

/** @throws TalesError `model-…` when the folder holds no checkpoint that tells pages. */
export const checkTeller = async (folder: string): Promise<void> =>
  (await import('./evaluation/check.ts')).checkTeller(folder);
