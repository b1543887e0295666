// The books that are kept, as whoever runs the program may see them: looked up without changing anything, also while the
// program runs.
import { readSession, type Session } from '../../bots/index.ts';
import type { Config } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import { readKept } from '../../keeping.ts';
import type { StoredEntry } from '../../sqlite-reading.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface KeptBook {
  readonly id: string;
  readonly session: Session;
  /** Unix milliseconds. */
  readonly keptUntil?: number;
}

/** What may name people of other books, or opens doors: tokens of workspaces, the secret of the page. */
const NEVER: readonly string[] = ['sessions', 'slack-installations', 'web-secret', 'discord-commands'];

export interface Holdings {
  readonly books: readonly KeptBook[];
  /** What platforms remember. */
  readonly others: readonly StoredEntry[];
}

/** @throws TalesError `store-unusable` */
export async function readHoldings(config: Pick<Config, 'storeFile' | 'redis'>, now = Date.now()): Promise<Holdings> {
  const entries = await readKept(config, now);
  const books = entries
    .filter(({ namespace }) => namespace === 'sessions')
    .map(({ key, value, expires }) => ({
      id: key,
      session: readSession(value),
      ...(expires !== undefined && { keptUntil: expires }),
    }));
  return { books, others: entries.filter(({ namespace }) => !NEVER.includes(namespace)) };
}

/** Since when a book stands as it is; as far as the days that are set now were set then. */
export const lastChange = ({ keptUntil }: KeptBook, { retentionDays }: Pick<Config, 'retentionDays'>) =>
  keptUntil === undefined ? undefined : keptUntil - retentionDays * DAY;

/** @throws TalesError `option-invalid` */
export function bookOf(books: readonly KeptBook[], id: string): KeptBook {
  const found = books.find((book) => book.id === id);
  if (found) return found;
  const example = books[0]?.id ?? 'web:…';
  throw new TalesError('option-invalid', { option: 'SESSION', value: id, expected: { kind: 'id', example } });
}
