// The card of a book: one message that is edited in place. Pictures that it holds are not sent again. What becomes of
// cards before it is left to `old-cards.ts`.
import type { Locale } from '../../story.ts';
import type { Card, Outbound } from '../conversation/replies.ts';
import type { Sent } from '../types.ts';
import { cardComponents, cardFiles } from './card-message.ts';
import { planFiles, type WantedFile } from './files.ts';
import type { BringInPlace, Held } from './in-place.ts';
import type { Load } from './load.ts';
import type { Supersede } from './old-cards.ts';
import type { Outgoing } from './poster.ts';
import { FLAG } from './wire.ts';

export type CardSaid = Extract<Outbound, { readonly type: 'card' }>;
type Drawn = Pick<CardSaid, 'card' | 'key'>;

export interface CardsOptions {
  readonly bring: BringInPlace;
  readonly load: Load;
  readonly supersede: Supersede;
  readonly seesMessages: () => boolean;
  readonly localeOf: (thread: string) => Promise<Locale>;
}

const without = (card: Card, gone: readonly WantedFile[]): Card => ({
  ...card,
  pictures: card.pictures.map(({ thumbnail, ...rest }) =>
    thumbnail && !gone.some(({ blob }) => blob.key === thumbnail.key) ? { ...rest, thumbnail } : rest,
  ),
});

/** @throws DiscordFault */
export type SendCard = (thread: string, message: CardSaid) => Promise<Sent>;

export function createCards({ bring, load, supersede, seesMessages, localeOf }: CardsOptions): SendCard {
  const draw = async (thread: string, { card, key }: Drawn, there: Held): Promise<Outgoing> => {
    const { attachments, send } = planFiles(cardFiles(card), there);
    const { files, gone } = await load(send);
    if (gone.length > 0) return draw(thread, { card: without(card, gone), key }, there);
    const options = { locale: await localeOf(thread), seesMessages: seesMessages(), tag: key };
    const components = cardComponents(card, options);
    return { body: { flags: FLAG.componentsV2, components, attachments, allowed_mentions: { parse: [] } }, files };
  };

  return async (thread, message) => {
    const sent = await bring(thread, message, (there) => draw(thread, message, there));
    if (sent.ref !== undefined && !message.passing) await supersede(thread, sent.ref, message.ref);
    return sent;
  };
}
