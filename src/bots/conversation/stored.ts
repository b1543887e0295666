// A session as it comes back from a store, possibly written by an earlier version of this program.
import { TalesError } from '../../errors.ts';
import { keywordMaterial, titleMaterial } from './asking.ts';
import { type OpenSession, SESSION_VERSION, type Session } from './session.ts';

type Stored = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `MIGRATIONS[n]` turns what version n wrote into what version n + 1 writes. */
export type Migrations = Readonly<Record<number, (stored: Stored) => object>>;

/**
 * The first version knew no images of a book's pages. Such a book is printed again: at once where it was still to be
 * handed over, else when somebody asks. Its file stays among those that go with the session.
 */
function withoutBook({ book, ...session }: Stored): Stored {
  const isOwed = isRecord(book) && book['delivered'] === false;
  return isOwed ? { ...session, making: true } : session;
}

const NO_KEYWORDS = { setting: [], action: [], feeling: [] };

/**
 * The second version suggested nothing and counted nothing. What it made a book of is not asked about now, unless
 * somebody changes it: people have moved on, and asking may cost something.
 */
function unasked(stored: Stored): Stored {
  if (stored['state'] !== 'open') return stored;
  const counting = { ...stored, used: { calls: 0, input: 0, output: 0 }, billed: [] };
  if (!isRecord(stored['book'])) return counting;
  // Nothing else of a session has changed since, so this reads it as it is now.
  const session = counting as unknown as OpenSession;
  const scenes = session.scenes.map((scene) => ({
    ...scene,
    suggestions: { answered: { material: keywordMaterial(scene), keywords: NO_KEYWORDS } },
  }));
  return { ...counting, scenes, titles: { answered: { material: titleMaterial(session), titles: [] } } };
}

/** The third version knew no classes; its books belong to none. */
const outsideOfClasses = (stored: Stored): Stored => stored;

export const MIGRATIONS: Migrations = { 1: withoutBook, 2: unasked, 3: outsideOfClasses };

/**
 * What was stored, as version `current` writes it.
 * @throws TalesError `store-unusable` when it is no session, or a later version wrote it.
 */
export function migrate(stored: unknown, migrations: Migrations, current: number): Stored {
  const version = isRecord(stored) ? stored['version'] : undefined;
  if (!isRecord(stored) || typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    throw new TalesError('store-unusable', { path: 'sessions', reason: 'damaged' });
  }
  if (version > current) throw new TalesError('store-unusable', { path: 'sessions', reason: 'newer' });
  if (version === current) return stored;
  const step = migrations[version];
  if (step === undefined) throw new TalesError('store-unusable', { path: 'sessions', reason: 'damaged' });
  return migrate({ ...step(stored), version: version + 1 }, migrations, current);
}

/** @throws TalesError `store-unusable` */
export function readSession(stored: unknown): Session {
  const session = migrate(stored, MIGRATIONS, SESSION_VERSION);
  if (session['state'] !== 'open' && session['state'] !== 'deleted') {
    throw new TalesError('store-unusable', { path: 'sessions', reason: 'damaged' });
  }
  // Nobody but this program writes there, so the shape follows from the version.
  return session as unknown as Session;
}
