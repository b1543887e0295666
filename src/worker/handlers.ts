// What is done for each kind of job: pictures and books come by reference and are read from the blobs, the engines do
// the work, and what is made goes back into the blobs. Which blobs and which engines is left to the door.
import { createHash } from 'node:crypto';
import { type Blobs, getBlob } from '../blobs.ts';
import type { JobHandlers } from '../jobs.ts';
import {
  type Captioner,
  describePictures,
  makeThumbnail,
  type ReceiveLimits,
  receivePicture,
  type Storyteller,
  type Translator,
} from '../pipeline/index.ts';
import { renderBook } from '../render/index.ts';
import { type BlobRef, thumbnailKey } from '../story.ts';

/** Each is asked for by the first job that needs it, so that a fault of one stops only the jobs that need it. */
export interface Tools {
  readonly blobs: () => Promise<Pick<Blobs, 'get' | 'put'>>;
  /** What a received picture may take. */
  readonly limits: ReceiveLimits;
  readonly captioner: () => Promise<Captioner>;
  readonly translator: () => Promise<Translator>;
  readonly storyteller: () => Promise<Storyteller>;
}

/** Named by its content, so that printing again changes nothing. */
async function keepBook(blobs: Pick<Blobs, 'put'>, bytes: Uint8Array): Promise<BlobRef> {
  const key = `books/${createHash('sha256').update(bytes).digest('hex')}.pdf`;
  await blobs.put(key, bytes);
  return { key, mediaType: 'application/pdf', size: bytes.length };
}

export function createHandlers(tools: Tools): JobHandlers {
  return {
    async receive({ upload, keep, name }, { signal }) {
      const blobs = await tools.blobs();
      const received = await receivePicture(await getBlob(blobs, upload.key), {
        limits: tools.limits,
        signal,
        ...(name !== undefined && { name }),
      });
      const small = await makeThumbnail(received.bytes);
      await blobs.put(keep, received.bytes);
      const thumbnail = { key: thumbnailKey(keep), mediaType: 'image/jpeg', size: small.length };
      await blobs.put(thumbnail.key, small);
      return { picture: { ...received.picture, key: keep }, thumbnail };
    },
    async describe({ picture, locale }, { signal }) {
      const [blobs, captioner, translator] = await Promise.all([tools.blobs(), tools.captioner(), tools.translator()]);
      const bytes = await getBlob(blobs, picture.key);
      const [caption] = await describePictures(captioner, [{ picture, bytes }], [undefined], {
        translator,
        locale,
        signal,
      });
      return caption ? { caption } : {};
    },
    async write({ manuscript, wanted }, { signal, onProgress }) {
      const storyteller = await tools.storyteller();
      let done = 0;
      const onPage = (): void => {
        done += 1;
        onProgress(done, wanted.length);
      };
      return { told: await storyteller.tell(manuscript, wanted, { signal, onPage }) };
    },
    async print({ book, format }, { signal, onProgress }) {
      const blobs = await tools.blobs();
      const read = ({ key }: BlobRef): Promise<Uint8Array> => getBlob(blobs, key);
      const { bytes, notes } = await renderBook(book, { read, format, signal, onProgress });
      return { pdf: await keepBook(blobs, bytes), notes };
    },
  };
}
