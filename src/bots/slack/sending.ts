// Brings one message of the conversation to its thread.
import type { CatchingUp } from '../catching-up.ts';
import type { Outbound } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import type { Sent } from '../types.ts';
import type { SendCard } from './cards.ts';
import type { CatchUp } from './catch-up.ts';
import type { Delivery } from './delivery.ts';
import type { HandOver } from './handing.ts';
import { LIMITS } from './limits.ts';
import type { Messages } from './messages.ts';
import { metadataFor, type OnceOptions, postOnce } from './once.ts';
import { fallback, markedNote, note } from './outgoing/blocks.ts';
import { cutMarked } from './outgoing/text.ts';
import { nameThread, type Spot } from './thread.ts';
import { SLACK_WORDS } from './wording.ts';

export interface SendingOptions extends OnceOptions {
  readonly messages: Messages;
  readonly sendCard: SendCard;
  readonly delivery: Delivery;
  readonly handOver: HandOver;
  readonly catchUp: CatchUp;
  readonly catchingUp: Pick<CatchingUp, 'start'>;
  readonly look: (thread: string) => Promise<Session | undefined>;
}

export type Send = (spot: Spot, message: Outbound) => Promise<Sent>;

export function createSending(options: SendingOptions): Send {
  const { messages, sendCard, delivery, handOver, catchUp, catchingUp, look } = options;
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
      case 'welcome': {
        const { locale = 'ko' } = (await look(nameThread(spot))) ?? {};
        const text = `${SLACK_WORDS[locale].mentioned(message.mention)} ${fallback(message.text)}`;
        const drawn = { text, blocks: [markedNote(cutMarked(text, LIMITS.sectionText))] };
        const more = { metadata: metadataFor(message.key) };
        return postOnce(options, spot, message.key, () => messages.post(spot, drawn, more));
      }
      case 'file':
        return handOver(spot, message);
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
