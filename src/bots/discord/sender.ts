// Brings to a thread what the conversation says there: cards, books, notices; and takes books away again.
import { type Blobs, getBlob } from '../../blobs.ts';
import type { Locale } from '../../story.ts';
import type { Outbound } from '../conversation/replies.ts';
import { createRecent } from '../recent.ts';
import type { Sent } from '../types.ts';
import { bookBody, COVER_NAME } from './book-message.ts';
import { createCards, type Held } from './cards.ts';
import type { Ask } from './connection.ts';
import { CODE, explainFault, isFault } from './faults.ts';
import { markOf } from './ids.ts';
import { LIMITS } from './limits.ts';
import { createLoad } from './load.ts';
import { display } from './parts.ts';
import { createPoster, type Outgoing } from './poster.ts';
import { fitText } from './text.ts';
import { FLAG } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

type Says<T extends Outbound['type']> = Extract<Outbound, { readonly type: T }>;

export interface SenderOptions {
  readonly ask: Ask;
  readonly blobs: Pick<Blobs, 'get'>;
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

export function createSender({ ask, blobs, self, seesMessages, localeOf }: SenderOptions): Send {
  const held = createRecent<Held>();
  const post = createPoster({ ask, self, onPosted: ({ id, attachments }) => held.set(id, attachments) });

  const remove = async (thread: string, ref: string): Promise<void> => {
    try {
      await ask('DELETE', `/channels/${thread}/messages/${ref}`);
    } catch (error) {
      if (!isFault(error, CODE.unknownMessage)) throw error;
    }
  };

  const sendCard = createCards({ ask, load: createLoad(blobs), post, remove, held, seesMessages, localeOf });

  const dispatch: Send = async (thread, outbound) => {
    switch (outbound.type) {
      case 'card':
        return sendCard(thread, outbound);
      case 'book':
        return post(thread, outbound.key, async () => bookOf(outbound, { blobs, locale: await localeOf(thread) }));
      case 'notice':
        return post(thread, outbound.key, async () => noticeOf(outbound));
      case 'withdraw':
        for (const ref of outbound.refs) await remove(thread, ref);
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
