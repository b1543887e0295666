// Brings to a thread what the conversation says there: new messages once, the card edited in place.
import type { Blobs } from '../../blobs.ts';
import { getBlob } from '../../blobs.ts';
import type { Locale } from '../../story.ts';
import type { Card, Outbound } from '../conversation/replies.ts';
import type { Sent } from '../types.ts';
import { bookBody, COVER_NAME } from './book-message.ts';
import { cardComponents, cardFiles } from './card-message.ts';
import type { Ask } from './connection.ts';
import { CODE, explainFault, isFault } from './faults.ts';
import { type FilePlan, planFiles, type WantedFile } from './files.ts';
import { isTagged } from './ids.ts';
import { LIMITS } from './limits.ts';
import { displays } from './parts.ts';
import { createRecent } from './recent.ts';
import { fitText } from './text.ts';
import { FLAG, type MessageBody, type OutFile, type WireComponent, type WireMessage } from './wire.ts';

type Says<T extends Outbound['type']> = Extract<Outbound, { readonly type: T }>;

export interface SenderOptions {
  readonly ask: Ask;
  readonly blobs: Pick<Blobs, 'get'>;
  /** Id of the bot's user. */
  readonly self: () => string;
  readonly seesMessages: () => boolean;
  readonly localeOf: (thread: string) => Promise<Locale>;
}

export interface Sender {
  /** @throws TalesError as `Platform.send` promises. */
  send(thread: string, outbound: Exclude<Outbound, { readonly type: 'catch-up' }>): Promise<Sent>;
  /** The files of a message, as far as they are there. */
  load(
    wanted: readonly WantedFile[],
  ): Promise<{ readonly files: readonly OutFile[]; readonly gone: readonly WantedFile[] }>;
}

const NOBODY = { parse: [] } as const;

const carries = ({ custom_id, components = [] }: WireComponent, tag: string): boolean =>
  (custom_id !== undefined && isTagged(custom_id, tag)) || components.some((inner) => carries(inner, tag));

const without = (card: Card, gone: readonly WantedFile[]): Card => ({
  ...card,
  pictures: card.pictures.map(({ thumbnail, ...rest }) =>
    thumbnail && !gone.some(({ blob }) => blob.key === thumbnail.key) ? { ...rest, thumbnail } : rest,
  ),
});

type There = WireMessage['attachments'];

