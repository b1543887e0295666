// A message of ours that says how things are now: edited where it is; where it was deleted, tucked away or edited too
// often, it comes back. What it says is left to whoever draws it.
import type { Recent } from '../recent.ts';
import type { Sent } from '../types.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import type { Outgoing, Post } from './poster.ts';
import type { WireMessage } from './wire.ts';

/** The files that a message holds. */
export type Held = WireMessage['attachments'];
export type Draw = (there: Held) => Promise<Outgoing>;

export interface InPlaceOptions {
  readonly ask: Ask;
  readonly post: Post;
  /** What messages hold, by their ids, as far as this process knows. */
  readonly held: Recent<Held>;
}

export interface Standing {
  /** Names the message where a new one is posted. */
  readonly key: string;
  /** The message to edit; absent: there is none yet. */
  readonly ref?: string;
  /** It need not be said at all costs: no new message is posted for it. */
  readonly passing?: true;
}

/** @throws DiscordFault */
export type BringInPlace = (place: string, standing: Standing, draw: Draw) => Promise<Sent>;

export function createInPlace({ ask, post, held }: InPlaceOptions): BringInPlace {
  const edit = async (place: string, ref: string, draw: Draw): Promise<Sent> => {
    const path = `/channels/${place}/messages/${ref}` as const;
    const there = held.get(ref) ?? (await ask<WireMessage>('GET', path)).attachments;
    const edited = await ask<WireMessage>('PATCH', path, await draw(there));
    held.set(ref, edited.attachments);
    return { ref };
  };

  return async (place, { key, ref, passing }, draw) => {
    const postNew = (): Promise<Sent> => post(place, key, () => draw([]));
    if (ref === undefined) return postNew();
    try {
      return await edit(place, ref, draw);
    } catch (error) {
      held.delete(ref);
      if (passing) throw error;
      if (isFault(error, CODE.archived)) {
        await ask('PATCH', `/channels/${place}`, { body: { archived: false } });
        return edit(place, ref, draw);
      }
      // Deleted, or edited too often for its age: a new one takes its place.
      if (!isFault(error, CODE.unknownMessage, CODE.tooManyEdits)) throw error;
      return postNew();
    }
  };
}
