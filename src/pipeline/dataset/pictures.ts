// A picture of a data set, made ready for a captioner. The bytes are from outside: they are looked at before anything is
// decoded.
import { TalesError } from '../../errors.ts';
import { measure } from '../image/measure.ts';
import { type PictureLimits, receivePicture } from '../image/receive.ts';
import { type Format, sniff } from '../image/sniff.ts';
import type { LoadedPicture } from '../types.ts';
import { type Found, pathOf, readFound } from './sources.ts';

/** Formats that a model's own decoder reads: then its captions are to the token what other programs make of the file. */
const READABLE: ReadonlySet<Format> = new Set(['JPEG', 'PNG', 'WebP', 'GIF', 'TIFF']);

/** As it is, once its header has been held against the limits. */
function ownPicture(bytes: Uint8Array, format: Format, key: string, limits: PictureLimits): LoadedPicture {
  const { width, height } = measure(bytes, format, limits);
  const mediaType = `image/${format.toLowerCase()}`;
  return { picture: { key, mediaType, size: bytes.length, width, height, sha256: '' }, bytes };
}

/**
 * @param own the file's own bytes are wanted, not what the intake makes of them.
 * @throws TalesError `picture-…` when it cannot be used, also when it cannot be got out of its archive.
 */
export async function loadPicture(
  found: Found,
  limits: PictureLimits,
  own: boolean,
  signal?: AbortSignal,
): Promise<LoadedPicture> {
  const bytes = await readFound(found, limits.bytes);
  if (bytes === 'too-large') throw new TalesError('picture-too-large', { size: limits.bytes + 1, limit: limits.bytes });
  if (typeof bytes === 'string') throw new TalesError('picture-damaged', { format: `ZIP: ${bytes}` });
  if (bytes.length === 0) throw new TalesError('picture-empty', {});
  const sniffed = sniff(bytes);
  if ('found' in sniffed) throw new TalesError('picture-not-a-picture', sniffed);
  if (own && READABLE.has(sniffed.format)) return ownPicture(bytes, sniffed.format, pathOf(found), limits);
  return await receivePicture(bytes, { limits, ...(signal && { signal }) });
}
