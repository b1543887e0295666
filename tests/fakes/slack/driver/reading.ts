// Reading what is in channels, and waiting for it: conditions are looked at again whenever something changes, and by nothing else.
import { inspect } from 'node:util';
import { type Ephemeral, type Message, messageAt, repliesTo, type StoredFile, type World } from '../world.ts';
import { filesIn, wordsIn } from './controls.ts';

export interface Reading {
  /** As it stands now; `undefined` once it is deleted. */
  readonly message: (message: Pick<Message, 'channel' | 'ts'>) => Message | undefined;
  /** Messages of a channel outside of threads, oldest first. */
  readonly roots: (channel: string) => Message[];
  /** The root, if it is there still, and its replies, oldest first. */
  readonly thread: (channel: string, root: Message | string) => Message[];
  readonly filesOf: (message: Message) => StoredFile[];
  /**
   * Resolves with what the condition gives once that is neither `undefined`, `false` nor `null`.
   * @throws Error after `within` milliseconds, 10 seconds unless told, with what there was.
   */
  readonly until: <T>(condition: () => T | undefined | false | null, what?: string, within?: number) => Promise<T>;
}

/** The words of a message, block by block; its text where it has no blocks. */
export const texts = ({ blocks, text }: Message | Ephemeral): string[] =>
  blocks.length > 0 ? wordsIn(blocks) : [text];

/** Ids or addresses of the files that the image blocks of a message draw. */
export const images = ({ blocks }: Message | Ephemeral): string[] => filesIn(blocks);

const byTs = (a: Message, b: Message): number => a.ts.localeCompare(b.ts);

/** The end of what happened, for a person who has to find out why a test fails. */
function transcript(world: World): string {
  const said = [...world.messages.values()].sort(byTs).slice(-8);
  const lines = said.map(({ ts, threadTs, user, blocks, ...rest }) =>
    `${ts}${threadTs && threadTs !== ts ? ' ↳' : ''} ${user}: ${texts({ ...rest, ts, user, blocks }).join(' | ')}`.slice(
      0,
      300,
    ),
  );
  const calls = world.calls
    .slice(-8)
    .map(({ method, answer }) => `${method} → ${answer['ok'] ? 'ok' : inspect(answer)}`);
  return ['messages:', ...lines, 'calls:', ...calls, 'faults:', ...world.faults].join('\n  ');
}

export function createReading(world: World): Reading {
  const until: Reading['until'] = (condition, what = 'what a test waits for', within = 90_000) =>
    new Promise((resolve, reject) => {
      const finish = (act: () => void): void => {
        clearTimeout(timer);
        stop();
        act();
      };
      const look = (): void => {
        try {
          const found = condition();
          if (found !== undefined && found !== false && found !== null) finish(() => resolve(found));
        } catch (error) {
          finish(() => reject(error));
        }
      };
      const stop = world.onChange(look);
      const timer = setTimeout(
        () => finish(() => reject(new Error(`${what} did not come about within ${within} ms\n${transcript(world)}`))),
        within,
      );
      look();
    });
  return {
    message: ({ channel, ts }) => messageAt(world, channel, ts),
    roots: (channel) =>
      [...world.messages.values()]
        .filter((known) => known.channel === channel && (known.threadTs === undefined || known.threadTs === known.ts))
        .sort(byTs),
    thread: (channel, root) => {
      const ts = typeof root === 'string' ? root : root.ts;
      const first = messageAt(world, channel, ts);
      return [...(first ? [first] : []), ...repliesTo(world, channel, ts)];
    },
    filesOf: (message) => message.files.map((id) => world.files.get(id)).filter((file) => file !== undefined),
    until,
  };
}
