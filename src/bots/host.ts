// Where platforms, conversations and the queue meet. Everything that happens is a turn; after each turn the host does
// what the session then owes: work, messages, bytes to delete. After a restart it asks every session again.
import type { Blobs } from '../blobs.ts';
import { isTalesError, type TalesError } from '../errors.ts';
import type { JobNews, JobQueue } from '../jobs.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store.ts';
import { admit } from './class-admission.ts';
import { createClassHouse } from './class-house.ts';
import { type Classroom, isClassId } from './classroom/facts.ts';
import { type Clock, systemClock } from './clock.ts';
import { shortKey } from './conversation/content-hash.ts';
import type { PersonEvent, Place, PlacedEvent, Started, TalkEvent } from './conversation/events.ts';
import type { Answer } from './conversation/replies.ts';
import type { Session } from './conversation/session.ts';
import { type IntakeLimits, refusalOf } from './intake.ts';
import { createOutbox } from './outbox.ts';
import { createTasks } from './tasks.ts';
import { createTurns } from './turns.ts';
import type { Inbound, Platform, Reception } from './types.ts';
import { awaitedIn, createUploads } from './uploads.ts';
import { createWork } from './work.ts';

export interface HostOptions {
  readonly platforms: readonly Platform[];
  /** This host's alone: no other process may take turns in it. */
  readonly sessions: Pick<Store<Session>, 'get' | 'set' | 'keys'>;
  /** Likewise. */
  readonly classrooms: Pick<Store<Classroom>, 'get' | 'set' | 'delete' | 'keys'>;
  readonly blobs: Pick<Blobs, 'put' | 'delete'>;
  /** Closed by whoever made it, after the host has stopped. */
  readonly queue: Pick<JobQueue, 'add' | 'listen'>;
  readonly limits: IntakeLimits;
  readonly log: Pick<Log, 'error' | 'warn' | 'info'>;
  readonly clock?: Clock;
  /** Least time between two cards that only tell how far the work is, in milliseconds. Default 3000. */
  readonly progressEvery?: number;
  /** Least time between two edits of what a class's teachers see of it. Default 5000. */
  readonly summaryEvery?: number;
  /** Called once for each platform that cannot be started now and is tried again. */
  readonly onUnreachable?: (error: TalesError) => void;
  /** How long to wait before each further try of whatever failed, in milliseconds. Default 1, 5, 30 seconds. */
  readonly retryDelays?: readonly number[];
}

export interface Host {
  /**
   * Starts the platforms, then sees to what stored sessions owe.
   * @throws TalesError when a platform cannot be started, unless it may work later: it is tried again then.
   */
  start(): Promise<void>;
  /** Stops the platforms and resolves when nothing runs any more. What was not done is still owed. */
  stop(): Promise<void>;
  /** Resolves when nothing runs; what waits for its time does not count. */
  idle(): Promise<void>;
}

const sessionId = (platform: Platform, thread: string): string => `${platform.name}:${thread}`;

/** What is known of an upload before its bytes goes with the event. */
function judged(inbound: Inbound, limits: IntakeLimits): PersonEvent {
  const { event, uploads = [] } = inbound;
  if (event.type !== 'posted') return event;
  const pictures = event.pictures.map((picture) => {
    const upload = uploads.find(({ source }) => source === picture.source);
    const refused = picture.refused ?? (upload && refusalOf(upload, limits));
    return { ...picture, ...(refused && { refused }) };
  });
  return { ...event, pictures };
}

