// Brings one message of the conversation to its thread.
import type { CatchingUp } from '../catching-up.ts';
import type { Outbound } from '../conversation/replies.ts';
import type { Sent } from '../types.ts';
import type { SendCard } from './cards.ts';
import type { CatchUp } from './catch-up.ts';
import type { Delivery } from './delivery.ts';
import type { Messages } from './messages.ts';
import { metadataFor, type OnceOptions, postOnce } from './once.ts';
import { fallback, note } from './outgoing/blocks.ts';
import { nameThread, type Spot } from './thread.ts';

export interface SendingOptions extends OnceOptions {
  readonly messages: Messages;
  readonly sendCard: SendCard;
  readonly delivery: Delivery;
  readonly catchUp: CatchUp;
  readonly catchingUp: Pick<CatchingUp, 'start'>;
}

export type Send = (spot: Spot, message: Outbound) => Promise<Sent>;

export function createSending(options: SendingOptions): Send {
  const { messages, sendCard, delivery, catchUp, catchingUp } = options;
  return async (spot, message) => {
    switch (message.type) {
      case 'card':
        return sendCard(spot, message);
      case 'book':
        return delivery.deliver(spot, message);
      case 'notice': {
        const drawn = { text: fallback(message.text), blocks: [note(message.text)] };
        const more = { metadata: metadataFor(message.key) };
        return postOnce(options, spot, message.key, () => messages.post(spot, drawn, more));
      }
      case 'file':
      case 'welcome':
        throw new Error('not drawn yet');
      case 'withdraw':
        await delivery.withdraw(spot, message.refs);
        return {};
      case 'catch-up':
        // What else is to be said in the thread does not wait for it.
        catchingUp.start(nameThread(spot), () => catchUp(spot, message));
        return {};
    }
  };
}
