// Where things are at Discord: to which server a channel or thread belongs, and of which channel it is a thread. That
// never changes, so it is asked once.
import { createRecent } from '../recent.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import { isThread } from './wire.ts';

export interface Channel {
  readonly type: number;
  readonly guild: string;
  /** The channel that the thread belongs to; absent outside of threads. */
  readonly parent?: string;
}

interface WireChannel {
  readonly type: number;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
}

export interface Where {
  /** `undefined` where it is gone, or was never to be seen by us. @throws DiscordFault */
  find(id: string): Promise<Channel | undefined>;
  /** The channel that a thread belongs to; a channel itself as it is. @throws DiscordFault */
  channelOf(place: string): Promise<string>;
}

export function createWhere(ask: Ask): Where {
  const known = createRecent<Channel>(2000);

  const find: Where['find'] = async (id) => {
    const remembered = known.get(id);
    if (remembered) return remembered;
    try {
      const { type, guild_id: guild, parent_id: parent } = await ask<WireChannel>('GET', `/channels/${id}`);
      if (guild === undefined) return undefined;
      const channel: Channel = { type, guild, ...(parent && isThread(type) && { parent }) };
      known.set(id, channel);
      return channel;
    } catch (error) {
      if (isFault(error, CODE.unknownChannel, CODE.missingAccess)) return undefined;
      throw error;
    }
  };

  return { find, channelOf: async (place) => (await find(place))?.parent ?? place };
}
