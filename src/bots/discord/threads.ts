// What is said in threads as ordinary messages: pictures are told to the conversation in their order, deleted ones too;
// and after an interruption, what was said meanwhile.
import type { Log } from '../../log.ts';
import type { Actor } from '../conversation/events.ts';
import type { Answer, Outbound } from '../conversation/replies.ts';
import type { OpenSession, Session } from '../conversation/session.ts';
import { createSerial } from '../serial.ts';
import type { Reception } from '../types.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import { isWritten, type Teachers } from './incoming.ts';
import { LIMITS } from './limits.ts';
import { managesServer } from './permissions.ts';
import { bySnowflake, laterOf, picturesOfMessage, readSource } from './pictures.ts';
import type { Posting } from './posting.ts';
import { escapeText } from './text.ts';
import type { WireMember, WireMessage } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

export type CatchUp = Extract<Outbound, { readonly type: 'catch-up' }>;

export interface ThreadsOptions {
  readonly ask: Ask;
  readonly posting: Posting;
  readonly teachers: Teachers;
  readonly rightsOf: (guild: string, user: string, roles: readonly string[]) => bigint;
  readonly seesMessages: () => boolean;
  readonly log: Pick<Log, 'warn'>;
}

export interface Threads {
  heard(reception: Reception, message: WireMessage): Promise<void>;
  deleted(reception: Reception, thread: string, messages: readonly string[]): Promise<void>;
  /** Tells what was said and taken back since; only then does the thread's mark move on. */
  catchUp(reception: Reception, thread: string, wanted: CatchUp): Promise<void>;
  /** Nothing was said there before. */
  opened(thread: string): void;
  /** From now on something may have gone unheard, everywhere. */
  interrupted(): void;
}

/** Pictures of the session that were posted as messages in this thread, by message. */
const messagesIn = ({ scenes, thread }: OpenSession): readonly string[] => {
  const sources = scenes.flatMap(({ source, incoming }) =>
    [source, incoming?.source].filter((each) => each !== undefined),
  );
  const origins = sources.map(readSource).filter((origin) => origin?.kind === 'message' && origin.channel === thread);
  return [...new Set(origins.flatMap((origin) => (origin?.kind === 'message' ? [origin.message] : [])))];
};

const sourcesOf = ({ scenes }: OpenSession, messages: readonly string[]): readonly string[] =>
  scenes
    .flatMap(({ source, incoming }) => [source, incoming?.source].filter((each) => each !== undefined))
    .filter((source) => {
      const origin = readSource(source);
      return origin?.kind === 'message' && messages.includes(origin.message);
    });

const isOpen = (session: Session | undefined): session is OpenSession => session?.state === 'open';

