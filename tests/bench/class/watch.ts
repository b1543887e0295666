// Waiting for what people see: looked at after changes, but not after each of them, as thirty people look at once.
import type { FakeDiscord } from '../../fakes/discord/start.ts';
import type { Truth } from '../../fakes/discord/until.ts';

/** Milliseconds from a change until everybody who waits has looked. */
const GLANCE = 40;

export interface Watch {
  /** Resolves with what was seen; rejects with `NotSeen`. */
  readonly until: <T>(look: () => T, what: string, milliseconds: number) => Promise<Truth<T>>;
  readonly close: () => void;
}

export class NotSeen extends Error {
  override readonly name = 'NotSeen';
}

export function watchDiscord({ world }: FakeDiscord): Watch {
  const lookers = new Set<() => void>();
  let glance: NodeJS.Timeout | undefined;
  const lookAll = (): void => {
    glance = undefined;
    for (const look of [...lookers]) look();
  };
  const stop = world.onChange(() => {
    glance ??= setTimeout(lookAll, GLANCE);
  });
  return {
    until: <T>(look: () => T, what: string, milliseconds: number) =>
      new Promise<Truth<T>>((resolve, reject) => {
        const finish = (end: () => void): void => {
          lookers.delete(check);
          clearTimeout(timer);
          end();
        };
        const check = (): void => {
          try {
            const value = look();
            if (value) finish(() => resolve(value as Truth<T>));
          } catch (error) {
            finish(() => reject(error));
          }
        };
        const timer = setTimeout(() => finish(() => reject(new NotSeen(`${what} never came`))), milliseconds);
        lookers.add(check);
        check();
      }),
    close: () => {
      stop();
      clearTimeout(glance);
    },
  };
}
