// The books that are kept, as whoever runs the program may see them: looked up without changing anything, also while the
// program runs.
import { type ClassBook, type Classroom, goesAt, readSession, type Session } from '../../bots/index.ts';
import type { Config } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import { readKept } from '../../keeping.ts';
import type { StoredEntry } from '../../sqlite-reading.ts';
import { CLASSROOMS, classroomsIn } from './classrooms.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface KeptBook {
  readonly id: string;
  readonly session: Session;
  /** When it is deleted by itself, Unix milliseconds; absent: never, or it is not known. */
  readonly keptUntil?: number;
  /** Since when it stands as it is, Unix milliseconds; absent where that is not known. */
  readonly lastChange?: number;
  /** What its class knows of it. */
  readonly inClass?: { readonly classroom: Classroom; readonly book: ClassBook };
}

/** What may name people of other books, or opens doors: tokens of workspaces, the secret of the page. */
const NEVER: readonly string[] = ['sessions', CLASSROOMS, 'slack-installations', 'web-secret', 'discord-commands'];

export interface Holdings {
  readonly books: readonly KeptBook[];
  /** What platforms remember. */
  readonly others: readonly StoredEntry[];
}

type Times = Pick<KeptBook, 'keptUntil' | 'lastChange'>;

/** Of a book that no class lets go. Of the days that are set now, which were others if that gives a day to come. */
function timesBy(expires: number | undefined, { retentionDays }: Pick<Config, 'retentionDays'>, now: number): Times {
  if (expires === undefined) return {};
  const changed = expires - retentionDays * DAY;
  return { keptUntil: expires, ...(changed <= now && { lastChange: changed }) };
}

/** The store keeps a book of a class for longer than the class does: its own time says nothing. */
function timesInClass(session: Session, inClass: KeptBook['inClass']): Times | undefined {
  const keep = session.state === 'open' ? session.room?.rules.keep : undefined;
  if (!keep) return undefined;
  if (!inClass) return 'until' in keep ? { keptUntil: keep.until } : {};
  const { changed } = inClass.book;
  return { keptUntil: goesAt(inClass.classroom, changed), lastChange: changed };
}

function inClassOf(session: Session, classrooms: readonly Classroom[]): KeptBook['inClass'] {
  if (session.state !== 'open') return undefined;
  const classroom = classrooms.find(({ id }) => id === session.room?.classroom);
  const book = classroom?.books.find((one) => one.book === session.id);
  return classroom && book && { classroom, book };
}

/** @throws TalesError `store-unusable` */
export async function readHoldings(
  config: Pick<Config, 'storeFile' | 'redis' | 'retentionDays'>,
  now = Date.now(),
): Promise<Holdings> {
  const entries = await readKept(config, now);
  const classrooms = classroomsIn(entries);
  const books = entries
    .filter(({ namespace }) => namespace === 'sessions')
    .map(({ key, value, expires }): KeptBook => {
      const session = readSession(value);
      const inClass = inClassOf(session, classrooms);
      const times = timesInClass(session, inClass) ?? timesBy(expires, config, now);
      return { id: key, session, ...times, ...(inClass && { inClass }) };
    });
  return { books, others: entries.filter(({ namespace }) => !NEVER.includes(namespace)) };
}

/** As it was typed, or else as it was made. */
export const titleOf = (session: Session): string | undefined =>
  session.state === 'open' ? (session.title ?? session.book?.title) : undefined;

export interface ShownClass {
  /** Absent: the class has no name, or is not kept. */
  readonly title?: string;
  /** What the class knows the child by. */
  readonly label: string;
}

export function shownClass({ session, inClass }: KeptBook): ShownClass | undefined {
  const room = session.state === 'open' ? session.room : undefined;
  const title = inClass?.classroom.settings.title;
  return room && { ...(title && { title }), label: room.label };
}

/** @throws TalesError `option-invalid` */
export function bookOf(books: readonly KeptBook[], id: string): KeptBook {
  const found = books.find((book) => book.id === id);
  if (found) return found;
  const example = books[0]?.id;
  throw new TalesError('option-invalid', {
    option: 'SESSION',
    value: id,
    expected: { kind: 'book', ...(example !== undefined && { example }) },
  });
}