export function createThreads(options: ThreadsOptions): Threads {
  const { ask, posting, teachers, rightsOf, seesMessages, log } = options;
  const serial = createSerial();
  /** Threads of which everything was told: only there may a new message move the mark. */
  const complete = new Set<string>();
  /** Who was told something that is told once: `thread/person` or `thread`. */
  const told = new Set<string>();

  const reply = async ({ id, channel_id }: WireMessage, text: string): Promise<void> => {
    const body = {
      content: escapeText(text),
      allowed_mentions: { parse: [] },
      message_reference: { message_id: id, fail_if_not_exists: false },
    };
    try {
      await ask('POST', `/channels/${channel_id}/messages`, { body });
    } catch (error) {
      // The conversation does not depend on it.
      log.warn({ err: error }, 'a message could not be answered');
    }
  };

  const replyOnce = async (message: WireMessage, name: string, text: string): Promise<void> => {
    if (told.has(name)) return;
    told.add(name);
    await reply(message, text);
  };

  const actorOf = ({ author, member, guild_id: guild }: WireMessage): Actor => {
    const roles = member?.roles ?? [];
    const isTeacher = roles.some((role) => teachers.roles.includes(role));
    return {
      id: author.id,
      teacher: isTeacher || (guild !== undefined && managesServer(rightsOf(guild, author.id, roles))),
    };
  };

  const textsOf = (answers: readonly Answer[]): string =>
    answers.flatMap((answer) => (answer.type === 'notice' ? [answer.text] : [])).join('\n');

  const tell = async (reception: Reception, message: WireMessage, mark?: string): Promise<void> => {
    const thread = message.channel_id;
    const actor = actorOf(message);
    const pictures = picturesOfMessage(message);
    const answers = await posting.post(reception, { thread, id: `m${message.id}`, actor, pictures, mark });
    const text = textsOf(answers);
    // There is no way to whisper in a thread; once for each person is enough.
    if (text) await replyOnce(message, `${thread}/${actor.id}`, text);
  };

  const heard = async (reception: Reception, message: WireMessage): Promise<void> => {
    const thread = message.channel_id;
    const mayBeHidden = !seesMessages() && !message.content;
    if (message.attachments.length === 0 && !mayBeHidden) return;
    const session = await reception.look(thread);
    if (!isOpen(session)) return;
    if (message.attachments.length > 0) return tell(reception, message, complete.has(thread) ? message.id : undefined);
    await replyOnce(message, thread, DISCORD_WORDS[session.locale].cannotSee);
  };

  const deleted = async (reception: Reception, thread: string, messages: readonly string[]): Promise<void> => {
    const session = await reception.look(thread);
    const sources = isOpen(session) ? sourcesOf(session, messages) : [];
    if (sources.length === 0) return;
    const event = { type: 'withdrawn', id: `d${messages.join('-')}`.slice(0, 180), sources } as const;
    await reception.receive({ thread, event });
  };

  /** Everything after a message, older first. */
  const listAfter = async (thread: string, after: string): Promise<readonly WireMessage[]> => {
    const found: WireMessage[] = [];
    for (let from = after; ; ) {
      const query = { after: from, limit: `${LIMITS.listing}` };
      const page = await ask<readonly WireMessage[]>('GET', `/channels/${thread}/messages`, { query });
      found.push(...[...page].sort((a, b) => bySnowflake(a.id, b.id)));
      const last = found.at(-1)?.id;
      if (page.length < LIMITS.listing || last === undefined || last === from) return found;
      from = last;
    }
  };

  const isGone = async (thread: string, message: string): Promise<boolean> => {
    try {
      await ask('GET', `/channels/${thread}/messages/${message}`);
      return false;
    } catch (error) {
      if (isFault(error, CODE.unknownMessage)) return true;
      throw error;
    }
  };

  /** Messages as the gateway would have brought them: with what their authors are here. */
  const withMembers = async (
    thread: string,
    owner: string,
    messages: readonly WireMessage[],
  ): Promise<readonly WireMessage[]> => {
    const others = [...new Set(messages.map(({ author }) => author.id).filter((id) => id !== owner))];
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
    return messages.map((message) => {
      const member = members.get(message.author.id);
      return { ...message, guild_id: guild, ...(member && { member }) };
    });
  };

  /** Pictures that are awaited and lie elsewhere, or nowhere. */
  const askAgain = async (reception: Reception, session: OpenSession, awaited: readonly string[]): Promise<void> => {
    const lost: string[] = [];
    for (const source of awaited) {
      if (posting.isOurs(source)) continue;
      const found = await posting.find(source);
      const again = found && picturesOfMessage(found.message).filter(({ posted }) => posted.source === source);
      if (!again) lost.push(source);
      else {
        const actor = { id: session.owner, teacher: false };
        await posting.post(reception, { thread: session.thread, id: `m${source}`, actor, pictures: again });
      }
    }
    if (lost.length === 0) return;
    const event = { type: 'lost', id: `l${lost.join('-')}`.slice(0, 180), sources: lost } as const;
    await reception.receive({ thread: session.thread, event });
  };

  const catchUp = async (reception: Reception, thread: string, { mark, awaited }: CatchUp): Promise<void> => {
    const session = await reception.look(thread);
    if (!isOpen(session)) return;
    const known = messagesIn(session);
    // A thread's first message is never older than the thread.
    const from = [mark ?? thread, ...known].sort(bySnowflake)[0] ?? thread;
    const isInside = known.includes(from);
    const listed = await listAfter(thread, isInside ? `${BigInt(from) - 1n}` : from);
    const missing = known.filter((id) => !listed.some((message) => message.id === id));
    const gone: string[] = [];
    for (const id of missing) if (await isGone(thread, id)) gone.push(id);
    const written = listed.filter((message) => isWritten(message) && message.attachments.length > 0);
    for (const message of await withMembers(thread, session.owner, written)) {
      await tell(reception, { ...message, channel_id: thread }, laterOf(mark, message.id));
    }
    if (gone.length > 0) await deleted(reception, thread, gone);
    await askAgain(reception, session, awaited);
    complete.add(thread);
  };

  return {
    heard: (reception, message) =>
      isWritten(message) ? serial.run(message.channel_id, () => heard(reception, message)) : Promise.resolve(),
    deleted: (reception, thread, messages) => serial.run(thread, () => deleted(reception, thread, messages)),
    catchUp: (reception, thread, wanted) => serial.run(thread, () => catchUp(reception, thread, wanted)),
    opened: (thread) => void complete.add(thread),
    interrupted: () => complete.clear(),
  };
}
