// Option values, checked as they are parsed.
import { TalesError } from '../errors.ts';

const MOST_SEED = 0xffffffff;

type Parse<T> = (value: string) => T;

/** One of the allowed values. @throws TalesError `option-invalid`. */
export const oneOf =
  <T extends string>(option: string, allowed: readonly T[]): Parse<T> =>
  (value) => {
    const wanted = value.normalize('NFC');
    const found = allowed.find((choice) => choice === wanted.toLowerCase());
    if (found === undefined)
      throw new TalesError('option-invalid', { option, value, expected: { kind: 'choice', values: allowed } });
    return found;
  };

/** A whole number from 0 to 2³²−1. @throws TalesError `option-invalid`. */
export const seed =
  (option: string): Parse<number> =>
  (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number > MOST_SEED) {
      throw new TalesError('option-invalid', {
        option,
        value,
        expected: { kind: 'number', least: 0, most: MOST_SEED },
      });
    }
    return number;
  };

/** A whole number within bounds. @throws TalesError `option-invalid`. */
export const whole =
  (option: string, least: number, most: number): Parse<number> =>
  (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new TalesError('option-invalid', { option, value, expected: { kind: 'number', least, most } });
    }
    return number;
  };

/** A number within bounds. @throws TalesError `option-invalid`. */
export const decimal =
  (option: string, least: number, most: number): Parse<number> =>
  (value) => {
    const number = Number(value);
    if (value.trim() === '' || !(number >= least && number <= most)) {
      throw new TalesError('option-invalid', { option, value, expected: { kind: 'number', least, most } });
    }
    return number;
  };

/** A text that is not blank and not too long. @throws TalesError `option-invalid`. */
export const text =
  (option: string, limit: number): Parse<string> =>
  (value) => {
    const tidy = value.normalize('NFC').trim();
    if (tidy === '' || tidy.length > limit) {
      throw new TalesError('option-invalid', { option, value, expected: { kind: 'text', most: limit } });
    }
    return tidy;
  };
