// Attachments of messages and of uploads as the conversation knows pictures: what each is called for ever, and where it
// stands among the others. Pure; the bytes are fetched elsewhere.
import type { PostedPicture } from '../conversation/events.ts';
import type { WireAttachment, WireMessage } from './wire.ts';

/** Where a picture came from. What was uploaded in a form cannot be asked for again. */
export type Origin =
  | { readonly kind: 'message'; readonly channel: string; readonly message: string; readonly attachment: string }
  | { readonly kind: 'form'; readonly interaction: string; readonly attachment: string };

export function writeSource(origin: Origin): string {
  if (origin.kind === 'form') return `form/${origin.interaction}/${origin.attachment}`;
  return `${origin.channel}/${origin.message}/${origin.attachment}`;
}

/** `undefined` for what was not written here. */
export function readSource(source: string): Origin | undefined {
  const [first = '', second = '', attachment = ''] = source.split('/');
  if (!/^\d+$/.test(second) || !/^\d+$/.test(attachment)) return undefined;
  if (first === 'form') return { kind: 'form', interaction: second, attachment };
  return /^\d+$/.test(first) ? { kind: 'message', channel: first, message: second, attachment } : undefined;
}

/** A posted picture with where its bytes are now. */
export interface Attached {
  readonly posted: PostedPicture;
  readonly attachment: WireAttachment;
}

/** Snowflakes have at most 20 digits, and sort by time when they are of one length. */
const place = (snowflake: string, index: number): string =>
  `${snowflake.padStart(20, '0')}.${`${index}`.padStart(2, '0')}`;

const attached = (attachments: readonly WireAttachment[], snowflake: string, originOf: (id: string) => Origin) =>
  attachments.map(
    (attachment, index): Attached => ({
      attachment,
      posted: {
        source: writeSource(originOf(attachment.id)),
        place: place(snowflake, index),
        name: attachment.title ?? attachment.filename,
      },
    }),
  );

/** Its own files, then those of a message that it forwards. */
export const attachmentsOf = ({
  attachments,
  message_snapshots: forwarded = [],
}: WireMessage): readonly WireAttachment[] => [
  ...attachments,
  ...forwarded.flatMap(({ message }) => message.attachments ?? []),
];

export const picturesOfMessage = (message: WireMessage): readonly Attached[] => {
  const { id, channel_id: channel } = message;
  return attached(attachmentsOf(message), id, (attachment) => ({ kind: 'message', channel, message: id, attachment }));
};

/** In the order in which they were chosen. */
export const picturesOfForm = (interaction: string, attachments: readonly WireAttachment[]): readonly Attached[] =>
  attached(attachments, interaction, (attachment) => ({ kind: 'form', interaction, attachment }));

/** Older first. */
export const bySnowflake = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

export const laterOf = (a: string | undefined, b: string): string => (a === undefined || bySnowflake(a, b) < 0 ? b : a);
