// `/storybook` in a channel, and the bot's name there. A command cannot be given in a thread, so it is about the person's
// own latest book in the channel.

import { isTalesError } from '../../../errors.ts';
import { explain } from '../../../explain.ts';
import type { Locale } from '../../../story.ts';
import type { ClassAction } from '../../classroom/actions.ts';
import type { Action } from '../../conversation/actions.ts';
import { WORDING } from '../../conversation/wording.ts';
import { CLASS_WORDS } from '../class-wording.ts';
import type { Ears, Respond } from '../ears.ts';
import { enter, Refused, refusalText } from '../entering.ts';
import { slackCode } from '../faults.ts';
import type { Posting } from '../incoming/pictures.ts';
import { readWhose, readWish, type Wish } from '../incoming/wishes.ts';
import { markedNote } from '../outgoing/blocks.ts';
import type { Drawn } from '../outgoing/card.ts';
import { drawOffer } from '../outgoing/offer.ts';
import { cutEscaped, escapeText } from '../outgoing/text.ts';
import { nameChannel, readThread, type Spot } from '../thread.ts';
import { SLACK_WORDS } from '../wording.ts';
import type { Desk } from './desk.ts';

export interface Asked {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly wish: Wish;
  readonly respond: Respond;
  readonly trigger?: string;
  readonly postings?: readonly Posting[];
}

/** Books of others that one answer names. */
const MOST_TOLD = 10;

/** Threads. */
interface OpenBooks {
  readonly own?: string;
  readonly others?: readonly string[];
}

const NOT_THERE: readonly string[] = ['not_in_channel', 'channel_not_found'];

/** Words of ours, with links in them. */
export const marked = (text: string): Drawn => ({ text, blocks: [markedNote(text)] });

/** Why nothing could be begun here, and what to do. */
export function beginFault(error: unknown, locale: Locale): string {
  if (error instanceof Refused) return refusalText(error, locale);
  if (NOT_THERE.includes(slackCode(error) ?? '')) return SLACK_WORDS[locale].invite;
  return escapeText(explain(isTalesError(error) ? error : { code: 'unexpected', details: {} }, locale));
}

export function createAsking(desk: Desk): (asked: Asked) => Promise<void> {
  const { reception, people, messages, beginnings, telling, classTelling, links, memory, log } = desk;

  /** The latest first: the person's own, or else as many of others as can be told. */
  const openBooks = async ({ team, channel, user }: Asked): Promise<OpenBooks> => {
    const listed = (await memory.books.get(`${team}:${channel}`)) ?? [];
    const others: string[] = [];
    for (const { thread } of listed.toReversed()) {
      const session = await reception.look(thread);
      if (session?.state !== 'open') continue;
      if (session.owner === user) return { own: thread };
      if (others.length < MOST_TOLD) others.push(thread);
    }
    return { others };
  };

  const say = async ({ respond }: Asked, text: string): Promise<void> =>
    respond({ response_type: 'ephemeral', replace_original: false, ...marked(text) });

  const begin = async (asked: Asked, said: string | undefined, locale: Locale): Promise<void> => {
    const { id, team, channel, user, postings = [], trigger } = asked;
    // What is posted between two people is not told to the bot.
    if (channel.startsWith('D')) return say(asked, SLACK_WORDS[locale].noChannel);
    let spot: Spot;
    try {
      const settings = await enter(reception.classes.look, { team, channel }, await people.actor(team, user));
      if (settings && said === undefined && trigger !== undefined && (await ask(team, channel, trigger, locale)))
        return;
      // Elsewhere a title is all that is said.
      const named = settings ? readWhose(said ?? '') : { title: said };
      spot = await beginnings.begin({ id, team, channel, user, postings, ...named });
    } catch (error) {
      log.warn({ err: error }, 'a book could not be begun');
      return say(asked, beginFault(error, locale));
    }
    return say(asked, SLACK_WORDS[locale].started(await links.to(spot)));
  };

  /** In a class somebody asks for many books: which one it is to be. False where that cannot be asked any more. */
  const ask = async (team: string, channel: string, trigger: string, locale: Locale): Promise<boolean> => {
    try {
      await messages.openView(team, trigger, drawOffer({ channel, ts: '', files: [], inClass: true }, locale));
      return true;
    } catch (error) {
      log.warn({ err: error }, 'a form could not be opened');
      return false;
    }
  };

  const pressClass = async (asked: Asked, action: ClassAction, locale: Locale): Promise<void> => {
    const { id, team, channel: at, user, respond, trigger } = asked;
    if (at.startsWith('D')) return say(asked, CLASS_WORDS[locale].noClassHere);
    const actor = await people.actor(team, user);
    const place = { team, channel: at };
    const channel = nameChannel(place);
    const event = { type: 'pressed', id, actor, locale, action } as const;
    const answers = await reception.classes.receive({ channel, event });
    const opening = trigger !== undefined ? { trigger } : {};
    await classTelling.tell({ channel, at: place, user, locale, isPrivate: false, respond, ...opening }, answers);
  };

  const listBooks = async (asked: Asked, books: readonly string[], locale: Locale): Promise<void> => {
    const words = SLACK_WORDS[locale];
    if (books.length === 0) return say(asked, words.noOwnBook);
    const lines: string[] = [words.openBooks];
    for (const thread of books) {
      const session = await reception.look(thread);
      const title = (session?.state === 'open' && session.title) || WORDING[locale].untitled;
      lines.push(`• <${await links.to(readThread(thread))}|${cutEscaped(title.replace(/\|/g, ' '), 150)}>`);
    }
    return say(asked, lines.join('\n'));
  };

  const press = async (asked: Asked, action: Action, locale: Locale): Promise<void> => {
    const { id, team, user, respond, trigger } = asked;
    const { own: thread, others = [] } = await openBooks(asked);
    if (thread === undefined) return listBooks(asked, others, locale);
    const spot = readThread(thread);
    const actor = await people.actor(team, user);
    const answers = await reception.receive({ thread, event: { type: 'pressed', id, actor, action } });
    const listener = { spot, user, locale, inThread: false, respond, ...(trigger !== undefined && { trigger }) };
    await telling.tell(listener, answers);
    if (action.type !== 'delete') await say(asked, SLACK_WORDS[locale].thisBook(await links.to(spot)));
  };

  return async (asked) => {
    const { team, user, wish } = asked;
    const locale = (await people.actor(team, user)).locale ?? desk.locale;
    const words = SLACK_WORDS[locale];
    const usage = `${words.usage}\n${CLASS_WORDS[locale].usage}`;
    try {
      switch (wish.type) {
        case 'start':
          return await begin(asked, wish.title, locale);
        case 'press':
          return await press(asked, wish.action, locale);
        case 'class':
          return await pressClass(asked, wish.action, locale);
        case 'help':
          return await say(asked, `${escapeText(WORDING[locale].explained)}\n\n${usage}`);
        case 'unknown':
          return await say(asked, `${words.unknownCommand}\n${usage}`);
      }
    } catch (error) {
      await say(asked, escapeText(telling.faultText(error, locale)));
      throw error;
    }
  };
}

export function createCommands(ask: (asked: Asked) => Promise<void>): Ears['command'] {
  return ({ team, payload }, respond) => {
    const { trigger_id: trigger, channel_id: channel, user_id: user, text } = payload;
    return ask({ id: `command:${trigger}`, team, channel, user, wish: readWish(text), respond, trigger });
  };
}
