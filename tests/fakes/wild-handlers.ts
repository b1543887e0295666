// Handlers whose jobs do what their own input tells them, wild things included, some of which no process survives.
import { existsSync, readFileSync } from 'node:fs';
import type { JobHandlers } from '../../src/jobs.ts';
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

export const wildHandlers: JobHandlers = {
  ...scriptedHandlers,
  async write(input, context) {
    const { runs, wild, times = Number.POSITIVE_INFINITY }: WildScript = JSON.parse(input.manuscript.title ?? '{}');
    const output = await scriptedHandlers.write(input, context);
    const count = existsSync(runs) ? readFileSync(runs, 'utf8').split('\n').length - 1 : 0;
    if (wild !== undefined && count <= times) await goWild(wild);
    return output;
  },
};
