// Posting a message once, also across a restart: what was sent is written down, and where it is not known whether it got
// there, the thread is looked through for it by the key in its metadata.
import type { Sent } from '../types.ts';
import type { Call, Fields } from './calls.ts';
import type { Memory } from './memory.ts';
import type { SlackMessage } from './payloads.ts';
import type { Spot } from './thread.ts';

export const METADATA = 'talesrunner_message';

export const metadataFor = (key: string) => ({ event_type: METADATA, event_payload: { key } });

const isOurs = (message: SlackMessage, key: string): boolean =>
  message.metadata?.event_type === METADATA && message.metadata.event_payload?.['key'] === key;

/** All messages of a thread, from `oldest` on, without its root unless that is asked for. */
export async function* repliesOf(call: Call, { team, channel, ts }: Spot, more: Fields): AsyncGenerator<SlackMessage> {
  let cursor: string | undefined;
  do {
    const page = await call(team, 'conversations.replies', {
      channel,
      ts,
      limit: 200,
      ...more,
      ...(cursor && { cursor }),
    });
    yield* (page['messages'] ?? []) as readonly SlackMessage[];
    const next = (page['response_metadata'] as { readonly next_cursor?: string } | undefined)?.next_cursor;
    cursor = next || undefined;
  } while (cursor !== undefined);
}

/** The message with that key, if it is in the thread. */
export async function findSent(call: Call, spot: Spot, key: string): Promise<string | undefined> {
  for await (const message of repliesOf(call, spot, { include_all_metadata: true })) {
    if (isOurs(message, key)) return message.ts;
  }
  return undefined;
}

/** Messages looked through for a root. */
const MOST_ROOTS = 100;

/** The root with that key, if it was posted to the channel since. */
export async function findRoot(
  call: Call,
  { team, channel }: Pick<Spot, 'team' | 'channel'>,
  key: string,
  since: number,
): Promise<string | undefined> {
  const oldest = (since / 1000).toFixed(6);
  const args = { channel, oldest, limit: MOST_ROOTS, include_all_metadata: true };
  const { messages } = await call(team, 'conversations.history', args);
  return ((messages ?? []) as readonly SlackMessage[]).find((message) => isOurs(message, key))?.ts;
}

export interface OnceOptions {
  readonly memory: Memory;
  readonly call: Call;
}

/** @param post sends it and answers with its `ts`. */
export async function postOnce(
  { memory, call }: OnceOptions,
  spot: Spot,
  key: string,
  post: () => Promise<string>,
): Promise<Sent> {
  const name = `${spot.team}:${key}`;
  const before = await memory.sent.get(name);
  if (before?.ref !== undefined) return { ref: before.ref, repeated: true };
  const found = before && (await findSent(call, spot, key));
  if (found !== undefined) {
    await memory.sent.set(name, { ...before, ref: found });
    return { ref: found, repeated: true };
  }
  await memory.sent.set(name, before ?? {});
  const ref = await post();
  await memory.sent.set(name, { ...before, ref });
  return { ref };
}
