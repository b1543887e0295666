// A message event, as far as it is about a book: pictures in a thread, or pictures that were taken back. Pure.
import type { MessageEvent, SlackMessage } from '../payloads.ts';
import { nameSource } from '../thread.ts';
import { type Posting, postingsIn } from './pictures.ts';

export type Said =
  | {
      readonly type: 'pictures';
      /** Root of the thread. */
      readonly root: string;
      readonly user: string;
      readonly ts: string;
      readonly postings: readonly Posting[];
    }
  | { readonly type: 'withdrawn'; readonly root: string; readonly sources: readonly string[] };

/** `file_share` and `thread_broadcast` are messages of people; all others tell of changes, most of them our own. */
const PEOPLE: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

/** A message of a person that carries files, wherever it is. */
export const isPersons = ({ subtype, user, bot_id, files }: SlackMessage): boolean =>
  PEOPLE.includes(subtype) && user !== undefined && bot_id === undefined && (files?.length ?? 0) > 0;

/** @param self the bot's own user. */
export function readMessage(event: MessageEvent, self: string | undefined): Said | undefined {
  if (event.subtype === 'message_deleted') return readDeleted(event.previous_message, self);
  const { thread_ts: root, user, ts } = event;
  if (!isPersons(event) || user === undefined || user === self || root === undefined || root === ts) return undefined;
  const postings = postingsIn(event);
  return postings.length === 0 ? undefined : { type: 'pictures', root, user, ts, postings };
}

function readDeleted(message: SlackMessage | undefined, self: string | undefined): Said | undefined {
  if (!message || message.bot_id !== undefined || message.user === self) return undefined;
  const { files = [], ts, thread_ts: root } = message;
  if (files.length === 0 || root === undefined || root === ts) return undefined;
  return { type: 'withdrawn', root, sources: files.map(({ id }) => nameSource(id, ts)) };
}
