// Answers of the local page's server, as the web knows them. Pure; which to give is left to the routes.
import type { Asset } from './assets.ts';
import type { BookFile } from './desk.ts';

/** Bytes that a response may own. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** @param known the tag that the browser has already */
export function answerAsset(asset: Asset, cache: string, known: string | undefined): Response {
  const etag = `"${asset.tag}"`;
  if (known === etag) return new Response(null, { status: 304, headers: { etag, 'cache-control': cache } });
  const headers = { 'content-type': asset.mediaType, 'cache-control': cache, etag };
  return new Response(owned(asset.bytes), {
    headers: { ...headers, ...(asset.encoding && { 'content-encoding': asset.encoding }) },
  });
}

/** Bytes of a book, for whoever holds its address. */
export const answerFile = ({ bytes, mediaType, fileName }: BookFile, how: 'inline' | 'attachment'): Response =>
  new Response(owned(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });

export const answerText = (status: number, text: string): Response => Response.json({ text }, { status });
export const answerNothing = (): Response => new Response(null, { status: 204 });
