// The options of generation as the command line names them, as settings of an engine.
import { TalesError } from '../errors.ts';
import type { GenerationOptions } from '../pipeline/index.ts';

export interface CaptionSettings {
  readonly beams?: number;
  readonly maxLength?: number;
}

export interface StorySettings extends CaptionSettings {
  readonly lengthPenalty?: number;
  readonly repetitionPenalty?: number;
  readonly noRepeatNgram?: number;
  readonly earlyStopping?: boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What was given; what was not is left to the engine. */
export function settingsOf(given: StorySettings): Partial<GenerationOptions> {
  const settings: Mutable<Partial<GenerationOptions>> = {};
  if (given.beams !== undefined) settings.numBeams = given.beams;
  if (given.maxLength !== undefined) settings.maxLength = given.maxLength;
  if (given.lengthPenalty !== undefined) settings.lengthPenalty = given.lengthPenalty;
  if (given.repetitionPenalty !== undefined) settings.repetitionPenalty = given.repetitionPenalty;
  if (given.noRepeatNgram !== undefined) settings.noRepeatNgramSize = given.noRepeatNgram;
  if (given.earlyStopping !== undefined) settings.earlyStopping = given.earlyStopping;
  return settings;
}

const FLAGS: Readonly<Record<keyof StorySettings | 'model', string>> = {
  model: '--model',
  beams: '--beams',
  maxLength: '--max-length',
  lengthPenalty: '--length-penalty',
  repetitionPenalty: '--repetition-penalty',
  noRepeatNgram: '--no-repeat-ngram',
  earlyStopping: '--early-stopping',
};

/**
 * For engines that follow none of these options: refuses them instead of ignoring them.
 * @throws TalesError `option-invalid` naming the first that was given.
 */
export function refuseSettings(given: StorySettings & { readonly model?: string }): void {
  for (const key of Object.keys(FLAGS) as (keyof typeof FLAGS)[]) {
    if (given[key] === undefined) continue;
    throw new TalesError('option-invalid', {
      option: FLAGS[key],
      value: String(given[key]),
      expected: { kind: 'with', options: ['--storyteller kot5', '--storyteller kogpt2'] },
    });
  }
}
