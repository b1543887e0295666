// What is done for each kind of job: pictures and books come by reference and are read from the blobs, the engines do
// the work, and what is made goes back into the blobs. Which blobs and which engines is left to the door.
import { createHash } from 'node:crypto';
import { type Blobs, getBlob } from '../blobs.ts';
import type { JobHandlers } from '../jobs.ts';
import {
  assertSuitable,
  type Captioner,
  describePictures,
  type KeywordSuggester,
  type Moderator,
  makeThumbnail,
  type ReceiveLimits,
  receivePicture,
  type Storyteller,
  type Translator,
  writtenInBook,
} from '../pipeline/index.ts';
import { type Rendering, renderBook, type SheetImage } from '../render/index.ts';
import { type BlobRef, type Book, type PageImage, type PageImages, thumbnailKey } from '../story.ts';
import { countingUsage } from '../usage.ts';

/** Each is asked for by the first job that needs it, so that a fault of one stops only the jobs that need it. */
export interface Tools {
  readonly blobs: () => Promise<Pick<Blobs, 'get' | 'put'>>;
  /** What a received picture may take. */
  readonly limits: ReceiveLimits;
  readonly captioner: () => Promise<Captioner>;
  readonly translator: () => Promise<Translator>;
  readonly keywords: () => Promise<KeywordSuggester>;
  /** Its words come moderated already, as do those of the suggester. */
  readonly storyteller: () => Promise<Storyteller>;
  /** For captions and for what is printed; absent or `undefined` where nobody asks for it. */
  readonly moderator?: () => Promise<Moderator | undefined>;
  /** Whom engines of other computers ask, as people know it. */
  readonly service?: string;
}

/** Adds up what was asked of whom; absent while nothing was. @param moderator saw what people wrote, too. */
function counting({ service }: Pick<Tools, 'service'>, moderator?: Moderator) {
  const { onUsage, spent } = countingUsage();
  // What a service says is fit for children costs nothing, but it was asked.
  if (service !== undefined && moderator?.name === 'openai') onUsage({ calls: 0, input: 0, output: 0 });
  return {
    onUsage,
    spent: () => {
      const { used } = spent();
      return used ? { used: { ...used, ...(service !== undefined && { services: [service] }) } } : {};
    },
  };
}

/**
 * Named by the content of its file, so that printing again changes nothing, and by the pictures that went into it, which
 * are one book's alone: what another book that looks the same has kept is not deleted with it.
 */
function nameOf({ pages }: Book, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes);
  for (const { picture } of pages) hash.update(picture.key);
  return `books/${hash.digest('hex')}`;
}

async function keepBook(blobs: Pick<Blobs, 'put'>, name: string, { bytes, images }: Rendering) {
  const keepPage = async ({ jpeg, ...page }: SheetImage, index: number): Promise<PageImage> => {
    const key = `${name}-${index + 1}.jpg`;
    await blobs.put(key, jpeg);
    return { key, mediaType: 'image/jpeg', size: jpeg.length, ...page };
  };
  const [cover, ...others] = await Promise.all(images.map(keepPage));
  if (cover === undefined) throw new Error('a book was printed without a page');
  const pages: PageImages = [cover, ...others];
  const pdf: BlobRef = { key: `${name}.pdf`, mediaType: 'application/pdf', size: bytes.length };
  await blobs.put(pdf.key, bytes);
  return { pdf, pages };
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
      const moderator = await tools.moderator?.();
      const { onUsage, spent } = counting(tools, moderator);
      const [caption] = await describePictures(captioner, [{ picture, bytes }], [undefined], {
        translator,
        locale,
        moderator,
        signal,
        onUsage,
      });
      return { ...(caption && { caption }), ...spent() };
    },
    async suggest(request, { signal }) {
      const { onUsage, spent } = counting(tools, await tools.moderator?.());
      const { suggested, note } = await (await tools.keywords()).keywords(request, { signal, onUsage });
      return { keywords: suggested, ...(note && { note }), ...spent() };
    },
    async entitle({ manuscript }, { signal }) {
      const { onUsage, spent } = counting(tools, await tools.moderator?.());
      const { suggested, note } = await (await tools.keywords()).titles(manuscript, { signal, onUsage });
      return { titles: suggested, ...(note && { note }), ...spent() };
    },
    async write({ manuscript, wanted }, { signal, onProgress }) {
      const storyteller = await tools.storyteller();
      let done = 0;
      const onPage = (): void => {
        done += 1;
        onProgress(done, wanted.length);
      };
      const { onUsage, spent } = counting(tools, await tools.moderator?.());
      return { told: await storyteller.tell(manuscript, wanted, { signal, onPage, onUsage }), ...spent() };
    },
    async bind() {
      throw new Error('not bound yet');
    },
    async fold() {
      throw new Error('not folded yet');
    },
    async print({ book, format }, { signal, onProgress }) {
      const moderator = await tools.moderator?.();
      // Pages that their author has locked were never with a storyteller.
      if (moderator) await assertSuitable(moderator, writtenInBook(book), { signal });
      const blobs = await tools.blobs();
      const read = ({ key }: BlobRef): Promise<Uint8Array> => getBlob(blobs, key);
      const rendering = await renderBook(book, { read, format, signal, onProgress, images: true });
      const kept = await keepBook(blobs, nameOf(book, rendering.bytes), rendering);
      return { ...kept, notes: rendering.notes, ...counting(tools, moderator).spent() };
    },
  };
}
