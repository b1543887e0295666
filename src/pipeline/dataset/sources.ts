// Pictures and annotations wherever they lie: in folders, in archives, and in archives inside of folders. Finds them and
// says how to read them; nothing is unpacked.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TalesError, throwIfCancelled } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import { type Archive, type EntryFault, openArchive, type Position } from './archive.ts';

/** Something that holds files: a folder, or an archive as if it were unpacked beside itself. */
interface Holder {
  /** Below what was named, with slashes; empty for that itself. */
  readonly shown: string;
  /** What was named, as it was typed, and what is below it. */
  readonly typed: string;
  readonly folder?: string;
  readonly archive?: Archive;
}

export interface Found {
  /** Its name without the ending, in NFC. */
  readonly stem: string;
  /** Below its holder. */
  readonly name: string;
  readonly holder: Holder;
  readonly at?: Position | EntryFault;
}

export type Ending = 'picture' | 'annotation';

const ENDINGS: Readonly<Record<Ending, RegExp>> = { picture: /\.(jpe?g|png)$/i, annotation: /\.json$/i };
const ARCHIVE = /\.zip$/i;
/** Archives that were fetched in pieces and not put together. */
const PIECE = /\.zip\.part\d+$|\.z\d\d$/i;
/** Left behind by file systems of other kinds. */
const JUNK = /^(?:\.|__MACOSX$|Thumbs\.db$)/;

export interface Sources {
  readonly found: readonly Found[];
  /** Files of other kinds. */
  readonly others: number;
  /** Pieces of archives, which nobody can read before they are put together. */
  readonly pieces: readonly string[];
  close(): void;
}

/** Below what was named, as if archives were unpacked. */
export const pathOf = ({ holder, name }: Found): string => (holder.shown ? `${holder.shown}/${name}` : name);

/** The same with what was named in front: what tells training from validation. */
export const typedPathOf = ({ holder, name }: Found): string => `${holder.typed}/${name}`;

/** @throws TalesError `file-unreadable`; `data-unusable` when an archive is damaged as a whole. */
export async function readFound({ holder, name, at }: Found, limit: number): Promise<Uint8Array | EntryFault> {
  if (typeof at === 'string') return at;
  if (holder.archive && at) return await holder.archive.read(at, limit);
  const path = join(holder.folder ?? '', name);
  try {
    return (await stat(path)).size > limit ? 'too-large' : await readFile(path);
  } catch (cause) {
    throw new TalesError('file-unreadable', { path }, { cause });
  }
}

const stemOf = (name: string, ending: RegExp): string =>
  (name.split('/').at(-1) ?? '').replace(ending, '').normalize('NFC');

const joined = (above: string, name: string): string => (above ? `${above}/${name}` : name);

/** What is found below the paths, in no particular order. */
class Search {
  readonly found: Found[] = [];
  readonly pieces: string[] = [];
  readonly archives: Archive[] = [];
  others = 0;
  readonly #ending: RegExp;
  readonly #signal: AbortSignal | undefined;
  /** Folders that were entered, so that links in a circle end. */
  readonly #entered = new Set<string>();

  constructor(ending: RegExp, signal: AbortSignal | undefined) {
    this.#ending = ending;
    this.#signal = signal;
  }

  #take(name: string, holder: Holder, at?: Found['at']): void {
    if (this.#ending.test(name)) this.found.push({ stem: stemOf(name, this.#ending), name, holder, ...(at && { at }) });
    else this.others += 1;
  }

  leaveOut(real: string): void {
    this.#entered.add(real);
  }

  async archive(path: string, shown: string, typed: string): Promise<void> {
    const archive = await openArchive(path);
    this.archives.push(archive);
    const holder = { shown, typed, archive };
    for await (const { name, at } of archive.entries()) {
      throwIfCancelled(this.#signal);
      if (!name.split('/').some((part) => JUNK.test(part))) this.#take(name, holder, at);
    }
  }

  async folder(path: string, shown: string, typed: string): Promise<void> {
    throwIfCancelled(this.#signal);
    const real = await realpath(path);
    if (this.#entered.has(real)) return;
    this.#entered.add(real);
    const holder = { shown, typed, folder: path };
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const { name } = entry;
      if (JUNK.test(name)) continue;
      const below = join(path, name);
      const kind = entry.isSymbolicLink() ? await stat(below).catch(() => entry) : entry;
      if (kind.isDirectory()) await this.folder(below, joined(shown, name), `${typed}/${name}`);
      else if (!kind.isFile()) this.others += 1;
      else if (ARCHIVE.test(name))
        await this.archive(below, joined(shown, name.replace(ARCHIVE, '')), `${typed}/${name}`);
      else if (PIECE.test(name)) this.pieces.push(joined(shown, name));
      else this.#take(name, holder);
    }
  }

  close(): void {
    for (const archive of this.archives) archive.close();
  }
}

export interface FindOptions {
  /** A folder that is none of them, though it may lie among them. */
  readonly except?: string;
  readonly signal?: AbortSignal;
}

/** @throws TalesError `file-missing`, `file-unreadable`, `data-unusable` for a broken archive, `cancelled`. */
export async function findSources(
  paths: readonly string[],
  kind: Ending,
  { except, signal }: FindOptions = {},
): Promise<Sources> {
  const search = new Search(ENDINGS[kind], signal);
  try {
    if (except !== undefined) search.leaveOut(await realpath(except));
    for (const path of paths) {
      const found = await stat(path);
      if (found.isDirectory()) await search.folder(path, '', path);
      else await search.archive(path, '', path);
    }
  } catch (cause) {
    search.close();
    const errno = errnoOf(cause);
    if (cause instanceof TalesError || errno === undefined) throw cause;
    const { path = paths.join(', ') } = cause as { readonly path?: string };
    throw new TalesError(errno === 'ENOENT' ? 'file-missing' : 'file-unreadable', { path }, { cause });
  }
  const { found, others, pieces } = search;
  return { found, others, pieces, close: () => search.close() };
}
