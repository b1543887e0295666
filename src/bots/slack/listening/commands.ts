// `/storybook` in a channel, and the bot's name there. A command cannot be given in a thread, so it is about the person's
// own latest book in the channel.

import { isTalesError } from '../../../errors.ts';
import { explain } from '../../../explain.ts';
import type { Locale } from '../../../story.ts';
import type { Action } from '../../conversation/actions.ts';
import { WORDING } from '../../conversation/wording.ts';
import type { Ears, Respond } from '../ears.ts';
import { slackCode } from '../faults.ts';
import type { Posting } from '../incoming/pictures.ts';
import { readWish, type Wish } from '../incoming/wishes.ts';
import type { ChannelBook } from '../memory.ts';
import { markedNote } from '../outgoing/blocks.ts';
import type { Drawn } from '../outgoing/card.ts';
import { cutEscaped, escapeText } from '../outgoing/text.ts';
import { readThread, type Spot } from '../thread.ts';
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

const NOT_THERE: readonly string[] = ['not_in_channel', 'channel_not_found'];

/** Words of ours, with links in them. */
export const marked = (text: string): Drawn => ({ text, blocks: [markedNote(text)] });

/** Why nothing could be begun here, and what to do. */
export function beginFault(error: unknown, locale: Locale): string {
  if (NOT_THERE.includes(slackCode(error) ?? '')) return SLACK_WORDS[locale].invite;
  return escapeText(explain(isTalesError(error) ? error : { code: 'unexpected', details: {} }, locale));
}

export function createAsking(desk: Desk): (asked: Asked) => Promise<void> {
  const { reception, call, people, beginnings, telling, memory, log } = desk;

  const linkTo = async ({ team, channel, ts }: Spot): Promise<string> => {
    const { permalink } = await call(team, 'chat.getPermalink', { channel, message_ts: ts });
    return typeof permalink === 'string' ? permalink : '';
  };

  const openBooks = async ({ team, channel }: Asked): Promise<readonly ChannelBook[]> => {
    const listed = (await memory.books.get(`${team}:${channel}`)) ?? [];
    const found: ChannelBook[] = [];
    // The latest first, and no more than can be told.
    for (const book of listed.toReversed()) {
      if ((await reception.look(book.thread))?.state === 'open') found.push(book);
      if (found.length >= 10) break;
    }
    return found;
  };

  const say = async ({ respond }: Asked, text: string): Promise<void> =>
    respond({ response_type: 'ephemeral', replace_original: false, ...marked(text) });

  const begin = async (asked: Asked, title: string | undefined, locale: Locale): Promise<void> => {
    const { id, team, channel, user, postings = [] } = asked;
    // What is posted between two people is not told to the bot.
    if (channel.startsWith('D')) return say(asked, SLACK_WORDS[locale].noChannel);
    let spot: Spot;
    try {
      spot = await beginnings.begin({ id, team, channel, user, title, postings });
    } catch (error) {
      log.warn({ err: error }, 'a book could not be begun');
      return say(asked, beginFault(error, locale));
    }
    return say(asked, SLACK_WORDS[locale].started(await linkTo(spot)));
  };

  const listBooks = async (asked: Asked, books: readonly ChannelBook[], locale: Locale): Promise<void> => {
    const words = SLACK_WORDS[locale];
    if (books.length === 0) return say(asked, words.noOwnBook);
    const lines: string[] = [words.openBooks];
    for (const { thread } of books) {
      const session = await reception.look(thread);
      const title = (session?.state === 'open' && session.title) || WORDING[locale].untitled;
      lines.push(`• <${await linkTo(readThread(thread))}|${cutEscaped(title.replace(/\|/g, ' '), 150)}>`);
    }
    return say(asked, lines.join('\n'));
  };

  const press = async (asked: Asked, action: Action, locale: Locale): Promise<void> => {
    const { id, team, user, respond, trigger } = asked;
    const books = await openBooks(asked);
    const own = books.find(({ owner }) => owner === user);
    if (!own) return listBooks(asked, books, locale);
    const spot = readThread(own.thread);
    const actor = await people.actor(team, user);
    const answers = await reception.receive({ thread: own.thread, event: { type: 'pressed', id, actor, action } });
    const listener = { spot, user, locale, inThread: false, respond, ...(trigger !== undefined && { trigger }) };
    await telling.tell(listener, answers);
    if (action.type !== 'delete') await say(asked, SLACK_WORDS[locale].thisBook(await linkTo(spot)));
  };

  return async (asked) => {
    const { team, user, wish } = asked;
    const locale = (await people.actor(team, user)).locale ?? desk.locale;
    const words = SLACK_WORDS[locale];
    try {
      switch (wish.type) {
        case 'start':
          return await begin(asked, wish.title, locale);
        case 'press':
          return await press(asked, wish.action, locale);
        case 'help':
          return await say(asked, `${escapeText(WORDING[locale].explained)}\n\n${words.usage}`);
        case 'unknown':
          return await say(asked, `${words.unknownCommand}\n${words.usage}`);
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
