// "그림책에 넣기" on a message: its pictures go into the book of the thread that it is in, or may begin a new one.
import type { Locale } from '../../../story.ts';
import type { Actor } from '../../conversation/events.ts';
import { fileInfo } from '../downloads.ts';
import type { Ears } from '../ears.ts';
import { enter, Refused, refusalText } from '../entering.ts';
import { slackCode } from '../faults.ts';
import { type Posting, postingsIn, postingsOf } from '../incoming/pictures.ts';
import { type OfferNote, readEntries, readOffer } from '../incoming/submissions.ts';
import { LIMITS } from '../limits.ts';
import { note } from '../outgoing/blocks.ts';
import { drawNotice } from '../outgoing/form.ts';
import { drawOffer } from '../outgoing/offer.ts';
import type { MessageShortcut, SlackFile, ViewSubmission } from '../payloads.ts';
import { type ChannelSpot, nameThread } from '../thread.ts';
import { SLACK_WORDS } from '../wording.ts';
import { beginFault, marked } from './commands.ts';
import type { Desk } from './desk.ts';

export function createShortcuts(desk: Desk): Ears['shortcut'] {
  const { reception, call, people, pictures, messages, telling, uploadOf } = desk;

  const isMember = async (team: string, channel: string): Promise<boolean> => {
    try {
      const answer = await call(team, 'conversations.info', { channel }, { now: true });
      return (answer['channel'] as { readonly is_member?: boolean } | undefined)?.is_member !== false;
    } catch (error) {
      // A private channel that the bot is not in is not known to it at all. Anything else is told when the book begins.
      return slackCode(error) !== 'channel_not_found';
    }
  };

  const entryFor = async (place: ChannelSpot, actor: Actor, locale: Locale) => {
    try {
      const settings = await enter(reception.classes.look, place, actor);
      return { inClass: settings !== undefined, refusal: undefined };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { inClass: true, refusal: refusalText(error, locale) };
    }
  };

  const add = async (team: string, payload: MessageShortcut, root: string, postings: readonly Posting[]) => {
    const { user, channel, trigger_id: id } = payload;
    const spot = { team, channel: channel.id, ts: root };
    const thread = nameThread(spot);
    const actor = await people.actor(team, user.id);
    const locale = actor.locale ?? desk.locale;
    const session = await reception.look(thread);
    const known = session?.state === 'open' ? session.known : [];
    const fresh = postings.filter(({ picture }) => !known.includes(picture.source));
    await pictures.remember(team, thread, fresh);
    const answers = await reception.receive({
      thread,
      event: { type: 'posted', id: `shortcut:${id}`, actor, pictures: fresh.map(({ picture }) => picture) },
      uploads: fresh.map((posting) => uploadOf(team, posting)),
    });
    const listener = { spot, user: user.id, locale, inThread: true };
    await telling.tell(listener, answers);
    if (answers.length > 0) return;
    const words = SLACK_WORDS[locale];
    const text = fresh.length > 0 ? words.taken(fresh.length) : words.alreadyIn;
    await telling.say(listener, { text, blocks: [note(text)] });
  };

  return async ({ team, payload }, respond) => {
    const { user, channel, message, trigger_id: trigger } = payload;
    const root = message.thread_ts ?? message.ts;
    const isBook = (await reception.look(nameThread({ team, channel: channel.id, ts: root })))?.state === 'open';
    const postings = postingsIn(message).slice(0, LIMITS.filesInForm);
    if (isBook && postings.length > 0) return add(team, payload, root, postings);
    const actor = await people.actor(team, user.id);
    const locale = actor.locale ?? desk.locale;
    const words = SLACK_WORDS[locale];
    const entry = await entryFor({ team, channel: channel.id }, actor, locale);
    const canBegin = postings.length > 0 && entry.refusal === undefined && (await isMember(team, channel.id));
    const files = postings.map(({ file }) => file.id);
    const refusal = postings.length === 0 ? words.noPictures : (entry.refusal ?? words.invite);
    const view = canBegin
      ? drawOffer({ channel: channel.id, ts: message.ts, files, inClass: entry.inClass }, locale)
      : drawNotice(words.notice, refusal.replace(/`/g, ''), locale);
    try {
      await messages.openView(team, trigger, view);
    } catch (error) {
      await respond({
        response_type: 'ephemeral',
        replace_original: false,
        ...marked(canBegin ? words.expired : refusal),
      });
      throw error;
    }
  };
}

/** The offer was taken: its window closes at once, and the book begins behind it. */
export function createOffers(desk: Desk): (team: string, payload: ViewSubmission) => void {
  const { call, people, beginnings, messages, log } = desk;

  const postingsFor = async (team: string, { files, ts }: OfferNote): Promise<readonly Posting[]> => {
    const found: SlackFile[] = [];
    for (const id of files) found.push((await fileInfo(call, team, id))['file'] as SlackFile);
    return postingsOf(found, ts);
  };

  const begin = async (team: string, { user, view, trigger_id: trigger }: ViewSubmission): Promise<void> => {
    const offer = readOffer(view);
    if (!offer) return;
    const { channel } = offer;
    try {
      const { title = '', label = '' } = readEntries(view).values;
      const postings = await postingsFor(team, offer);
      const named = { title: title.trim(), label: label.trim() };
      await beginnings.begin({ id: `offer:${trigger ?? view.id}`, team, channel, user: user.id, ...named, postings });
    } catch (error) {
      const locale = (await people.actor(team, user.id)).locale ?? desk.locale;
      await messages.whisper({ team, channel }, user.id, marked(beginFault(error, locale)));
      throw error;
    }
  };

  return (team, payload) => {
    begin(team, payload).catch((error: unknown) => log.error({ err: error }, 'a book could not be begun'));
  };
}
