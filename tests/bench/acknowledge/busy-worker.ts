// A worker that computes as models do: its JavaScript thread for a fifth of a second at a time, as onnxruntime-node
// does, with a second thread beside it; for ever.
import { isMainThread, Worker } from 'node:worker_threads';
import type { JobHandlers } from '../../../src/jobs.ts';
import { createLog } from '../../../src/log.ts';
import { serveJobs } from '../../../src/pipeline/queue/child/serve.ts';

const CHUNK_MS = 200;

function compute(): void {
  for (const end = performance.now() + CHUNK_MS; performance.now() < end; );
}

function computeForEver(onChunk: () => void): void {
  compute();
  onChunk();
  setImmediate(computeForEver, onChunk);
}

const nothing = (): Promise<never> => Promise.reject(new Error('this worker only writes'));

const handlers: JobHandlers = {
  receive: nothing,
  describe: nothing,
  suggest: nothing,
  entitle: nothing,
  print: nothing,
  bind: nothing,
  fold: nothing,
  write: (_, { onProgress }) => {
    let done = 0;
    const onChunk = (): void => {
      done += 1;
      onProgress(done, Number.MAX_SAFE_INTEGER);
    };
    return new Promise(() => computeForEver(onChunk));
  },
};

if (isMainThread) {
  new Worker(import.meta.filename);
  serveJobs({ handlers, log: createLog('warn'), self: process });
} else computeForEver(() => {});
