// Brings to a thread what the conversation says there: cards, books, notices; and takes books away again. What is said to
// a whole class is in `class-sender.ts`.
import { type Blobs, getBlob } from '../../blobs.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store.ts';
import type { Locale } from '../../story.ts';
import type { ClassOutbound } from '../classroom/replies.ts';
import type { Outbound } from '../conversation/replies.ts';
import { createRecent } from '../recent.ts';
import type { Sent } from '../types.ts';
import { bookBody, COVER_NAME } from './book-message.ts';
import { createCards } from './cards.ts';
import { createClassSender } from './class-sender.ts';
import type { Ask } from './connection.ts';
import { createPrepare } from './drawing.ts';
import { CODE, explainFault, isFault } from './faults.ts';
import { createInPlace, type Held } from './in-place.ts';
import { createLoad } from './load.ts';
import { createSupersede } from './old-cards.ts';
import { isPerson, loosePaper } from './paper-message.ts';
import { NEEDED_FOR_CLASSES_NAMES } from './permissions.ts';
import { createPoster, type Outgoing } from './poster.ts';
import { createRemove } from './removal.ts';
import { addToThread } from './start-book.ts';
import { noticeOf } from './telling.ts';
import type { Where } from './where.ts';
import { DISCORD_WORDS } from './wording.ts';

type Says<T extends Outbound['type']> = Extract<Outbound, { readonly type: T }>;

export interface SenderOptions {
  readonly ask: Ask;
  readonly blobs: Pick<Blobs, 'get'>;
  /** Which messages of a thread are cards. */
  readonly cards: Store<readonly string[]>;
  readonly log: Pick<Log, 'warn'>;
  /** Id of the bot's user. */
  readonly self: () => string;
  readonly seesMessages: () => boolean;
  /** Of what is said in a thread, to a class, or in its teachers' room. */
  readonly localeOf: (place: string) => Promise<Locale>;
  readonly where: Where;
}

/** @throws TalesError as `Platform.send` promises. */
export type Send = (
  place: string,
  outbound: Exclude<Outbound, { readonly type: 'catch-up' }> | ClassOutbound,
) => Promise<Sent>;

interface Making {
  readonly blobs: Pick<Blobs, 'get'>;
  readonly locale: Locale;
}

async function bookOf({ key, book }: Says<'book'>, { blobs, locale }: Making): Promise<Outgoing> {
  const { pdf, cover, fileName, notes } = book;
  const printed = await getBlob(blobs, pdf.key);
  const image = await blobs.get(cover.key);
  const told = image ? book : { ...book, notes: [...notes, DISCORD_WORDS[locale].coverMissing] };
  return {
    body: bookBody(told, key, { pdf: fileName, ...(image && { cover: COVER_NAME }) }),
    files: [
      { name: fileName, contentType: pdf.mediaType, data: printed },
      ...(image ? [{ name: COVER_NAME, contentType: cover.mediaType, data: image }] : []),
    ],
  };
}

const sizeOf = (outbound: Parameters<Send>[1]): number => {
  switch (outbound.type) {
    case 'book':
    case 'announce':
      return outbound.book.pdf.size;
    case 'file':
      return outbound.pdf.size;
    case 'review':
      return outbound.review.pdf.size;
    case 'anthology':
      return Math.max(0, ...outbound.anthology.files.map(({ pdf }) => pdf.size));
    default:
      return 0;
  }
};

export function createSender(options: SenderOptions): Send {
  const { ask, blobs, cards, log, self, seesMessages, localeOf, where } = options;
  const held = createRecent<Held>();
  const load = createLoad(blobs);
  const prepare = createPrepare(load);
  const post = createPoster({ ask, self, onPosted: ({ id, attachments }) => held.set(id, attachments) });
  const remove = createRemove(ask);
  const supersede = createSupersede({ cards, remove, log });
  const bring = createInPlace({ ask, post, held });
  const sendCard = createCards({ bring, load, supersede, seesMessages, localeOf });
  const toClass = createClassSender({ ask, self, log, post, bring, prepare, remove, supersede, where, localeOf });

  /** Whose book it is from now on sees the thread first, and is told then. */
  const welcome = async (thread: string, { key, text, mention }: Says<'welcome'>): Promise<Sent> => {
    if (isPerson(mention)) {
      try {
        await addToThread(ask, thread, mention);
      } catch (error) {
        // Whoever has left the server is told nothing.
        if (!isFault(error, CODE.unknownUser, CODE.unknownMember)) throw error;
        log.warn({ err: error }, 'the new owner of a book is not in the server');
      }
    }
    return post(thread, key, async () => noticeOf({ key, text, mention }));
  };

  const dispatch: Send = async (thread, outbound) => {
    if (outbound.to === 'class') return toClass(thread, outbound);
    switch (outbound.type) {
      case 'card':
        return sendCard(thread, outbound);
      case 'book':
        return post(thread, outbound.key, async () => bookOf(outbound, { blobs, locale: await localeOf(thread) }));
      case 'notice':
        return post(thread, outbound.key, async () => noticeOf(outbound));
      case 'file':
        return post(thread, outbound.key, () => prepare(() => loosePaper(outbound, outbound.key), []));
      case 'welcome':
        return welcome(thread, outbound);
      case 'withdraw':
        await remove(thread, outbound.refs);
        return {};
    }
  };

  return async (thread, outbound) => {
    try {
      return await dispatch(thread, outbound);
    } catch (error) {
      const needed = outbound.to === 'class' ? { needed: NEEDED_FOR_CLASSES_NAMES } : {};
      throw explainFault(error, { size: sizeOf(outbound), ...needed });
    }
  };
}
