// What comes through the gateway, handed on to whoever answers it. A gateway that begins anew has not told what happened
// before: then everything is caught up with.
import type { Reception } from '../types.ts';
import type { GatewayEvent } from './connection.ts';
import type { Gone } from './gone.ts';
import { readInteraction, type Teachers } from './incoming.ts';
import type { Interact } from './interactions.ts';
import type { Threads } from './threads.ts';
import type { WireInteraction, WireMessage } from './wire.ts';

export interface HearingOptions {
  readonly threads: Threads;
  readonly interact: Interact;
  readonly gone: Gone;
  readonly teachers: Teachers;
}

export type Hear = (reception: Reception, name: GatewayEvent, data: unknown) => Promise<void>;

type Listeners = {
  readonly [E in GatewayEvent]: (reception: Reception, data: never) => Promise<void>;
};

export function createHearing({ threads, interact, gone, teachers }: HearingOptions): Hear {
  let readies = 0;
  // The library passes payloads through as Discord sent them.
  const listeners: Listeners = {
    async READY(reception) {
      readies += 1;
      if (readies === 1) return;
      threads.interrupted();
      await reception.missed();
    },
    async INTERACTION_CREATE(reception, data: WireInteraction) {
      const asked = readInteraction(data, teachers);
      if (asked) await interact(reception, asked);
    },
    MESSAGE_CREATE: (reception, data: WireMessage) => threads.heard(reception, data),
    // Where only something beside its files has changed, they may not be named.
    async MESSAGE_UPDATE(reception, data: WireMessage | Omit<WireMessage, 'attachments'>) {
      if ('attachments' in data) await threads.changed(reception, data);
    },
    MESSAGE_DELETE: (reception, { id, channel_id }: Pick<WireMessage, 'id' | 'channel_id'>) =>
      threads.deleted(reception, channel_id, [id]),
    MESSAGE_DELETE_BULK: (reception, data: { readonly ids: readonly string[]; readonly channel_id: string }) =>
      threads.deleted(reception, data.channel_id, data.ids),
    // A book outlives its thread: who may delete threads at Discord need not be who may delete books here.
    THREAD_DELETE: async (_, { id }: { readonly id: string }) => gone.add(id),
    CHANNEL_DELETE: async (_, { id }: { readonly id: string }) => gone.add(id),
  };
  return (reception, name, data) => listeners[name](reception, data as never);
}
