// Tells a page that looks on how its book stands: at once, after every change, and now and then that we are still here.
import type { Rooms } from './rooms.ts';

export interface Following {
  readonly rooms: Pick<Rooms, 'watch'>;
  readonly thread: string;
  /** As it is now; `view` is what it is told apart by. */
  readonly look: () => Promise<{ readonly view: unknown } | undefined>;
  /** Fires when nobody looks on any more. */
  readonly signal: AbortSignal;
  readonly tell: (data: string) => Promise<unknown>;
  /** Says nothing but that the line is open. */
  readonly breathe: () => Promise<unknown>;
  /** Between two signs of life, in milliseconds. Default 15 s. */
  readonly heartbeat?: number;
}

export async function follow(following: Following): Promise<void> {
  const { rooms, thread, look, signal, tell, breathe, heartbeat = 15_000 } = following;
  let isNew = true;
  let wake = (): void => {};
  const change = (): void => {
    isNew = true;
    wake();
  };
  const end = (): void => wake();
  const leave = rooms.watch(thread, change);
  signal.addEventListener('abort', end);
  /** Whether the time is over; not, when there is something to tell or nobody to tell it. */
  const silence = (): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), heartbeat);
      wake = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
  try {
    let last = '';
    while (!signal.aborted) {
      if (isNew) {
        isNew = false;
        const seen = await look();
        const shown = JSON.stringify(seen?.view);
        if (shown !== last) await tell(JSON.stringify(seen));
        last = shown;
      } else if (await silence()) await breathe();
    }
  } finally {
    leave();
    signal.removeEventListener('abort', end);
  }
}
