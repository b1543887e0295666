// Which messages of a thread were cards is forgotten with the book that they showed.
import type { Forget } from '../forgetting.ts';
import { CARDS } from './old-cards.ts';

export const forgetDiscord: Forget = async ({ stores, isKnown }) => {
  const cards = stores.open<readonly string[]>({ namespace: CARDS });
  for await (const thread of cards.keys()) if (!isKnown(thread)) await cards.delete(thread);
};
