// How each book of a class stands, as a teacher sees it at a time; and when that will next be otherwise though nobody
// does anything. Pure.
import type { BookDigest } from './digest.ts';
import type { ClassBook, Classroom } from './facts.ts';
import { goesAt } from './rules.ts';

export type Standing =
  /** For the teacher's word. */
  | 'waiting'
  | 'trouble'
  /** Approved, or in the child's hands where nobody has to. */
  | 'ready'
  | 'returned'
  | 'paused'
  | 'closed'
  | 'working'
  /** Nothing was changed for a while, in minutes: somebody may need help. */
  | { readonly stuck: number };

const MINUTE = 60 * 1000;
/** What is said of a book that stands still, in minutes. After the last it is taken to rest: school is over. */
const STILL_FOR = [10, 30, 60, 120] as const;
const RESTS_AFTER = 180;

/** What was given back has not been handed over since: where nobody has to say yes any more, no later review says so. */
const isReturned = ({ review, approved }: BookDigest): boolean =>
  review?.state === 'returned' && review.request > (approved?.request ?? 0);

export function standingOf({ digest, changed }: ClassBook, now: number): Standing {
  if (digest?.review?.state === 'waiting') return 'waiting';
  if (digest?.trouble !== undefined && digest.state === 'open') return 'trouble';
  if (digest?.approved && !isReturned(digest)) return 'ready';
  if (digest && digest.state !== 'open') return digest.state;
  const still = (now - changed) / MINUTE;
  const stuck = still < RESTS_AFTER ? STILL_FOR.findLast((minutes) => still >= minutes) : undefined;
  if (stuck !== undefined) return { stuck };
  return digest && isReturned(digest) ? 'returned' : 'working';
}

const isStill = (standing: Standing): boolean =>
  typeof standing === 'object' || standing === 'working' || standing === 'returned';

/** Books that have grown old at a time. */
export const expired = (classroom: Classroom, at: number): readonly ClassBook[] =>
  classroom.books.filter(({ changed }) => goesAt(classroom, changed) <= at);

/** Nobody can come back to it: it is off, empty, and was left alone for long. */
const overAt = (classroom: Classroom): number | undefined => {
  const { settings, books, anthologies, leftover, doomed, touched } = classroom;
  const isEmpty = books.length === 0 && anthologies.length === 0 && leftover.length === 0 && doomed.length === 0;
  return !settings.on && isEmpty ? goesAt(classroom, touched) : undefined;
};

export const isOver = (classroom: Classroom, at: number): boolean => (overAt(classroom) ?? Infinity) <= at;

/** When something will next be otherwise by itself; `undefined` when nothing will. May be past: then it is due. */
export function nextChange(classroom: Classroom): number | undefined {
  const { books, anthologies, bygone = [], settings, now } = classroom;
  const cleared = settings.clearing ? bygone : [];
  const still = books
    .filter((book) => isStill(standingOf(book, now)))
    .flatMap(({ changed }) => [...STILL_FOR, RESTS_AFTER].map((minutes) => changed + minutes * MINUTE))
    .filter((moment) => moment > now);
  const old = [...books.map(({ changed }) => changed), ...[...anthologies, ...cleared].map(({ asked }) => asked)];
  const over = overAt(classroom);
  const moments = [
    ...still,
    ...old.map((changed) => goesAt(classroom, changed)),
    ...(over === undefined ? [] : [over]),
  ];
  return moments.length === 0 ? undefined : Math.min(...moments);
}
