// Which work a session owes: computed from its facts, the same as often as it is asked, under the same ids.
import type { Job, JobFailure, JobInput, JobKind } from '../../jobs.ts';
import { contentHash } from './content-hash.ts';
import { bookOf, isWhole, manuscriptOf, needsText } from './manuscript.ts';
import type { OpenSession, SceneFacts, Session } from './session.ts';

/** So often a job is tried before people are asked. */
export const MOST_TRIES = 3;

function job<K extends JobKind>(session: OpenSession, kind: K, input: JobInput<K>): Job<K> {
  // A job of this kind by the types above; the union of all kinds is more than the compiler can follow here.
  return { id: `${kind}-${contentHash(input)}`, book: session.id, kind, input } as unknown as Job<K>;
}

/** Under which key a picture is kept. Belongs to this session alone, so that deleting it takes nothing from others. */
export const pictureKey = ({ id, born }: OpenSession, source: string): string =>
  `pictures/${contentHash([id, born, source])}`;

const receiving = (session: OpenSession): readonly Job[] =>
  session.scenes.flatMap(({ incoming }) => {
    if (incoming?.upload === undefined) return [];
    const { source, name, upload } = incoming;
    return [job(session, 'receive', { upload, keep: pictureKey(session, source), ...(name && { name }) })];
  });

const describing = (session: OpenSession): readonly Job[] =>
  session.scenes.flatMap(({ picture, incoming, described }) =>
    picture && !incoming && !described ? [job(session, 'describe', { picture, locale: session.locale })] : [],
  );

const isToldNow = (session: OpenSession, scene: SceneFacts): boolean =>
  session.making ? needsText(session, scene) : scene.awaited;

/** One job for all pages of a telling: an engine that sees a whole book tells it better. */
function writing(session: OpenSession): readonly Job<'write'>[] {
  const wanted = session.scenes.flatMap((scene, index) =>
    isToldNow(session, scene) ? [{ index, variation: scene.variation }] : [],
  );
  return [...new Set(wanted.map(({ variation }) => variation))].map((variation) =>
    job(session, 'write', {
      manuscript: manuscriptOf(session, variation),
      wanted: wanted.filter((page) => page.variation === variation).map(({ index }) => index),
    }),
  );
}

/** The job that prints the book as it stands; only for a whole session whose pages have their text. */
export const printing = (session: OpenSession): Job<'print'> =>
  job(session, 'print', { book: bookOf(session), format: session.format });

/** All work that is wanted, also what has failed too often. */
export function jobsWanted(session: Session): readonly Job[] {
  if (session.state !== 'open') return [];
  const before = [...receiving(session), ...describing(session)];
  if (before.length > 0 || !isWhole(session)) return before;
  const texts = writing(session);
  return texts.length > 0 || !session.making ? texts : [printing(session)];
}

export const isGivenUp = ({ failures }: OpenSession, id: string): boolean => {
  const attempts = Object.hasOwn(failures, id) ? failures[id] : undefined;
  return attempts !== undefined && (!attempts.failure.retryable || attempts.times >= MOST_TRIES);
};

/** The work to hand to the queue. */
export const jobsOwed = (session: Session): readonly Job[] =>
  session.state === 'open' ? jobsWanted(session).filter(({ id }) => !isGivenUp(session, id)) : [];

/** Why work that is wanted stands still. */
export function troubleOf(session: OpenSession): JobFailure | undefined {
  const stuck = jobsWanted(session).find(({ id }) => isGivenUp(session, id));
  return stuck && session.failures[stuck.id]?.failure;
}

/** Failures of work that nobody wants any more are forgotten. */
export function forgetOldFailures(session: OpenSession): OpenSession {
  if (Object.keys(session.failures).length === 0) return session;
  const wanted = new Set(jobsWanted(session).map(({ id }) => id));
  const kept = Object.entries(session.failures).filter(([id]) => wanted.has(id));
  return { ...session, failures: Object.fromEntries(kept) };
}

/** Whether the book in the thread is the book as it stands. */
export const isUpToDate = (session: OpenSession): boolean =>
  session.book !== undefined &&
  isWhole(session) &&
  !session.scenes.some((scene) => needsText(session, scene)) &&
  printing(session).id === session.book.job;
