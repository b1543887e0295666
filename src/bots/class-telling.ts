// Tells classes what their books are like, soon after it has changed, many books in one turn; and again after a restart.
// What is told is what the session says then, so that nothing old can come late.
import type { ClassEvent } from './classroom/events.ts';
import type { Classroom } from './classroom/facts.ts';
import { contentHash } from './conversation/content-hash.ts';
import { digestOf } from './conversation/digest.ts';
import type { Session } from './conversation/session.ts';
import type { Tasks } from './tasks.ts';

export interface ClassTellingOptions {
  readonly readSession: (id: string) => Promise<Session | undefined>;
  readonly hearAll: (id: string, events: readonly ClassEvent[]) => Promise<unknown>;
  readonly tasks: Tasks;
  /** How long to wait before each further try, in milliseconds; after the last, as long again. */
  readonly retryDelays: readonly number[];
}

export interface ClassTelling {
  /** A book may be another now. `active`: a person has done something in it. */
  noticed(session: Session, active: boolean): void;
  /** Tells the class of all its books. */
  tellAll(classroom: Classroom): Promise<void>;
  /** Runs work at whose end there is a session; until then nobody takes the book for gone. */
  expecting<T>(book: string, work: () => Promise<T>): Promise<T>;
}

/** That somebody is busy with a book is told once in so many milliseconds, where there is nothing else to tell. */
const ACTIVE_EVERY = 60 * 1000;

export const classOf = (session: Session): string | undefined =>
  session.state === 'open' ? session.room?.classroom : session.classroom;

export function createClassTelling({ readSession, hearAll, tasks, retryDelays }: ClassTellingOptions): ClassTelling {
  const { clock } = tasks;
  /** Books of each class that are to be told of, and whether somebody is at them. */
  const pending = new Map<string, Map<string, boolean>>();
  const running = new Set<string>();
  const expected = new Set<string>();
  /** What each book was told to be like last. */
  const told = new Map<string, string>();
  const activeAt = new Map<string, number>();

  const eventFor = async (classroom: string, book: string, active: boolean): Promise<readonly ClassEvent[]> => {
    const session = await readSession(book);
    const isThere = session?.state === 'open' && session.room?.classroom === classroom;
    const digest = isThere ? digestOf(session) : undefined;
    if (!digest) return expected.has(book) ? [] : [{ type: 'gone', book }];
    const isNews = told.get(book) !== contentHash(digest);
    const isDue = active && clock.now() - (activeAt.get(book) ?? Number.NEGATIVE_INFINITY) >= ACTIVE_EVERY;
    return isNews || isDue ? [{ type: 'told', book, digest, ...(active && { active: true as const }) }] : [];
  };

  const tell = async (classroom: string, books: ReadonlyMap<string, boolean>): Promise<void> => {
    const events: ClassEvent[] = [];
    for (const [book, active] of books) events.push(...(await eventFor(classroom, book, active)));
    if (events.length === 0) return;
    await hearAll(classroom, events);
    for (const event of events) {
      if (event.type === 'told') told.set(event.book, contentHash(event.digest));
      if (event.type === 'told' && event.active) activeAt.set(event.book, clock.now());
      if (event.type === 'gone') for (const known of [told, activeAt]) known.delete(event.book);
    }
  };

  const remember = (classroom: string, book: string, active: boolean): void => {
    const books = pending.get(classroom) ?? new Map<string, boolean>();
    books.set(book, active || (books.get(book) ?? false));
    pending.set(classroom, books);
  };

  const drain = async (classroom: string, tries: number): Promise<void> => {
    for (let books = pending.get(classroom); books; books = pending.get(classroom)) {
      pending.delete(classroom);
      try {
        await tell(classroom, books);
      } catch (error) {
        for (const [book, active] of books) remember(classroom, book, active);
        const delay = retryDelays[tries] ?? retryDelays.at(-1) ?? 0;
        tasks.later(delay, 'telling a class of its books failed', () => drain(classroom, tries + 1));
        throw error;
      }
    }
    running.delete(classroom);
  };

  return {
    noticed(session, active) {
      const classroom = classOf(session);
      if (classroom === undefined) return;
      remember(classroom, session.id, active);
      if (running.has(classroom)) return;
      running.add(classroom);
      tasks.start('telling a class of its books failed', () => drain(classroom, 0));
    },
    tellAll: ({ id, books }) => tell(id, new Map(books.map(({ book }) => [book, false]))),
    async expecting(book, work) {
      expected.add(book);
      try {
        return await work();
      } finally {
        expected.delete(book);
      }
    },
  };
}
