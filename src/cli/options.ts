// Option values, checked as they are parsed.
import { TalesError } from '../errors.ts';
import { TEXT_LIMITS } from '../story.ts';

type Parse<T> = (value: string) => T;

/** One of the allowed values. @throws TalesError `option-invalid`. */
export const oneOf =
  <T extends string>(option: string, allowed: readonly T[]): Parse<T> =>
  (value) => {
    const wanted = value.normalize('NFC');
    const found = allowed.find((choice) => choice === wanted);
    if (found === undefined) throw new TalesError('option-invalid', { option, value, expected: allowed.join(', ') });
    return found;
  };

/** A whole number from 0 to 2³²−1. @throws TalesError `option-invalid`. */
export const seed =
  (option: string): Parse<number> =>
  (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number > 0xffffffff) {
      throw new TalesError('option-invalid', { option, value, expected: '0 – 4294967295' });
    }
    return number;
  };

/** A whole number within bounds. @throws TalesError `option-invalid`. */
export const whole =
  (option: string, least: number, most: number): Parse<number> =>
  (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new TalesError('option-invalid', { option, value, expected: `${least} – ${most}` });
    }
    return number;
  };

/** A number within bounds. @throws TalesError `option-invalid`. */
export const decimal =
  (option: string, least: number, most: number): Parse<number> =>
  (value) => {
    const number = Number(value);
    if (value.trim() === '' || !(number >= least && number <= most)) {
      throw new TalesError('option-invalid', { option, value, expected: `${least} – ${most}` });
    }
    return number;
  };

/** A text that is not blank and not too long. @throws TalesError `option-invalid`. */
export const text =
  (option: string): Parse<string> =>
  (value) => {
    const tidy = value.normalize('NFC').trim();
    if (tidy === '' || tidy.length > TEXT_LIMITS.title) {
      throw new TalesError('option-invalid', { option, value, expected: `1 – ${TEXT_LIMITS.title}` });
    }
    return tidy;
  };

/** Names separated by any comma, without blanks. */
export const splitNames = (names: string): string[] =>
  names
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter(Boolean);
