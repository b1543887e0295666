// Somebody presses a button. A form that follows has to open within three seconds of the press: where the conversation
// takes longer, a window that says so is opened first and filled afterwards.
import type { Answer } from '../../conversation/replies.ts';
import type { Ears } from '../ears.ts';
import { readPress } from '../incoming/presses.ts';
import { TIMES } from '../limits.ts';
import { note } from '../outgoing/blocks.ts';
import { drawMoment } from '../outgoing/form.ts';
import { escapeText } from '../outgoing/text.ts';
import type { Listener } from '../telling.ts';
import { nameThread } from '../thread.ts';
import { type Desk, LATE, within } from './desk.ts';

const OPENS_FORM: readonly string[] = ['describe', 'detail', 'add', 'replace', 'edit', 'versions', 'book', 'delete'];

export function createPresses(desk: Desk): Ears['press'] {
  const { reception, people, messages, telling, clock, log } = desk;

  const windowFor = async (listener: Listener): Promise<Listener> => {
    const { trigger, spot, locale } = listener;
    if (trigger === undefined) return listener;
    try {
      const { id } = await messages.openView(spot.team, trigger, drawMoment(locale));
      return { ...listener, window: id };
    } catch (error) {
      log.warn({ err: error }, 'a window could not be opened');
    }
    const { trigger: _, ...late } = listener;
    return late;
  };

  return async ({ team, payload }, respond) => {
    const press = readPress(payload);
    if (!press) return;
    const { root, channel, inThread } = press;
    const spot = { team, channel, ts: root };
    // Nothing that this version knows, from a card of another: the card as it is says what there is to do.
    const action = press.action ?? ({ type: 'status' } as const);
    const id = `press:${payload.trigger_id}`;
    const listener: Listener = {
      spot,
      user: payload.user.id,
      locale: desk.locale,
      inThread,
      respond,
      trigger: payload.trigger_id,
    };
    const heard = (async (): Promise<{ listener: Listener; answers: readonly Answer[] }> => {
      const actor = await people.actor(team, payload.user.id);
      const answers = await reception.receive({
        thread: nameThread(spot),
        event: { type: 'pressed', id, actor, action },
      });
      return { listener: { ...listener, locale: actor.locale ?? desk.locale }, answers };
    })();
    try {
      const first = OPENS_FORM.includes(action.type) ? await within(clock, TIMES.openForm, heard) : await heard;
      const open = first === LATE ? await windowFor(listener) : undefined;
      const { listener: known, answers } = first === LATE ? await heard : first;
      const { window, trigger: _, ...rest } = open ?? {};
      const to = open ? { ...known, ...rest, locale: known.locale, ...(window !== undefined && { window }) } : known;
      await telling.tell(open ? withoutTrigger(to) : to, answers);
    } catch (error) {
      const text = telling.faultText(error, listener.locale);
      await telling.say(listener, { text: escapeText(text), blocks: [note(text)] });
      throw error;
    }
  };
}

/** It was used, or came too late. */
function withoutTrigger(listener: Listener): Listener {
  const { trigger: _, ...rest } = listener;
  return rest;
}
