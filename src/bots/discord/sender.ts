// Brings to a thread what the conversation says there: cards, books, notices; and takes books away again.
import { type Blobs, getBlob } from '../../blobs.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store.ts';
import type { Locale } from '../../story.ts';
import type { Outbound } from '../conversation/replies.ts';
import { createRecent } from '../recent.ts';
import type { Sent } from '../types.ts';
import { bookBody, COVER_NAME } from './book-message.ts';
import { createCards, type Held } from './cards.ts';
import type { Ask } from './connection.ts';
import { explainFault } from './faults.ts';
import { markOf } from './ids.ts';
import { LIMITS } from './limits.ts';
import { createLoad } from './load.ts';
import { createSupersede } from './old-cards.ts';
import { display } from './parts.ts';
import { createPoster, type Outgoing } from './poster.ts';
import { createRemove } from './removal.ts';
import { fitText } from './text.ts';
import { FLAG } from './wire.ts';
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
  readonly localeOf: (thread: string) => Promise<Locale>;
}

/** @throws TalesError as `Platform.send` promises. */
export type Send = (thread: string, outbound: Exclude<Outbound, { readonly type: 'catch-up' }>) => Promise<Sent>;

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

const noticeOf = ({ key, text }: Says<'notice'>): Outgoing => ({
  body: {
    flags: FLAG.componentsV2,
    components: [display(fitText(text, LIMITS.text), markOf(key))],
    allowed_mentions: { parse: [] },
  },
  files: [],
});

export function createSender(options: SenderOptions): Send {
  const { ask, blobs, cards, log, self, seesMessages, localeOf } = options;
  const held = createRecent<Held>();
  const post = createPoster({ ask, self, onPosted: ({ id, attachments }) => held.set(id, attachments) });
  const remove = createRemove(ask);
  const supersede = createSupersede({ cards, remove, log });
  const sendCard = createCards({ ask, load: createLoad(blobs), post, supersede, held, seesMessages, localeOf });

  const dispatch: Send = async (thread, outbound) => {
    switch (outbound.type) {
      case 'card':
        return sendCard(thread, outbound);
      case 'book':
        return post(thread, outbound.key, async () => bookOf(outbound, { blobs, locale: await localeOf(thread) }));
      case 'notice':
        return post(thread, outbound.key, async () => noticeOf(outbound));
      case 'file':
      case 'welcome':
        throw new Error('not drawn yet');
      case 'withdraw':
        await remove(thread, outbound.refs);
        return {};
    }
  };

  return async (thread, outbound) => {
    try {
      return await dispatch(thread, outbound);
    } catch (error) {
      throw explainFault(error, outbound.type === 'book' ? outbound.book.pdf.size : 0);
    }
  };
}
