// What has grown old goes: sessions, what platforms remember of them, and bytes that no book in the making needs. Really:
// afterwards nothing on the disk names the book. When it is done is the caller's.
import type { Blobs } from '../blobs.ts';
import { forgetThreads, keptFor, type Session } from '../bots/index.ts';
import type { Store, Stores } from '../store.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Kept {
  readonly stores: Stores;
  readonly sessions: Store<Session>;
  readonly blobs: Blobs;
  /** How long a book is kept after its last change, in days. */
  readonly retentionDays: number;
}

/**
 * Sessions as the host takes them: those that were deleted are wiped from the disk as soon as that is kept, and not with
 * the next sweep. A wiping that fails is told of, and made up for then.
 */
export const wipingDeleted = (
  { stores, sessions }: Pick<Kept, 'stores' | 'sessions'>,
  onFailure: (error: unknown) => void,
): Store<Session> => ({
  ...sessions,
  async set(id, session) {
    await sessions.set(id, session);
    if (session.state === 'deleted') await stores.sweep(Date.now()).catch(onFailure);
  },
});

/** Deletes what has expired at `now` (Unix milliseconds). */
export async function sweep({ stores, sessions, blobs, retentionDays }: Kept, now: number): Promise<void> {
  const inUse = new Set<string>();
  const known = new Set<string>();
  for await (const id of sessions.keys()) {
    const session = await sessions.get(id);
    if (session) known.add(id);
    for (const key of session?.doomed ?? []) inUse.add(key);
    if (session?.state === 'open') for (const key of keptFor(session)) inUse.add(key);
  }
  await forgetThreads({ stores, retentionDays, isKnown: (platform, thread) => known.has(`${platform}:${thread}`) });
  // Last, as it wipes from the disk what was deleted before.
  await stores.sweep(now);
  // What is younger than a day may belong to something that is only just being said.
  await blobs.sweep(now - DAY, (key) => inUse.has(key));
}
