// Somebody presses a button. A form that follows has to open within three seconds of the press. What is about a book goes to
// its conversation, also where it is pressed elsewhere; what is about a class is for `class-presses.ts`.
import type { Action } from '../../conversation/actions.ts';
import type { Answer } from '../../conversation/replies.ts';
import type { Ears, Respond } from '../ears.ts';
import { type Press, readPress } from '../incoming/presses.ts';
import { drawAnswers } from '../outgoing/answers.ts';
import { note } from '../outgoing/blocks.ts';
import { escapeText } from '../outgoing/text.ts';
import type { BlockActions } from '../payloads.ts';
import { addressOf, type Listener } from '../telling.ts';
import { nameThread } from '../thread.ts';
import { createClassPresses } from './class-presses.ts';
import type { Desk } from './desk.ts';
import { withWindow } from './patience.ts';

const OPENS_FORM: readonly string[] = [
  'describe',
  'detail',
  'caption',
  'add',
  'replace',
  'edit',
  'versions',
  'book',
  'booklet',
  'delete',
  'return',
  'hand',
];
/** After these the list of pages shows something else. */
const CHANGES_PAGES: readonly string[] = ['lock', 'unlock', 'retell'];

type BookPress = Extract<Press, { readonly about: 'book' }>;

interface Pressed {
  readonly id: string;
  readonly action: Action;
  readonly listener: Listener;
  readonly trigger: string;
}

interface Answered {
  readonly listener: Listener;
  readonly answers: readonly Answer[];
}

function createBookPresses(desk: Desk) {
  const { reception, people, telling } = desk;

  const hear = async ({ id, action, listener }: Omit<Pressed, 'trigger'>): Promise<Answered> => {
    const { spot, user } = listener;
    const actor = await people.actor(spot.team, user);
    const event = { type: 'pressed', id, actor, action } as const;
    const answers = await reception.receive({ thread: nameThread(spot), event });
    return { listener: { ...listener, locale: actor.locale ?? listener.locale }, answers };
  };

  const hearInTime = async (pressed: Pressed): Promise<Answered> => {
    const { action, listener, trigger } = pressed;
    const hearing = hear(pressed);
    const opening = { team: listener.spot.team, locale: listener.locale, trigger };
    const opens = OPENS_FORM.includes(action.type);
    const [heard, ways] = opens ? await withWindow(desk, opening, hearing) : [await hearing, { trigger }];
    return { answers: heard.answers, listener: { ...heard.listener, ...ways } };
  };

  /** The list of pages as it is now, in the place of the one whose button was pressed. */
  const renewPages = async (
    { id, listener }: Omit<Pressed, 'trigger'>,
    said: readonly Answer[],
    respond: Respond,
  ): Promise<void> => {
    const { answers } = await hear({ id: `${id}:pages`, action: { type: 'pages' }, listener });
    const { spot, locale, inThread, at } = listener;
    const drawing = { ...addressOf(spot, at), locale, inThread, fileFor: () => undefined };
    const drawn = drawAnswers([...said, ...answers], drawing);
    if (drawn) await respond({ response_type: 'ephemeral', replace_original: true, ...drawn });
  };

  return async (team: string, payload: BlockActions, press: BookPress, respond: Respond): Promise<void> => {
    const { trigger_id: trigger, user } = payload;
    const { root, channel, inThread, isAway, at } = press;
    const locale = people.knownLocale(team, user.id) ?? desk.locale;
    const place = { team, channel: at.channel, ...(at.thread !== undefined && { ts: at.thread }) };
    const away = isAway ? { at: place } : {};
    const listener = { spot: { team, channel, ts: root }, user: user.id, locale, inThread, respond, ...away };
    // What no button of this version carries is of another's card: the card as it is says what there is to do.
    const action = press.action ?? ({ type: 'status' } as const);
    const pressed = { id: `press:${trigger}`, action, listener, trigger };
    try {
      const { listener: known, answers } = await hearInTime(pressed);
      if (at.isPrivate && CHANGES_PAGES.includes(action.type)) {
        await renewPages({ ...pressed, listener: known }, answers, respond);
      } else await telling.tell(known, answers);
    } catch (error) {
      const text = telling.faultText(error, locale);
      await telling.say(listener, { text: escapeText(text), blocks: [note(text)] });
      throw error;
    }
  };
}

export function createPresses(desk: Desk): Ears['press'] {
  const pressBook = createBookPresses(desk);
  const pressClass = createClassPresses(desk);
  return async ({ team, payload }, respond) => {
    const press = readPress(payload);
    if (press?.about === 'book') return pressBook(team, payload, press, respond);
    if (press?.about === 'class') return pressClass({ team, payload, press, respond });
  };
}
