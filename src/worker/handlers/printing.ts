// A book to its file and the images of its pages.
import { getBlob } from '../../blobs.ts';
import type { JobHandlers } from '../../jobs.ts';
import { assertSuitable, writtenInBook } from '../../pipeline/index.ts';
import { type Rendering, renderBook } from '../../render/index.ts';
import type { BlobRef, PageImages } from '../../story.ts';
import { keepPage, keepPdf, nameFor } from '../keep.ts';
import { counting, type KeptBytes, type Tools } from '../tools.ts';

async function keepBook(blobs: KeptBytes, name: string, { bytes, images }: Rendering) {
  const [cover, ...others] = await Promise.all(
    images.map((image, index) => keepPage(blobs, `${name}-${index + 1}`, image)),
  );
  if (cover === undefined) throw new Error('a book was printed without a page');
  const pages: PageImages = [cover, ...others];
  return { pdf: await keepPdf(blobs, name, bytes), pages };
}

export const printingHandlers = (tools: Tools): Pick<JobHandlers, 'print'> => ({
  async print({ book, format, rules }, { signal, onProgress }) {
    const engines = tools.engines(rules);
    const moderator = await engines.moderator?.();
    const { onNote, notes, spent } = counting(engines, moderator);
    // Pages that their author has locked were never with a storyteller.
    if (moderator) await assertSuitable(moderator, writtenInBook(book), { signal, onNote });
    const blobs = await tools.blobs();
    const read = ({ key }: BlobRef): Promise<Uint8Array> => getBlob(blobs, key);
    const rendering = await renderBook(book, { read, format, signal, onProgress, images: true });
    const kept = await keepBook(blobs, nameFor('books', rendering.bytes, [book]), rendering);
    return { ...kept, notes: [...rendering.notes, ...notes()], ...spent() };
  },
});
