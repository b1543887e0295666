import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/pipeline/image/gate.ts';

interface Piece {
  readonly done: Promise<string>;
  readonly finish: () => void;
  readonly entered: () => boolean;
}

function piece(gate: ReturnType<typeof createGate>, weight: number, signal?: AbortSignal): Piece {
  const { promise, resolve } = Promise.withResolvers<string>();
  let inside = false;
  const work = (): Promise<string> => {
    inside = true;
    return promise;
  };
  return { done: gate.pass(weight, work, signal), finish: () => resolve('done'), entered: () => inside };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the gate', () => {
  it('lets in what fits and keeps the rest in order', async () => {
    const gate = createGate(10);
    const [first, second, third, fourth] = [piece(gate, 6), piece(gate, 4), piece(gate, 5), piece(gate, 1)];
    await settle();
    expect([first, second, third, fourth].map(({ entered }) => entered())).toEqual([true, true, false, false]);
    second.finish();
    await settle();
    // The light one does not pass the heavy one that came before it.
    expect([third, fourth].map(({ entered }) => entered())).toEqual([false, false]);
    first.finish();
    await settle();
    expect([third, fourth].map(({ entered }) => entered())).toEqual([true, true]);
    third.finish();
    fourth.finish();
    expect(await Promise.all([first, second, third, fourth].map(({ done }) => done))).toHaveLength(4);
  });

  it('lets in alone what is heavier than the whole gate', async () => {
    const gate = createGate(10);
    const [small, giant, after] = [piece(gate, 1), piece(gate, 99), piece(gate, 1)];
    await settle();
    expect([small, giant, after].map(({ entered }) => entered())).toEqual([true, false, false]);
    small.finish();
    await settle();
    expect([giant, after].map(({ entered }) => entered())).toEqual([true, false]);
    giant.finish();
    await settle();
    expect(after.entered()).toBe(true);
  });

  it('gives the place back when work fails', async () => {
    const gate = createGate(1);
    await expect(gate.pass(1, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.pass(1, async () => 'next')).toBe('next');
  });

  it('runs cancelled work at once, so that it can say so, and lets in who stood behind it', async () => {
    const gate = createGate(10);
    const controller = new AbortController();
    const [first, cancelled, behind] = [piece(gate, 6), piece(gate, 9, controller.signal), piece(gate, 4)];
    await settle();
    expect([cancelled, behind].map(({ entered }) => entered())).toEqual([false, false]);
    controller.abort();
    await settle();
    expect([cancelled, behind].map(({ entered }) => entered())).toEqual([true, true]);
    cancelled.finish();
    await cancelled.done;
    const full = piece(gate, 1);
    await settle();
    expect(full.entered()).toBe(false);
    first.finish();
    await settle();
    expect(full.entered()).toBe(true);
  });
});
