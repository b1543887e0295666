// What the operating system and SQLite say about a file, told as a fault of the store that people can act on.
import { type StoreFault, TalesError } from './errors.ts';

const BY_ERRNO: Readonly<Record<string, StoreFault>> = {
  EACCES: 'unwritable',
  EPERM: 'unwritable',
  EROFS: 'unwritable',
  EISDIR: 'wrong-kind',
  ENOTDIR: 'wrong-kind',
  EEXIST: 'wrong-kind',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/** Primary result codes, https://sqlite.org/rescode.html. */
const BY_SQLITE: Readonly<Record<number, StoreFault>> = {
  3: 'unwritable', // SQLITE_PERM
  5: 'busy', // SQLITE_BUSY
  6: 'busy', // SQLITE_LOCKED
  8: 'unwritable', // SQLITE_READONLY
  11: 'damaged', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  14: 'unwritable', // SQLITE_CANTOPEN
  26: 'damaged', // SQLITE_NOTADB
};

/** The primary result code of an error thrown by `node:sqlite`; extended codes keep it in their low byte. */
export function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** The errno name of an error thrown by `node:fs`, such as `ENOENT`. */
export function errnoOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** `store-unusable` about `path`, with `error` as its cause; what is one already passes as it is. */
export function storeFault(path: string, error: unknown): TalesError {
  if (error instanceof TalesError) return error;
  const reason = BY_SQLITE[sqliteCode(error) ?? -1] ?? BY_ERRNO[errnoOf(error) ?? ''] ?? 'failed';
  return new TalesError('store-unusable', { path, reason }, { cause: error, retryable: reason === 'busy' });
}
