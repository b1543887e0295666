// Files of ours in Slack: sent in the three steps that Slack wants, so that each can be known after a restart and none is
// done twice. Slack's own helper does all three at once and cannot say how far it came.
import { TalesError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import { type Call, pause } from './calls.ts';
import { SERVICE, slackCode } from './faults.ts';
import { LIMITS, TIMES } from './limits.ts';
import { cut } from './outgoing/text.ts';
import type { SlackFile } from './payloads.ts';
import type { Spot } from './thread.ts';

export interface NewFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly title: string;
  /** Never for a PDF: Slack is reported to accept it and then to show the file nowhere. */
  readonly alt?: string;
}

export interface SlackFiles {
  /** Hands the bytes over; nobody sees them yet. */
  upload(team: string, file: NewFile): Promise<string>;
  /** Puts files into a thread as one message, or, without a thread, keeps them for messages that show them. */
  complete(team: string, items: readonly { readonly id: string; readonly title: string }[], spot?: Spot): Promise<void>;
  /**
   * Waits a while for what Slack does with a file by itself. `undefined` when that did not come.
   * @throws TalesError `cancelled` when the program stops meanwhile; retryable, because the book is still owed.
   * @param unknownFor for how long Slack may not know the file at all, in milliseconds.
   */
  await(
    team: string,
    id: string,
    isSo: (file: SlackFile) => boolean,
    unknownFor?: number,
  ): Promise<SlackFile | undefined>;
  delete(team: string, id: string): Promise<void>;
}

export interface FilesOptions {
  readonly call: Call;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
}

/** The message in which a file stands in a thread. */
export function shareOf({ shares }: SlackFile, { channel, ts }: Spot): string | undefined {
  const all = [...(shares?.public?.[channel] ?? []), ...(shares?.private?.[channel] ?? [])];
  return all.find(({ thread_ts: root }) => root === ts)?.ts;
}

const GONE: readonly string[] = ['file_not_found', 'file_deleted'];

/** Whether Slack has no such file. */
export const isGone = (error: unknown): boolean => GONE.includes(slackCode(error) ?? '');

export function createFiles({ call, clock, signal, fetch: send }: FilesOptions): SlackFiles {
  const handOver = async (url: string, bytes: Uint8Array): Promise<void> => {
    const stop = AbortSignal.any([signal, AbortSignal.timeout(TIMES.upload)]);
    const unreachable = (cause: unknown): TalesError =>
      new TalesError('service-unreachable', { service: SERVICE }, { retryable: true, cause });
    let status: number;
    try {
      const body = new Blob([new Uint8Array(bytes)]);
      const response = await send(url, { method: 'POST', body, redirect: 'error', signal: stop });
      await response.body?.cancel();
      status = response.status;
    } catch (error) {
      throw unreachable(error);
    }
    if (status !== 200) throw unreachable(new Error(`the file host answered ${status}`));
  };

  /** A file that nobody may see yet is unknown to Slack. */
  const info = async (team: string, id: string): Promise<SlackFile | undefined> => {
    try {
      return (await call(team, 'files.info', { file: id }))['file'] as SlackFile;
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  };

  return {
    async upload(team, { bytes, name, alt }) {
      const args = { filename: name, length: bytes.length, ...(alt !== undefined && { alt_txt: cut(alt, 1000) }) };
      const { upload_url: url, file_id: id } = await call(team, 'files.getUploadURLExternal', args);
      if (typeof url !== 'string' || typeof id !== 'string') throw new TalesError('unexpected', {});
      await handOver(url, bytes);
      return id;
    },
    async complete(team, items, spot) {
      const where = spot && { channel_id: spot.channel, thread_ts: spot.ts };
      await call(team, 'files.completeUploadExternal', {
        files: items.map(({ id, title }) => ({ id, title: cut(title, LIMITS.fileTitle) })),
        ...where,
      });
    },
    async await(team, id, isSo, unknownFor = TIMES.shareWithin) {
      const begun = clock.now();
      for (;;) {
        const file = await info(team, id);
        if (file && isSo(file)) return file;
        const most = file ? TIMES.shareWithin : Math.min(unknownFor, TIMES.shareWithin);
        // What was seen so far says nothing then, and the next start goes on from here.
        if (signal.aborted) throw new TalesError('cancelled', {}, { retryable: true });
        if (clock.now() - begun >= most) return undefined;
        await pause(clock, TIMES.shareEvery, signal);
      }
    },
    async delete(team, id) {
      try {
        await call(team, 'files.delete', { file: id });
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}
