// What goes wrong while a class is at work: its worker is killed, and the talking process itself, at moments that nobody
// chose; the program is started again each time, as a service of the system would.
import { type Program, startProgram } from '../../support/program.ts';
import type { Watch } from './watch.ts';

export interface Mishap {
  readonly kills: 'worker' | 'talking';
  /** Happens as soon as this holds. */
  readonly when: () => boolean;
}

/** From the death until it answers again, `performance.now()`. */
export interface Absence {
  readonly kills: Mishap['kills'];
  readonly from: number;
  readonly to: number;
}

export interface Life {
  readonly program: () => Program;
  readonly absences: readonly Absence[];
  /** Resolves when everything has gone wrong that was to. */
  readonly over: Promise<void>;
}

const LONG = 900_000;

export interface LifeOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly watch: Watch;
  /** One after the other. */
  readonly mishaps: readonly Mishap[];
}

async function workerOf(program: Program, watch: Watch): Promise<number> {
  for (;;) {
    const [worker] = await program.children();
    if (worker !== undefined) return worker;
    let looks = 0;
    await watch.until(() => ++looks > 1, 'a worker', LONG);
  }
}

export async function liveThrough(options: LifeOptions): Promise<Life> {
  const { environment, folder, watch } = options;
  let program = await startProgram(environment, folder);
  const absences: Absence[] = [];
  const suffer = async (mishaps: readonly Mishap[]): Promise<void> => {
    for (const { kills, when } of mishaps) {
      await watch.until(when, `the moment for the ${kills} process to die`, LONG);
      const from = performance.now();
      if (kills === 'worker') process.kill(await workerOf(program, watch), 'SIGKILL');
      else {
        await program.kill();
        program = await startProgram(environment, folder);
      }
      absences.push({ kills, from, to: performance.now() });
    }
  };
  const over = suffer(options.mishaps);
  // Whoever waits for it hears of a failure; nobody waits yet.
  over.catch(() => {});
  return { program: () => program, absences, over };
}
