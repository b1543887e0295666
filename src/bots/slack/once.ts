// Posting a message once, also across a restart: what was sent is written down, and where it is not known whether it got
// there, the thread is looked through for it by the key in its metadata.
import type { Clock } from '../clock.ts';
import type { Sent } from '../types.ts';
import type { Call, Fields } from './calls.ts';
import type { Memory } from './memory.ts';
import type { SlackMessage } from './payloads.ts';
import { type ChannelSpot, nameThread, type Place, type Spot } from './thread.ts';

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

/** How far Slack's clock and this one may be apart, in milliseconds. */
const CLOCKS_DIFFER = 5 * 60 * 1000;
/** Pages of a channel looked through for a root, of 200 messages each. */
const MOST_PAGES = 10;

/** @param since when it was first tried to post it, by this clock, in Unix milliseconds. */
export async function findRoot(
  call: Call,
  { team, channel }: ChannelSpot,
  key: string,
  since: number,
): Promise<string | undefined> {
  const oldest = ((since - CLOCKS_DIFFER) / 1000).toFixed(6);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const args = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor && { cursor }) };
    const answer = await call(team, 'conversations.history', args);
    const found = ((answer['messages'] ?? []) as readonly SlackMessage[]).find((message) => isOurs(message, key));
    if (found) return found.ts;
    cursor = (answer['response_metadata'] as { readonly next_cursor?: string } | undefined)?.next_cursor || undefined;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

/** @param since as for `findRoot`. */
export const findPosted = (call: Call, place: Place, key: string, since: number): Promise<string | undefined> =>
  place.ts === undefined ? findRoot(call, place, key, since) : findSent(call, { ...place, ts: place.ts }, key);

export interface OnceOptions {
  readonly memory: Memory;
  readonly call: Call;
  readonly clock: Clock;
}

/** @param post sends it and answers with its `ts`. */
export async function postOnce(
  { memory, call, clock }: OnceOptions,
  place: Place,
  key: string,
  post: () => Promise<string>,
): Promise<Sent> {
  const name = `${place.team}:${key}`;
  const before = await memory.sent.get(name);
  const about = place.ts === undefined ? {} : { thread: nameThread({ ...place, ts: place.ts }) };
  if (before?.ref !== undefined) return { ref: before.ref, repeated: true };
  const found = before && (await findPosted(call, place, key, before.at ?? clock.now()));
  if (found !== undefined) {
    await memory.sent.set(name, { ...before, ref: found });
    return { ref: found, repeated: true };
  }
  const trying = { at: clock.now(), ...before, ...about };
  await memory.sent.set(name, trying);
  const ref = await post();
  await memory.sent.set(name, { ...trying, ref });
  return { ref };
}
