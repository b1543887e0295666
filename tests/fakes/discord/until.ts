// Waiting for something to become true: looked at after every change, never on a beat. When it takes too long, what was there is said.
import type { World } from './world.ts';

export type Truth<T> = Exclude<T, undefined | null | false>;

export type Until = <T>(look: () => T, what: string, milliseconds?: number) => Promise<Truth<T>>;

/** Real milliseconds: whoever waits for a program waits in its time. */
const PATIENCE = 90_000;

const holds = <T>(value: T): value is T & Truth<T> => value !== undefined && value !== null && value !== false;

export const createUntil =
  (world: World): Until =>
  <T>(look: () => T, what: string, milliseconds = PATIENCE) =>
    new Promise<Truth<T>>((resolve, reject) => {
      const finish = (end: () => void): void => {
        stop();
        clearTimeout(timer);
        end();
      };
      const check = (): void => {
        try {
          const value = look();
          if (holds(value)) finish(() => resolve(value as Truth<T>));
        } catch (error) {
          finish(() => reject(error));
        }
      };
      const timer = setTimeout(() => {
        finish(() => reject(new Error(`Waited ${milliseconds} ms for ${what}.\n${recently(world)}`)));
      }, milliseconds);
      const stop = world.onChange(check);
      check();
    });

/** The last requests, for those who wonder why nothing came. */
export function recently(world: World): string {
  const lines = world.requests.slice(-15).map(({ method, path, status, code }) => {
    const safe = path.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, '$1…');
    return `  ${method} ${safe} → ${status === 0 ? 'line cut' : status}${code === undefined ? '' : ` (${code})`}`;
  });
  const broken = world.crashes.length > 0 ? [`The fake broke:\n${world.crashes.join('\n')}`] : [];
  return [lines.length > 0 ? 'The last requests were:' : 'There was no request at all.', ...lines, ...broken].join(
    '\n',
  );
}
