// Somebody presses a button about a class, wherever that stands: the class answers, and who may is for it to say.
import type { ClassAction } from '../../classroom/actions.ts';
import type { ClassListener } from '../class-telling.ts';
import type { Respond } from '../ears.ts';
import type { Press } from '../incoming/presses.ts';
import { note } from '../outgoing/blocks.ts';
import { escapeText } from '../outgoing/text.ts';
import type { BlockActions } from '../payloads.ts';
import { nameChannel } from '../thread.ts';
import type { Desk } from './desk.ts';
import { withWindow } from './patience.ts';

const OPENS_FORM: readonly string[] = ['form', 'label', 'fold'];

/** What no button of this version carries: the list of books says what there is to do. */
const OTHERWISE: ClassAction = { type: 'roster', from: 0 };

export interface ClassPressed {
  readonly team: string;
  readonly payload: BlockActions;
  readonly press: Extract<Press, { readonly about: 'class' }>;
  readonly respond: Respond;
}

export function createClassPresses(desk: Desk): (pressed: ClassPressed) => Promise<void> {
  const { reception, people, classTelling, telling } = desk;

  const hear = async ({ team, payload, press }: ClassPressed, listener: ClassListener) => {
    const actor = await people.actor(team, payload.user.id);
    const locale = actor.locale ?? listener.locale;
    const action = press.action ?? OTHERWISE;
    const event = { type: 'pressed', id: `press:${payload.trigger_id}`, actor, locale, action } as const;
    return { locale, answers: await reception.classes.receive({ channel: listener.channel, event }) };
  };

  return async (pressed) => {
    const { team, payload, press, respond } = pressed;
    const { trigger_id: trigger, user } = payload;
    const { channel: at, thread: ts, isPrivate } = press.at;
    const listener: ClassListener = {
      channel: nameChannel({ team, channel: press.channel }),
      at: { team, channel: at, ...(ts !== undefined && { ts }) },
      user: user.id,
      locale: people.knownLocale(team, user.id) ?? desk.locale,
      isPrivate,
      respond,
    };
    try {
      const hearing = hear(pressed, listener);
      const opens = OPENS_FORM.includes(press.action?.type ?? '');
      const opening = { team, locale: listener.locale, trigger };
      const [heard, ways] = opens ? await withWindow(desk, opening, hearing) : [await hearing, { trigger }];
      await classTelling.tell({ ...listener, ...ways, locale: heard.locale }, heard.answers);
    } catch (error) {
      const text = telling.faultText(error, listener.locale);
      await classTelling.say(listener, { text: escapeText(text), blocks: [note(text)] });
      throw error;
    }
  };
}
