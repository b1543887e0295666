// The card in its message: the root of the thread, or a reply that took its place. Edits come one after another, never
// faster than Slack likes; those that only tell how far the work is are left out first.
import { TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../clock.ts';
import type { Outbound } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import { createRecent } from '../recent.ts';
import type { Sent } from '../types.ts';
import { pause } from './calls.ts';
import { SERVICE, slackCode } from './faults.ts';
import { PROGRESS_PER_MINUTE, TIMES } from './limits.ts';
import type { Memory } from './memory.ts';
import type { Messages } from './messages.ts';
import { metadataFor, type OnceOptions, postOnce } from './once.ts';
import { note } from './outgoing/blocks.ts';
import { type Drawn, drawCard } from './outgoing/card.ts';
import type { Pictures } from './pictures.ts';
import { nameThread, type Spot } from './thread.ts';
import { SLACK_WORDS } from './wording.ts';

export type CardMessage = Extract<Outbound, { readonly type: 'card' }>;

export interface CardsOptions extends OnceOptions {
  readonly memory: Memory;
  readonly messages: Messages;
  readonly pictures: Pictures;
  readonly look: (thread: string) => Promise<Session | undefined>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  readonly signal: AbortSignal;
  /** Least time between two edits of one card, in milliseconds. */
  readonly betweenEdits: number;
}

export type SendCard = (spot: Spot, message: CardMessage) => Promise<Sent>;

export function createCards(options: CardsOptions): SendCard {
  const { memory, messages, pictures, look, clock, log, signal, betweenEdits } = options;
  const editedAt = createRecent<number>();
  /** Times of the edits of the last minute, by workspace. */
  const recent = createRecent<readonly number[]>();

  const noteEdit = (team: string, name: string): void => {
    const now = clock.now();
    editedAt.set(name, now);
    recent.set(team, [...(recent.get(team) ?? []).filter((at) => now - at < 60_000), now]);
  };
  const isCrowded = (team: string): boolean => {
    const now = clock.now();
    return (recent.get(team) ?? []).filter((at) => now - at < 60_000).length >= PROGRESS_PER_MINUTE;
  };

  const draw = async (spot: Spot, { card }: CardMessage): Promise<Drawn> => {
    const session = await look(nameThread(spot));
    const fileFor = await pictures.filesFor(spot.team, session);
    return drawCard(card, { root: spot.ts, locale: session?.locale ?? 'ko', fileFor, inThread: false });
  };

  const edit = async (spot: Spot, ts: string, message: CardMessage): Promise<Sent> => {
    const name = `${nameThread(spot)}/${ts}`;
    const since = clock.now() - (editedAt.get(name) ?? Number.NEGATIVE_INFINITY);
    if (message.passing) {
      if (since < TIMES.betweenProgress || isCrowded(spot.team)) return { ref: ts };
    } else if (since < betweenEdits) await pause(clock, betweenEdits - since, signal);
    const drawn = await draw(spot, message);
    noteEdit(spot.team, name);
    await messages.edit(spot, ts, drawn, message.passing ? { now: true } : {});
    return { ref: ts };
  };

  /** A new card takes the place of the one before, which is left as a word of where to look. */
  const retire = async (spot: Spot, ts: string): Promise<void> => {
    const text = SLACK_WORDS[(await look(nameThread(spot)))?.locale ?? 'ko'].movedDown;
    try {
      await messages.edit(spot, ts, { text, blocks: [note(text)] }, { now: true });
    } catch (error) {
      // The old card stays as it was; its buttons know that they are old.
      log.warn({ err: error }, 'an old card could not be replaced');
    }
  };

  const postNew = async (spot: Spot, message: CardMessage): Promise<Sent> => {
    const thread = nameThread(spot);
    const before = await memory.cards.get(thread);
    if (before?.fresh) {
      const sent = await edit(spot, before.ts, message);
      await memory.sent.set(`${spot.team}:${message.key}`, { thread, ref: before.ts });
      await memory.cards.set(thread, { ts: before.ts, fresh: false });
      return sent;
    }
    const more = { metadata: metadataFor(message.key) };
    const post = async () => messages.post(spot, await draw(spot, message), more);
    const sent = await postOnce(options, spot, message.key, post);
    if (sent.ref !== undefined && sent.ref !== before?.ts) {
      if (before) await retire(spot, before.ts);
      await memory.cards.set(thread, { ts: sent.ref, fresh: false });
    }
    return sent;
  };

  return async (spot, message) => {
    const { ref } = message;
    if (ref === undefined) return postNew(spot, message);
    try {
      return await edit(spot, ref, message);
    } catch (error) {
      if (slackCode(error) !== 'message_not_found') throw error;
      // Somebody has deleted it. Without its root the thread is gone; a card further down is posted anew.
      if (ref === spot.ts) throw new TalesError('thread-gone', { service: SERVICE }, { cause: error });
      if (message.passing) return { ref };
      return { ref: await messages.post(spot, await draw(spot, message), { metadata: metadataFor(message.key) }) };
    }
  };
}
