// Begins a book: posts the root whose thread it is talked about in, and tells the conversation. What began and was cut off
// is taken up again at the next start; the same event begins one book.
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import type { CatchingUp } from '../catching-up.ts';
import { createSerial } from '../serial.ts';
import type { Reception } from '../types.ts';
import type { UploadOf } from './downloads.ts';
import { enter, Refused } from './entering.ts';
import type { Beginning, Wanted } from './memory.ts';
import type { People } from './people.ts';
import type { Pictures } from './pictures.ts';
import { createRoots, type RootsOptions } from './roots.ts';
import { nameChannel, nameThread, readThread, type Spot } from './thread.ts';

export interface BeginningsOptions extends RootsOptions {
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
  /** @throws Refused where the class does not let this person begin; TalesError as `chat.postMessage` does. */
  begin(wanted: Wanted): Promise<Spot>;
  /** Takes up what was cut off. */
  resume(): Promise<void>;
}

/** Most books of a channel that are remembered. */
const MOST_BOOKS = 200;

/** Tells the conversation that a book begins, and what pictures it begins with. */
function createTell({ memory, people, pictures, uploadOf, reception }: BeginningsOptions) {
  return async ({ id, thread, user, locale, title, label, postings }: Beginning): Promise<void> => {
    const spot = readThread(thread);
    const { team } = spot;
    const actor = await people.actor(team, user);
    const named = { ...(title !== undefined && { title }), ...(label !== undefined && { label }) };
    const channel = nameChannel(spot);
    await reception.receive({ thread, event: { type: 'started', id, actor, locale, channel, ...named } });
    // The class has been closed to this person meanwhile.
    if (!(await reception.look(thread))) throw new Refused('teachers-only');
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
}

export function createBeginnings(options: BeginningsOptions): Beginnings {
  const { memory, people, messages, reception, catchingUp, log } = options;
  const tell = createTell(options);
  const roots = createRoots(options);
  const serial = createSerial();

  const enlist = async ({ team, channel }: Spot, thread: string): Promise<void> => {
    const name = `${team}:${channel}`;
    await serial.run(name, async () => {
      const before = (await memory.books.get(name)) ?? [];
      const others = before.filter((book) => book.thread !== thread);
      await memory.books.set(name, [...others, { thread }].slice(-MOST_BOOKS));
    });
  };

  /** Nothing is left of a book that may not begin after all. */
  const takeBack = async ({ id, thread }: Beginning): Promise<void> => {
    const spot = readThread(thread);
    const isOurs = (await memory.cards.get(thread))?.fresh === true;
    await memory.begun.delete(`${spot.team}:${id}`);
    await memory.beginnings.delete(thread);
    if (!isOurs) return;
    await memory.cards.delete(thread);
    await messages.delete(spot, spot.ts);
  };

  const tellOf = async (beginning: Beginning): Promise<void> => {
    try {
      await tell(beginning);
    } catch (error) {
      if (error instanceof Refused) await takeBack(beginning);
      throw error;
    }
  };

  const begin = async (given: Wanted, isLate = false): Promise<Spot> => {
    const { id, team, channel, user, title, postings = [], root } = given;
    const name = `${team}:${id}`;
    const before = await memory.begun.get(name);
    if (before) return readThread(before.thread);
    const actor = await people.actor(team, user);
    const settings = await enter(reception.classes.look, { team, channel }, actor);
    const own = settings?.locale ?? (await people.channelLocale(team, channel)) ?? actor.locale;
    const locale = own ?? options.locale;
    const label = settings && given.label;
    const wanted = { ...given, label };
    const spot = { team, channel, ts: root ?? (await roots.post(wanted, locale)) };
    const thread = nameThread(spot);
    if (root === undefined) await memory.cards.set(thread, { ts: spot.ts, fresh: true });
    const beginning = { id, thread, user, locale, ...(title && { title }), ...(label && { label }), postings };
    await memory.beginnings.set(thread, beginning);
    await memory.begun.set(name, { thread });
    await roots.done(wanted);
    await enlist(spot, thread);
    await tellOf(beginning);
    // What is taken up after a restart may have pictures in its thread that nobody heard of.
    if (!isLate) catchingUp.opened(thread);
    return spot;
  };

  const beginOnce = (wanted: Wanted, isLate = false): Promise<Spot> =>
    serial.run(`${wanted.team}:${wanted.id}`, () => begin(wanted, isLate));

  const takeUp = async (name: string): Promise<void> => {
    const wanted = await roots.pending(name);
    if (wanted) await beginOnce(wanted, true);
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
        if (beginning) await tellOf(beginning);
      });
    },
  };
}
