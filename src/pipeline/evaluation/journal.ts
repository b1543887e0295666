// Results that took long to compute, each kept as soon as it is there: a file of lines that only grows, so that a crash at
// any point loses at most the line being written. What the keys stand for is left to whoever computes.
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import { unwritable } from '../../write-fault.ts';

export interface Journal<T> {
  get(key: string): T | undefined;
  /** Resolves when it is on the disk as far as the system is concerned. */
  put(key: string, value: T): Promise<void>;
  close(): Promise<void>;
}

/** What is there, line by line; one that was not finished, or that nobody can read any more, is computed again. */
function known<T>(text: string, schema: z.ZodType<T>): Map<string, T> {
  const line = z.object({ key: z.string(), value: schema });
  const entries = new Map<string, T>();
  for (const each of text.split('\n')) {
    if (each === '') continue;
    let read: unknown;
    try {
      read = JSON.parse(each);
    } catch {
      continue;
    }
    const parsed = line.safeParse(read);
    if (parsed.success) entries.set(parsed.data.key, parsed.data.value);
  }
  return entries;
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return '';
    throw new TalesError('file-unreadable', { path }, { cause });
  }
}

/** @throws TalesError `file-unreadable`, `file-unwritable`. */
export async function openJournal<T>(path: string, schema: z.ZodType<T>): Promise<Journal<T>> {
  const text = await contentOf(path);
  const entries = known(text, schema);
  let file: FileHandle;
  try {
    file = await open(path, 'a');
    // What a crash left of a line must not swallow the next one.
    if (text !== '' && !text.endsWith('\n')) await file.appendFile('\n');
  } catch (cause) {
    throw unwritable(path, cause);
  }
  let last: Promise<void> = Promise.resolve();
  return {
    get: (key) => entries.get(key),
    put(key, value) {
      // One after another: lines must not be written into each other.
      last = last
        .then(() => file.appendFile(`${JSON.stringify({ key, value })}\n`))
        .catch((cause: unknown) => {
          throw unwritable(path, cause);
        });
      return last.then(() => void entries.set(key, value));
    },
    async close() {
      await last.catch(() => undefined);
      await file.close();
    },
  };
}
