// Worker processes of this machine that serve the queue through Redis, as many as are wanted: each is followed by another
// when it dies, and ends with this process. What they do is theirs; a job of one that dies is taken by any worker.
import type { Log } from '../../../log.ts';
import { PROCESS_DEFAULTS, type ProcessOptions } from '../child/defaults.ts';
import { createSupervisor, type Supervisor } from '../child/supervisor.ts';

export interface WorkersOptions extends Partial<ProcessOptions> {
  readonly count: number;
  /** The file that a worker runs. It calls `serveRedis`. */
  readonly module: string | URL;
  /** A worker's environment, whole. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

export interface Workers {
  /** Asks them to stop, and resolves when they have. */
  close(): Promise<void>;
}

/** After so many in a row that never became ready, it is said that nothing is done here. */
const MOST_STARTS = 5;

function startOne(given: WorkersOptions): Supervisor {
  const options = { ...PROCESS_DEFAULTS, ...given };
  const { log } = options;
  const supervisor: Supervisor = createSupervisor(options, {
    // It works: the next pause is a short one again.
    onReady: () => supervisor.praise(),
    onNews: () => supervisor.kill('it tells of a job that it was not given'),
    onDeath(failedStarts) {
      if (failedStarts >= MOST_STARTS) log.error({ times: failedStarts }, 'no worker can be started on this computer');
    },
    isNeeded: () => true,
  });
  supervisor.wake();
  return supervisor;
}

export function startWorkers(options: WorkersOptions): Workers {
  const supervisors = Array.from({ length: options.count }, () => startOne(options));
  return { close: async () => void (await Promise.all(supervisors.map((supervisor) => supervisor.close()))) };
}
