// How much memory the processes of the program hold, asked of themselves through Node's inspector, after they have
// cleared what nobody needs: what is left is held on purpose, or for ever.
import type { Program } from '../../support/program.ts';

/** Started with this, a program and its worker can be asked. */
export const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' } as const;

export type Role = 'talking' | 'worker';

export interface Sample {
  readonly role: Role;
  readonly pid: number;
  /** `performance.now()` */
  readonly at: number;
  /** Bytes; `mostRss` since the process began. */
  readonly rss: number;
  readonly mostRss: number;
  readonly heap: number;
  /** Of buffers. */
  readonly external: number;
}

const ADDRESSES = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/g;
const ASKED = `(() => {
  const { rss, heapUsed: heap, external } = process.memoryUsage();
  const mostRss = process.resourceUsage().maxRSS * 1024;
  const role = /worker\\.ts$/.test(process.argv[1] ?? '') ? 'worker' : 'talking';
  return JSON.stringify({ role, pid: process.pid, rss, mostRss, heap, external });
})()`;

interface Line {
  readonly ask: () => Promise<Omit<Sample, 'at'>>;
  readonly close: () => void;
}

function talkTo(socket: WebSocket): Line {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let count = 0;
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('the process is gone'));
  };
  const call = async (method: string, params: object = {}): Promise<unknown> => {
    // What is said to one that is gone is never answered.
    if (socket.readyState !== WebSocket.OPEN) throw new Error('the process is gone');
    count += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(count, answer);
    socket.send(JSON.stringify({ id: count, method, params }));
    return answer.promise;
  };
  return {
    async ask() {
      await call('HeapProfiler.collectGarbage');
      const { result } = (await call('Runtime.evaluate', { expression: ASKED })) as { result: { value: string } };
      return JSON.parse(result.value);
    },
    close: () => socket.close(),
  };
}

async function dial(address: string): Promise<Line> {
  const socket = new WebSocket(address);
  const opened = Promise.withResolvers<void>();
  socket.onopen = () => opened.resolve();
  socket.onerror = () => opened.reject(new Error('the process is gone'));
  await opened.promise;
  return talkTo(socket);
}

export interface Scales {
  readonly samples: readonly Sample[];
  /** A sample of every process. Each clears its memory for it, and answers nobody meanwhile. */
  readonly weigh: () => Promise<void>;
  readonly close: () => void;
}

export function scalesFor(program: () => Program): Scales {
  const samples: Sample[] = [];
  const lines = new Map<string, Line>();
  const gone = new Set<string>();
  const weighOne = async (address: string): Promise<void> => {
    try {
      const line = lines.get(address) ?? (await dial(address));
      lines.set(address, line);
      samples.push({ ...(await line.ask()), at: performance.now() });
    } catch {
      // It was killed: the next one has another address.
      gone.add(address);
    }
  };
  return {
    samples,
    async weigh() {
      const known = program().errors().match(ADDRESSES) ?? [];
      for (const address of new Set(known)) if (!gone.has(address)) await weighOne(address);
    },
    close() {
      for (const line of lines.values()) line.close();
    },
  };
}
