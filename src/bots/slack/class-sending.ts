// Brings what a class says to its channel or to the direct message of its teacher.
import type { Locale } from '../../story.ts';
import type { ClassOutbound } from '../classroom/replies.ts';
import type { Sent } from '../types.ts';
import type { Parcel, ParcelFile } from './carrying.ts';
import { type ClassDrawings, coverName } from './class-drawing.ts';
import type { Delivery } from './delivery.ts';
import { slackCode } from './faults.ts';
import type { Memory } from './memory.ts';
import type { Messages } from './messages.ts';
import { metadataFor, type OnceOptions, postOnce } from './once.ts';
import { fallback, note } from './outgoing/blocks.ts';
import type { Drawn } from './outgoing/card.ts';
import { drawAnnounced, drawAnthology, drawReview } from './outgoing/class-messages.ts';
import { drawClassView } from './outgoing/class-view.ts';
import { messageName, type SendParcel } from './parcels.ts';
import { type ChannelSpot, nameChannel, readRef, writeRef } from './thread.ts';

export interface ClassSendingOptions extends OnceOptions {
  readonly memory: Memory;
  readonly messages: Messages;
  readonly sendParcel: SendParcel;
  readonly delivery: Pick<Delivery, 'withdraw'>;
  readonly drawings: ClassDrawings;
}

export type SendToClass = (place: ChannelSpot, message: ClassOutbound) => Promise<Sent>;
type Of<T extends ClassOutbound['type']> = Extract<ClassOutbound, { readonly type: T }>;

const imageName = (mediaType: string, number: number): string =>
  `${`${number}`.padStart(2, '0')}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;

/** The book as it would be handed out, then its pages one by one. */
function reviewParcel({ review, key, ref }: Of<'review'>, locale: Locale): Parcel {
  const { pages, pdf, fileName, title } = review;
  const pageFiles = pages.map((page, index): ParcelFile => {
    const name = imageName(page.mediaType, index + 1);
    return { blob: page, name, title: `${title} ${index + 1}`, alt: page.text, isNamed: false };
  });
  return {
    key,
    ref,
    cover: { blob: pages[0], alt: pages[0].text || title },
    files: [{ blob: pdf, name: fileName, title, isNamed: true }, ...pageFiles],
    draw: (brought) => drawReview(review, brought, locale),
  };
}

function announceParcel(message: Of<'announce'>, locale: Locale): Parcel {
  const { cover, coverAlt: alt, pdf, fileName, title } = message.book;
  return {
    key: message.key,
    cover: { blob: cover, alt },
    files: [{ blob: pdf, name: fileName, title, isNamed: true }],
    draw: (brought) => drawAnnounced(message, brought, locale),
  };
}

function anthologyParcel({ key, anthology }: Of<'anthology'>, locale: Locale): Parcel {
  const { cover, coverAlt, files } = anthology;
  const stem = (name: string): string => name.replace(/\.pdf$/, '');
  return {
    key,
    ...(cover && { cover: { blob: cover, alt: coverAlt || cover.text || anthology.text } }),
    files: files.map(({ fileName, pdf }) => ({ blob: pdf, name: fileName, title: stem(fileName), isNamed: true })),
    draw: (brought) => drawAnthology(anthology, brought, locale),
  };
}

export function createClassSending(options: ClassSendingOptions): SendToClass {
  const { memory, call, messages, sendParcel, delivery, drawings } = options;

  const postNew = (place: ChannelSpot, key: string, drawn: Drawn): Promise<Sent> =>
    postOnce(options, place, key, () => messages.post(place, drawn, { metadata: metadataFor(key) }));

  /** Only the bot and the teacher are there; the same one is opened however often this is asked. */
  const openDesk = async (place: ChannelSpot, { teacher }: Of<'desk'>): Promise<Sent> => {
    const answer = await call(place.team, 'conversations.open', { users: teacher });
    const channel = (answer['channel'] as { readonly id?: string } | undefined)?.id;
    if (!channel) throw new Error('Slack opened no conversation');
    const ref = nameChannel({ team: place.team, channel });
    await memory.desks.set(ref, { channel: nameChannel(place) });
    return { ref };
  };

  const sendCard = async (place: ChannelSpot, { key, view, ref }: Of<'class-card'>): Promise<Sent> => {
    const drawn = drawClassView(view, await drawings.of(place, view));
    const [ts] = ref === undefined ? [] : readRef(ref).messages;
    if (ts === undefined) return postNew(place, key, drawn);
    try {
      await messages.edit({ ...place, ts }, ts, drawn);
      return { ref: ts };
    } catch (error) {
      if (slackCode(error) !== 'message_not_found') throw error;
      // Somebody has deleted it.
      return postNew(place, key, drawn);
    }
  };

  /** The shelf shows the same image, as long as the message is there. */
  const announce = async (place: ChannelSpot, message: Of<'announce'>): Promise<Sent> => {
    const name = coverName(place.team, message.book.cover.key);
    const keepCover = async (file: string): Promise<void> => {
      if (!(await memory.covers.get(name))) await memory.covers.set(name, { file });
    };
    return sendParcel(place, { ...announceParcel(message, await drawings.localeOf(place)), keepCover });
  };

  /** With what has come to a message since it was first sent. */
  const allOf = async (place: ChannelSpot, ref: string): Promise<string> => {
    const first = readRef(ref);
    const [ts] = first.messages;
    const known = ts === undefined ? undefined : await memory.sent.get(messageName(place, ts));
    const { messages: more, files } = readRef(known?.ref ?? '');
    return writeRef({
      messages: [...new Set([...first.messages, ...more])],
      files: [...new Set([...first.files, ...files])],
    });
  };

  const withdraw = async (place: ChannelSpot, given: readonly string[]): Promise<Sent> => {
    const refs = await Promise.all(given.map((ref) => allOf(place, ref)));
    const gone = new Set(refs.flatMap((ref) => readRef(ref).files));
    for await (const name of memory.covers.keys()) {
      const known = await memory.covers.get(name);
      if (known && gone.has(known.file)) await memory.covers.delete(name);
    }
    await delivery.withdraw(place, refs);
    // Nothing of it is sent, changed or withdrawn once more.
    for (const ts of refs.flatMap((ref) => readRef(ref).messages)) await memory.sent.delete(messageName(place, ts));
    return {};
  };

  return async (place, message) => {
    switch (message.type) {
      case 'desk':
        return openDesk(place, message);
      case 'class-card':
        return sendCard(place, message);
      case 'review':
        return sendParcel(place, reviewParcel(message, await drawings.localeOf(place)));
      case 'announce':
        return announce(place, message);
      case 'anthology':
        return sendParcel(place, anthologyParcel(message, await drawings.localeOf(place)));
      case 'notice':
        return postNew(place, message.key, { text: fallback(message.text), blocks: [note(message.text)] });
      case 'withdraw':
        return withdraw(place, message.refs);
    }
  };
}