export function createHost(options: HostOptions): Host {
  const { platforms, sessions, classrooms, blobs, queue, limits, log, clock = systemClock, onUnreachable } = options;
  const { progressEvery = 3000, summaryEvery = 5000, retryDelays = [1000, 5000, 30_000] } = options;
  const tasks = createTasks(clock, log);
  const { read, take } = createTurns(sessions, (deed) => log.info(deed, 'a teacher acted in a book'));
  const work = createWork({ queue, read, tasks, retryDelays });
  const outbox = createOutbox({ platforms, read, hear, tasks, log, progressEvery, retryDelays });
  const uploads = createUploads({ blobs, hear, tasks, log, limits, retryDelays });
  const classes = createClassHouse({
    ...{ platforms, classrooms, queue, tasks, log, summaryEvery, retryDelays },
    readSession: read,
    hearSession: hear,
    deleteBytes: (key) => blobs.delete(key),
  });
  const sweeping = new Set<string>();
  /** By the name of the platform. */
  const watchers = new Map<string, (thread: string) => void>();

  async function hear(id: string, event: TalkEvent): Promise<Session | undefined> {
    const { session } = await take(id, [event]);
    if (session) settle(session);
    return session;
  }

  /** With what is doomed by the time that the rest is gone. */
  const sweep = async (session: Session): Promise<void> => {
    for (let now: Session | undefined = session; now && now.doomed.length > 0; ) {
      for (const key of now.doomed) await blobs.delete(key);
      now = await hear(now.id, { type: 'swept', keys: now.doomed });
    }
  };

  /** Sees to everything that the session owes. `active`: a person has just done something. */
  function settle(session: Session, active = false): void {
    const { id, doomed, platform, thread } = session;
    watchers.get(platform)?.(thread);
    classes.noticed(session, active);
    tasks.start('adding work failed', () => work.add(session));
    outbox.flush(id);
    if (doomed.length === 0 || sweeping.has(id)) return;
    sweeping.add(id);
    tasks.start('deleting bytes failed', () => sweep(session).finally(() => sweeping.delete(id)));
  }

  const receive = async (platform: Platform, inbound: Inbound): Promise<readonly Answer[]> => {
    const { thread } = inbound;
    const id = sessionId(platform, thread);
    const said = judged(inbound, limits);
    if (said.type !== 'started') return takeSaid(id, inbound, said);
    const place = { id, platform: platform.name, thread };
    return classes.expecting(id, () => begin(inbound, said, place));
  };

  const begin = async (inbound: Inbound, said: Started, place: Place): Promise<readonly Answer[]> => {
    const admission = await admit(place, said, { read: classes.read, hear: classes.hear, readSession: read });
    if (admission.type === 'refused') return admission.answers;
    if (admission.type === 'free') return takeSaid(place.id, inbound, { ...said, place });
    const { room, locale } = admission;
    try {
      return await takeSaid(place.id, inbound, { ...said, locale, place: { ...place, room } });
    } catch (error) {
      await classes.hear(room.classroom, { type: 'gone', book: place.id });
      throw error;
    }
  };

  const takeSaid = async (id: string, { mark, uploads: posted = [] }: Inbound, event: PlacedEvent) => {
    const { session, answers } = await take(id, mark === undefined ? [event] : [event, { type: 'marked', mark }]);
    if (session) {
      settle(session, true);
      uploads.fetch(session, posted);
    }
    return answers;
  };

  const hearNews = async (news: JobNews): Promise<void> => {
    const { id, book, type } = news;
    if (isClassId(book)) return classes.hearNews(news);
    if (type === 'progress') return outbox.pass(book, news);
    if (type === 'failed') work.hold(id);
    let session: Session | undefined;
    try {
      session = await hear(book, { type: 'news', news });
    } finally {
      if (type === 'failed') work.release(id, session);
    }
  };

  /** What was said while nobody listened is told again by the platform. */
  const resume = (session: Session): void => {
    settle(session);
    if (session.state !== 'open') return;
    const { mark } = session;
    const awaited = awaitedIn(session);
    const key = shortKey('back', [session.id, mark ?? '', awaited]);
    outbox.say(session, { to: 'thread', type: 'catch-up', key, awaited, ...(mark !== undefined && { mark }) });
  };

  const resumeAll = async (names: readonly string[]): Promise<void> => {
    for await (const id of sessions.keys()) {
      try {
        const session = await read(id);
        if (session && names.includes(session.platform)) resume(session);
      } catch (error) {
        // One session that cannot be read is no reason to leave the others alone.
        log.error({ err: error, book: id }, 'a session could not be resumed');
      }
    }
  };

  const receptionFor = (platform: Platform): Reception => ({
    receive: (inbound) => receive(platform, inbound),
    look: (thread) => read(sessionId(platform, thread)),
    missed: () => resumeAll([platform.name]),
    watch: (listener) => void watchers.set(platform.name, listener),
    classes: classes.classesOf(platform),
  });

  /** A service that is out of reach is tried again for as long as this runs; the others do not wait for it. */
  const open = async (platform: Platform, tries = 0): Promise<void> => {
    try {
      await platform.start(receptionFor(platform));
    } catch (error) {
      if (!isTalesError(error) || !error.retryable) throw error;
      if (tries === 0) {
        log.warn({ err: error, platform: platform.name }, 'a service could not be reached');
        onUnreachable?.(error);
      }
      const delay = retryDelays[tries] ?? retryDelays.at(-1) ?? 0;
      tasks.later(delay, 'a platform could not be started', () => open(platform, tries + 1));
      return;
    }
    await resumeAll([platform.name]);
    await classes.resume([platform.name]);
  };

  return {
    async start() {
      queue.listen(hearNews);
      for (const platform of platforms) await open(platform);
    },
    async stop() {
      const stopped = await Promise.allSettled(platforms.map((platform) => platform.stop()));
      await tasks.stop();
      const failed = stopped.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
    idle: () => tasks.idle(),
  };
}
