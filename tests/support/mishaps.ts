// A program that is killed at points nobody chose, again and again, and started again each time.
import { onTestFinished } from 'vitest';
import { type Program, startProgram } from './program.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface MishapOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** Where the program is started. */
  readonly folder: string;
  readonly times: number;
  readonly seed: number;
  /** Resolves when something more, so many times over, has happened between the program and the world; rejects when it does not. */
  readonly more: (events: number) => Promise<unknown>;
}

/** Most things that happen between two deaths. */
const MOST = 14;

export interface Mishaps {
  /** Resolves when all has gone wrong that was to go wrong, and the program runs. */
  readonly over: Promise<void>;
  readonly program: () => Program;
}

export async function startWithMishaps({ environment, folder, times, seed, more }: MishapOptions): Promise<Mishaps> {
  const chance = chances(seed);
  let program = await startProgram(environment, folder);
  onTestFinished(() => program.kill());
  const suffer = async (): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      // Where nothing happens any more, death comes as well.
      await more(1 + Math.floor(chance() * MOST)).catch(() => {});
      await program.kill();
      program = await startProgram(environment, folder);
    }
  };
  return { over: suffer(), program: () => program };
}
