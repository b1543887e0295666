// Starts the process of a worker: with its environment, behind this process, and bound to end with it.
import { type ChildProcess, fork } from 'node:child_process';
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

function giveWay({ pid }: ChildProcess, { niceness, log }: SpawnOptions): void {
  if (pid === undefined) return;
  try {
    // Before it has any threads: on Linux each keeps the priority that its maker had.
    setPriority(pid, Math.min(LEAST_PRIORITY, getPriority() + niceness));
  } catch (error) {
    log.warn({ err: error }, 'the worker runs at full priority');
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
