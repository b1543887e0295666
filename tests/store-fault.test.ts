// Which fault of the store an error of the system or of SQLite is.
import { describe, expect, it } from 'vitest';
import { TalesError } from '../src/errors.ts';
import { storeFault } from '../src/store-fault.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });
/** As `node:sqlite` throws it. */
const fromSqlite = (errcode: number) => Object.assign(new Error('sqlite'), { code: 'ERR_SQLITE_ERROR', errcode });

describe('a fault of the store', () => {
  it.each([
    ['unwritable', withCode('EACCES')],
    ['unwritable', withCode('EROFS')],
    ['unwritable', fromSqlite(8)],
    ['unwritable', fromSqlite(14)],
    ['wrong-kind', withCode('ENOTDIR')],
    ['full', withCode('ENOSPC')],
    ['full', fromSqlite(13)],
    ['damaged', fromSqlite(11)],
    ['damaged', fromSqlite(26)],
    // SQLITE_CORRUPT_INDEX and SQLITE_BUSY_SNAPSHOT: extended codes.
    ['damaged', fromSqlite(11 | (3 << 8))],
    ['busy', fromSqlite(5 | (2 << 8))],
    ['failed', withCode('EIO')],
    ['failed', new Error('something else')],
    ['failed', 'not even an error'],
  ])('is %s, with its cause', (reason, cause) => {
    const fault = storeFault('somewhere', cause);
    expect(fault).toMatchObject({ code: 'store-unusable', details: { path: 'somewhere', reason }, cause });
    expect(fault.retryable).toBe(reason === 'busy');
  });

  it('is not made of another one', () => {
    const first = new TalesError('store-unusable', { path: 'a', reason: 'full' });
    expect(storeFault('b', first)).toBe(first);
  });
});
