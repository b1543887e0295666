// Fetches the bytes of posted pictures, a few at a time and outside of any turn, and keeps them until they are checked.
import type { Blobs } from '../blobs.ts';
import { isTalesError, TalesError } from '../errors.ts';
import type { JobFailure } from '../jobs.ts';
import type { Log } from '../log.ts';
import { contentHash } from './conversation/content-hash.ts';
import type { HouseEvent } from './conversation/events.ts';
import type { Session } from './conversation/session.ts';
import { type IntakeLimits, refusalOf } from './intake.ts';
import { createSerial } from './serial.ts';
import type { Tasks } from './tasks.ts';
import type { Upload } from './types.ts';

export interface UploadsOptions {
  readonly blobs: Pick<Blobs, 'put'>;
  readonly hear: (id: string, event: HouseEvent) => Promise<unknown>;
  readonly tasks: Tasks;
  readonly log: Pick<Log, 'warn'>;
  readonly limits: IntakeLimits;
  /** How long to wait before each further try, in milliseconds. */
  readonly retryDelays: readonly number[];
}

export interface Uploads {
  /** Fetches those of the uploads that the session waits for. */
  fetch(session: Session, uploads: readonly Upload[]): void;
}

/** Files held in memory at once. */
const AT_ONCE = 4;
const NOT_RECEIVED: JobFailure = { code: 'picture-not-received', details: {}, retryable: false };

/** Sources whose bytes are still to come. */
export const awaitedIn = (session: Session): readonly string[] =>
  session.state === 'open'
    ? session.scenes.flatMap(({ incoming }) => (incoming && !incoming.upload ? [incoming.source] : []))
    : [];

const failureOf = (error: unknown): JobFailure =>
  isTalesError(error) && !error.retryable
    ? ({ code: error.code, details: error.details, retryable: false } as JobFailure)
    : NOT_RECEIVED;

export function createUploads({ blobs, hear, tasks, log, limits, retryDelays }: UploadsOptions): Uploads {
  const lanes = createSerial();
  const underWay = new Set<string>();
  let turn = 0;

  const tryOnce = async (session: Session, { source, read }: Upload): Promise<HouseEvent> => {
    const bytes = await read({ signal: tasks.signal, limit: limits.bytes });
    const failure = refusalOf({ size: bytes.length }, limits);
    if (failure) return { type: 'unreadable', source, failure };
    // The same key however often it is tried; another book's upload never has it.
    const key = `uploads/${contentHash([session.id, session.born, source])}`;
    await blobs.put(key, bytes);
    return { type: 'uploaded', source, upload: { key, mediaType: 'application/octet-stream', size: bytes.length } };
  };

  const tryOften = async (session: Session, upload: Upload): Promise<HouseEvent> => {
    for (const delay of [...retryDelays, undefined]) {
      try {
        return await tryOnce(session, upload);
      } catch (error) {
        if (tasks.signal.aborted) throw new TalesError('cancelled', {}, { cause: error });
        log.warn({ err: error, book: session.id }, 'a picture could not be fetched');
        const isFinal = delay === undefined || (isTalesError(error) && !error.retryable);
        if (isFinal) return { type: 'unreadable', source: upload.source, failure: failureOf(error) };
        await tasks.pause(delay);
      }
    }
    return { type: 'unreadable', source: upload.source, failure: NOT_RECEIVED };
  };

  const fetchOne = (session: Session, upload: Upload): void => {
    const name = contentHash([session.id, session.born, upload.source]);
    if (underWay.has(name)) return;
    underWay.add(name);
    const lane = `${turn++ % AT_ONCE}`;
    tasks.start('fetching a picture failed', async () => {
      try {
        await hear(session.id, await lanes.run(lane, () => tryOften(session, upload)));
      } finally {
        underWay.delete(name);
      }
    });
  };

  return {
    fetch(session, uploads) {
      const awaited = awaitedIn(session);
      for (const upload of uploads) if (awaited.includes(upload.source)) fetchOne(session, upload);
    },
  };
}