export function createSender({ ask, blobs, self, seesMessages, localeOf }: SenderOptions): Sender {
  /** Messages sent by this process, by key. */
  const sent = createRecent<string>();
  /** What cards hold, by message. */
  const held = createRecent<There>();

  const load: Sender['load'] = async (wanted) => {
    const read = await Promise.all(wanted.map(async (file) => ({ file, data: await blobs.get(file.blob.key) })));
    return {
      files: read.flatMap(({ file: { filename: name, blob }, data }) =>
        data ? [{ name, contentType: blob.mediaType, data }] : [],
      ),
      gone: read.filter(({ data }) => !data).map(({ file }) => file),
    };
  };

  /** A message of ours that an earlier life of this program may have sent. */
  const findSent = async (thread: string, key: string): Promise<WireMessage | undefined> => {
    const query = { limit: `${LIMITS.listing}` };
    const messages = await ask<readonly WireMessage[]>('GET', `/channels/${thread}/messages`, { query });
    return messages.find(
      ({ author, nonce, components = [] }) =>
        author.id === self() && (nonce === key || components.some((component) => carries(component, key))),
    );
  };

  const post = async (thread: string, body: MessageBody, files: readonly OutFile[]): Promise<WireMessage> =>
    ask<WireMessage>('POST', `/channels/${thread}/messages`, { body, files });

  /** Sends a message unless it is there. */
  const postOnce = async (
    thread: string,
    key: string,
    make: () => Promise<[MessageBody, readonly OutFile[]]>,
  ): Promise<Sent> => {
    const ref = sent.get(key) ?? (await findSent(thread, key))?.id;
    if (ref !== undefined) return { ref, repeated: true };
    const [body, files] = await make();
    const message = await post(thread, { ...body, nonce: key, enforce_nonce: true }, files);
    sent.set(key, message.id);
    held.set(message.id, message.attachments);
    return { ref: message.id };
  };

  const cardBody = async (
    thread: string,
    { card, key }: Says<'card'>,
    there: There,
  ): Promise<{ readonly body: MessageBody; readonly files: readonly OutFile[] }> => {
    const locale = await localeOf(thread);
    let shown = card;
    for (;;) {
      const plan: FilePlan = planFiles(cardFiles(shown), there);
      const { files, gone } = await load(plan.send);
      if (gone.length > 0) {
        shown = without(shown, gone);
        continue;
      }
      const components = cardComponents(shown, { locale, seesMessages: seesMessages(), tag: key });
      const body = { flags: FLAG.componentsV2, components, attachments: plan.attachments, allowed_mentions: NOBODY };
      return { body, files };
    }
  };

  const postCard = (thread: string, message: Says<'card'>): Promise<Sent> =>
    postOnce(thread, message.key, async () => {
      const { body, files } = await cardBody(thread, message, []);
      return [body, files];
    });

  const editCard = async (thread: string, message: Says<'card'>, ref: string): Promise<Sent> => {
    const path = `/channels/${thread}/messages/${ref}` as const;
    const there = held.get(ref) ?? (await ask<WireMessage>('GET', path)).attachments;
    const { body, files } = await cardBody(thread, message, there);
    const edited = await ask<WireMessage>('PATCH', path, { body, files });
    held.set(ref, edited.attachments);
    return { ref };
  };

  const sendCard = async (thread: string, message: Says<'card'>): Promise<Sent> => {
    const { ref, passing } = message;
    if (ref === undefined) return postCard(thread, message);
    try {
      return await editCard(thread, message, ref);
    } catch (error) {
      held.delete(ref);
      if (passing) throw error;
      if (isFault(error, CODE.archived)) {
        await ask('PATCH', `/channels/${thread}`, { body: { archived: false } });
        return editCard(thread, message, ref);
      }
      // The card was deleted, or has been edited too often for its age: a new one takes its place.
      if (!isFault(error, CODE.unknownMessage, CODE.tooManyEdits)) throw error;
      const posted = await postCard(thread, message);
      if (error.code === CODE.tooManyEdits) await remove(thread, ref);
      return posted;
    }
  };

  const remove = async (thread: string, ref: string): Promise<void> => {
    try {
      await ask('DELETE', `/channels/${thread}/messages/${ref}`);
    } catch (error) {
      if (!isFault(error, CODE.unknownMessage)) throw error;
    }
  };

  const sendBook = (thread: string, { key, book }: Says<'book'>): Promise<Sent> =>
    postOnce(thread, key, async () => {
      const pdf = await getBlob(blobs, book.pdf.key);
      const cover = book.cover && (await blobs.get(book.cover.key));
      const files = [
        { name: book.fileName, contentType: book.pdf.mediaType, data: pdf },
        ...(cover ? [{ name: COVER_NAME, contentType: book.cover?.mediaType ?? 'image/jpeg', data: cover }] : []),
      ];
      return [bookBody(book, key, { pdf: book.fileName, ...(cover && { cover: COVER_NAME }) }), files];
    });

  const sendNotice = (thread: string, { key, text }: Says<'notice'>): Promise<Sent> =>
    postOnce(thread, key, async () => {
      const components = displays(fitText(text, LIMITS.text));
      return [{ flags: FLAG.componentsV2, components, allowed_mentions: NOBODY }, []];
    });

  const dispatch: Sender['send'] = async (thread, outbound) => {
    switch (outbound.type) {
      case 'card':
        return sendCard(thread, outbound);
      case 'book':
        return sendBook(thread, outbound);
      case 'notice':
        return sendNotice(thread, outbound);
      case 'withdraw':
        for (const ref of outbound.refs) await remove(thread, ref);
        return {};
    }
  };

  return {
    load,
    async send(thread, outbound) {
      try {
        return await dispatch(thread, outbound);
      } catch (error) {
        throw explainFault(error, outbound.type === 'book' ? outbound.book.pdf.size : 0);
      }
    },
  };
}
