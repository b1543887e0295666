// Keeps a connection: opens it again whenever it is lost, at once and then ever more slowly, until it is closed.
// Slack's own client gives up, and takes the program with it, when the network is away at the wrong moment.
import type { Log } from '../../log.ts';
import type { Clock } from '../clock.ts';
import { pause } from './calls.ts';

export interface Line {
  /** Resolves when the connection is there. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Calls whenever the connection is lost, or was not reached. */
  readonly onLost: (listener: () => void) => void;
}

export interface LastingLine {
  /** Rejects when the first connection fails. */
  open(): Promise<void>;
  close(): Promise<void>;
}

const DELAYS = [0, 1000, 2000, 5000, 10_000, 30_000] as const;
/** For the greeting to arrive. */
const PATIENCE = 30_000;

export interface LastingOptions {
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  readonly onReturn: () => void;
}

export function keepOpen(line: Line, { clock, log, onReturn }: LastingOptions): LastingLine {
  const closing = new AbortController();
  const { signal } = closing;
  let isOpen = false;
  let isTrying = false;

  const openOnce = async (): Promise<void> => {
    const waiting = new AbortController();
    const late = pause(clock, PATIENCE, waiting.signal).then(async () => {
      if (waiting.signal.aborted) return;
      await line.close();
      throw new Error('the connection was not greeted in time');
    });
    try {
      await Promise.race([line.open(), late]);
    } finally {
      waiting.abort();
    }
    isOpen = true;
  };

  const openAgain = async (): Promise<void> => {
    isTrying = true;
    for (let tries = 0; !signal.aborted; tries += 1) {
      await pause(clock, DELAYS[tries] ?? DELAYS[DELAYS.length - 1] ?? 0, signal);
      if (signal.aborted) break;
      try {
        await openOnce();
        onReturn();
        break;
      } catch (error) {
        log.warn({ err: error }, 'Slack could not be reached again');
      }
    }
    isTrying = false;
    // It may have been lost again between its opening and now.
    if (!isOpen && !signal.aborted) await openAgain();
  };

  line.onLost(() => {
    const wasOpen = isOpen;
    isOpen = false;
    if (wasOpen && !isTrying && !signal.aborted) void openAgain();
  });

  return {
    open: openOnce,
    async close() {
      closing.abort();
      await line.close();
    },
  };
}
