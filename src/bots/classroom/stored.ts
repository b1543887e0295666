// A classroom as it comes back from a store, possibly written by an earlier version of this program.
import { TalesError } from '../../errors.ts';
import { CLASSROOM_VERSION, type Classroom } from './facts.ts';

type Stored = Readonly<Record<string, unknown>>;

/** `MIGRATIONS[n]` turns what version n wrote into what version n + 1 writes. */
export type Migrations = Readonly<Record<number, (stored: Stored) => object>>;

/** There is one version so far. */
export const MIGRATIONS: Migrations = {};

const isRecord = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const damaged = (): TalesError => new TalesError('store-unusable', { path: 'classrooms', reason: 'damaged' });

function migrate(stored: unknown, migrations: Migrations, current: number): Stored {
  const version = isRecord(stored) ? stored['version'] : undefined;
  if (!isRecord(stored) || typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    throw damaged();
  if (version > current) throw new TalesError('store-unusable', { path: 'classrooms', reason: 'newer' });
  if (version === current) return stored;
  const step = migrations[version];
  if (!step) throw damaged();
  return migrate({ ...step(stored), version: version + 1 }, migrations, current);
}

/** @throws TalesError `store-unusable` */
export function readClassroom(stored: unknown, migrations = MIGRATIONS, current = CLASSROOM_VERSION): Classroom {
  const classroom = migrate(stored, migrations, current);
  if (typeof classroom['channel'] !== 'string' || !Array.isArray(classroom['books'])) throw damaged();
  // Nobody but this program writes there, so the shape follows from the version.
  return classroom as unknown as Classroom;
}
