// Fetches the bytes of one file into a part that is kept whatever happens, and goes on from there: after a cut connection,
// after this process was killed, after another program began. Whether they are right is asked once they are all there.
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TalesError } from '../../errors.ts';
import type { FilePlace } from './cache.ts';
import { writeFault } from './faults.ts';
import { sizeOf, soundness } from './hash.ts';
import { ask, serviceOf } from './request.ts';
import { Interruption, withRetries } from './retry.ts';
import type { HubContext, HubFile } from './types.ts';

export interface Download {
  readonly file: HubFile;
  readonly place: Pick<FilePlace, 'part' | 'blob'>;
  readonly url: URL;
}

/** A part while it grows. */
interface Part {
  readonly handle: FileHandle;
  done: number;
  /** Of the answer that its bytes came from; a part of an earlier time has none. */
  etag: string | undefined;
}

const corrupt = ({ file }: Download): TalesError => new TalesError('download-corrupt', { file: file.path });

async function startOver(part: Part): Promise<void> {
  await part.handle.truncate(0);
  part.done = 0;
  part.etag = undefined;
}

/** Where the bytes of an answer begin in the whole file, RFC 9110 section 14.4. */
function startOf({ status, headers }: Response): number | undefined {
  if (status !== 206) return 0;
  const [, start] = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '') ?? [];
  return start === undefined ? undefined : Number(start);
}

/** Makes the part one that this answer continues. @throws Interruption where none can be. */
async function fit(part: Part, response: Response): Promise<void> {
  const etag = response.headers.get('etag') ?? undefined;
  const isOther = part.etag !== undefined && etag !== part.etag;
  const start = startOf(response);
  // A whole file in answer to a range: ranges are not served there.
  if (start === 0 && response.status !== 416) {
    await startOver(part);
  } else if (response.status === 416 || start !== part.done || isOther) {
    await response.body?.cancel();
    await startOver(part);
    throw new Interruption('what came does not continue what is there');
  }
  part.etag = etag;
}

async function takeMore(download: Download, part: Part, context: HubContext): Promise<void> {
  const { file, place, url } = download;
  const { tools, tell } = context;
  const headers = part.done > 0 ? { range: `bytes=${part.done}-` } : {};
  await ask(context, { url, headers, accept: [416] }, async (response, heard) => {
    await fit(part, response);
    for await (const chunk of response.body ?? []) {
      heard();
      if (part.done + chunk.byteLength > file.size) throw corrupt(download);
      try {
        await tools.write(part.handle, chunk, part.done);
      } catch (error) {
        throw await writeFault({ path: dirname(place.part), needed: file.size - part.done }, error, tools);
      }
      part.done += chunk.byteLength;
      tell({ kind: 'progress', file: file.path, size: file.size, done: part.done });
    }
    if (part.done < file.size) throw new Interruption('cut off');
  });
}

/** All bytes into the part, however many connections that takes. */
async function fill(download: Download, context: HubContext): Promise<void> {
  const { file, place } = download;
  const { hub, tools, signal, tell } = context;
  const handle = await open(place.part, constants.O_RDWR | constants.O_CREAT);
  try {
    const part: Part = { handle, done: (await handle.stat()).size, etag: undefined };
    if (part.done > file.size) await startOver(part);
    tell({ kind: 'fetching', file: file.path, size: file.size, done: part.done });
    const options = {
      ...{ service: serviceOf(hub), clock: tools.clock, random: tools.random, signal },
      reached: () => part.done,
      onPause: (pause: number) => tell({ kind: 'retrying', file: file.path, seconds: pause / 1000 }),
    };
    await withRetries(options, async () => {
      if (part.done < file.size) await takeMore(download, part, context);
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the whole file came, with the right bytes. A part that is wrong is gone afterwards. */
async function isFetched(download: Download, context: HubContext): Promise<boolean> {
  const { file, place } = download;
  try {
    await fill(download, context);
    context.tell({ kind: 'checking', file: file.path, size: file.size });
    if ((await soundness(place.part, file, context.signal)) === 'sound') return true;
  } catch (error) {
    if (!(error instanceof TalesError && error.code === 'download-corrupt')) throw error;
  }
  await rm(place.part, { force: true });
  return false;
}

/**
 * Fetches a file into its blob. Whoever calls holds the blob's lock.
 * @throws TalesError `download-corrupt`, `disk-too-small`, `file-unwritable`, `cancelled` (what came so far is kept),
 * `hub-…`, `service-…`.
 */
export async function downloadBlob(download: Download, context: HubContext): Promise<void> {
  const { file, place } = download;
  try {
    await mkdir(dirname(place.part), { recursive: true });
    const isOld = ((await sizeOf(place.part)) ?? 0) > 0;
    let isRight = await isFetched(download, context);
    // What was there from an earlier time may have been of another file, or damaged since.
    if (!isRight && isOld) isRight = await isFetched(download, context);
    if (!isRight) throw corrupt(download);
    await rename(place.part, place.blob);
  } catch (error) {
    if (error instanceof Interruption) throw error;
    throw await writeFault({ path: dirname(place.part), needed: file.size }, error, context.tools);
  }
}
