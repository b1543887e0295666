// Addresses of threads for people of the workspace: asked of Slack once for each, since they never change.
import type { Log } from '../../log.ts';
import { createRecent } from '../recent.ts';
import type { Call } from './calls.ts';
import { readThread, type Spot } from './thread.ts';

export interface Links {
  /** @throws TalesError as `chat.getPermalink` does. */
  to(spot: Spot): Promise<string>;
  /** Of many threads, by their names; without those that Slack does not tell of. */
  ofAll(threads: readonly string[]): Promise<(thread: string) => string | undefined>;
}

/** Threads remembered at once. */
const MOST = 2000;

export function createLinks(call: Call, log: Pick<Log, 'warn'>): Links {
  const known = createRecent<string>(MOST);

  const to: Links['to'] = async ({ team, channel, ts }) => {
    const name = `${team}:${channel}:${ts}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const { permalink } = await call(team, 'chat.getPermalink', { channel, message_ts: ts });
    const link = typeof permalink === 'string' ? permalink : '';
    if (link !== '') known.set(name, link);
    return link;
  };

  const ofOne = async (thread: string): Promise<readonly [string, string]> => {
    try {
      return [thread, await to(readThread(thread))];
    } catch (error) {
      // A list without a link is a list.
      log.warn({ err: error }, 'a thread has no address');
      return [thread, ''];
    }
  };

  return {
    to,
    async ofAll(threads) {
      const found = new Map(await Promise.all(threads.map(ofOne)));
      return (thread) => found.get(thread) || undefined;
    },
  };
}
