// The class as a place: its channel and threads on the fake Discord as people see them, and what was posted there, ever.
import { FLAG, type Message } from '../../fakes/discord/model.ts';
import { buttons } from '../../fakes/discord/read.ts';
import type { FakeDiscord } from '../../fakes/discord/start.ts';
import { labelsOf, plain } from './hands.ts';

/** A message with files of the program, as it was when it came. */
export interface Posting {
  readonly channelId: string;
  readonly text: string;
  readonly files: readonly string[];
  /** `Date.now()` */
  readonly at: number;
}

const CARD_FLAGS: number = FLAG.v2;

/** The card of a thread as it is now. */
export const cardIn = (discord: FakeDiscord, thread: string): Message | undefined =>
  discord
    .messages(thread)
    .findLast((message) => message.author.bot && message.flags === CARD_FLAGS && labelsOf(message).length > 0);

export const cardText = (discord: FakeDiscord, thread: string): string => {
  const card = cardIn(discord, thread);
  return card ? plain(card) : '';
};

/** The whole words of a button that begins or ends so. */
export const buttonOf = (message: Message | undefined, like: RegExp): string | undefined =>
  message && buttons(message).find(({ label }) => like.test(label))?.label;

export const hasBook = ({ files }: Pick<Posting, 'files'>): boolean => files.some((name) => name.endsWith('.pdf'));

/** Keeps every message with files that the program posts from now on. */
export function recordPostings({ world }: FakeDiscord): readonly Posting[] {
  const postings: Posting[] = [];
  world.onEvent(({ name, data }) => {
    if (name !== 'MESSAGE_CREATE') return;
    const { id } = data(true) as { readonly id: string };
    const message = world.messages.get(id);
    if (!message?.author.bot || message.onlyFor !== undefined) return;
    const files = message.attachments.map(({ filename }) => filename);
    postings.push({ channelId: message.channelId, text: plain(message), files, at: Date.now() });
  });
  return postings;
}
