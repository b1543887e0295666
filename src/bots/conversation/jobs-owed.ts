// Which work a session owes: computed from its facts, the same as often as it is asked, under the same ids.
import type { Job, JobFailure } from '../../jobs.ts';
import { jobsAside } from './asking.ts';
import { contentHash } from './content-hash.ts';
import { isGivenUp, makeJob, rulesFor } from './job.ts';
import { authorsOf, bookOf, isWhole, manuscriptFor, needsText } from './manuscript.ts';
import { type OpenSession, type SceneFacts, type Session, styleOf } from './session.ts';

/** Under which key a picture is kept. Belongs to this session alone, so that deleting it takes nothing from others. */
export const pictureKey = ({ id, born }: OpenSession, source: string): string =>
  `pictures/${contentHash([id, born, source])}`;

const receiving = (session: OpenSession): readonly Job[] =>
  session.scenes.flatMap(({ incoming }) => {
    if (incoming?.upload === undefined) return [];
    const { source, name, upload } = incoming;
    return [makeJob(session, 'receive', { upload, keep: pictureKey(session, source), ...(name && { name }) })];
  });

const describing = (session: OpenSession): readonly Job[] =>
  session.scenes.flatMap(({ picture, incoming, described }) =>
    picture && !incoming && !described
      ? [makeJob(session, 'describe', { picture, locale: session.locale, ...rulesFor(session) })]
      : [],
  );

const isToldNow = (session: OpenSession, scene: SceneFacts): boolean =>
  session.making ? needsText(session, scene) : scene.awaited;

/**
 * One job for all pages of a telling: an engine that sees a whole book tells it better. Tellings follow each other, so
 * that each keeps to what the one before has told; one that is given up keeps nobody waiting.
 */
function writing(session: OpenSession): readonly Job<'write'>[] {
  const wanted = session.scenes.flatMap((scene, index) =>
    isToldNow(session, scene) ? [{ index, variation: scene.variation }] : [],
  );
  const variations = [...new Set(wanted.map(({ variation }) => variation))].sort((a, b) => a - b);
  const jobs = variations.map((variation) => {
    const pages = wanted.filter((page) => page.variation === variation).map(({ index }) => index);
    const manuscript = manuscriptFor(session, variation, pages);
    const job = makeJob(session, 'write', { manuscript, wanted: pages, ...rulesFor(session) });
    const authors = authorsOf(session);
    // Not part of its name: nothing is told anew because somebody is named.
    return authors.length === 0 ? job : { ...job, input: { ...job.input, authors } };
  });
  const next = jobs.find(({ id }) => !isGivenUp(session, id));
  return jobs.filter((job) => job === next || isGivenUp(session, job.id));
}

/** The job that prints the book as it stands; only for a whole session whose pages have their text. */
export const printing = (session: OpenSession): Job<'print'> =>
  makeJob(session, 'print', { book: bookOf(session), format: session.format, ...rulesFor(session) });

/** A printed book's file for a printer, once it was asked for; it is nothing that the book waits for. */
function folding(session: OpenSession): readonly Job[] {
  const { booklet } = session;
  if (!booklet || booklet.made || booklet.failure) return [];
  return [makeJob(session, 'fold', { pdf: booklet.of.pdf, style: styleOf(booklet) })];
}

function needed(session: Session): readonly Job[] {
  if (session.state !== 'open') return [];
  const before = [...receiving(session), ...describing(session)];
  if (before.length > 0 || !isWhole(session)) return before;
  const texts = writing(session);
  return texts.length > 0 || !session.making ? texts : [printing(session)];
}

/** Facts never change, and each turn asks them for their work many times. */
const known = new WeakMap<Session, readonly Job[]>();

/** What the book as it was asked for waits for, also what has failed too often. */
export function jobsNeeded(session: Session): readonly Job[] {
  const jobs = known.get(session) ?? needed(session);
  known.set(session, jobs);
  return jobs;
}

/** All work that is wanted: what the book waits for, and then what helps people on. */
export const jobsWanted = (session: Session): readonly Job[] =>
  session.state === 'open' ? [...jobsNeeded(session), ...folding(session), ...jobsAside(session)] : [];

/** The work to hand to the queue. */
export const jobsOwed = (session: Session): readonly Job[] =>
  session.state === 'open' ? jobsWanted(session).filter(({ id }) => !isGivenUp(session, id)) : [];

/** Why the book stands still. */
export function troubleOf(session: OpenSession): JobFailure | undefined {
  const stuck = jobsNeeded(session).find(({ id }) => isGivenUp(session, id));
  return stuck && session.failures[stuck.id]?.failure;
}

/** Failures of work that nobody wants any more are forgotten. */
export function forgetOldFailures(session: OpenSession): OpenSession {
  if (Object.keys(session.failures).length === 0) return session;
  const wanted = new Set(jobsWanted(session).map(({ id }) => id));
  const kept = Object.entries(session.failures).filter(([id]) => wanted.has(id));
  return { ...session, failures: Object.fromEntries(kept) };
}

/** What was refused for a name may be tried again once there is another. */
export function forgetRefusedNames(session: OpenSession): OpenSession {
  const kept = Object.entries(session.failures).filter(
    ([, { failure }]) =>
      failure.code !== 'text-unsuitable' || !failure.details.places.some(({ part }) => part === 'authors'),
  );
  return { ...session, failures: Object.fromEntries(kept) };
}

/** Everything that the book waits for may be tried again. Help that failed stays given up until it is asked for otherwise. */
export function tryAgain(session: OpenSession): OpenSession {
  const aside = new Set(jobsAside(session).map(({ id }) => id));
  const kept = Object.entries(session.failures).filter(([id]) => aside.has(id));
  return { ...session, failures: Object.fromEntries(kept) };
}

/** Whether the book in the thread is the book as it stands. */
export const isUpToDate = (session: OpenSession): boolean =>
  session.book !== undefined &&
  isWhole(session) &&
  !session.scenes.some((scene) => needsText(session, scene)) &&
  printing(session).id === session.book.job;
