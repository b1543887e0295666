// The files of a message, brought to Slack: into its thread, several at once, or unseen where the message itself shows them.
// What was brought before is not brought again; what is not wanted any more goes.
import { type Blobs, getBlob } from '../../blobs.ts';
import { isTalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { BlobRef } from '../../story.ts';
import { type NewFile, type SlackFiles, shareOf } from './files.ts';
import { type Ledger, placed, uploaded } from './ledger.ts';
import { LIMITS } from './limits.ts';
import type { Drawn } from './outgoing/card.ts';
import type { Brought, BroughtFile } from './outgoing/class-messages.ts';
import type { ChannelSpot, Spot } from './thread.ts';

export interface ParcelFile {
  readonly blob: BlobRef;
  readonly name: string;
  readonly title: string;
  /** For images alone. */
  readonly alt?: string;
  /** Whether the message names it, with its address. */
  readonly isNamed: boolean;
}

export interface Parcel {
  readonly key: string;
  /** Of a message that is there already, to be changed. */
  readonly ref?: string | undefined;
  readonly cover?: { readonly blob: BlobRef; readonly alt: string } | undefined;
  /** Into the thread of the message; what is named comes first. */
  readonly files: readonly ParcelFile[];
  readonly draw: (brought: Brought) => Drawn;
  /** Takes note of Slack's file of the cover, for others that show the same. */
  readonly keepCover?: (file: string) => Promise<void>;
}

export interface CarryingOptions {
  readonly files: SlackFiles;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly log: Pick<Log, 'warn'>;
}

const coverPart = ({ blob }: NonNullable<Parcel['cover']>): string => `cover:${blob.key}`;
const filePart = ({ blob }: ParcelFile): string => `file:${blob.key}`;

const imageName = (mediaType: string): string => (mediaType === 'image/png' ? 'cover.png' : 'cover.jpg');

function inGroups<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most));
}

export function createCarrying({ files, blobs, log }: CarryingOptions) {
  const readCover = async ({ blob, alt }: NonNullable<Parcel['cover']>): Promise<NewFile> => ({
    bytes: await getBlob(blobs, blob.key),
    name: imageName(blob.mediaType),
    title: alt,
    alt,
  });

  const readFile = async ({ blob, name, title, alt }: ParcelFile): Promise<NewFile> => ({
    bytes: await getBlob(blobs, blob.key),
    name,
    title,
    ...(alt && { alt }),
  });

  const placeGroup = async (ledger: Ledger, spot: Spot, group: readonly ParcelFile[]): Promise<void> => {
    const { team } = spot;
    const items: { id: string; title: string }[] = [];
    for (const file of group)
      items.push({ id: await uploaded(files, ledger, filePart(file), team, () => readFile(file)), title: file.title });
    const { placed: before = [], shares = [] } = ledger.record;
    const isSo = (file: Parameters<typeof shareOf>[0]): boolean => shareOf(file, spot) !== undefined;
    const first = await placed(files, ledger, { items, team, spot, isSo });
    const share = first && shareOf(first, spot);
    await ledger.write({
      placed: [...before, ...items.map(({ id }) => id)],
      ...(share !== undefined && { shares: [...shares, share] }),
    });
  };

  const isPlaced = ({ record }: Ledger, file: ParcelFile): boolean => {
    const id = record.files?.[filePart(file)];
    return id !== undefined && (record.placed ?? []).includes(id);
  };

  /** Where people find it; asked once. */
  const linkTo = async (ledger: Ledger, spot: Spot, id: string): Promise<string | undefined> => {
    const known = ledger.record.links?.[id];
    if (known !== undefined) return known;
    const link = (await files.await(spot.team, id, (file) => shareOf(file, spot) !== undefined))?.permalink;
    if (link !== undefined) await ledger.write({ links: { ...ledger.record.links, [id]: link } });
    return link;
  };

  return {
    /** Into the thread, what is not there yet. Answers with what is named in the message. */
    async files(ledger: Ledger, spot: Spot, wanted: readonly ParcelFile[]): Promise<readonly BroughtFile[]> {
      const missing = wanted.filter((file) => !isPlaced(ledger, file));
      for (const group of inGroups(missing, LIMITS.filesInMessage)) await placeGroup(ledger, spot, group);
      const named: BroughtFile[] = [];
      for (const file of wanted.filter(({ isNamed }) => isNamed)) {
        const id = ledger.record.files?.[filePart(file)];
        named.push({ name: file.name, link: id === undefined ? undefined : await linkTo(ledger, spot, id) });
      }
      return named;
    },

    /** What the message shows is one of its own files, or one that nobody sees elsewhere. A message without it is a message. */
    async cover(ledger: Ledger, { team }: ChannelSpot, parcel: Parcel): Promise<string | undefined> {
      const { cover } = parcel;
      if (!cover) return undefined;
      const same = parcel.files.find(({ blob }) => blob.key === cover.blob.key);
      if (same) return isPlaced(ledger, same) ? ledger.record.files?.[filePart(same)] : undefined;
      try {
        const id = await uploaded(files, ledger, coverPart(cover), team, () => readCover(cover));
        if ((ledger.record.placed ?? []).includes(id)) return id;
        const items = [{ id, title: cover.alt }];
        const ready = await placed(files, ledger, { items, team, isSo: ({ mimetype }) => Boolean(mimetype) });
        if (ready) await ledger.write({ placed: [...(ledger.record.placed ?? []), id] });
        return ready && id;
      } catch (error) {
        if (!isTalesError(error) || error.retryable) throw error;
        log.warn({ err: error }, 'a cover could not be sent');
        return undefined;
      }
    },

    /** Where Slack draws no such image in a message, the cover comes as a file of its own. */
    async apart(ledger: Ledger, spot: Spot, { cover, files: others }: Parcel): Promise<void> {
      if (!cover || others.some(({ blob }) => blob.key === cover.blob.key)) return;
      const part = `apart:${cover.blob.key}`;
      const known = ledger.record.files?.[part];
      if (known !== undefined && ledger.record.placed?.includes(known)) return;
      const id = await uploaded(files, ledger, part, spot.team, () => readCover(cover));
      await files.complete(spot.team, [{ id, title: cover.alt }], spot);
      await ledger.write({ placed: [...(ledger.record.placed ?? []), id] });
    },

    /** All files of a message that is not there any more. */
    async drop({ record }: Ledger, { team }: ChannelSpot): Promise<void> {
      for (const id of new Set(Object.values(record.files ?? {}))) await files.delete(team, id);
    },

    /** Files of an earlier state of the message. */
    async clear(ledger: Ledger, { team }: ChannelSpot, { files: wanted, cover }: Parcel): Promise<void> {
      const parts = new Set(wanted.map(filePart));
      if (cover) for (const part of [coverPart(cover), `apart:${cover.blob.key}`]) parts.add(part);
      const known = Object.entries(ledger.record.files ?? {});
      const stale = known.filter(([part]) => !parts.has(part));
      for (const [, id] of stale) await files.delete(team, id);
      if (stale.length > 0)
        await ledger.write({ files: Object.fromEntries(known.filter(([part]) => parts.has(part))) });
    },
  };
}
