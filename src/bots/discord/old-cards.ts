// One card in each thread: where a new one was posted, those before it go, with the pictures and words that they show.
// Which messages are cards is remembered until they are gone, also over a restart in between.
import type { Log } from '../../log.ts';
import type { Store } from '../../store.ts';
import { mayWorkLater, type Remove } from './removal.ts';

/** Where it is remembered. */
export const CARDS = 'discord-cards';

export interface OldCardsOptions {
  /** Cards of a thread that are, or may be, still there. */
  readonly cards: Store<readonly string[]>;
  readonly remove: Remove;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * From now on `ref` is the card of the thread.
 * @param before the card that was known until now. @throws what may work later: the others are still there then.
 */
export type Supersede = (thread: string, ref: string, before?: string) => Promise<void>;

export const createSupersede =
  ({ cards, remove, log }: OldCardsOptions): Supersede =>
  async (thread, ref, before) => {
    const known = (await cards.get(thread)) ?? [];
    const old = [...new Set([...known, ...(before === undefined ? [] : [before])])].filter((other) => other !== ref);
    if (old.length === 0 && known.length === 1) return;
    await cards.set(thread, [...old, ref]);
    if (old.length === 0) return;
    try {
      await remove(thread, old);
    } catch (error) {
      if (mayWorkLater(error)) throw error;
      // It stays remembered; its buttons know that they are old.
      log.warn({ err: error }, 'an old card could not be deleted');
      return;
    }
    await cards.set(thread, [ref]);
  };
