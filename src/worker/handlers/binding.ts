// Books of many to an anthology, and a printed file to one for a printer. An anthology is looked at like each of its books; a
// file for a printer says nothing that its file does not say, which was looked at when it was printed.
import { createHash } from 'node:crypto';
import { getBlob } from '../../blobs.ts';
import { TalesError } from '../../errors.ts';
import { FOR_PRINTERS, type JobHandlers, type PrintStyle, type Volume } from '../../jobs.ts';
import { assertSuitable, writtenInAnthology } from '../../pipeline/index.ts';
import { type Booklet, type BoundVolume, bindAnthology, makeBledPages, makeBooklet } from '../../render/index.ts';
import type { BlobRef, Book, PageImage } from '../../story.ts';
import { keepPage, keepPdf, nameFor } from '../keep.ts';
import { counting, type KeptBytes, type Tools } from '../tools.ts';

interface KeptVolume extends Volume {
  readonly cover?: PageImage;
}

/** Each as it is finished, so that one volume is in memory at a time. */
async function keepVolume(blobs: KeptBytes, volume: BoundVolume, books: readonly Book[]): Promise<KeptVolume> {
  const { title, bytes, pageCount, images } = volume;
  const name = nameFor('anthologies', bytes, books);
  const [first] = images;
  const cover = first && (await keepPage(blobs, name, first));
  const pdf = await keepPdf(blobs, name, bytes);
  return { title, pdf, pageCount, ...(cover && { cover }) };
}

type Pressed = Pick<Booklet, 'bytes'> & Partial<Pick<Booklet, 'paper' | 'sheets'>>;

/** What the press refuses is about the file that it was given. */
async function pressed(path: string, work: () => Promise<Pressed>): Promise<Pressed> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof TypeError) throw new TalesError('book-unprintable', { path, reason: 'no-pdf' }, { cause });
    if (cause instanceof RangeError) throw new TalesError('book-unprintable', { path, reason: 'pages' }, { cause });
    throw cause;
  }
}

async function pressAs(style: PrintStyle, bytes: Uint8Array, signal: AbortSignal): Promise<Pressed> {
  if (style === 'pages') return { bytes: await makeBledPages(bytes, { signal }) };
  return makeBooklet(bytes, { coverApart: style === 'cover-apart', bleed: false, signal });
}

export const bindingHandlers = (tools: Tools): Pick<JobHandlers, 'bind' | 'fold'> => ({
  async bind({ anthology, format, budget, rules }, { signal, onProgress }) {
    const engines = tools.engines(rules);
    const moderator = await engines.moderator?.();
    const { onNote, notes, spent } = counting(engines, moderator);
    if (moderator) await assertSuitable(moderator, writtenInAnthology(anthology), { signal, onNote });
    const blobs = await tools.blobs();
    const read = ({ key }: BlobRef): Promise<Uint8Array> => getBlob(blobs, key);
    const bound = await bindAnthology(
      anthology,
      { read, format, budget, signal, onProgress, images: 'cover' },
      (volume, books) => keepVolume(blobs, volume, books),
    );
    const cover = bound.volumes[0]?.cover;
    if (cover === undefined) throw new Error('an anthology was bound without a cover');
    return {
      volumes: bound.volumes.map(({ title, pdf, pageCount }) => ({ title, pdf, pageCount })),
      cover,
      notes: [...bound.notes, ...notes()],
      ...spent(),
    };
  },
  async fold({ pdf, style }, { signal }) {
    const blobs = await tools.blobs();
    const bytes = await getBlob(blobs, pdf.key);
    const { bytes: made, paper, sheets } = await pressed(pdf.key, () => pressAs(style, bytes, signal));
    // The file's own name is one book's alone, and so is the booklet's.
    const hash = createHash('sha256').update(made).update(pdf.key).digest('hex');
    const kept = await keepPdf(blobs, `${FOR_PRINTERS}${hash}`, made);
    return { pdf: kept, ...(paper && { paper: paper.toUpperCase() }), ...(sheets !== undefined && { sheets }) };
  },
});
