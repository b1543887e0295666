// A file besides the book, such as its booklet: into the thread of the book, and then the message that says so. How far it
// came is written down, so that stopping anywhere gives one and not two.
import { type Blobs, getBlob } from '../../blobs.ts';
import type { Outbound } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import type { Sent } from '../types.ts';
import { type SlackFiles, shareOf } from './files.ts';
import { openLedger, placed, uploaded } from './ledger.ts';
import type { Messages } from './messages.ts';
import { findSent, metadataFor, type OnceOptions } from './once.ts';
import { drawFile } from './outgoing/class-messages.ts';
import { nameThread, type Spot, writeRef } from './thread.ts';

type FileMessage = Extract<Outbound, { readonly type: 'file' }>;

export interface HandingOptions extends OnceOptions {
  readonly messages: Messages;
  readonly files: SlackFiles;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly look: (thread: string) => Promise<Session | undefined>;
}

export type HandOver = (spot: Spot, message: FileMessage) => Promise<Sent>;

export function createHanding({ memory, call, messages, files, blobs, look }: HandingOptions): HandOver {
  return async (spot, { key, text, fileName: name, pdf }) => {
    const { team } = spot;
    const ledger = await openLedger(memory, `${team}:${key}`, spot);
    if (ledger.record.ref !== undefined) return { ref: ledger.record.ref, repeated: true };
    const isFirst = ledger.record.files === undefined;
    const title = name.replace(/\.pdf$/, '');
    const id = await uploaded(files, ledger, 'pdf', team, async () => ({
      bytes: await getBlob(blobs, pdf.key),
      name,
      title,
    }));
    const isSo = (file: Parameters<typeof shareOf>[0]): boolean => shareOf(file, spot) !== undefined;
    const file = await placed(files, ledger, { items: [{ id, title }], team, spot, isSo });
    const share = file && shareOf(file, spot);
    const before = isFirst ? undefined : await findSent(call, spot, key);
    const locale = (await look(nameThread(spot)))?.locale ?? 'ko';
    const drawn = drawFile(text, { name, link: file?.permalink }, locale);
    const ts = before ?? (await messages.post(spot, drawn, { metadata: metadataFor(key) }));
    const ref = writeRef({ messages: share === undefined ? [ts] : [ts, share], files: [id] });
    await ledger.write({ ref });
    return { ref, ...(before !== undefined && { repeated: true }) };
  };
}
