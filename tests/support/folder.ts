// A fresh folder for one test, gone when the test is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'talesrunner-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
