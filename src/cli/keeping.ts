// `storybook books`, `books delete`, `export` and `privacy`: what each command does. Reading needs no lock; deleting holds
// those of the program, which has to be stopped for it.
import { join, resolve } from 'node:path';
import { openBlobFolder } from '../blob-folder.ts';
import { forgetBook, forgetThreads, type Session } from '../bots/index.ts';
import { blobFolderOf, type Config } from '../config.ts';
import { TalesError } from '../errors.ts';
import { holdLock, type RunningLock } from '../running-lock.ts';
import { openStores } from '../store.ts';
import { askYes } from './ask.ts';
import type { ExportOptions, KeepingActions } from './keeping/actions.ts';
import { bookOf, type KeptBook, lastChange, readHoldings } from './keeping/books.ts';
import { exportBook } from './keeping/export.ts';
import { KEEPING_WORDING } from './keeping/wording.ts';
import { json, type Output } from './results.ts';
import type { Surroundings } from './surroundings.ts';

interface KeepingSurroundings extends Surroundings {
  readonly stdout: Output;
}

const DAY = 24 * 60 * 60 * 1000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function entryOf(book: KeptBook, config: Config) {
  const { id, session, keptUntil } = book;
  const changed = lastChange(book, config);
  return {
    id,
    platform: session.platform,
    state: session.state,
    ...(session.state === 'open' && {
      pictures: session.scenes.length,
      books: session.files.filter((key) => !key.endsWith('.jpg')).length,
    }),
    ...(session.state === 'open' && session.title !== undefined && { title: session.title }),
    ...(changed !== undefined && { lastChange: dayOf(changed) }),
    ...(keptUntil !== undefined && { keptUntil: dayOf(keptUntil) }),
  };
}

/** Both locks of the program. @throws TalesError `already-running` */
async function holdHouse({ dataDir, storeFile }: Config): Promise<RunningLock> {
  const first = await holdLock(join(dataDir, 'running.lock'));
  try {
    const second = await holdLock(`${storeFile}.lock`);
    return {
      release() {
        second.release();
        first.release();
      },
    };
  } catch (error) {
    first.release();
    throw error;
  }
}

/** @returns the receipt; `undefined` where nothing was left to delete. */
async function deleteKept({ config, locale }: Surroundings, { id, session: { platform, thread } }: KeptBook) {
  const lock = await holdHouse(config);
  try {
    const stores = await openStores({ path: config.storeFile });
    try {
      const sessions = stores.open<Session>({ namespace: 'sessions', ttl: config.retentionDays * DAY });
      const blobs = await openBlobFolder({ folder: blobFolderOf(config) });
      const forgotten = await forgetBook(id, { sessions, blobs, event: `operator:${Date.now()}`, locale });
      // Where nothing is to be withdrawn or said, nothing needs to be remembered either.
      const isKnown = (of: string, other: string): boolean => of !== 'web' || platform !== 'web' || other !== thread;
      await forgetThreads({ stores, retentionDays: config.retentionDays, isKnown });
      await stores.sweep(Date.now());
      return forgotten;
    } finally {
      await stores.close();
    }
  } finally {
    lock.release();
  }
}

/** @throws TalesError `option-invalid` */
function wantedBooks(books: readonly KeptBook[], id: string | undefined, { all = false }: ExportOptions) {
  if (all && id === undefined) return books;
  return [bookOf(books, all ? '--all' : (id ?? ''))];
}

export function createKeepingActions(around: KeepingSurroundings): KeepingActions {
  const { config, locale, stdout, terminal } = around;
  const words = KEEPING_WORDING[locale];
  const say = (line: string): void => void stdout.write(`${line}\n`);
  return {
    async books({ json: asJson }) {
      const entries = (await readHoldings(config)).books.map((book) => entryOf(book, config));
      if (asJson) stdout.write(json(entries));
      else if (entries.length === 0) say(words.noBooks(config.dataDir));
      else for (const entry of entries) say(words.book(entry));
    },
    async deleteBook(id, { yes = false }) {
      const book = bookOf((await readHoldings(config)).books, id);
      if (!yes) {
        const wish = terminal && (await askYes({ ...terminal, locale }, words.askDelete(id), false));
        if (!wish) return say(terminal ? words.kept : words.needsYes);
      }
      const forgotten = await deleteKept(around, book);
      if (!forgotten) say(words.goneAlready);
      else say([forgotten.receipt, ...(forgotten.messages > 0 ? [words.atNextStart] : [])].join('\n'));
    },
    async export(id, options) {
      const { out, json: asJson } = options;
      if (out === undefined) {
        throw new TalesError('option-invalid', { option: '--out', value: '', expected: { kind: 'folder' } });
      }
      const { books, others } = await readHoldings(config);
      const exported = [];
      for (const book of wantedBooks(books, id, options)) {
        const made = await exportBook({ book, others, config, locale, out: resolve(out) });
        exported.push(made);
        if (!asJson) say(words.exported(made.folder, made.files.length));
      }
      if (asJson) stdout.write(json(exported));
      else if (exported.length === 0) say(words.noBooks(config.dataDir));
      else say(words.careful);
    },
    async privacy(options) {
      const { writePrivacy } = await import('./privacy.ts');
      await writePrivacy(options, around);
    },
  };
}
