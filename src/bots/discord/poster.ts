// New messages, each once: what an earlier life of this program may have sent is looked for before it is sent again.

import { createRecent } from '../recent.ts';
import type { Sent } from '../types.ts';
import type { Ask } from './connection.ts';
import { isTagged, markOf } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody, OutFile, WireComponent, WireMessage } from './wire.ts';

export interface Outgoing {
  readonly body: MessageBody;
  readonly files: readonly OutFile[];
}

export interface PosterOptions {
  readonly ask: Ask;
  /** Id of the bot's user. */
  readonly self: () => string;
  readonly onPosted: (message: WireMessage) => void;
}

/** @param key names the message: its nonce, and in the ids of its components. @throws DiscordFault */
export type Post = (thread: string, key: string, make: () => Promise<Outgoing>) => Promise<Sent>;

/** Whether a message carries that name, in the ids of its components. */
export const carries = ({ id, custom_id, components = [] }: WireComponent, tag: string): boolean =>
  id === markOf(tag) ||
  (custom_id !== undefined && isTagged(custom_id, tag)) ||
  components.some((inner) => carries(inner, tag));

export function createPoster({ ask, self, onPosted }: PosterOptions): Post {
  const sent = createRecent<string>();

  const find = async (thread: string, key: string): Promise<string | undefined> => {
    const query = { limit: `${LIMITS.listing}` };
    const messages = await ask<readonly WireMessage[]>('GET', `/channels/${thread}/messages`, { query });
    const isOurs = ({ author, nonce, components = [] }: WireMessage): boolean =>
      author.id === self() && (nonce === key || components.some((component) => carries(component, key)));
    return messages.find(isOurs)?.id;
  };

  return async (thread, key, make) => {
    const ref = sent.get(key) ?? (await find(thread, key));
    if (ref !== undefined) return { ref, repeated: true };
    const { body, files } = await make();
    const message = await ask<WireMessage>('POST', `/channels/${thread}/messages`, {
      // Discord itself knows a nonce again for a few minutes.
      body: { ...body, nonce: key, enforce_nonce: true },
      files,
    });
    sent.set(key, message.id);
    onPosted(message);
    return { ref: message.id };
  };
}
