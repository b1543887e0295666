// Begins a book: posts the root whose thread it is talked about in, and tells the conversation. What began and was cut off
// is taken up again at the next start; the same event begins one book.
import { isTalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import type { CatchingUp } from '../catching-up.ts';
import type { Clock } from '../clock.ts';
import { createSerial } from '../serial.ts';
import type { Reception } from '../types.ts';
import type { Call } from './calls.ts';
import type { UploadOf } from './downloads.ts';
import type { Beginning, Memory, Wanted } from './memory.ts';
import type { Messages } from './messages.ts';
import { findRoot, metadataFor } from './once.ts';
import { note } from './outgoing/blocks.ts';
import { escapeText } from './outgoing/text.ts';
import type { People } from './people.ts';
import type { Pictures } from './pictures.ts';
import { nameThread, readThread, type Spot } from './thread.ts';
import { SLACK_WORDS } from './wording.ts';

export interface BeginningsOptions {
  readonly memory: Memory;
  readonly call: Call;
  readonly clock: Clock;
  readonly messages: Messages;
  readonly people: People;
  readonly pictures: Pictures;
  readonly uploadOf: UploadOf;
  readonly reception: Reception;
  readonly catchingUp: Pick<CatchingUp, 'opened'>;
  /** Where neither the channel nor the person has a language. */
  readonly locale: Locale;
  readonly log: Pick<Log, 'error'>;
}

export interface Beginnings {
  /** @throws TalesError as `chat.postMessage` does: `not_in_channel` and the like. */
  begin(wanted: Wanted): Promise<Spot>;
  /** Takes up what was cut off. */
  resume(): Promise<void>;
}

/** How far Slack's clock and this one may be apart, in milliseconds. */
const CLOCKS_DIFFER = 5 * 60 * 1000;
/** After so long nobody waits for a book to begin any more, in milliseconds. */
const LATE = 10 * 60 * 1000;

/** Most books of a channel that are remembered. */
const MOST_BOOKS = 200;

export function createBeginnings(options: BeginningsOptions): Beginnings {
  const { memory, call, clock, messages, people, pictures, uploadOf, reception, catchingUp, log } = options;
  const serial = createSerial();

  const tell = async ({ id, thread, user, locale, title, postings }: Beginning): Promise<void> => {
    const { team } = readThread(thread);
    const actor = await people.actor(team, user);
    const named = title === undefined ? {} : { title };
    await reception.receive({ thread, event: { type: 'started', id, actor, locale, ...named } });
    if (postings.length > 0) {
      await pictures.remember(team, thread, postings);
      const posted = postings.map(({ picture }) => picture);
      const uploads = postings.map((posting) => uploadOf(team, posting));
      await reception.receive({
        thread,
        event: { type: 'posted', id: `${id}:pictures`, actor, pictures: posted },
        uploads,
      });
    }
    await memory.beginnings.delete(thread);
  };

  const enlist = async ({ team, channel }: Spot, thread: string, owner: string): Promise<void> => {
    const name = `${team}:${channel}`;
    await serial.run(name, async () => {
      const before = (await memory.books.get(name)) ?? [];
      const others = before.filter((book) => book.thread !== thread);
      await memory.books.set(name, [...others, { thread, owner }].slice(-MOST_BOOKS));
    });
  };

  const rootKey = (id: string): string => `root ${id}`;

  const postRoot = async ({ team, channel, id, title }: Wanted, locale: Locale): Promise<string> => {
    const text = SLACK_WORDS[locale].starting;
    const drawn = { text: title ? `${escapeText(title)} – ${text}` : text, blocks: [note(text)] };
    return messages.post({ team, channel }, drawn, { metadata: metadataFor(rootKey(id)) });
  };

  /** A root of ours, posted once: where it is not known whether it got there, the channel is looked through for it. */
  const rootFor = async (wanted: Wanted, locale: Locale): Promise<string> => {
    const { id, team } = wanted;
    const name = `${team}:${id}`;
    const before = await memory.intents.get(name);
    const at = before?.at ?? clock.now();
    const find = (): Promise<string | undefined> => findRoot(call, wanted, rootKey(id), at - CLOCKS_DIFFER);
    const found = before && (await find());
    if (found !== undefined) return found;
    // JSON knows no `undefined`.
    await memory.intents.set(name, { wanted: JSON.parse(JSON.stringify(wanted)), at });
    try {
      return await postRoot(wanted, locale);
    } catch (error) {
      // Where it cannot be found out, it is the fault itself that is told.
      const arrived = isTalesError(error) && error.retryable ? await find().catch(() => undefined) : undefined;
      if (arrived !== undefined) return arrived;
      await memory.intents.delete(name);
      throw error;
    }
  };

  const begin = async (wanted: Wanted, isLate = false): Promise<Spot> => {
    const { id, team, channel, user, title, postings = [], root } = wanted;
    const name = `${team}:${id}`;
    const before = await memory.begun.get(name);
    if (before) return readThread(before.thread);
    const own = (await people.channelLocale(team, channel)) ?? (await people.actor(team, user)).locale;
    const locale = own ?? options.locale;
    const spot = { team, channel, ts: root ?? (await rootFor(wanted, locale)) };
    const thread = nameThread(spot);
    if (root === undefined) await memory.cards.set(thread, { ts: spot.ts, fresh: true });
    const beginning = { id, thread, user, locale, ...(title && { title }), postings };
    await memory.beginnings.set(thread, beginning);
    await memory.begun.set(name, { thread });
    await memory.intents.delete(name);
    await enlist(spot, thread, user);
    await tell(beginning);
    // What is taken up after a restart may have pictures in its thread that nobody heard of.
    if (!isLate) catchingUp.opened(thread);
    return spot;
  };

  const beginOnce = (wanted: Wanted, isLate = false): Promise<Spot> =>
    serial.run(`${wanted.team}:${wanted.id}`, () => begin(wanted, isLate));

  /** Somebody who asked long ago has asked again, or does not expect it any more. */
  const takeUp = async (name: string): Promise<void> => {
    const intent = await memory.intents.get(name);
    if (!intent) return;
    const { wanted, at } = intent;
    const isLate = clock.now() - at > LATE;
    const isThere = isLate && (await findRoot(call, wanted, rootKey(wanted.id), at - CLOCKS_DIFFER)) !== undefined;
    if (isLate && !isThere) await memory.intents.delete(name);
    else await beginOnce(wanted, true);
  };

  const each = async (names: AsyncIterable<string>, see: (name: string) => Promise<unknown>): Promise<void> => {
    for await (const name of names) {
      try {
        await see(name);
      } catch (error) {
        log.error({ err: error }, 'a book could not be begun after a restart');
      }
    }
  };

  return {
    begin: (wanted) => beginOnce(wanted),
    async resume() {
      await each(memory.intents.keys(), takeUp);
      await each(memory.beginnings.keys(), async (thread) => {
        const beginning = await memory.beginnings.get(thread);
        if (beginning) await tell(beginning);
      });
    },
  };
}
