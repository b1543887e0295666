// What has grown old goes: sessions, what platforms remember of them, and bytes that no book in the making needs. Really:
// afterwards nothing on the disk names the book. When it is done is the caller's.
import type { Blobs } from '../blobs.ts';
import { type Classroom, forgetThreads, keptFor, keptForClass, type Session } from '../bots/index.ts';
import type { Store, Stores } from '../store.ts';

const DAY = 24 * 60 * 60 * 1000;
const SPARE = 7 * DAY;

export interface Kept {
  readonly stores: Stores;
  readonly sessions: Store<Session>;
  readonly classrooms: Store<Classroom>;
  readonly blobs: Blobs;
  /** How long a book is kept after its last change, in days. */
  readonly retentionDays: number;
}

/**
 * How long the store keeps a book of a class, in milliseconds: its class lets it go in time, and this makes up for a
 * program that was not running then. `undefined` for what is kept as long as any other book.
 */
function ttlOf(session: Session, now: number): number | undefined {
  const keep = session.state === 'open' ? session.room?.rules.keep : undefined;
  if (!keep) return undefined;
  const left = 'days' in keep ? keep.days * DAY : Math.max(0, keep.until - now);
  return left + SPARE;
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
    await sessions.set(id, session, ttlOf(session, Date.now()));
    if (session.state === 'deleted') await stores.sweep(Date.now()).catch(onFailure);
  },
});

/** Deletes what has expired at `now` (Unix milliseconds). */
export async function sweep(kept: Kept, now: number): Promise<void> {
  const { stores, sessions, classrooms, blobs, retentionDays } = kept;
  const inUse = new Set<string>();
  const known = new Set<string>();
  for await (const id of sessions.keys()) {
    const session = await sessions.get(id);
    if (session) known.add(id);
    for (const key of session?.doomed ?? []) inUse.add(key);
    if (session?.state === 'open') for (const key of keptFor(session)) inUse.add(key);
  }
  for await (const id of classrooms.keys()) {
    const classroom = await classrooms.get(id);
    if (!classroom) continue;
    for (const key of [...keptForClass(classroom), ...classroom.doomed]) inUse.add(key);
    for (const place of [classroom.channel, classroom.desk]) known.add(`${classroom.platform}:${place}`);
  }
  await forgetThreads({ stores, retentionDays, isKnown: (platform, thread) => known.has(`${platform}:${thread}`) });
  // Last, as it wipes from the disk what was deleted before.
  await stores.sweep(now);
  // What is younger than a day may belong to something that is only just being said.
  await blobs.sweep(now - DAY, (key) => inUse.has(key));
}
