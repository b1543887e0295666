// What has to be known of Slack before a class can be drawn: where its books are, which files show their covers, and the
// language in which the class is spoken to.

import type { Locale } from '../../story.ts';
import type { ClassView } from '../classroom/replies.ts';
import type { Classes } from '../types.ts';
import type { Links } from './links.ts';
import type { Memory } from './memory.ts';
import type { Gallery } from './messages.ts';
import type { ClassDrawing } from './outgoing/class-view.ts';
import { type ChannelSpot, nameChannel } from './thread.ts';

export interface ClassDrawings {
  /**
   * @param place the channel of the class, or its desk.
   * @param locale of whoever alone is to see it; the class's own otherwise.
   */
  of(place: ChannelSpot, view: ClassView, locale?: Locale): Promise<ClassDrawing>;
  localeOf(place: ChannelSpot): Promise<Locale>;
}

export interface ClassDrawingsOptions {
  readonly memory: Pick<Memory, 'covers' | 'desks'>;
  readonly gallery: Pick<Gallery, 'refused'>;
  readonly links: Links;
  readonly look: Classes['look'];
  /** Where a class has no language. */
  readonly locale: Locale;
}

export const coverName = (team: string, key: string): string => `${team}:${key}`;

export function createClassDrawings(options: ClassDrawingsOptions): ClassDrawings {
  const { memory, gallery, links, look, locale } = options;

  const channelOf = async (place: ChannelSpot): Promise<string> =>
    (await memory.desks.get(nameChannel(place)))?.channel ?? nameChannel(place);

  const coversFor = async (team: string, { books }: ClassView): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>();
    for (const { cover } of books) {
      const known = cover && (await memory.covers.get(coverName(team, cover.key)));
      if (cover && known && !gallery.refused(known.file)) found.set(cover.key, known.file);
    }
    return found;
  };

  const localeOf = async (place: ChannelSpot): Promise<Locale> =>
    (await look(await channelOf(place)))?.settings.locale ?? locale;

  return {
    async of(place, view, own) {
      const covers = await coversFor(place.team, view);
      const linkTo = await links.ofAll(view.books.map(({ thread }) => thread));
      const shown = own ?? (await localeOf(place));
      return { locale: shown, linkTo, coverFor: (key) => covers.get(key) };
    },
    localeOf,
  };
}
