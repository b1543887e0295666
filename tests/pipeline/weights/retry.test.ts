// Pauses: how long, what a service may ask for, and when it is given up.
import { describe, expect, it } from 'vitest';
import { Interruption, MOST_TRIES, pauseAfter, retryAfter, withRetries } from '../../../src/pipeline/weights/retry.ts';

describe('pauses', () => {
  it('double up to half a minute, and no two programs share them', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((failures) => pauseAfter(failures, () => 0))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000,
    ]);
    expect(pauseAfter(1, () => 0.5)).toBe(750);
  });

  it.each([
    ['17', 17_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('asked for as %j are %j', (header, expected) => {
    expect(retryAfter(header, Date.UTC(2026, 10, 22, 12))).toBe(expected);
  });
});

describe('trying again', () => {
  const retrying = (attempt: () => Promise<string>, reached?: () => number) => {
    const pauses: number[] = [];
    const controller = new AbortController();
    const clock = {
      now: () => 0,
      async wait(milliseconds: number) {
        pauses.push(milliseconds);
      },
    };
    const options = { service: 'hub', clock, random: () => 0, signal: controller.signal, onPause: () => {} };
    return { pauses, controller, result: withRetries({ ...options, ...(reached && { reached }) }, attempt) };
  };

  it('ends when it works', async () => {
    let tries = 0;
    const { result, pauses } = retrying(async () => {
      tries += 1;
      if (tries < 3) throw new Interruption('not yet');
      return 'done';
    });
    await expect(result).resolves.toBe('done');
    expect(pauses).toEqual([500, 1000]);
  });

  it('ends at once for what trying cannot mend', async () => {
    const { result, pauses } = retrying(() => Promise.reject(new TypeError('a fault')));
    await expect(result).rejects.toThrow('a fault');
    expect(pauses).toEqual([]);
  });

  it('goes on for as long as it gets further, and counts anew each time', async () => {
    let reached = 0;
    const attempt = async () => {
      reached += 1;
      if (reached <= 3 * MOST_TRIES) throw new Interruption('cut off');
      return 'done';
    };
    await expect(retrying(attempt, () => reached).result).resolves.toBe('done');
  });

  it('is called off between two tries', async () => {
    const { result, controller } = retrying(() => Promise.reject(new Interruption('cut off')));
    controller.abort();
    await expect(result).rejects.toMatchObject({ code: 'cancelled' });
  });
});
