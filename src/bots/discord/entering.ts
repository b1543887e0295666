// Ways for teachers: into the private thread of a book, and into the teachers' room. Who sees every thread anyway is only
// shown the way; the others are let in.
import { type Classroom, classId } from '../classroom/facts.ts';
import type { Session } from '../conversation/session.ts';
import { WORDING } from '../conversation/wording.ts';
import type { Reception } from '../types.ts';
import { onlyText, type Response } from './answers.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import type { Asked } from './incoming.ts';
import { display } from './parts.ts';
import { seesThreads } from './permissions.ts';
import { addToThread } from './start-book.ts';
import type { Where } from './where.ts';
import { CHANNEL } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

const text = (said: string): Response => ({ type: 'message', message: onlyText(said), apart: true });

export interface Entering {
  /** Whether the book of a thread is in the server in which somebody acts on it. */
  bookIsHere(reception: Reception, asked: Asked, thread: string): Promise<boolean>;
  /** Likewise for a class. */
  classIsHere(asked: Asked, channel: string): Promise<boolean>;
  toBook(reception: Reception, asked: Asked, thread: string): Promise<Response>;
  toDesk(reception: Reception, asked: Asked, channel: string): Promise<Response>;
}

const classroomOf = (session: Session): string | undefined =>
  session.state === 'open' ? session.room?.classroom : session.classroom;

/** The teachers' room, unless it could not be reached. */
export const deskOf = (classroom: Classroom | undefined): string | undefined =>
  classroom?.deskFailure ? undefined : classroom?.desk;

/** The channel in which something was pressed, also where it was in a thread below. */
export const channelOf = ({ channel, parent }: Asked): string => parent ?? channel;

export function createEntering({ ask, where }: { readonly ask: Ask; readonly where: Where }): Entering {
  const isInGuild = async (id: string, guild: string): Promise<boolean> => (await where.find(id))?.guild === guild;

  const letIn = async (asked: Asked, thread: string): Promise<Response> => {
    const words = DISCORD_WORDS[asked.locale];
    const isPrivate = (await where.find(thread))?.type === CHANNEL.privateThread;
    try {
      if (isPrivate && !seesThreads(asked.personMay)) await addToThread(ask, thread, asked.actor.id);
    } catch (error) {
      if (!isFault(error, CODE.unknownChannel)) throw error;
      return text(words.bookThreadGone);
    }
    const message = { components: [display(words.comeIn(`<#${thread}>`))], files: [] };
    return { type: 'message', message, apart: true };
  };

  const classIsHere: Entering['classIsHere'] = async (asked, channel) =>
    channel === channelOf(asked) || (await isInGuild(channel, asked.guild));

  const bookIsHere: Entering['bookIsHere'] = async (reception, asked, thread) => {
    if (thread === asked.channel) return true;
    const session = await reception.look(thread);
    if (!session) return false;
    // Also where the thread itself was deleted: its book can still be.
    if (classroomOf(session) === classId(session.platform, channelOf(asked))) return true;
    return isInGuild(thread, asked.guild);
  };

  return {
    bookIsHere,
    classIsHere,
    async toBook(reception, asked, thread) {
      if (!asked.actor.teacher) return text(WORDING[asked.locale].forTeachers);
      if (!(await bookIsHere(reception, asked, thread))) return text(DISCORD_WORDS[asked.locale].notUnderstood);
      if (!(await where.find(thread))) return text(DISCORD_WORDS[asked.locale].bookThreadGone);
      return letIn(asked, thread);
    },
    async toDesk(reception, asked, channel) {
      if (!asked.actor.teacher) return text(WORDING[asked.locale].forTeachers);
      if (!(await classIsHere(asked, channel))) return text(DISCORD_WORDS[asked.locale].notUnderstood);
      const desk = deskOf(await reception.classes.look(channel));
      return desk === undefined ? text(DISCORD_WORDS[asked.locale].noDesk) : letIn(asked, desk);
    },
  };
}
