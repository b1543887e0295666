// After an interruption: what was posted in a thread meanwhile, in its order; what was deleted; and pictures whose bytes
// are still awaited, asked for again or given up. Saying a thing twice does no harm, so that more is looked up than may
// have gone unheard.
import type { Log } from '../../log.ts';
import type { Outbound } from '../conversation/replies.ts';
import type { OpenSession } from '../conversation/session.ts';
import type { Reception } from '../types.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import { isWritten } from './incoming.ts';
import { LIMITS } from './limits.ts';
import { bySnowflake, laterOf, picturesOfMessage, readSource } from './pictures.ts';
import type { Posting } from './posting.ts';
import type { WireMember, WireMessage } from './wire.ts';

export type CatchUp = Extract<Outbound, { readonly type: 'catch-up' }>;

export interface CatchUpOptions {
  readonly ask: Ask;
  readonly posting: Posting;
  readonly reception: Reception;
  readonly session: OpenSession;
  readonly wanted: CatchUp;
  readonly tell: (reception: Reception, message: WireMessage, mark: string) => Promise<void>;
  readonly withdraw: (reception: Reception, thread: string, messages: readonly string[]) => Promise<void>;
  /** A message as it is now, with what it may not hold any more. */
  readonly changed: (reception: Reception, message: WireMessage) => Promise<void>;
  readonly log: Pick<Log, 'warn'>;
}

/** Messages of this thread that hold pictures of the book. */
function messagesOf({ scenes, thread }: OpenSession): readonly string[] {
  const sources = scenes.flatMap(({ source, incoming }) => [source, incoming?.source]);
  const messages = sources.flatMap((source) => {
    const origin = source === undefined ? undefined : readSource(source);
    return origin?.kind === 'message' && origin.channel === thread ? [origin.message] : [];
  });
  return [...new Set(messages)];
}

/** Everything after a message, older first. */
async function listAfter(ask: Ask, thread: string, after: string): Promise<readonly WireMessage[]> {
  const found: WireMessage[] = [];
  for (let from = after; ; ) {
    const query = { after: from, limit: `${LIMITS.listing}` };
    const page = await ask<readonly WireMessage[]>('GET', `/channels/${thread}/messages`, { query });
    found.push(...[...page].sort((a, b) => bySnowflake(a.id, b.id)));
    const last = found.at(-1)?.id;
    if (page.length < LIMITS.listing || last === undefined || last === from) return found;
    from = last;
  }
}

/** A listing may be shorter than the truth, where the bot may not read what was said before: each is asked for. */
async function isGone(ask: Ask, thread: string, message: string): Promise<boolean> {
  try {
    await ask('GET', `/channels/${thread}/messages/${message}`);
    return false;
  } catch (error) {
    if (isFault(error, CODE.unknownMessage)) return true;
    throw error;
  }
}

/** Messages as the gateway would have brought them: with the server, and what their authors are there. */
async function withMembers({ ask, session, log }: CatchUpOptions, messages: readonly WireMessage[]) {
  const { thread, owner } = session;
  const others = [...new Set(messages.map(({ author }) => author.id))].filter((id) => id !== owner);
  if (others.length === 0) return messages;
  const { guild_id: guild } = await ask<{ readonly guild_id: string }>('GET', `/channels/${thread}`);
  const members = new Map<string, WireMember>();
  for (const id of others) {
    try {
      members.set(id, await ask<WireMember>('GET', `/guilds/${guild}/members/${id}`));
    } catch (error) {
      // Whoever has left the server is nobody's teacher.
      log.warn({ err: error }, 'a member could not be looked up');
    }
  }
  return messages.map((message): WireMessage => {
    const member = members.get(message.author.id);
    return { ...message, guild_id: guild, ...(member && { member }) };
  });
}

/** Pictures that are awaited and lie elsewhere, or nowhere. */
async function askAgain({ posting, reception, session, wanted }: CatchUpOptions): Promise<void> {
  const { thread, owner } = session;
  const lost: string[] = [];
  for (const source of wanted.awaited) {
    // Those that were given to this process are on their way.
    if (posting.isOurs(source)) continue;
    const found = await posting.find(source);
    const pictures = found ? picturesOfMessage(found.message).filter(({ posted }) => posted.source === source) : [];
    if (pictures.length === 0) lost.push(source);
    else await posting.post(reception, { thread, id: `m${source}`, actor: { id: owner, teacher: false }, pictures });
  }
  if (lost.length === 0) return;
  const event = { type: 'lost', id: `l${lost.join('-')}`.slice(0, 180), sources: lost } as const;
  await reception.receive({ thread, event });
}

/** Whether it has pictures that were not told of, or that have to be fetched again. */
function isNews(message: WireMessage, { mark, awaited }: CatchUp): boolean {
  const pictures = picturesOfMessage(message);
  const isLater = mark === undefined || bySnowflake(message.id, mark) > 0;
  return pictures.some(({ posted }) => isLater || awaited.includes(posted.source));
}

export async function catchUp(options: CatchUpOptions): Promise<void> {
  const { ask, reception, session, wanted, tell, withdraw, changed } = options;
  const { thread } = session;
  const { mark } = wanted;
  const known = messagesOf(session);
  // Nothing in a thread is older than the thread; the oldest picture is looked at as well, to see whether it is there.
  const from = [mark ?? thread, ...known].sort(bySnowflake)[0] ?? thread;
  const listed = await listAfter(ask, thread, known.includes(from) ? `${BigInt(from) - 1n}` : from);
  const written = listed.filter((message) => isWritten(message) && isNews(message, wanted));
  for (const message of await withMembers(options, written)) await tell(reception, message, laterOf(mark, message.id));
  const missing = known.filter((id) => !listed.some((message) => message.id === id));
  const gone: string[] = [];
  for (const id of missing) if (await isGone(ask, thread, id)) gone.push(id);
  if (gone.length > 0) await withdraw(reception, thread, gone);
  for (const message of listed.filter(({ id }) => known.includes(id))) await changed(reception, message);
  await askAgain(options);
}
