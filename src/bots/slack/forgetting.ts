// What the Slack bot remembers of threads is forgotten with their books. A book that only just begins is known by what is
// written down of its beginning; what a class has said names no thread, and is forgotten when it is withdrawn or in time.
import type { Forget } from '../forgetting.ts';
import { type Memory, openMemory } from './memory.ts';

async function each<T>(
  store: { keys(): AsyncIterable<string>; get(key: string): Promise<T | undefined> },
  see: (key: string, value: T) => Promise<unknown>,
): Promise<void> {
  for await (const key of store.keys()) {
    const value = await store.get(key);
    if (value !== undefined) await see(key, value);
  }
}

/** Lists without what is forgotten; a list that is empty goes as a whole. */
async function trim({ files, books }: Memory, isWanted: (thread: string) => boolean): Promise<void> {
  await each(files, async (name, known) => {
    const posted = known.posted.filter(({ thread }) => isWanted(thread));
    if (posted.length === 0) await files.delete(name);
    else if (posted.length < known.posted.length) await files.set(name, { ...known, posted });
  });
  await each(books, async (channel, listed) => {
    const left = listed.filter(({ thread }) => isWanted(thread));
    if (left.length === 0) await books.delete(channel);
    else if (left.length < listed.length) await books.set(channel, left);
  });
}

/** @param ttl as for `openMemory`. */
export const forgetSlack =
  (ttl: number): Forget =>
  async ({ stores, isKnown }) => {
    const memory = openMemory(stores, ttl);
    const beginning = new Set<string>();
    for await (const thread of memory.beginnings.keys()) beginning.add(thread);
    const isWanted = (thread: string): boolean => isKnown(thread) || beginning.has(thread);
    await each(memory.cards, async (thread, { fresh }) => {
      if (!fresh && !isWanted(thread)) await memory.cards.delete(thread);
    });
    await each(memory.begun, async (name, { thread }) => {
      if (!isWanted(thread)) await memory.begun.delete(name);
    });
    await each(memory.sent, async (name, { thread }) => {
      if (thread !== undefined && !isWanted(thread)) await memory.sent.delete(name);
    });
    await trim(memory, isWanted);
  };
