// `storybook export`: all that is held about a book, in a folder that its people can read without this program. Only reads
// what is kept, so that it works while the program runs.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkBlobKey } from '../../blob-key.ts';
import { holdingsOf } from '../../bots/index.ts';
import { blobFolderOf, type Config } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import { fileNameFor } from '../../file-name.ts';
import type { ReadableBytes } from '../../keeping.ts';
import { type Format, sniff } from '../../pipeline/index.ts';
import type { StoredEntry } from '../../sqlite-reading.ts';
import { errnoOf } from '../../store-fault.ts';
import type { Locale } from '../../story.ts';
import { writeWhole } from '../output.ts';
import type { KeptBook } from './books.ts';
import { classMemory } from './class-memory.ts';
import { type ExportedFile, readmeOf } from './export-readme.ts';

const ENDINGS: Readonly<Record<Format, string>> = {
  JPEG: 'jpg',
  PNG: 'png',
  WebP: 'webp',
  GIF: 'gif',
  TIFF: 'tif',
  AVIF: 'avif',
  HEIC: 'heic',
};

function endingOf(bytes: Uint8Array): string {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') return 'pdf';
  const found = sniff(bytes);
  return 'format' in found ? ENDINGS[found.format] : 'bin';
}

export interface Exported {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly ExportedFile[];
}

interface Found {
  readonly bytes: Uint8Array;
  /** Not everywhere known. */
  readonly since?: string;
}

async function bytesIn(shared: Pick<ReadableBytes, 'get'>, key: string): Promise<Found | undefined> {
  const bytes = await shared.get(key);
  return bytes && { bytes };
}

/** `undefined` for what is gone: it was deleted meanwhile, or its work is still under way. */
async function bytesAt(path: string): Promise<Found | undefined> {
  try {
    return { bytes: await readFile(path), since: (await stat(path)).mtime.toISOString() };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw new TalesError('store-unusable', { path, reason: 'failed' }, { cause: error });
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new TalesError('file-unwritable', { path: folder, reason: 'failed' }, { cause });
  }
}

/** Lists of many threads hold other people's books, too: those are left out. */
function about(value: unknown, thread: string): unknown {
  const names = (part: unknown): boolean => JSON.stringify(part).includes(JSON.stringify(thread).slice(1, -1));
  if (Array.isArray(value)) return value.some(names) ? value.filter(names) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, about(part, thread)]));
}

const remembered = (others: readonly StoredEntry[], thread: string) =>
  others
    .filter((entry) => JSON.stringify([entry.key, entry.value]).includes(JSON.stringify(thread).slice(1, -1)))
    .map(({ namespace, key, value, expires }) => ({
      namespace,
      key,
      value: about(value, thread),
      ...(expires !== undefined && { keptUntil: new Date(expires).toISOString() }),
    }));

export interface ExportOf {
  readonly book: KeptBook;
  readonly others: readonly StoredEntry[];
  readonly config: Config;
  readonly locale: Locale;
  /** Where the bytes are, if not in the folder of the configuration. */
  readonly shared?: Pick<ReadableBytes, 'get'>;
  /** The folder that one for the book is made in. */
  readonly out: string;
}

const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

/** @throws TalesError `folder-not-empty` where the book's folder is there already, `file-unwritable`, `store-unusable`. */
export async function exportBook({ book, others, config, locale, out, shared }: ExportOf): Promise<Exported> {
  const { id, session } = book;
  const folder = join(out, fileNameFor(id.replaceAll(':', '-'), ''));
  if (
    await stat(folder).then(
      () => true,
      () => false,
    )
  ) {
    throw new TalesError('folder-not-empty', { path: folder });
  }
  const files: ExportedFile[] = [];
  for (const { key, path, kind } of holdingsOf(session)) {
    checkBlobKey(key);
    const found = await (shared ? bytesIn(shared, key) : bytesAt(join(blobFolderOf(config), key)));
    if (!found) continue;
    const name = `${path}.${endingOf(found.bytes)}`;
    await makeFolder(dirname(join(folder, name)));
    await writeWhole(join(folder, name), found.bytes);
    files.push({ path: name, kind, size: found.bytes.length, ...(found.since && { keptSince: found.since }) });
  }
  await makeFolder(folder);
  const times = { lastChange: iso(book.lastChange), keptUntil: iso(book.keptUntil) };
  const inClass = classMemory(book);
  const platformMemory = remembered(others, session.thread);
  const written = { id, ...times, session, ...(inClass && { classMemory: inClass }), platformMemory };
  await writeWhole(join(folder, 'session.json'), `${JSON.stringify(written, null, 2)}\n`);
  await writeWhole(join(folder, 'README.txt'), readmeOf({ book, files, ...times }, locale));
  return { id, folder, files };
}
