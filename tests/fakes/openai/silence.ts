// Requests that get no answer until they are released, and how many of those that asked have left.
import type { ServerResponse } from 'node:http';

export interface Silence {
  /** @param answer sends what the request gets in the end. */
  readonly hold: (response: ServerResponse, answer: () => void) => void;
  readonly silent: (count: number) => Promise<void>;
  readonly left: (count: number) => Promise<void>;
  readonly release: () => void;
}

export function createSilence(): Silence {
  const waiting = new Map<ServerResponse, () => void>();
  const watchers = new Set<() => void>();
  let gone = 0;
  const changed = (): void => {
    for (const look of watchers) look();
  };
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  return {
    hold(response, answer) {
      waiting.set(response, answer);
      response.on('close', () => {
        if (waiting.delete(response)) gone += 1;
        changed();
      });
      changed();
    },
    silent: (count) => until(() => waiting.size >= count),
    left: (count) => until(() => gone >= count),
    release() {
      const held = [...waiting.values()];
      waiting.clear();
      for (const answer of held) answer();
    },
  };
}
