// Checks generation options against each other and the model, and fills in transformers' defaults.
import { type Expectation, TalesError } from '../../errors.ts';
import type { SearchOptions } from './search.ts';
import type { GenerationOptions, SequenceModel } from './types.ts';

type Limits = Pick<SequenceModel<never>, 'startId' | 'endIds' | 'vocabulary' | 'maxPositions'>;

interface Rule {
  readonly option: keyof GenerationOptions;
  readonly holds: boolean;
  readonly expected: Expectation;
}

const isCount = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

/** @throws TalesError `option-invalid` naming the first option that cannot be followed. */
export function checkOptions(
  given: GenerationOptions,
  { startId, endIds, vocabulary, maxPositions = Infinity }: Limits,
): SearchOptions {
  const options: Required<GenerationOptions> = {
    minLength: 0,
    lengthPenalty: 1,
    repetitionPenalty: 1,
    noRepeatNgramSize: 0,
    earlyStopping: false,
    ...given,
  };
  const rules: readonly Rule[] = [
    {
      option: 'numBeams',
      holds: isCount(options.numBeams, 1) && options.numBeams <= 64,
      expected: { kind: 'number', least: 1, most: 64 },
    },
    {
      option: 'maxLength',
      holds: isCount(options.maxLength, 2) && options.maxLength <= maxPositions,
      expected: { kind: 'number', least: 2, ...(maxPositions !== Infinity && { most: maxPositions }) },
    },
    {
      option: 'minLength',
      holds: isCount(options.minLength, 0) && options.minLength <= options.maxLength,
      expected: { kind: 'number', least: 0, most: options.maxLength },
    },
    { option: 'lengthPenalty', holds: Number.isFinite(options.lengthPenalty), expected: { kind: 'number' } },
    {
      option: 'repetitionPenalty',
      holds: options.repetitionPenalty > 0 && Number.isFinite(options.repetitionPenalty),
      expected: { kind: 'number', least: 0.01 },
    },
    {
      option: 'noRepeatNgramSize',
      holds: isCount(options.noRepeatNgramSize, 0),
      expected: { kind: 'number', least: 0 },
    },
    {
      option: 'earlyStopping',
      holds: [true, false, 'never'].includes(options.earlyStopping),
      expected: { kind: 'choice', values: ['true', 'false', 'never'] },
    },
  ];
  for (const { option, holds, expected } of rules)
    if (!holds) throw new TalesError('option-invalid', { option, value: String(options[option]), expected });
  return { ...options, startId, endIds, vocabulary };
}
