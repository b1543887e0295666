// Where classes meet their books: who begins one is joined to the class, what a book is like is told to it, what holds in it
// is told to its books, and what has grown old goes. After each turn everything is seen to that the class then owes.
import type { JobNews, JobQueue } from '../jobs.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store.ts';
import { createClassClock } from './class-clock.ts';
import { createClassOutbox } from './class-outbox.ts';
import { createClassTelling } from './class-telling.ts';
import { createClassTurns } from './class-turns.ts';
import { createClassWork } from './class-work.ts';
import { rulesOwed } from './classroom/convene.ts';
import type { ClassEvent } from './classroom/events.ts';
import { type Classroom, classId } from './classroom/facts.ts';
import { rulesOf } from './classroom/rules.ts';
import { expired } from './classroom/standing.ts';
import type { HouseEvent } from './conversation/events.ts';
import type { Session } from './conversation/session.ts';
import type { Tasks } from './tasks.ts';
import type { Classes, Platform } from './types.ts';

export interface ClassHouseOptions {
  readonly platforms: readonly Platform[];
  readonly classrooms: Pick<Store<Classroom>, 'get' | 'set' | 'delete' | 'keys'>;
  readonly readSession: (id: string) => Promise<Session | undefined>;
  readonly hearSession: (id: string, event: HouseEvent) => Promise<Session | undefined>;
  readonly deleteBytes: (key: string) => Promise<unknown>;
  readonly queue: Pick<JobQueue, 'add'>;
  readonly tasks: Tasks;
  readonly log: Pick<Log, 'error' | 'warn' | 'info'>;
  readonly summaryEvery: number;
  readonly retryDelays: readonly number[];
}

export interface ClassHouse {
  readonly read: (id: string) => Promise<Classroom | undefined>;
  readonly hear: (id: string, event: ClassEvent) => Promise<Classroom | undefined>;
  /** A book may be another now. `active`: a person has done something in it. */
  readonly noticed: (session: Session, active: boolean) => void;
  /** A book that is being begun is not missed while it has no session yet. */
  readonly expecting: <T>(book: string, work: () => Promise<T>) => Promise<T>;
  readonly hearNews: (news: JobNews) => Promise<void>;
  /** Sees to every class of those platforms. */
  readonly resume: (names: readonly string[]) => Promise<void>;
  readonly classesOf: (platform: Platform) => Classes;
}

export function createClassHouse(options: ClassHouseOptions): ClassHouse {
  const { classrooms, hearSession, deleteBytes, tasks, log } = options;
  const { clock } = tasks;
  const { read, take } = createClassTurns({
    ...{ classrooms, clock },
    onDeed: (deed) => log.info(deed, 'a teacher acted in a class'),
  });
  const outbox = createClassOutbox({ ...options, read, hear });
  const work = createClassWork({ ...options, read });
  const wakes = createClassClock(tasks, (id) => hear(id, { type: 'tick' }));
  const telling = createClassTelling({ ...options, hearAll });
  /** Books that are being told something, and classes that are being swept. */
  const busy = new Set<string>();
  /** By the name of the platform. */
  const watchers = new Map<string, (channel: string) => void>();

  async function hearAll(id: string, events: readonly ClassEvent[]): Promise<Classroom | undefined> {
    const { classroom, isChanged } = await take(id, events);
    // A tick that changed nothing has still to be followed by the next.
    if (classroom && (isChanged || events.some(({ type }) => type === 'tick'))) settle(classroom);
    return classroom;
  }

  async function hear(id: string, event: ClassEvent): Promise<Classroom | undefined> {
    return hearAll(id, [event]);
  }

  /** Starts it, unless the same is under way. */
  const once = (name: string, what: string, todo: () => Promise<unknown>): void => {
    if (busy.has(name)) return;
    busy.add(name);
    tasks.start(what, () => todo().finally(() => busy.delete(name)));
  };

  const expire = async (id: string, book: string, clearing: boolean): Promise<void> => {
    const session = await hearSession(book, { type: 'expired', clearing });
    if (session?.state !== 'open') await hear(id, { type: 'gone', book });
  };

  /** With what is doomed by the time that the rest is gone. */
  const sweep = async (classroom: Classroom): Promise<void> => {
    for (let now: Classroom | undefined = classroom; now && now.doomed.length > 0; ) {
      for (const key of now.doomed) await deleteBytes(key);
      now = await hear(now.id, { type: 'swept', keys: now.doomed });
    }
  };

  /** Sees to everything that the class owes. */
  function settle(classroom: Classroom): void {
    const { id, platform, channel, settings, doomed } = classroom;
    watchers.get(platform)?.(channel);
    tasks.start('adding work of a class failed', () => work.add(classroom));
    outbox.flush(id);
    for (const { book, label } of rulesOwed(classroom)) {
      const rules = rulesOf(settings);
      once(`${book} ruled`, 'telling a book its rules failed', () =>
        hearSession(book, { type: 'ruled', rules, label }),
      );
    }
    for (const { book } of expired(classroom, clock.now())) {
      once(`${book} expired`, 'a book that has grown old could not go', () => expire(id, book, settings.clearing));
    }
    if (doomed.length > 0) once(`${id} swept`, 'deleting bytes of a class failed', () => sweep(classroom));
    wakes.set(classroom);
  }

  const resumeOne = async (id: string, names: readonly string[]): Promise<void> => {
    try {
      const classroom = await read(id);
      if (!classroom || !names.includes(classroom.platform)) return;
      await telling.tellAll(classroom);
      const now = await read(id);
      if (now) settle(now);
    } catch (error) {
      // One class that cannot be read is no reason to leave the others alone.
      log.error({ err: error, classroom: id }, 'a class could not be resumed');
    }
  };

  return {
    read,
    hear,
    noticed: telling.noticed,
    expecting: telling.expecting,
    async hearNews(news) {
      const { id, book, type } = news;
      if (type === 'progress') return;
      if (type === 'failed') work.hold(id);
      let classroom: Classroom | undefined;
      try {
        classroom = await hear(book, { type: 'news', news });
      } finally {
        if (type === 'failed') work.release(id, classroom);
      }
    },
    async resume(names) {
      for await (const id of classrooms.keys()) await resumeOne(id, names);
    },
    classesOf: (platform) => ({
      receive: async ({ channel, event }) => {
        const { classroom, answers, isChanged } = await take(classId(platform.name, channel), [event]);
        if (classroom && isChanged) settle(classroom);
        return answers;
      },
      look: (channel) => read(classId(platform.name, channel)),
      watch: (listener) => void watchers.set(platform.name, listener),
    }),
  };
}
