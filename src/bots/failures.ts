// What can never be sent, as a fact: a fault that no further try would mend.
import { isTalesError } from '../errors.ts';
import type { JobFailure } from '../jobs.ts';

/** `undefined` for what is worth trying again. */
export const failureOf = (error: unknown): JobFailure | undefined =>
  isTalesError(error) && !error.retryable
    ? // The pair of code and details is the error's own.
      ({ code: error.code, details: JSON.parse(JSON.stringify(error.details)), retryable: false } as JobFailure)
    : undefined;
