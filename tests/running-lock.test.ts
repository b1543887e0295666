// One process for each folder: the second is told, and the lock goes with whoever holds it.
import { expect, it } from 'vitest';
import { holdLock } from '../src/running-lock.ts';
import { freshFolder } from './support/folder.ts';

it('lets one in, tells the next, and lets the next in after that', async () => {
  const folder = await freshFolder();
  const path = `${folder}/running.lock`;
  const first = await holdLock(path);
  await expect(holdLock(path)).rejects.toMatchObject({ code: 'already-running', details: { folder } });
  first.release();
  (await holdLock(path)).release();
});

it('makes the folder when it is missing', async () => {
  const folder = `${await freshFolder()}/a/b`;
  (await holdLock(`${folder}/running.lock`)).release();
});
