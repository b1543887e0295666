// A drawn message with its files, ready to be sent: what the message holds already is not sent again, and pictures whose
// bytes are gone are left out. A message that is of no use without a file is not sent without it.
import { TalesError } from '../../errors.ts';
import { planFiles } from './files.ts';
import type { Held } from './in-place.ts';
import type { Load } from './load.ts';
import type { Paper } from './paper-message.ts';
import type { Outgoing } from './poster.ts';
import { FLAG } from './wire.ts';

/** @param gone keys of bytes that are not there any more. */
export type DrawPaper = (gone: readonly string[]) => Paper;

/** @param there what the message holds now; none for a new one. @throws TalesError `blob-missing` */
export type Prepare = (draw: DrawPaper, there: Held) => Promise<Outgoing>;

export function createPrepare(load: Load): Prepare {
  const prepare = async (draw: DrawPaper, there: Held, gone: readonly string[]): Promise<Outgoing> => {
    const { components, files: wanted, mention } = draw(gone);
    const { attachments, send } = planFiles(wanted, there);
    const { files, gone: lost } = await load(send);
    const needed = lost.find((file) => file.needed);
    if (needed) throw new TalesError('blob-missing', { key: needed.blob.key });
    if (lost.length > 0) return prepare(draw, there, [...gone, ...lost.map(({ blob }) => blob.key)]);
    const users = mention === undefined ? {} : { users: [mention] };
    return {
      body: { flags: FLAG.componentsV2, components, attachments, allowed_mentions: { parse: [], ...users } },
      files,
    };
  };
  return (draw, there) => prepare(draw, there, []);
}
