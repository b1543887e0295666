// Who may begin a book in a channel, and what it begins with there: asked of the class, before anything is posted. The host
// holds to it once more.
import type { Locale } from '../../story.ts';
import { type NoEntry, noEntry, noEntryText } from '../classroom/entry.ts';
import type { ClassSettings } from '../classroom/settings.ts';
import type { Actor } from '../conversation/events.ts';
import type { Classes } from '../types.ts';
import { type ChannelSpot, nameChannel } from './thread.ts';

/** A book that may not begin. Told to whoever asked for it, kindly. */
export class Refused extends Error {
  readonly why: NoEntry;
  constructor(why: NoEntry) {
    super(`no book may begin: ${why}`);
    this.why = why;
  }
}

export const refusalText = ({ why }: Refused, locale: Locale): string => noEntryText(why, locale);

/** The settings of the class that is held in the channel; `undefined` where none ever was. @throws Refused */
export async function enter(
  look: Classes['look'],
  channel: ChannelSpot,
  actor: Actor,
): Promise<ClassSettings | undefined> {
  const settings = (await look(nameChannel(channel)))?.settings;
  const refusal = settings && noEntry(settings, actor);
  if (refusal !== undefined) throw new Refused(refusal);
  return settings;
}
