// Opens a thread for a new book: what may be missing is named before, and the conversation begins once the thread is there.
import type { ThreadPrivacy } from '../../config.ts';
import type { Locale } from '../../story.ts';
import type { Reception } from '../types.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import type { Asked } from './incoming.ts';
import { LIMITS } from './limits.ts';
import { missingForBot, missingForPerson, permissionNames } from './permissions.ts';
import { clip } from './text.ts';
import { CHANNEL } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

/** Minutes without a message after which Discord tucks the thread away; the longest there is. */
export const TUCK_AWAY = 10_080;

/** The type of thread to open, or why none can be. */
export function threadFor(
  { channelType, botMay, personMay, locale }: Pick<Asked, 'channelType' | 'botMay' | 'personMay' | 'locale'>,
  privacy: ThreadPrivacy,
): { readonly type: number } | { readonly refusal: string } {
  const words = DISCORD_WORDS[locale];
  if (channelType !== CHANNEL.text && channelType !== CHANNEL.announcement) return { refusal: words.wrongChannel };
  const isAnnouncement = channelType === CHANNEL.announcement;
  if (isAnnouncement && privacy === 'private') return { refusal: words.privateElsewhere };
  const open = isAnnouncement ? CHANNEL.announcementThread : CHANNEL.publicThread;
  const type = privacy === 'private' ? CHANNEL.privateThread : open;
  const lacking = missingForBot(botMay, type);
  if (lacking.length > 0) return { refusal: words.botLacks(permissionNames(lacking, locale).join(', ')) };
  const needed = missingForPerson(personMay);
  if (needed.length > 0) return { refusal: words.personLacks(permissionNames(needed, locale).join(', ')) };
  return { type };
}

export interface OpenThread {
  readonly channel: string;
  readonly type: number;
  readonly locale: Locale;
  readonly title?: string | undefined;
  /** What the class knows the child by. */
  readonly who?: string | undefined;
}

/** @throws DiscordFault */
export async function openThread(ask: Ask, { channel, type, locale, title, who }: OpenThread): Promise<string> {
  const named = DISCORD_WORDS[locale].threadName(title?.trim() || undefined, who);
  const body = { name: clip(named, LIMITS.threadName), type, auto_archive_duration: TUCK_AWAY };
  const { id } = await ask<{ readonly id: string }>('POST', `/channels/${channel}/threads`, { body });
  return id;
}

/** In a private thread nobody sees anything before. One that was tucked away lets nobody in. */
export async function addToThread(ask: Ask, thread: string, person: string): Promise<void> {
  const path = `/channels/${thread}/thread-members/${person}` as const;
  try {
    await ask('PUT', path);
  } catch (error) {
    if (!isFault(error, CODE.archived)) throw error;
    await ask('PATCH', `/channels/${thread}`, { body: { archived: false } });
    await ask('PUT', path);
  }
}

/** A thread whose book could not be begun is closed: nobody would answer there. */
export const abandonThread = (ask: Ask, thread: string): Promise<unknown> =>
  ask('PATCH', `/channels/${thread}`, { body: { archived: true } });

export interface Begin {
  readonly asked: Asked;
  readonly thread: string;
  readonly title?: string | undefined;
  /** The channel that the thread belongs to. */
  readonly channel?: string | undefined;
  /** What the class knows the child by. */
  readonly who?: string | undefined;
  /** Of the book. */
  readonly locale: Locale;
}

/** The conversation begins. */
export const begin = (reception: Reception, { asked, thread, title, channel, who, locale }: Begin) =>
  reception.receive({
    thread,
    event: {
      type: 'started',
      id: asked.id,
      actor: asked.actor,
      locale,
      ...(title !== undefined && { title }),
      ...(channel !== undefined && { channel }),
      ...(who !== undefined && { label: who }),
    },
  });
