// Somebody presses a button. A form that follows has to open within three seconds of the press: where the conversation
// takes longer, a window that says so is opened first and filled afterwards.
import type { Action } from '../../conversation/actions.ts';
import type { Answer } from '../../conversation/replies.ts';
import type { Ears, Respond } from '../ears.ts';
import { readPress } from '../incoming/presses.ts';
import { TIMES } from '../limits.ts';
import { drawAnswers } from '../outgoing/answers.ts';
import { note } from '../outgoing/blocks.ts';
import { drawMoment } from '../outgoing/form.ts';
import { escapeText } from '../outgoing/text.ts';
import type { Listener } from '../telling.ts';
import { nameThread } from '../thread.ts';
import { type Desk, LATE, within } from './desk.ts';

const OPENS_FORM: readonly string[] = [
  'describe',
  'detail',
  'caption',
  'add',
  'replace',
  'edit',
  'versions',
  'book',
  'delete',
];
/** After these the list of pages shows something else. */
const CHANGES_PAGES: readonly string[] = ['lock', 'unlock', 'retell'];

interface Pressed {
  readonly id: string;
  readonly action: Action;
  readonly listener: Listener;
}

interface Answered {
  readonly listener: Listener;
  readonly answers: readonly Answer[];
}

export function createPresses(desk: Desk): Ears['press'] {
  const { reception, people, messages, telling, clock, log } = desk;

  const hear = async ({ id, action, listener }: Pressed): Promise<Answered> => {
    const { spot, user } = listener;
    const actor = await people.actor(spot.team, user);
    const event = { type: 'pressed', id, actor, action } as const;
    const answers = await reception.receive({ thread: nameThread(spot), event });
    return { listener: { ...listener, locale: actor.locale ?? listener.locale }, answers };
  };

  /** A window that asks for patience, or none where even that could not be opened. */
  const openWindow = async ({ spot, locale, trigger = '' }: Listener): Promise<string | undefined> => {
    try {
      return (await messages.openView(spot.team, trigger, drawMoment(locale))).id;
    } catch (error) {
      log.warn({ err: error }, 'a window could not be opened');
      return undefined;
    }
  };

  const hearInTime = async (pressed: Pressed): Promise<Answered> => {
    const hearing = hear(pressed);
    if (!OPENS_FORM.includes(pressed.action.type)) return hearing;
    const heard = await within(clock, TIMES.openForm, hearing);
    if (heard !== LATE) return heard;
    const window = await openWindow(pressed.listener);
    const { listener, answers } = await hearing;
    // The trigger was used, or is too old.
    const { trigger: _, ...rest } = listener;
    return { listener: { ...rest, ...(window !== undefined && { window }) }, answers };
  };

  /** The list of pages as it is now, in the place of the one whose button was pressed. */
  const renewPages = async ({ listener, id }: Pressed, said: readonly Answer[], respond: Respond): Promise<void> => {
    const { answers } = await hear({ id: `${id}:pages`, action: { type: 'pages' }, listener });
    const { spot, locale, inThread } = listener;
    const drawn = drawAnswers([...said, ...answers], { root: spot.ts, locale, inThread, fileFor: () => undefined });
    if (drawn) await respond({ response_type: 'ephemeral', replace_original: true, ...drawn });
  };

  return async ({ team, payload }, respond) => {
    const press = readPress(payload);
    if (!press) return;
    const { trigger_id: trigger, user } = payload;
    const { root, channel, inThread, isPrivate } = press;
    const locale = people.knownLocale(team, user.id) ?? desk.locale;
    const listener = { spot: { team, channel, ts: root }, user: user.id, locale, inThread, respond, trigger };
    // What no button of this version carries is of another's card: the card as it is says what there is to do.
    const action = press.action ?? ({ type: 'status' } as const);
    const pressed: Pressed = { id: `press:${trigger}`, action, listener };
    try {
      const { listener: known, answers } = await hearInTime(pressed);
      if (isPrivate && CHANGES_PAGES.includes(action.type)) {
        await renewPages({ ...pressed, listener: known }, answers, respond);
      } else await telling.tell(known, answers);
    } catch (error) {
      const text = telling.faultText(error, locale);
      await telling.say(listener, { text: escapeText(text), blocks: [note(text)] });
      throw error;
    }
  };
}
