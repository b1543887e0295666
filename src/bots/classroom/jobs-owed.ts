// Which work a class owes: anthologies to bind, and to make ready for printers. Computed from its facts and the approved
// books that whoever asks hands in, as the class knows only their digests.
import { type Job, type JobFailure, type JobInput, PRINT_STYLES, type PrintStyle, type Volume } from '../../jobs.ts';
import type { Book } from '../../story.ts';
import { contentHash } from '../conversation/content-hash.ts';
import { MOST_TRIES } from '../conversation/job.ts';
import { styleOf, without } from '../conversation/session.ts';
import { type ClassAnthology, type ClassBook, type Classroom, changeAnthology, type FoldedVolume } from './facts.ts';
import { rulesOf } from './rules.ts';

/** The same whatever is in the books by then: what failed, and what was done too late, is known by it. */
export const bindName = ({ id }: Classroom, { number, books, title, format, asked }: ClassAnthology): string =>
  `bind-${contentHash([id, number, books, title, format, asked])}`;

const foldInput = ({ pdf }: Volume, style: PrintStyle): JobInput<'fold'> => ({ pdf, style });

const foldName = ({ id }: Classroom, { number }: ClassAnthology, input: JobInput<'fold'>): string =>
  `fold-${contentHash([id, number, input])}`;

/** Which volume in which style a job has made ready for printers, wanted by now or not. */
export function foldOf(classroom: Classroom, anthology: ClassAnthology, job: string) {
  const all = (anthology.bound?.volumes ?? []).flatMap((volume) => PRINT_STYLES.map((style) => ({ volume, style })));
  return all.find(({ volume, style }) => foldName(classroom, anthology, foldInput(volume, style)) === job);
}

export const isGivenUp = ({ failures }: Classroom, name: string): boolean => {
  const attempts = Object.hasOwn(failures, name) ? failures[name] : undefined;
  return attempts !== undefined && (!attempts.failure.retryable || attempts.times >= MOST_TRIES);
};

/** The file for printers of that volume, in the style that was asked for last. */
export const foldedOf = (
  { folded }: ClassAnthology,
  { pdf }: Volume,
  style = styleOf(folded ?? {}),
): FoldedVolume | undefined => folded?.booklets.find((one) => one.of === pdf.key && styleOf(one) === style);

export const unfolded = (anthology: ClassAnthology): readonly Volume[] =>
  anthology.bound && anthology.folded
    ? anthology.bound.volumes.filter((volume) => foldedOf(anthology, volume) === undefined)
    : [];

const foldsNeeded = (anthology: ClassAnthology): readonly JobInput<'fold'>[] =>
  unfolded(anthology).map((volume) => foldInput(volume, styleOf(anthology.folded ?? {})));

/** What the anthology waits for, by name, also what has failed too often. */
export const namesNeeded = (classroom: Classroom, anthology: ClassAnthology): readonly string[] =>
  anthology.bound
    ? foldsNeeded(anthology).map((input) => foldName(classroom, anthology, input))
    : [bindName(classroom, anthology)];

/** Why it stands still. */
export function troubleOf(classroom: Classroom, anthology: ClassAnthology): JobFailure | undefined {
  const stuck = namesNeeded(classroom, anthology).find((name) => isGivenUp(classroom, name));
  return stuck === undefined ? anthology.undelivered : classroom.failures[stuck]?.failure;
}

/** Everything about it may be tried again. */
export function withoutTroubles(classroom: Classroom, anthology: ClassAnthology): Classroom {
  const names = namesNeeded(classroom, anthology);
  const failures = Object.fromEntries(Object.entries(classroom.failures).filter(([name]) => !names.includes(name)));
  const changed = { ...classroom, failures };
  return changeAnthology(changed, anthology.number, (old) => without(old, 'undelivered') as ClassAnthology);
}

/** Anthologies still to be bound, and not given up. */
const unbound = (classroom: Classroom): readonly ClassAnthology[] =>
  classroom.anthologies.filter(
    (anthology) => !anthology.bound && !isGivenUp(classroom, bindName(classroom, anthology)),
  );

const booksOf = ({ books }: Classroom, anthology: ClassAnthology): readonly ClassBook[] =>
  anthology.books.flatMap((key) => books.find((book) => book.key === key) ?? []);

/** The books whose approved editions are needed to bind what is to be bound. */
export const booksToBind = (classroom: Classroom): readonly ClassBook[] => [
  ...new Set(unbound(classroom).flatMap((anthology) => booksOf(classroom, anthology))),
];

function bindJob(
  classroom: Classroom,
  anthology: ClassAnthology,
  { approved, budget }: Material,
): readonly Job<'bind'>[] {
  const books = booksOf(classroom, anthology).flatMap(({ key }) => approved.get(key) ?? []);
  // All or none: nobody is left out because a book could not be read just now.
  if (books.length === 0 || books.length < anthology.books.length) return [];
  const { locale, title: className } = classroom.settings;
  const input: JobInput<'bind'> = {
    anthology: { title: anthology.title, locale, ...(className !== '' && { className }), books },
    format: anthology.format,
    budget,
    // The books are read as a whole once more: by nobody whom the class does not let near them.
    rules: rulesOf(classroom.settings).work,
  };
  const id = `${bindName(classroom, anthology)}-${contentHash(input).slice(0, 16)}`;
  return [{ id, book: classroom.id, kind: 'bind', input }];
}

export interface Material {
  /** Approved editions, by `ClassBook.key`. */
  readonly approved: ReadonlyMap<string, Book>;
  /** Bytes of one file that the platform can take. */
  readonly budget: number;
}

/** The work to hand to the queue. */
export function jobsOwed(classroom: Classroom, material: Material): readonly Job[] {
  const binding = unbound(classroom).flatMap((anthology) => bindJob(classroom, anthology, material));
  const folding = classroom.anthologies.flatMap((anthology) =>
    foldsNeeded(anthology).flatMap((input): readonly Job<'fold'>[] => {
      const id = foldName(classroom, anthology, input);
      return isGivenUp(classroom, id) ? [] : [{ id, book: classroom.id, kind: 'fold', input }];
    }),
  );
  return [...binding, ...folding];
}
