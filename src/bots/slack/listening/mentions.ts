// The bot's name in a message: in a channel as good as the command, in a thread about the book that is talked about there.
import type { Action } from '../../conversation/actions.ts';
import { enter, Refused, refusalText } from '../entering.ts';
import { postingsIn } from '../incoming/pictures.ts';
import { isBare, readWhose, readWish, type Wish } from '../incoming/wishes.ts';
import { note } from '../outgoing/blocks.ts';
import { escapeText } from '../outgoing/text.ts';
import type { MessageEvent } from '../payloads.ts';
import { nameChannel, nameThread } from '../thread.ts';
import { SLACK_WORDS } from '../wording.ts';
import type { Asked } from './commands.ts';
import type { Desk } from './desk.ts';
import { createIsOpen, type Told } from './pictures.ts';

type Mention = Told<MessageEvent>;

/** What is looked at in the book's thread; a book that is to begin is there already. */
const actionFor = (wish: Wish): Action =>
  wish.type === 'press' ? wish.action : { type: wish.type === 'start' ? 'status' : 'help' };

/** In a channel the name begins a book where nothing else is said. */
function createInChannel({ messages }: Desk, ask: (asked: Asked) => Promise<void>) {
  return async ({ team, id, payload }: Mention, user: string): Promise<void> => {
    const { text = '', channel } = payload;
    const postings = postingsIn(payload);
    const asked = readWish(text);
    const begins = isBare(text) || (asked.type === 'unknown' && postings.length > 0);
    const wish = begins ? ({ type: 'start' } as const) : asked;
    const respond: Asked['respond'] = async (message) =>
      messages.whisper({ team, channel }, user, message as unknown as Parameters<typeof messages.whisper>[2]);
    await ask({ id, team, channel, user, wish, respond, postings });
  };
}

function createInThread(desk: Desk) {
  const { reception, people, telling, classTelling, beginnings } = desk;
  const isOpen = createIsOpen(desk);
  return async ({ team, id, payload }: Mention, root: string, user: string): Promise<void> => {
    const { text = '', channel } = payload;
    const spot = { team, channel, ts: root };
    const thread = nameThread(spot);
    const actor = await people.actor(team, user);
    const locale = actor.locale ?? desk.locale;
    const listener = { spot, user, locale, inThread: true };
    const wish = readWish(text);
    if (wish.type === 'class') {
      const name = nameChannel(spot);
      const event = { type: 'pressed', id, actor, locale, action: wish.action } as const;
      const answers = await reception.classes.receive({ channel: name, event });
      return classTelling.tell({ channel: name, at: spot, user, locale, isPrivate: false }, answers);
    }
    if (wish.type === 'start' && !(await isOpen(thread))) {
      const settings = await enter(reception.classes.look, spot, actor);
      const named = settings ? readWhose(wish.title ?? '') : { title: wish.title };
      await beginnings.begin({ id, team, channel, user, ...named, postings: postingsIn(payload), root });
      return;
    }
    if (wish.type === 'unknown') {
      // People talk about the bot, too: where there is no book, it stays silent.
      if (!(await isOpen(thread)) || postingsIn(payload).length > 0) return;
      const said = SLACK_WORDS[locale].unknownCommand;
      await telling.say(listener, { text: said, blocks: [note(said)] });
    }
    const answers = await reception.receive({ thread, event: { type: 'pressed', id, actor, action: actionFor(wish) } });
    await telling.tell(listener, answers);
  };
}

export function createMentions(desk: Desk, ask: (asked: Asked) => Promise<void>): (mention: Mention) => Promise<void> {
  const { telling, locale } = desk;
  const inChannel = createInChannel(desk, ask);
  const inThread = createInThread(desk);
  return async (mention) => {
    const { team, self, payload } = mention;
    const { thread_ts: root, ts, user, bot_id: bot, channel } = payload;
    if (user === undefined || bot !== undefined || user === self) return;
    if (root === undefined || root === ts) return inChannel(mention, user);
    try {
      await inThread(mention, root, user);
    } catch (error) {
      const text = error instanceof Refused ? refusalText(error, locale) : telling.faultText(error, locale);
      const listener = { spot: { team, channel, ts: root }, user, locale, inThread: true };
      await telling.say(listener, { text: escapeText(text), blocks: [note(text)] });
      if (!(error instanceof Refused)) throw error;
    }
  };
}
