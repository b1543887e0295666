// What is said in threads as ordinary messages, one thing after the other in each thread: pictures are told to the
// conversation, deleted ones too. What was said while nobody listened is looked up in `catch-up.ts`.
import { isTalesError, TalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Actor } from '../conversation/events.ts';
import type { OpenSession, Session } from '../conversation/session.ts';
import { createRecent } from '../recent.ts';
import { createSerial } from '../serial.ts';
import type { Reception } from '../types.ts';
import { type CatchUp, catchUp } from './catch-up.ts';
import type { Ask } from './connection.ts';
import { isWritten, type Teachers } from './incoming.ts';
import { managesServer } from './permissions.ts';
import { attachmentsOf, type Origin, picturesOfMessage, readSource } from './pictures.ts';
import type { Posting } from './posting.ts';
import { escapeText } from './text.ts';
import type { WireMessage } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface ThreadsOptions {
  readonly ask: Ask;
  readonly posting: Posting;
  readonly teachers: Teachers;
  readonly rightsOf: (guild: string, user: string, roles: readonly string[]) => bigint;
  readonly seesMessages: () => boolean;
  readonly log: Pick<Log, 'error' | 'warn'>;
}

export interface Threads {
  heard(reception: Reception, message: WireMessage): Promise<void>;
  /** A message as it is after somebody has changed it. */
  changed(reception: Reception, message: WireMessage): Promise<void>;
  deleted(reception: Reception, thread: string, messages: readonly string[]): Promise<void>;
  /** Tells what was said and taken back since; only then does the thread's mark move on. */
  catchUp(reception: Reception, thread: string, wanted: CatchUp): Promise<void>;
  /** Nothing was said there before. */
  opened(thread: string): void;
  /** From now on something may have gone unheard, everywhere. */
  interrupted(): void;
}

/** A thread beyond these is looked through again after a restart, nothing else. */
const MOST_COMPLETE = 5000;
const UNEXPECTED = new TalesError('unexpected', {});

const isOpen = (session: Session | undefined): session is OpenSession => session?.state === 'open';

/** Tells the conversation that pictures are gone with the message they came in, or out of it. */
async function withdrawWhere(
  reception: Reception,
  thread: string,
  id: string,
  isGone: (from: Extract<Origin, { readonly kind: 'message' }>) => boolean,
): Promise<void> {
  const session = await reception.look(thread);
  if (!isOpen(session)) return;
  const sources = session.scenes
    .flatMap(({ source, incoming }) => [source, incoming?.source].filter((each) => each !== undefined))
    .filter((source) => {
      const origin = readSource(source);
      return origin?.kind === 'message' && isGone(origin);
    });
  if (sources.length === 0) return;
  await reception.receive({ thread, event: { type: 'withdrawn', id: id.slice(0, 180), sources } });
}

/** Messages were deleted. */
const withdraw = (reception: Reception, thread: string, messages: readonly string[]): Promise<void> =>
  withdrawWhere(reception, thread, `d${messages.join('-')}`, ({ message }) => messages.includes(message));

/** What a message still holds; the others of its files were taken out of it. */
function withdrawRest(reception: Reception, message: WireMessage): Promise<void> {
  const { id, channel_id: thread } = message;
  const left = attachmentsOf(message).map((attachment) => attachment.id);
  const isGone = (from: { readonly message: string; readonly attachment: string }): boolean =>
    from.message === id && !left.includes(from.attachment);
  return withdrawWhere(reception, thread, `u${id}-${left.join('-')}`, isGone);
}

/** Answers a message in its thread, where nobody can whisper: once under each name, where it has one. */
function createReplies({ ask, log }: Pick<ThreadsOptions, 'ask' | 'log'>) {
  const told = createRecent<true>();
  return async ({ id, channel_id }: WireMessage, text: string, name?: string): Promise<void> => {
    if (name !== undefined && told.get(name)) return;
    if (name !== undefined) told.set(name, true);
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
}

/** Tells the conversation of a message's pictures, and its author what comes of them. */
function createTell(options: Omit<ThreadsOptions, 'seesMessages'>, reply: ReturnType<typeof createReplies>) {
  const { posting, teachers, rightsOf } = options;
  const actorOf = ({ author, member, guild_id: guild }: WireMessage): Actor => {
    const roles = member?.roles ?? [];
    const isTeacher = roles.some((role) => teachers.roles.includes(role));
    const rights = guild === undefined ? 0n : rightsOf(guild, author.id, roles);
    return { id: author.id, teacher: isTeacher || managesServer(rights) };
  };

  return async (reception: Reception, message: WireMessage, mark?: string): Promise<void> => {
    const { id, channel_id: thread } = message;
    const actor = actorOf(message);
    const pictures = picturesOfMessage(message);
    const answers = await posting.post(reception, { thread, id: `m${id}`, actor, pictures, mark });
    const text = answers.flatMap((answer) => (answer.type === 'notice' ? [answer.text] : [])).join('\n');
    if (text) await reply(message, text, `${thread}/${actor.id}`);
  };
}

export function createThreads(options: ThreadsOptions): Threads {
  const { ask, posting, seesMessages, log } = options;
  const serial = createSerial();
  const reply = createReplies({ ask, log });
  const tell = createTell(options, reply);
  /** Threads of which everything was told: only there may a new message move the mark. Begun anew with each gap. */
  let complete = createRecent<true>(MOST_COMPLETE);
  /** Where messages may not be read, they seem to hold nothing. */
  const changed = async (reception: Reception, message: WireMessage): Promise<void> => {
    if (seesMessages()) await withdrawRest(reception, message);
  };

  const heard = async (reception: Reception, message: WireMessage): Promise<void> => {
    const { channel_id: thread, content } = message;
    const attachments = attachmentsOf(message);
    const mayBeHidden = !seesMessages() && !content;
    if (attachments.length === 0 && !mayBeHidden) return;
    const isComplete = complete.get(thread) === true;
    let session: Session | undefined;
    try {
      session = await reception.look(thread);
      if (!isOpen(session)) return;
      if (attachments.length === 0) return await reply(message, DISCORD_WORDS[session.locale].cannotSee, thread);
      await tell(reception, message, isComplete ? message.id : undefined);
    } catch (error) {
      // It was not kept: no later message may move the mark over it, and the person is told.
      complete.delete(thread);
      log.error({ err: error }, 'pictures of a message could not be kept');
      const { code, details } = isTalesError(error) ? error : UNEXPECTED;
      // Where not even the book could be looked at, only a thread that is known for a book's may be answered in.
      if (session || isComplete) await reply(message, explain({ code, details }, session?.locale ?? 'ko'));
    }
  };

  return {
    heard: (reception, message) =>
      isWritten(message) ? serial.run(message.channel_id, () => heard(reception, message)) : Promise.resolve(),
    changed: (reception, message) => serial.run(message.channel_id, () => changed(reception, message)),
    deleted: (reception, thread, messages) => serial.run(thread, () => withdraw(reception, thread, messages)),
    catchUp: (reception, thread, wanted) =>
      serial.run(thread, async () => {
        const session = await reception.look(thread);
        if (!isOpen(session)) return;
        const sinceGap = complete;
        await catchUp({ ask, posting, reception, session, wanted, tell, withdraw, changed, log });
        sinceGap.set(thread, true);
      }),
    opened: (thread) => complete.set(thread, true),
    interrupted() {
      complete = createRecent(MOST_COMPLETE);
    },
  };
}
