// ZIP archives as they are delivered: what is in them, and single files out of them, by streams and in bounded memory.
// The one importer of yauzl. Names in an archive are never used as paths; what lies about its size is cut off.
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type * as Yauzl from 'yauzl';
import { TalesError } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';

/** Why a file inside of an archive cannot be read. */
export type EntryFault = 'encrypted' | 'compression' | 'too-large' | 'damaged' | 'name';

/** Where a file lies in its archive: all that is needed to read it later. */
export interface Position {
  readonly offset: number;
  readonly compressed: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
}

export interface ArchiveEntry {
  /** With slashes; safe to show and to join below a folder. */
  readonly name: string;
  /** A fault where the file cannot be read. */
  readonly at: Position | EntryFault;
}

export interface Archive {
  readonly path: string;
  entries(): AsyncIterable<ArchiveEntry>;
  /** The file's bytes, or why there are none. @throws TalesError when the archive itself cannot be read any more. */
  read(at: Position, limit: number): Promise<Uint8Array | EntryFault>;
  close(): void;
}

const STORED = 0;
const DEFLATED = 8;
const UTF8_FLAG = 0x800;

/** Archives made on Korean Windows spell names in CP949 and do not say so. */
function decodedName({ fileNameRaw, generalPurposeBitFlag }: Yauzl.Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return new TextDecoder(generalPurposeBitFlag & UTF8_FLAG ? 'utf-8' : 'euc-kr').decode(fileNameRaw);
  }
}

const CONTROL = /\p{Cc}/u;

/** A name that leads nowhere else, or nothing. */
function safeName(raw: string): string | undefined {
  const parts = raw.replaceAll('\\', '/').split('/');
  const isSafe = !CONTROL.test(raw) && !/^([a-z]:|)$/i.test(parts[0] ?? '') && parts.every((part) => part !== '..');
  return isSafe ? parts.filter((part) => part !== '' && part !== '.').join('/') : undefined;
}

function positionOf(entry: Yauzl.Entry): Position | EntryFault {
  if (entry.isEncrypted()) return 'encrypted';
  const { compressionMethod: method } = entry;
  if (method !== STORED && method !== DEFLATED) return 'compression';
  return {
    offset: entry.relativeOffsetOfLocalHeader,
    compressed: entry.compressedSize,
    size: entry.uncompressedSize,
    crc: entry.crc32,
    method,
  };
}

async function collected(stream: Readable, size: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > size) return undefined;
    chunks.push(chunk);
  }
  return length === size ? Buffer.concat(chunks, length) : undefined;
}

const unreadable = (path: string, cause: unknown): TalesError =>
  errnoOf(cause) === undefined
    ? new TalesError('data-unusable', { path, reason: 'archive' }, { cause })
    : new TalesError('file-unreadable', { path }, { cause });

/** @throws TalesError `file-unreadable`, or `data-unusable` when it is no whole archive. */
export async function openArchive(path: string): Promise<Archive> {
  const { openPromise, Entry } = await import('yauzl');
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    (cause: unknown) => {
      throw unreadable(path, cause);
    },
  );
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    try {
      for await (const entry of zip.eachEntry()) {
        const raw = decodedName(entry);
        if (raw.endsWith('/')) continue;
        const name = safeName(raw);
        yield name === undefined ? { name: raw.replace(/\p{Cc}/gu, '?'), at: 'name' } : { name, at: positionOf(entry) };
      }
    } catch (cause) {
      throw unreadable(path, cause);
    }
  }
  return {
    path,
    entries,
    async read(at, limit) {
      if (at.size > limit) return 'too-large';
      const entry = Object.assign(new Entry(), {
        relativeOffsetOfLocalHeader: at.offset,
        compressedSize: at.compressed,
        uncompressedSize: at.size,
        compressionMethod: at.method,
        generalPurposeBitFlag: 0,
      });
      try {
        const bytes = await collected(await zip.openReadStreamPromise(entry), at.size);
        return bytes !== undefined && crc32(bytes) === at.crc ? bytes : 'damaged';
      } catch (cause) {
        if (errnoOf(cause)?.startsWith('Z_') === false) throw unreadable(path, cause);
        return 'damaged';
      }
    },
    close: () => zip.close(),
  };
}
