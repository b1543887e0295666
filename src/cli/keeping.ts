// `storybook books`, `books delete`, `export` and `privacy`: what each command does. Reading needs no lock; deleting holds
// those of the program, which has to be stopped for it.
import { resolve } from 'node:path';
import { forgetBook, forgetThreads, holdingsOf, type Session } from '../bots/index.ts';
import type { Config } from '../config.ts';
import { isTalesError, TalesError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { openKeeping, openSharedBytes } from '../keeping.ts';
import { createLog } from '../log.ts';
import { shownAddress } from '../redis.ts';
import { askYes } from './ask.ts';
import type { ExportOptions, KeepingActions } from './keeping/actions.ts';
import { bookOf, type KeptBook, readHoldings, shownClass, titleOf } from './keeping/books.ts';
import { exportBook } from './keeping/export.ts';
import { KEEPING_WORDING } from './keeping/wording.ts';
import { json, type Output } from './results.ts';
import type { Surroundings } from './surroundings.ts';

interface KeepingSurroundings extends Surroundings {
  readonly stdout: Output;
  /** Sets the exit status of a command that did not fail. */
  readonly end: (status: number) => void;
}

/** Where everything is kept, as people know it. */
const placeOf = ({ dataDir, redis }: Config): string => (redis ? shownAddress(redis.url) : dataDir);

const DAY = 24 * 60 * 60 * 1000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function entryOf(book: KeptBook) {
  const { id, session, keptUntil, lastChange } = book;
  const title = titleOf(session);
  const inClass = shownClass(book);
  return {
    id,
    platform: session.platform,
    state: session.state,
    ...(session.state === 'open' && {
      pictures: session.scenes.length,
      books: holdingsOf(session).filter(({ kind }) => kind === 'book').length,
    }),
    ...(title !== undefined && { title }),
    ...(inClass && { class: inClass }),
    ...(lastChange !== undefined && { lastChange: dayOf(lastChange) }),
    ...(keptUntil !== undefined && { keptUntil: dayOf(keptUntil) }),
  };
}

/** Whether another process has what is kept. @throws TalesError `store-unusable` */
async function isTaken(config: Config): Promise<boolean> {
  try {
    const { close } = await openKeeping({ config, log: createLog('silent'), onLost: () => {} });
    await close();
    return false;
  } catch (error) {
    if (isTalesError(error) && error.code === 'already-running') return true;
    throw error;
  }
}

/**
 * For this command alone: nobody else may have it meanwhile.
 * @returns the receipt; `undefined` where nothing was left to delete.
 * @throws TalesError `already-running`
 */
async function deleteKept({ config, locale }: Surroundings, { id, session: { platform, thread } }: KeptBook) {
  const log = createLog(config.logLevel);
  const { stores, blobs, close } = await openKeeping({ config, log, onLost: () => {} });
  try {
    const sessions = stores.open<Session>({ namespace: 'sessions', ttl: config.retentionDays * DAY });
    const forgotten = await forgetBook(id, { sessions, blobs, event: `operator:${Date.now()}`, locale });
    // Where nothing is to be withdrawn or said, nothing needs to be remembered either.
    const isKnown = (of: string, other: string): boolean => of !== 'web' || platform !== 'web' || other !== thread;
    await forgetThreads({ stores, retentionDays: config.retentionDays, isKnown });
    await stores.sweep(Date.now());
    return forgotten;
  } finally {
    await close();
  }
}

/** @throws TalesError `option-invalid` */
function wantedBooks(books: readonly KeptBook[], id: string | undefined, { all = false }: ExportOptions) {
  if (all && id === undefined) return books;
  return [bookOf(books, all ? '--all' : (id ?? ''))];
}

export function createKeepingActions(around: KeepingSurroundings): KeepingActions {
  const { config, locale, stdout, terminal, end } = around;
  const words = KEEPING_WORDING[locale];
  const say = (line: string): void => void stdout.write(`${line}\n`);
  return {
    async books({ json: asJson }) {
      const entries = (await readHoldings(config)).books.map(entryOf);
      if (asJson) stdout.write(json(entries));
      else if (entries.length === 0) say(words.noBooks(placeOf(config)));
      else for (const entry of entries) say(words.book(entry));
    },
    async deleteBook(id, { yes = false }) {
      const book = bookOf((await readHoldings(config)).books, id);
      if (!yes && !terminal) {
        say((await isTaken(config)) ? `${words.needsYes} ${words.stopFirst}` : words.needsYes);
        return end(EXIT.usage);
      }
      const wish = yes || (terminal && (await askYes({ ...terminal, locale }, words.askDelete(id), false)));
      if (!wish) return say(words.kept);
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
      const wanted = wantedBooks(books, id, options);
      const exported = [];
      const shared = await openSharedBytes(config);
      try {
        for (const book of wanted) {
          const made = await exportBook({ book, others, config, locale, out: resolve(out), ...(shared && { shared }) });
          exported.push(made);
          if (!asJson) say(words.exported(made.folder, made.files.length));
        }
      } finally {
        shared?.close();
      }
      if (asJson) stdout.write(json(exported));
      else if (exported.length === 0) say(words.noBooks(placeOf(config)));
      else say(words.careful);
    },
    async privacy(options) {
      const { writePrivacy } = await import('./privacy.ts');
      await writePrivacy(options, around);
    },
  };
}
