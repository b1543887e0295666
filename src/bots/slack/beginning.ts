// Begins a book: posts the root whose thread it is talked about in, and tells the conversation. What began and was cut off
// is taken up again at the next start; the same event begins one book.
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import { createSerial } from '../serial.ts';
import type { Reception } from '../types.ts';
import type { UploadOf } from './downloads.ts';
import type { Posting } from './incoming/pictures.ts';
import type { Beginning, Memory } from './memory.ts';
import type { Messages } from './messages.ts';
import { metadataFor } from './once.ts';
import { note } from './outgoing/blocks.ts';
import { escapeText } from './outgoing/text.ts';
import type { People } from './people.ts';
import type { Pictures } from './pictures.ts';
import { nameThread, readThread, type Spot } from './thread.ts';
import { SLACK_WORDS } from './wording.ts';

export interface Wanted {
  /** Of the event that asked for it. */
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly title?: string | undefined;
  readonly postings?: readonly Posting[];
  /** An existing thread to begin in; a new one otherwise. */
  readonly root?: string;
}

export interface BeginningsOptions {
  readonly memory: Memory;
  readonly messages: Messages;
  readonly people: People;
  readonly pictures: Pictures;
  readonly uploadOf: UploadOf;
  readonly reception: Reception;
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

/** Most books of a channel that are remembered. */
const MOST_BOOKS = 200;

export function createBeginnings(options: BeginningsOptions): Beginnings {
  const { memory, messages, people, pictures, uploadOf, reception, log } = options;
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

  const postRoot = async ({ team, channel, id, title }: Wanted, locale: Locale): Promise<Spot> => {
    const text = SLACK_WORDS[locale].starting;
    const drawn = { text: title ? `${escapeText(title)} – ${text}` : text, blocks: [note(text)] };
    const ts = await messages.post({ team, channel }, drawn, { metadata: metadataFor(`root ${id}`) });
    const spot = { team, channel, ts };
    await memory.cards.set(nameThread(spot), { ts, fresh: true });
    return spot;
  };

  const begin = async (wanted: Wanted): Promise<Spot> => {
    const { id, team, channel, user, title, postings = [], root } = wanted;
    const before = await memory.begun.get(`${team}:${id}`);
    if (before) return readThread(before.thread);
    const own = (await people.channelLocale(team, channel)) ?? (await people.actor(team, user)).locale;
    const locale = own ?? options.locale;
    const spot = root === undefined ? await postRoot(wanted, locale) : { team, channel, ts: root };
    const thread = nameThread(spot);
    const beginning = { id, thread, user, locale, ...(title && { title }), postings };
    await memory.beginnings.set(thread, beginning);
    await memory.begun.set(`${team}:${id}`, { thread });
    await enlist(spot, thread, user);
    await tell(beginning);
    return spot;
  };

  return {
    begin: (wanted) => serial.run(`${wanted.team}:${wanted.id}`, () => begin(wanted)),
    async resume() {
      for await (const thread of memory.beginnings.keys()) {
        try {
          const beginning = await memory.beginnings.get(thread);
          if (beginning) await tell(beginning);
        } catch (error) {
          log.error({ err: error }, 'a book could not be begun after a restart');
        }
      }
    },
  };
}
