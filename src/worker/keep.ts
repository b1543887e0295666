// Where what was printed is kept. Names are made of what is kept under them.
import { createHash } from 'node:crypto';
import type { SheetImage } from '../render/index.ts';
import type { BlobRef, Book, PageImage } from '../story.ts';
import type { KeptBytes } from './tools.ts';

/**
 * Named by the content of its file, so that printing again changes nothing, and by the pictures that went into it, which
 * are one book's alone: what another book that looks the same has kept is not deleted with it.
 */
export function nameFor(folder: string, bytes: Uint8Array, books: readonly Book[]): string {
  const hash = createHash('sha256').update(bytes);
  for (const { pages } of books) for (const { picture } of pages) hash.update(picture.key);
  return `${folder}/${hash.digest('hex')}`;
}

export async function keepPage(blobs: KeptBytes, name: string, { jpeg, ...page }: SheetImage): Promise<PageImage> {
  const key = `${name}.jpg`;
  await blobs.put(key, jpeg);
  return { key, mediaType: 'image/jpeg', size: jpeg.length, ...page };
}

export async function keepPdf(blobs: KeptBytes, name: string, bytes: Uint8Array): Promise<BlobRef> {
  const pdf: BlobRef = { key: `${name}.pdf`, mediaType: 'application/pdf', size: bytes.length };
  await blobs.put(pdf.key, bytes);
  return pdf;
}
