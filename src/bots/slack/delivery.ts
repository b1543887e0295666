// Hands a book over: its cover, its PDF into the thread, and then, when the file is seen there, the message that says so.
// Each step is written down before and after, so that stopping anywhere gives one book and not two.
import { type Blobs, getBlob } from '../../blobs.ts';
import { isTalesError, TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Outbound } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import type { Sent } from '../types.ts';
import { SERVICE } from './faults.ts';
import { isGone, type NewFile, type SlackFiles, shareOf } from './files.ts';
import { TIMES } from './limits.ts';
import type { SentRecord } from './memory.ts';
import type { Gallery, Messages } from './messages.ts';
import { findSent, metadataFor, type OnceOptions } from './once.ts';
import { drawBook } from './outgoing/book.ts';
import type { SlackFile } from './payloads.ts';
import { nameThread, readRef, type Spot, writeRef } from './thread.ts';

type Book = Extract<Outbound, { readonly type: 'book' }>;

export interface DeliveryOptions extends OnceOptions {
  readonly messages: Messages;
  readonly files: SlackFiles;
  readonly gallery: Gallery;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly look: (thread: string) => Promise<Session | undefined>;
  readonly log: Pick<Log, 'warn'>;
}

type Part = 'pdf' | 'cover';

/** What is written down of one delivery, and how it is changed. */
interface Ledger {
  record: SentRecord;
  readonly write: (change: SentRecord) => Promise<void>;
}

export interface Delivery {
  deliver(spot: Spot, message: Book): Promise<Sent>;
  /** Deletes messages and files of ours. */
  withdraw(spot: Spot, refs: readonly string[]): Promise<void>;
}

/** Does all of it, whatever fails on the way, and then throws what failed first. */
async function each(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { memory, call, messages, files, gallery, blobs, look, log } = options;

  const openLedger = async (name: string): Promise<Ledger> => {
    const ledger: Ledger = {
      record: (await memory.sent.get(name)) ?? {},
      write: async (change) => {
        ledger.record = { ...ledger.record, ...change };
        await memory.sent.set(name, ledger.record);
      },
    };
    return ledger;
  };

  /** The file's id, handed over now or before. */
  const uploaded = async (ledger: Ledger, part: Part, team: string, read: () => Promise<NewFile>): Promise<string> => {
    const before = ledger.record.files?.[part];
    if (before !== undefined) return before;
    const id = await files.upload(team, await read());
    await ledger.write({ files: { ...ledger.record.files, [part]: id } });
    return id;
  };

  /** Puts a file where it belongs, unless that was done; where it is not known, Slack is asked first. */
  const placed = async (
    ledger: Ledger,
    id: string,
    { title, spot, team }: { readonly title: string; readonly spot?: Spot; readonly team: string },
    isSo: (file: SlackFile) => boolean,
  ): Promise<SlackFile | undefined> => {
    const { completing = [] } = ledger.record;
    if (completing.includes(id)) {
      const there = await files.await(team, id, isSo, TIMES.unknownFor);
      if (there) return there;
    } else await ledger.write({ completing: [...completing, id] });
    try {
      await files.complete(team, id, title, spot);
    } catch (error) {
      if (!isGone(error)) throw error;
      // Slack has forgotten what was handed over; the next try hands it over anew.
      const kept = Object.entries(ledger.record.files ?? {}).filter(([, known]) => known !== id);
      await ledger.write({ files: Object.fromEntries(kept) });
      throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true, cause: error });
    }
    return files.await(team, id, isSo);
  };

  const putPdf = async (ledger: Ledger, spot: Spot, { book }: Book): Promise<SlackFile | undefined> => {
    const { team } = spot;
    const { fileName: name, title, pdf } = book;
    const read = async (): Promise<NewFile> => ({ bytes: await getBlob(blobs, pdf.key), name, title });
    const id = await uploaded(ledger, 'pdf', team, read);
    return placed(ledger, id, { title, spot, team }, (file) => shareOf(file, spot) !== undefined);
  };

  /** A book without its cover in the message is a book: what goes wrong here keeps nobody from it. */
  const putCover = async (ledger: Ledger, spot: Spot, { book }: Book): Promise<string | undefined> => {
    const { cover, coverAlt: alt, title } = book;
    const { team } = spot;
    try {
      const name = cover.mediaType === 'image/png' ? 'cover.png' : 'cover.jpg';
      const read = async (): Promise<NewFile> => ({ bytes: await getBlob(blobs, cover.key), name, title: alt, alt });
      const id = await uploaded(ledger, 'cover', team, read);
      const ready = await placed(ledger, id, { title, team }, ({ mimetype }) => Boolean(mimetype));
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
    const id = await files.upload(spot.team, {
      bytes: await getBlob(blobs, cover.key),
      name: 'cover.jpg',
      title: alt,
      alt,
    });
    await files.complete(spot.team, id, alt, spot);
    return id;
  };

  const deliver = async (spot: Spot, message: Book): Promise<Sent> => {
    const { team } = spot;
    const ledger = await openLedger(`${team}:${message.key}`);
    if (ledger.record.ref !== undefined) return { ref: ledger.record.ref, repeated: true };
    const isFirst = ledger.record.files === undefined;
    const cover = await putCover(ledger, spot, message);
    const pdf = await putPdf(ledger, spot, message);
    const parts = (ts: string, more: readonly string[] = []): string => {
      const share = pdf && shareOf(pdf, spot);
      const ids = Object.values(ledger.record.files ?? {});
      return writeRef({ messages: share === undefined ? [ts] : [ts, share], files: [...ids, ...more] });
    };
    const before = isFirst ? undefined : await findSent(call, spot, message.key);
    if (before !== undefined) {
      await ledger.write({ ref: parts(before) });
      return { ref: parts(before), repeated: true };
    }
    const locale = (await look(nameThread(spot)))?.locale ?? 'ko';
    const drawn = drawBook(message.book, {
      root: spot.ts,
      locale,
      late: pdf === undefined,
      ...(cover !== undefined && { cover }),
      ...(pdf?.permalink !== undefined && { link: pdf.permalink }),
    });
    const ts = await messages.post(spot, drawn, { metadata: metadataFor(message.key) });
    const apart = cover !== undefined && gallery.refused(cover) ? await putCoverApart(spot, message) : undefined;
    await ledger.write({ ref: parts(ts, apart === undefined ? [] : [apart]) });
    return { ref: parts(ts, apart === undefined ? [] : [apart]) };
  };

  return {
    deliver,
    async withdraw(spot, refs) {
      const parts = refs.map(readRef);
      await each([
        ...parts.flatMap(({ files: ids }) => ids.map((id) => () => files.delete(spot.team, id))),
        ...parts.flatMap(({ messages: sent }) => sent.map((ts) => () => messages.delete(spot, ts))),
      ]);
    },
  };
}
