// One worker process, from its start to its end: what is said to it and by it, whether it still answers,
// and that it ends. When to start another is left to the supervisor.
import { type ChildProcess, fork } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import type { Job, JobNews } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { type FromWorker, readFromWorker, type ToWorker } from './messages.ts';

export interface Heartbeat {
  /** A worker is asked this often, and so is counted. Milliseconds. */
  readonly everyMs: number;
  /** As many times in a row without any word, and the worker is killed. Models compute for long without a pause. */
  readonly most: number;
}

export interface WorkerProcessOptions {
  /** The file that the worker runs. */
  readonly module: string | URL;
  /** The worker's environment, whole. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly heartbeat: Heartbeat;
  /** How long a worker may take to become ready. Milliseconds. */
  readonly startMs: number;
  /** How long a worker may take to stop when asked. Milliseconds. */
  readonly stopMs: number;
  /** By how much it stands behind this process when both want to compute. 0 to 19. */
  readonly niceness: number;
}

export interface WorkerEvents {
  readonly onReady: () => void;
  readonly onNews: (news: JobNews) => void;
  /** Once, after all its news. */
  readonly onEnd: () => void;
}

export interface WorkerProcess {
  /** Has no effect before `onReady`. */
  run(job: Job): void;
  /** Asks it to stop, then kills it, and resolves when it has ended. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(reason: string): void;
}

const LEAST_PRIORITY = 19;

function giveWay(child: ChildProcess, { niceness, log }: WorkerProcessOptions): void {
  if (child.pid === undefined) return;
  try {
    // Before it has any threads: on Linux each keeps the priority that its maker had.
    setPriority(child.pid, Math.min(LEAST_PRIORITY, getPriority() + niceness));
  } catch (error) {
    log.warn({ err: error }, 'the worker runs at full priority');
  }
}

const spawn = ({ module, env }: WorkerProcessOptions): ChildProcess =>
  fork(module, [], {
    // More heaps would make the memory that big pictures take twice as much.
    env: { MALLOC_ARENA_MAX: '2', ...env },
    execArgv: [],
    // Its input never says anything, but ends when this process does. See `lifeline.ts`.
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });

/** @throws what `fork` throws when the system has no process to give. */
export function startWorkerProcess(options: WorkerProcessOptions, events: WorkerEvents): WorkerProcess {
  const { log, heartbeat, startMs, stopMs } = options;
  const child = spawn(options);
  const ended = Promise.withResolvers<void>();
  let isReady = false;
  let isStopping = false;
  let isTrusted = true;
  let unanswered = 0;

  const kill = (reason: string): void => {
    log.warn({ pid: child.pid, reason }, 'the worker is killed');
    child.kill('SIGKILL');
  };
  const send = (message: ToWorker): void => {
    child.send(message, (error) => error && child.kill('SIGKILL'));
  };
  const hear = (message: FromWorker): void => {
    unanswered = 0;
    if (message.type === 'news') events.onNews(message.news);
    if (message.type !== 'ready' || isReady) return;
    isReady = true;
    clearTimeout(start);
    events.onReady();
  };
  const start = setTimeout(() => kill('it does not start'), startMs);
  const beat = setInterval(() => {
    if (!isReady) return;
    if (unanswered >= heartbeat.most) return kill('it does not answer');
    unanswered += 1;
    send({ type: 'ping' });
  }, heartbeat.everyMs);
  const end = (): void => {
    clearTimeout(start);
    clearInterval(beat);
    isReady = false;
    ended.resolve();
    events.onEnd();
  };

  giveWay(child, options);
  child.stdin?.on('error', () => child.kill('SIGKILL'));
  child.on('message', (value) => {
    const message = isTrusted ? readFromWorker(value) : undefined;
    if (message !== undefined) return hear(message);
    isTrusted = false;
    kill('it says what no worker says');
  });
  child.on('error', (error) => {
    log.error({ err: error }, 'the worker has failed');
    // Without a process there is no end to wait for.
    if (child.pid === undefined) end();
  });
  // Not `exit`, which may come before the last messages.
  child.on('close', (code, signal) => {
    if (child.pid === undefined) return;
    if (!isStopping) log.warn({ pid: child.pid, code, signal }, 'the worker has ended');
    end();
  });

  return {
    run: (job) => isReady && send({ type: 'run', job }),
    kill,
    async stop() {
      isStopping = true;
      if (!isReady) child.kill('SIGKILL');
      else send({ type: 'stop' });
      const late = setTimeout(() => kill('it does not stop'), stopMs);
      await ended.promise;
      clearTimeout(late);
    },
  };
}
