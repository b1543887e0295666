// What Slack tells of by itself: pictures in threads, pictures taken back, the bot's name, the bot being taken out.
import type { Answer } from '../../conversation/replies.ts';
import { createSerial } from '../../serial.ts';
import type { Ears, Heard } from '../ears.ts';
import { readMessage, type Said } from '../incoming/messages.ts';
import { postingsIn } from '../incoming/pictures.ts';
import { isBare, readWish } from '../incoming/wishes.ts';
import { note } from '../outgoing/blocks.ts';
import { escapeText } from '../outgoing/text.ts';
import type { LeavingEvent, MessageEvent, SlackEvent } from '../payloads.ts';
import { nameThread } from '../thread.ts';
import { SLACK_WORDS } from '../wording.ts';
import type { Asked } from './commands.ts';
import type { Desk } from './desk.ts';

interface Told<E> extends Heard<E> {
  readonly id: string;
}

export function createEvents(desk: Desk, ask: (asked: Asked) => Promise<void>): Ears['event'] {
  const { reception, people, pictures, telling, beginnings, uploadOf, messages, catchingUp, log } = desk;
  /** One message after the other in each thread. */
  const serial = createSerial();

  const isOpen = async (thread: string): Promise<boolean> => (await reception.look(thread))?.state === 'open';

  const takePictures = async (told: Told<MessageEvent>, said: Extract<Said, { type: 'pictures' }>): Promise<void> => {
    const { team, id, payload } = told;
    const { root, user, ts, postings } = said;
    const spot = { team, channel: payload.channel, ts: root };
    const thread = nameThread(spot);
    // Pictures in threads without a book are nobody's business.
    if (!(await isOpen(thread))) return;
    const actor = await people.actor(team, user);
    const listener = { spot, user, locale: actor.locale ?? desk.locale, inThread: true };
    let answers: readonly Answer[];
    try {
      await pictures.remember(team, thread, postings, { inThread: true });
      answers = await reception.receive({
        thread,
        event: { type: 'posted', id, actor, pictures: postings.map(({ picture }) => picture) },
        uploads: postings.map((posting) => uploadOf(team, posting)),
        ...(catchingUp.isComplete(thread) && { mark: ts }),
      });
    } catch (error) {
      // No later message may move the mark past what was not kept.
      catchingUp.dropped(thread);
      const text = telling.faultText(error, listener.locale);
      await telling.say(listener, { text: escapeText(text), blocks: [note(text)] });
      throw error;
    }
    await telling.tell(listener, answers);
  };

  const takeMessage = async (told: Told<MessageEvent>): Promise<void> => {
    const { team, id, self, payload } = told;
    const said = readMessage(payload, self);
    if (!said) return;
    const thread = nameThread({ team, channel: payload.channel, ts: said.root });
    await serial.run(thread, async () => {
      if (said.type === 'pictures') await takePictures(told, said);
      else if (await isOpen(thread))
        await reception.receive({ thread, event: { type: 'withdrawn', id, sources: said.sources } });
    });
  };

  const takeDeletedFile = async (team: string, id: string, file: string): Promise<void> => {
    const posted = await pictures.postedAs(team, file);
    for (const thread of new Set(posted.map((place) => place.thread))) {
      if (!(await isOpen(thread))) continue;
      const sources = posted.filter((place) => place.thread === thread).map(({ source }) => source);
      await reception.receive({ thread, event: { type: 'withdrawn', id, sources } });
    }
  };

  /** In a channel the bot's name is as good as the command, and begins a book where nothing else is said. */
  const takeMentionInChannel = async ({ team, id, payload }: Told<MessageEvent>, user: string): Promise<void> => {
    const { text = '', channel } = payload;
    const postings = postingsIn(payload);
    const asked = readWish(text);
    const begins = isBare(text) || (asked.type === 'unknown' && postings.length > 0);
    const wish = begins ? ({ type: 'start' } as const) : asked;
    const respond: Asked['respond'] = async (message) =>
      messages.whisper({ team, channel }, user, message as unknown as Parameters<typeof messages.whisper>[2]);
    await ask({ id, team, channel, user, wish, respond, postings });
  };

  const takeMentionInThread = async ({ team, id, payload }: Told<MessageEvent>, root: string, user: string) => {
    const { text = '', channel } = payload;
    const spot = { team, channel, ts: root };
    const thread = nameThread(spot);
    const actor = await people.actor(team, user);
    const locale = actor.locale ?? desk.locale;
    const listener = { spot, user, locale, inThread: true };
    const wish = readWish(text);
    if (wish.type === 'start' && !(await isOpen(thread))) {
      await beginnings.begin({ id, team, channel, user, title: wish.title, postings: postingsIn(payload), root });
      return;
    }
    if (wish.type === 'unknown') {
      // People talk about the bot, too: where there is no book, it stays silent.
      if (!(await isOpen(thread)) || postingsIn(payload).length > 0) return;
      const said = SLACK_WORDS[locale].unknownCommand;
      await telling.say(listener, { text: said, blocks: [note(said)] });
    }
    const looks = wish.type === 'press' ? wish.action : ({ type: wish.type === 'start' ? 'status' : 'help' } as const);
    const answers = await reception.receive({ thread, event: { type: 'pressed', id, actor, action: looks } });
    await telling.tell(listener, answers);
  };

  const takeMention = async (told: Told<MessageEvent>): Promise<void> => {
    const { thread_ts: root, ts, user, bot_id: bot } = told.payload;
    if (user === undefined || bot !== undefined || user === told.self) return;
    if (root === undefined || root === ts) return takeMentionInChannel(told, user);
    try {
      await takeMentionInThread(told, root, user);
    } catch (error) {
      const { team, payload } = told;
      const text = telling.faultText(error, desk.locale);
      const spot = { team, channel: payload.channel, ts: root };
      await telling.say(
        { spot, user, locale: desk.locale, inThread: true },
        { text: escapeText(text), blocks: [note(text)] },
      );
      throw error;
    }
  };

  const takeLeaving = async ({ team, organisation, payload: event }: Told<LeavingEvent>): Promise<void> => {
    if (event.type === 'tokens_revoked' && (event.tokens?.bot?.length ?? 0) === 0) return;
    log.info({ team }, 'the bot was taken out of a workspace');
    await desk.forget(team, organisation);
  };

  return async (told) => {
    const { team, id, payload } = told;
    const about = <E extends SlackEvent>(event: E): Told<E> => ({ ...told, payload: event });
    switch (payload.type) {
      case 'message':
        return takeMessage(about(payload));
      case 'app_mention':
        return takeMention(about(payload));
      case 'file_deleted':
        return takeDeletedFile(team, id, payload.file_id);
      default:
        return takeLeaving(about(payload));
    }
  };
}
