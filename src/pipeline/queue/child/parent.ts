// What binds a worker to the process that has started it: it hears it, answers it, and ends with it.
// What is done when it is told to run a job or to stop is left to the two kinds of workers.
import { Worker } from 'node:worker_threads';
import type { Job } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { type FromWorker, readToWorker, type ToWorker } from './messages.ts';

export interface ParentOptions {
  readonly log: Pick<Log, 'error'>;
  /** This process. */
  readonly self: NodeJS.Process;
  readonly onRun: (job: Job) => void;
  /** Resolves when nothing runs any more; the process ends then. */
  readonly onStop: () => Promise<void>;
}

export interface Parent {
  tell(message: FromWorker): void;
}

/** Those that a terminal or a service manager sends to every process of a program: the parent decides what follows. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From here on the process ends with its parent, whatever its main thread does. */
function holdLifeline({ self, log }: ParentOptions): void {
  const thread = new Worker(new URL('./lifeline.ts', import.meta.url));
  thread.on('error', (error) => {
    log.error({ err: error }, 'the worker would outlive its parent');
    self.exit(1);
  });
  thread.unref();
}

/** Says things to the parent, and when all that was said has left this process. */
function createMouth(self: NodeJS.Process) {
  const leaving = new Set<Promise<void>>();
  const tell = (message: FromWorker): void => {
    const left: Promise<void> = new Promise<void>((resolve) => {
      // A parent that cannot be reached is gone, and `disconnect` follows.
      self.send?.(message, undefined, undefined, () => resolve());
    }).then(() => void leaving.delete(left));
    leaving.add(left);
  };
  return { tell, silence: () => Promise.all(leaving) };
}

/**
 * From here on the parent is heard, until it says stop or is gone; the process ends then.
 * @throws TypeError in a process that no queue has started.
 */
export function joinParent(options: ParentOptions): Parent {
  const { log, self, onRun, onStop } = options;
  if (self.send === undefined) throw new TypeError('a worker is started by a queue');
  const { tell, silence } = createMouth(self);
  const stop = async (): Promise<void> => {
    await onStop();
    await silence();
    self.exit(0);
  };
  const hear = (message: ToWorker): void => {
    if (message.type === 'run') onRun(message.job);
    else if (message.type === 'ping') tell({ type: 'alive' });
    else void stop();
  };
  for (const signal of SIGNALS) self.on(signal, () => {});
  self.on('uncaughtException', (error) => {
    log.error({ err: error }, 'the worker failed');
    self.exit(1);
  });
  self.on('disconnect', () => self.exit(0));
  self.on('message', (value) => {
    const message = readToWorker(value);
    if (message === undefined) throw new TypeError('the parent says what no queue says');
    hear(message);
  });
  holdLifeline(options);
  return { tell };
}
