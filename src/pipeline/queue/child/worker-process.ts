// One worker process, from its start to its end: what is said to it and by it, and that it ends.
// When to start another is left to the supervisor.
import type { ChildProcess } from 'node:child_process';
import type { Job, JobNews } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { type HeartbeatOptions, watchOver } from './heartbeat.ts';
import { type FromWorker, readFromWorker, type ToWorker } from './messages.ts';
import { giveWay, type SpawnOptions, spawnWorker } from './spawn.ts';

export interface WorkerProcessOptions extends SpawnOptions, HeartbeatOptions {
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** How long a worker may take to stop when asked. Milliseconds. */
  readonly stopMs: number;
}

export interface WorkerEvents {
  /** Once. */
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

interface ProcessEvents {
  readonly onMessage: (message: FromWorker) => void;
  readonly onBreach: () => void;
  readonly onFailure: (error: Error) => void;
  readonly onEnd: (code: number | null, signal: NodeJS.Signals | null) => void;
}

function listenTo(child: ChildProcess, { onMessage, onBreach, onFailure, onEnd }: ProcessEvents): void {
  let isTrusted = true;
  child.on('message', (value) => {
    const message = isTrusted ? readFromWorker(value) : undefined;
    if (message !== undefined) return onMessage(message);
    isTrusted = false;
    onBreach();
  });
  child.stdin?.on('error', onFailure);
  child.on('error', (error) => {
    onFailure(error);
    // Without a process there is no end to wait for.
    if (child.pid === undefined) onEnd(null, null);
  });
  // Not `exit`, which may come before the last messages.
  child.on('close', (code, signal) => child.pid !== undefined && onEnd(code, signal));
}

/** @throws what `fork` throws when the system has no process to give. */
export function startWorkerProcess(options: WorkerProcessOptions, events: WorkerEvents): WorkerProcess {
  const { log, stopMs } = options;
  const child = spawnWorker(options);
  const { pid } = child;
  const ended = Promise.withResolvers<void>();
  let state: 'starting' | 'ready' | 'stopping' = 'starting';

  const kill = (reason: string): void => {
    log.warn({ pid, reason }, 'the worker is killed');
    child.kill('SIGKILL');
  };
  const send = (message: ToWorker): void => {
    child.send(message, (error) => error && child.kill('SIGKILL'));
  };
  const watch = watchOver(options, { ping: () => send({ type: 'ping' }), onSilence: kill });
  const onMessage = (message: FromWorker): void => {
    watch.heard();
    if (message.type === 'news') events.onNews(message.news);
    if (message.type !== 'ready' || state !== 'starting') return;
    state = 'ready';
    giveWay(child, options);
    watch.ready();
    events.onReady();
  };
  listenTo(child, {
    onMessage,
    onBreach: () => kill('it says what no worker says'),
    onFailure: (error) => {
      log.error({ err: error, pid }, 'the worker has failed');
      child.kill('SIGKILL');
    },
    onEnd: (code, signal) => {
      if (state !== 'stopping') log.warn({ pid, code, signal }, 'the worker has ended');
      watch.end();
      ended.resolve();
      events.onEnd();
    },
  });

  return {
    run: (job) => state === 'ready' && send({ type: 'run', job }),
    kill,
    async stop() {
      if (state === 'starting') child.kill('SIGKILL');
      else send({ type: 'stop' });
      state = 'stopping';
      const late = setTimeout(() => kill('it does not stop'), stopMs);
      await ended.promise;
      clearTimeout(late);
    },
  };
}
