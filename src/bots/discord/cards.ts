// The card of a book: one message that is edited in place. Pictures that it holds are not sent again; where it was
// deleted, tucked away or edited too often, it comes back. What becomes of cards before it is left to `old-cards.ts`.
import type { Locale } from '../../story.ts';
import type { Card, Outbound } from '../conversation/replies.ts';
import type { Recent } from '../recent.ts';
import type { Sent } from '../types.ts';
import { cardComponents, cardFiles } from './card-message.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import { planFiles, type WantedFile } from './files.ts';
import type { Load } from './load.ts';
import type { Supersede } from './old-cards.ts';
import type { Outgoing, Post } from './poster.ts';
import { FLAG, type WireMessage } from './wire.ts';

export type CardSaid = Extract<Outbound, { readonly type: 'card' }>;
type Drawn = Pick<CardSaid, 'card' | 'key'>;
export type Held = WireMessage['attachments'];

export interface CardsOptions {
  readonly ask: Ask;
  readonly load: Load;
  readonly post: Post;
  readonly supersede: Supersede;
  /** What messages hold, by their ids, as far as this process knows. */
  readonly held: Recent<Held>;
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

export function createCards(options: CardsOptions): SendCard {
  const { ask, load, post, supersede, held, seesMessages, localeOf } = options;
  const draw = async (thread: string, { card, key }: Drawn, there: Held): Promise<Outgoing> => {
    const { attachments, send } = planFiles(cardFiles(card), there);
    const { files, gone } = await load(send);
    if (gone.length > 0) return draw(thread, { card: without(card, gone), key }, there);
    const options = { locale: await localeOf(thread), seesMessages: seesMessages(), tag: key };
    const components = cardComponents(card, options);
    return { body: { flags: FLAG.componentsV2, components, attachments, allowed_mentions: { parse: [] } }, files };
  };

  const postNew: SendCard = (thread, message) => post(thread, message.key, () => draw(thread, message, []));

  const edit = async (thread: string, message: CardSaid, ref: string): Promise<Sent> => {
    const path = `/channels/${thread}/messages/${ref}` as const;
    const there = held.get(ref) ?? (await ask<WireMessage>('GET', path)).attachments;
    const edited = await ask<WireMessage>('PATCH', path, await draw(thread, message, there));
    held.set(ref, edited.attachments);
    return { ref };
  };

  const bring: SendCard = async (thread, message) => {
    const { ref, passing } = message;
    if (ref === undefined) return postNew(thread, message);
    try {
      return await edit(thread, message, ref);
    } catch (error) {
      held.delete(ref);
      if (passing) throw error;
      if (isFault(error, CODE.archived)) {
        await ask('PATCH', `/channels/${thread}`, { body: { archived: false } });
        return edit(thread, message, ref);
      }
      // Deleted, or edited too often for its age: a new one takes its place.
      if (!isFault(error, CODE.unknownMessage, CODE.tooManyEdits)) throw error;
      return postNew(thread, message);
    }
  };

  return async (thread, message) => {
    const sent = await bring(thread, message);
    if (sent.ref !== undefined && !message.passing) await supersede(thread, sent.ref, message.ref);
    return sent;
  };
}
