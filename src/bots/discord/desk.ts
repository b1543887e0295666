// The teachers' room of a class: a private thread below its channel. Found again where an earlier life of this program
// has opened it without remembering; whoever else teaches comes in by a button.
import { TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import type { ClassOutbound } from '../classroom/replies.ts';
import type { Sent } from '../types.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import { LIMITS } from './limits.ts';
import { isPerson } from './paper-message.ts';
import { carries, type Post } from './poster.ts';
import { addToThread, TUCK_AWAY } from './start-book.ts';
import { noticeOf } from './telling.ts';
import { clip } from './text.ts';
import type { Where } from './where.ts';
import { CHANNEL, type WireMessage } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface DeskOptions {
  readonly ask: Ask;
  /** Id of the bot's user. */
  readonly self: () => string;
  readonly log: Pick<Log, 'warn'>;
  readonly post: Post;
  readonly where: Where;
}

interface WireThread {
  readonly id: string;
  readonly type: number;
  readonly owner_id?: string;
  readonly parent_id?: string | null;
  readonly name: string;
}

type Wanted = Extract<ClassOutbound, { readonly type: 'desk' }>;

/** @throws DiscordFault; TalesError `thread-gone` where the channel is. */
export type OpenDesk = (channel: string, wanted: Wanted, locale: Locale) => Promise<Sent>;

/** Messages that somebody has written, as opposed to Discord's own lines about who came in. */
const WRITTEN = 0;

export function createOpenDesk({ ask, self, log, post, where }: DeskOptions): OpenDesk {
  /** Whether it was opened for this: it says so, or nothing was said in it yet. */
  const isFor = async (thread: string, key: string): Promise<boolean> => {
    const query = { limit: `${LIMITS.listing}` };
    const messages = await ask<readonly WireMessage[]>('GET', `/channels/${thread}/messages`, { query });
    const ours = messages.filter(({ author, type }) => author.id === self() && type === WRITTEN);
    const isNamed = ({ nonce, components = [] }: WireMessage): boolean =>
      nonce === key || components.some((component) => carries(component, key));
    return ours.length === 0 || ours.some(isNamed);
  };

  const findAgain = async (guild: string, channel: string, key: string): Promise<string | undefined> => {
    const { threads } = await ask<{ readonly threads: readonly WireThread[] }>(
      'GET',
      `/guilds/${guild}/threads/active`,
    );
    const signs = Object.values(DISCORD_WORDS).map((words) => words.deskName(''));
    const rooms = threads.filter(
      ({ type, parent_id: parent, owner_id: owner, name }) =>
        type === CHANNEL.privateThread &&
        parent === channel &&
        owner === self() &&
        signs.some((sign) => name.startsWith(sign)),
    );
    for (const { id } of rooms) if (await isFor(id, key)) return id;
    return undefined;
  };

  const open = async (channel: string, title: string, locale: Locale): Promise<string> => {
    const body = {
      name: clip(DISCORD_WORDS[locale].deskName(title), LIMITS.threadName),
      type: CHANNEL.privateThread,
      // Children who are let in by one of them would see all books.
      invitable: false,
      auto_archive_duration: TUCK_AWAY,
    };
    return (await ask<{ readonly id: string }>('POST', `/channels/${channel}/threads`, { body })).id;
  };

  const letIn = async (thread: string, teacher: string): Promise<void> => {
    if (!isPerson(teacher)) return;
    try {
      await addToThread(ask, thread, teacher);
    } catch (error) {
      // Whoever has left the server needs no room; others come in by themselves.
      if (!isFault(error, CODE.unknownUser, CODE.unknownMember)) throw error;
      log.warn({ err: error }, 'the teacher of a class is not in the server');
    }
  };

  return async (channel, { key, teacher, title }, locale) => {
    const home = await where.find(channel);
    if (!home) throw new TalesError('thread-gone', { service: 'Discord' });
    const found = await findAgain(home.guild, channel, key);
    const thread = found ?? (await open(channel, title, locale));
    await letIn(thread, teacher);
    await post(thread, key, async () => noticeOf({ key, text: DISCORD_WORDS[locale].deskOpened }));
    return { ref: thread, ...(found !== undefined && { repeated: true }) };
  };
}
