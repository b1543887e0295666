// Hands pictures to the conversation with the way to their bytes. An address expires within a day: where it has, the
// message is asked for a fresh one.

import { isTalesError, TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Actor, PersonEvent } from '../conversation/events.ts';
import type { Answer } from '../conversation/replies.ts';
import type { Download } from '../download.ts';
import { createRecent } from '../recent.ts';
import type { ReadOptions, Reception, Upload } from '../types.ts';
import type { Ask } from './connection.ts';
import { CODE, explainFault, isFault } from './faults.ts';
import { type Attached, attachmentsOf, readSource } from './pictures.ts';
import type { WireAttachment, WireMessage } from './wire.ts';

export interface PostingOptions {
  readonly ask: Ask;
  readonly download: Download;
  readonly log: Pick<Log, 'info'>;
}

export interface Post {
  readonly thread: string;
  /** Of the event. */
  readonly id: string;
  readonly actor: Actor;
  readonly pictures: readonly Attached[];
  readonly into?: string | undefined;
  readonly mark?: string | undefined;
}

export interface Posting {
  post(reception: Reception, posted: Post): Promise<readonly Answer[]>;
  /** An attachment as it is now; `undefined` when it, or its message, is gone. */
  find(source: string): Promise<{ readonly message: WireMessage; readonly attachment: WireAttachment } | undefined>;
  /** Whether this process was given the picture, so that it is still being fetched. */
  isOurs(source: string): boolean;
}

export function createPosting({ ask, download, log }: PostingOptions): Posting {
  const ours = createRecent<true>(5000);

  const find: Posting['find'] = async (source) => {
    const origin = readSource(source);
    if (origin?.kind !== 'message') return undefined;
    try {
      const message = await ask<WireMessage>('GET', `/channels/${origin.channel}/messages/${origin.message}`);
      const attachment = attachmentsOf(message).find(({ id }) => id === origin.attachment);
      return attachment && { message, attachment };
    } catch (error) {
      if (isFault(error, CODE.unknownMessage, CODE.unknownChannel, CODE.missingAccess)) return undefined;
      throw explainFault(error);
    }
  };

  const readFresh = async (source: string, options: ReadOptions): Promise<Uint8Array> => {
    const found = await find(source);
    if (!found) throw new TalesError('picture-not-received', {});
    return (await download(found.attachment.url, options)).bytes;
  };

  const uploadOf = ({ posted: { source }, attachment }: Attached): Upload => ({
    source,
    size: attachment.size,
    ...(attachment.content_type && { mediaType: attachment.content_type }),
    async read(options) {
      try {
        return (await download(attachment.url, options)).bytes;
      } catch (error) {
        const isExpired = isTalesError(error) && error.code === 'picture-not-received' && !error.retryable;
        if (!isExpired || readSource(source)?.kind !== 'message') throw error;
        log.info({ err: error }, 'the address of a picture has expired');
        return readFresh(source, options);
      }
    },
  });

  return {
    find,
    isOurs: (source) => ours.get(source) === true,
    post(reception, { thread, id, actor, pictures, into, mark }) {
      for (const { posted } of pictures) ours.set(posted.source, true);
      const event: PersonEvent = {
        type: 'posted',
        id,
        actor,
        pictures: pictures.map(({ posted }) => posted),
        ...(into !== undefined && { into }),
      };
      return reception.receive({ thread, event, uploads: pictures.map(uploadOf), ...(mark !== undefined && { mark }) });
    },
  };
}
