// A worker whose jobs do what their own input tells them, wild things included. It notes its process id in the file
// WORKER_PIDS, and starts as WORKER_START says: `die` at once, or when the file of that name appears.
import { appendFileSync, existsSync, readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { JobHandlers } from '../../src/jobs.ts';
import { createLog } from '../../src/log.ts';
import { serveJobs } from '../../src/pipeline/queue/child/serve.ts';
import { type Script, scriptedHandlers } from '../contracts/scripted-handlers.ts';

export const WILD_WAYS = ['exit', 'throw', 'memory', 'loop', 'garbage', 'foreign', 'late-exit'] as const;
export type WildWay = (typeof WILD_WAYS)[number];

export interface WildScript extends Script {
  readonly wild?: WildWay;
  /** In how many of its runs the job is wild; all by default. */
  readonly times?: number;
}

function loopForEver(): never {
  for (;;);
}

function eatMemory(): never {
  const eaten: number[][] = [];
  for (;;) eaten.push(new Array<number>(1e6).fill(eaten.length));
}

async function goWild(way: WildWay): Promise<void> {
  switch (way) {
    case 'exit':
      return process.exit(7);
    case 'throw':
      setImmediate(() => {
        throw new Error('a bug outside of any job');
      });
      return new Promise(() => {});
    case 'memory':
      return eatMemory();
    case 'loop':
      return loopForEver();
    case 'garbage':
      process.send?.({ type: 'news', news: { type: 'done', output: 'garbage' } });
      return new Promise(() => {});
    case 'foreign':
      process.send?.({
        type: 'news',
        news: { id: 'never heard of', book: 'b', kind: 'write', type: 'done', output: { told: [] } },
      });
      return new Promise(() => {});
    case 'late-exit':
      setImmediate(() => process.exit(7));
      return;
  }
}

const handlers: JobHandlers = {
  ...scriptedHandlers,
  async write(input, context) {
    const { runs, wild, times = Number.POSITIVE_INFINITY }: WildScript = JSON.parse(input.manuscript.title ?? '{}');
    const output = await scriptedHandlers.write(input, context);
    const count = existsSync(runs) ? readFileSync(runs, 'utf8').split('\n').length - 1 : 0;
    if (wild !== undefined && count <= times) await goWild(wild);
    return output;
  },
};

const { WORKER_PIDS, WORKER_START } = process.env;
const begin = (): void => serveJobs({ handlers, log: createLog('warn'), self: process });

if (WORKER_PIDS !== undefined) appendFileSync(WORKER_PIDS, `${process.pid}\n`);
if (WORKER_START === undefined) begin();
else if (WORKER_START === 'die') process.exit(3);
else {
  const watcher = watch(dirname(WORKER_START), (_, name) => name === basename(WORKER_START) && watcher.close());
  watcher.on('close', begin);
  if (existsSync(WORKER_START)) watcher.close();
}
