// Hands a book over: its cover, its PDF into the thread, and then, when the file is seen there, the message that says so.
// How far it came is written down in its ledger, so that stopping anywhere gives one book and not two.
import { type Blobs, getBlob } from '../../blobs.ts';
import { isTalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Outbound } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import type { Sent } from '../types.ts';
import { type NewFile, type SlackFiles, shareOf } from './files.ts';
import { type Ledger, openLedger, placed, uploaded } from './ledger.ts';
import type { Gallery, Messages } from './messages.ts';
import { findSent, metadataFor, type OnceOptions } from './once.ts';
import { drawBook } from './outgoing/book.ts';
import type { SlackFile } from './payloads.ts';
import { type ChannelSpot, nameThread, readRef, type Spot, writeRef } from './thread.ts';

type Book = Extract<Outbound, { readonly type: 'book' }>;

export interface DeliveryOptions extends OnceOptions {
  readonly messages: Messages;
  readonly files: SlackFiles;
  readonly gallery: Gallery;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly look: (thread: string) => Promise<Session | undefined>;
  readonly log: Pick<Log, 'warn'>;
}

export interface Delivery {
  deliver(spot: Spot, message: Book): Promise<Sent>;
  /** Deletes messages and files of ours. */
  withdraw(place: ChannelSpot, refs: readonly string[]): Promise<void>;
}

/** Does all of it, whatever fails on the way, and then throws what failed first; rather what may work another time. */
async function each(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      faults.push(error);
    }
  }
  const passing = faults.find((fault) => !isTalesError(fault) || fault.retryable);
  if (faults.length > 0) throw passing ?? faults[0];
}

/** Brings the PDF and the cover of a book to Slack. */
function createBringing({ files, blobs, log }: Pick<DeliveryOptions, 'files' | 'blobs' | 'log'>) {
  const putPdf = async (ledger: Ledger, spot: Spot, { book }: Book): Promise<SlackFile | undefined> => {
    const { team } = spot;
    const { fileName: name, title, pdf } = book;
    const read = async (): Promise<NewFile> => ({ bytes: await getBlob(blobs, pdf.key), name, title });
    const id = await uploaded(files, ledger, 'pdf', team, read);
    return placed(files, ledger, {
      items: [{ id, title }],
      spot,
      team,
      isSo: (file) => shareOf(file, spot) !== undefined,
    });
  };

  /** A book without its cover in the message is a book: what goes wrong here keeps nobody from it. */
  const putCover = async (ledger: Ledger, { team }: Spot, { book }: Book): Promise<string | undefined> => {
    const { cover, coverAlt: alt, title } = book;
    try {
      const name = cover.mediaType === 'image/png' ? 'cover.png' : 'cover.jpg';
      const read = async (): Promise<NewFile> => ({ bytes: await getBlob(blobs, cover.key), name, title: alt, alt });
      const id = await uploaded(files, ledger, 'cover', team, read);
      const ready = await placed(files, ledger, {
        items: [{ id, title }],
        team,
        isSo: ({ mimetype }) => Boolean(mimetype),
      });
      return ready && id;
    } catch (error) {
      if (!isTalesError(error) || error.retryable) throw error;
      log.warn({ err: error }, 'the cover of a book could not be sent');
      return undefined;
    }
  };

  /** Where Slack draws no such image in a message, the cover comes as a file of its own. */
  const putCoverApart = async (spot: Spot, { book }: Book): Promise<string> => {
    const { cover, coverAlt: alt } = book;
    const bytes = await getBlob(blobs, cover.key);
    const id = await files.upload(spot.team, { bytes, name: 'cover.jpg', title: alt, alt });
    await files.complete(spot.team, [{ id, title: alt }], spot);
    return id;
  };

  return { putPdf, putCover, putCoverApart };
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { memory, call, messages, files, gallery, look } = options;
  const { putPdf, putCover, putCoverApart } = createBringing(options);

  /** The message that says so, with what is to be seen of the book. */
  const say = async (spot: Spot, { book, key }: Book, cover: string | undefined, pdf: SlackFile | undefined) => {
    const drawn = drawBook(book, {
      root: spot.ts,
      locale: (await look(nameThread(spot)))?.locale ?? 'ko',
      late: pdf === undefined,
      ...(cover !== undefined && { cover }),
      ...(pdf?.permalink !== undefined && { link: pdf.permalink }),
    });
    return messages.post(spot, drawn, { metadata: metadataFor(key) });
  };

  const deliver = async (spot: Spot, message: Book): Promise<Sent> => {
    const ledger = await openLedger(memory, `${spot.team}:${message.key}`, spot);
    if (ledger.record.ref !== undefined) return { ref: ledger.record.ref, repeated: true };
    const isFirst = ledger.record.files === undefined;
    const cover = await putCover(ledger, spot, message);
    const pdf = await putPdf(ledger, spot, message);
    const finish = async (ts: string, more: readonly string[] = []): Promise<string> => {
      const share = pdf && shareOf(pdf, spot);
      const ids = Object.values(ledger.record.files ?? {});
      const ref = writeRef({ messages: share === undefined ? [ts] : [ts, share], files: [...ids, ...more] });
      await ledger.write({ ref });
      return ref;
    };
    const before = isFirst ? undefined : await findSent(call, spot, message.key);
    if (before !== undefined) return { ref: await finish(before), repeated: true };
    const ts = await say(spot, message, cover, pdf);
    const isRefused = cover !== undefined && gallery.refused(cover);
    return { ref: await finish(ts, isRefused ? [await putCoverApart(spot, message)] : []) };
  };

  return {
    deliver,
    async withdraw(place, refs) {
      const parts = refs.map(readRef);
      await each([
        ...parts.flatMap(({ files: ids }) => ids.map((id) => () => files.delete(place.team, id))),
        // The first has the others in its thread: a root whose thread is empty leaves no stone behind.
        ...parts.flatMap(({ messages: sent }) => sent.toReversed().map((ts) => () => messages.delete(place, ts))),
      ]);
    },
  };
}
