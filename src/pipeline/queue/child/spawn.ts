// Starts the process of a worker: with its environment, behind this process, and bound to end with it.
import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import type { Log } from '../../../log.ts';

export interface SpawnOptions {
  /** The file that the worker runs. */
  readonly module: string | URL;
  /** The worker's environment, whole. */
  readonly env: NodeJS.ProcessEnv;
  /** By how much it stands behind this process when both want to compute. 0 to 19. */
  readonly niceness: number;
  readonly log: Pick<Log, 'warn'>;
}

const LEAST_PRIORITY = 19;

/** On Linux a priority is a thread's own, and new threads take their maker's; elsewhere it is the process's. */
const threadsOf = (pid: number): readonly number[] =>
  process.platform === 'linux' ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid];

/**
 * Puts a worker behind this process. To be called as soon as it is there, while it may still have one thread, and
 * again when it is ready, for the threads that were quicker.
 */
export function giveWay({ pid }: ChildProcess, { niceness, log }: Pick<SpawnOptions, 'niceness' | 'log'>): void {
  if (pid === undefined) return;
  try {
    const priority = Math.min(LEAST_PRIORITY, getPriority() + niceness);
    for (const thread of threadsOf(pid)) setPriority(thread, priority);
  } catch (error) {
    // A thread that ended meanwhile is no loss; that the worker itself is gone is told by its end.
    log.warn({ err: error }, 'a thread of the worker keeps its priority');
  }
}

/** @throws what `fork` throws when the system has no process to give. */
export function spawnWorker(options: SpawnOptions): ChildProcess {
  const child = fork(options.module, [], {
    // More heaps would make the memory that big pictures take twice as much.
    env: { MALLOC_ARENA_MAX: '2', ...options.env },
    execArgv: [],
    // Its input never says anything, but ends when this process does. See `lifeline.ts`.
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });
  giveWay(child, options);
  return child;
}
