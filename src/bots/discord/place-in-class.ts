// Where a new book may begin: in any text channel, and in a class as its teachers have set it. Pure but for looking.
import type { ThreadPrivacy } from '../../config.ts';
import type { Locale } from '../../story.ts';
import { noEntry, noEntryText } from '../classroom/entry.ts';
import type { Reception } from '../types.ts';
import type { Asked } from './incoming.ts';
import { threadFor } from './start-book.ts';
import { CHANNEL } from './wire.ts';

export interface BookPlace {
  /** The channel to open the thread in. */
  readonly channel: string;
  /** The type of the thread. */
  readonly type: number;
  /** Of the book. */
  readonly locale: Locale;
  readonly isClass: boolean;
}

/**
 * @param privacy of threads outside of classes.
 * In a thread below the channel of a class, its channel counts. @throws TalesError `store-unusable`
 */
export async function placeFor(
  reception: Reception,
  asked: Asked,
  privacy: ThreadPrivacy,
): Promise<BookPlace | { readonly refusal: string }> {
  const channel = asked.parent ?? asked.channel;
  const classroom = await reception.classes.look(channel);
  if (!classroom) {
    const place = threadFor(asked, privacy);
    return 'refusal' in place ? place : { ...place, channel: asked.channel, locale: asked.locale, isClass: false };
  }
  const refusal = noEntry(classroom.settings, asked.actor);
  if (refusal !== undefined) return { refusal: noEntryText(refusal, asked.locale) };
  // Classes are in text channels alone.
  const place = threadFor({ ...asked, channelType: CHANNEL.text }, classroom.settings.threads);
  return 'refusal' in place ? place : { ...place, channel, locale: classroom.settings.locale, isClass: true };
}
