// Brings to the channel of a class, and to its teachers' room, what the class says there. How that room is opened is in
// `desk.ts`; what the messages look like in `class-message.ts` and `paper-message.ts`.
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import type { ClassOutbound } from '../classroom/replies.ts';
import type { Sent } from '../types.ts';
import { classMessage } from './class-message.ts';
import type { Ask } from './connection.ts';
import { createOpenDesk } from './desk.ts';
import type { Prepare } from './drawing.ts';
import type { BringInPlace } from './in-place.ts';
import type { Supersede } from './old-cards.ts';
import { announcementPaper, anthologyPaper, inMessages, type Paper, reviewPaper } from './paper-message.ts';
import type { Post } from './poster.ts';
import { joinRefs, type Remove } from './removal.ts';
import { noticeOf } from './telling.ts';
import type { Where } from './where.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface ClassSenderOptions {
  readonly ask: Ask;
  /** Id of the bot's user. */
  readonly self: () => string;
  readonly log: Pick<Log, 'warn'>;
  readonly post: Post;
  readonly bring: BringInPlace;
  readonly prepare: Prepare;
  readonly remove: Remove;
  readonly supersede: Supersede;
  readonly where: Where;
  readonly localeOf: (place: string) => Promise<Locale>;
}

type Says<T extends ClassOutbound['type']> = Extract<ClassOutbound, { readonly type: T }>;

/** @throws DiscordFault, or TalesError where bytes are missing. */
export type SendToClass = (place: string, outbound: ClassOutbound) => Promise<Sent>;

/** Within Discord's 25 characters: keys end in a hash. */
const partKey = (key: string, part: number): string => (part === 0 ? key : `${key.slice(0, 22)}.${part}`);

export function createClassSender(options: ClassSenderOptions): SendToClass {
  const { post, bring, prepare, remove, supersede, where, localeOf } = options;
  const openDesk = createOpenDesk(options);

  const sendCard = async (place: string, { key, ref, view }: Says<'class-card'>): Promise<Sent> => {
    const [channel, locale] = [await where.channelOf(place), await localeOf(place)];
    const draw = (gone: readonly string[]): Paper => {
      const books = view.books.map(({ cover, ...book }) =>
        cover && !gone.includes(cover.key) ? { ...book, cover } : book,
      );
      return classMessage({ ...view, books }, { channel, menu: DISCORD_WORDS[locale].whatToDo, tag: key });
    };
    const sent = await bring(place, { key, ...(ref !== undefined && { ref }) }, (there) => prepare(draw, there));
    if (sent.ref !== undefined) await supersede(place, sent.ref, ref);
    return sent;
  };

  const sendReview = async (place: string, { key, ref, review }: Says<'review'>): Promise<Sent> => {
    const locale = await localeOf(place);
    const draw = (gone: readonly string[]): Paper => reviewPaper(review, { tag: key, locale, gone });
    return bring(place, { key, ...(ref !== undefined && { ref }) }, (there) => prepare(draw, there));
  };

  const sendAnthology = async (place: string, { key, anthology }: Says<'anthology'>): Promise<Sent> => {
    const locale = await localeOf(place);
    const refs: string[] = [];
    let repeated = true;
    for (const part of inMessages(anthology).keys()) {
      const tag = partKey(key, part);
      const draw = (gone: readonly string[]): Paper => anthologyPaper(anthology, part, { tag, locale, gone });
      const sent = await post(place, tag, () => prepare(draw, []));
      if (sent.ref !== undefined) refs.push(sent.ref);
      repeated &&= sent.repeated ?? false;
    }
    return { ref: joinRefs(refs), ...(repeated && { repeated }) };
  };

  return async (place, outbound) => {
    const { key } = outbound;
    switch (outbound.type) {
      case 'desk':
        return openDesk(place, outbound, await localeOf(place));
      case 'class-card':
        return sendCard(place, outbound);
      case 'review':
        return sendReview(place, outbound);
      case 'announce': {
        const locale = await localeOf(place);
        return post(place, key, () => prepare((gone) => announcementPaper(outbound, { tag: key, locale, gone }), []));
      }
      case 'anthology':
        return sendAnthology(place, outbound);
      case 'notice':
        return post(place, key, async () => noticeOf(outbound));
      case 'withdraw':
        await remove(place, outbound.refs);
        return {};
    }
  };
}
