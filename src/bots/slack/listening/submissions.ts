// Somebody sends a form. Slack waits for the acknowledgement, which says what becomes of the window: closed, the next
// form, or what is to be mended beside the fields.
import type { PersonEvent } from '../../conversation/events.ts';
import type { Form } from '../../conversation/forms.ts';
import type { Answer } from '../../conversation/replies.ts';
import type { Ears, ViewAnswer } from '../ears.ts';
import { postingsOf } from '../incoming/pictures.ts';
import { type FormNote, readClassNote, readEntries, readNote, VIEW_IDS } from '../incoming/submissions.ts';
import { drawNotice, fieldErrors } from '../outgoing/form.ts';
import type { ViewSubmission } from '../payloads.ts';
import type { Listener } from '../telling.ts';
import { readThread } from '../thread.ts';
import { SLACK_WORDS } from '../wording.ts';
import { createClassForms } from './class-forms.ts';
import type { Desk } from './desk.ts';
import { acknowledged, sendingId } from './patience.ts';

interface Heard {
  readonly listener: Listener;
  readonly answers: readonly Answer[];
}

function createHear({ reception, people, pictures, uploadOf, clock, locale: usual }: Desk) {
  return async (payload: ViewSubmission, note: FormNote): Promise<Heard> => {
    const { thread, scene, form, inThread, at } = note;
    const spot = readThread(thread);
    const { user, view } = payload;
    const actor = await people.actor(spot.team, user.id);
    const listener = { spot, user: user.id, locale: actor.locale ?? usual, inThread, ...(at && { at }) };
    const { values, files } = readEntries(view);
    const id = sendingId(payload);
    const about = scene === undefined ? {} : { scene };
    // Nobody's book takes pictures, and says nothing about it; a form for it is answered.
    if (form !== 'pictures' || (await reception.look(thread))?.state !== 'open') {
      const event: PersonEvent = { type: 'submitted', id, actor, form, values, ...about };
      return { listener, answers: await reception.receive({ thread, event }) };
    }
    const postings = postingsOf(files, (clock.now() / 1000).toFixed(6));
    await pictures.remember(spot.team, thread, postings);
    const into = scene === undefined ? {} : { into: scene };
    const event: PersonEvent = { type: 'posted', id, actor, pictures: postings.map(({ picture }) => picture), ...into };
    const uploads = postings.map((posting) => uploadOf(spot.team, posting));
    return { listener, answers: await reception.receive({ thread, event, uploads }) };
  };
}

export function createFormSubmissions(desk: Desk): (payload: ViewSubmission, note: FormNote) => Promise<ViewAnswer> {
  const { people, telling, messages, log } = desk;
  const hear = createHear(desk);

  const nextView = async (listener: Listener, form: Form): Promise<ViewAnswer> => ({
    response_action: 'update',
    view: await telling.formView(listener, form, { careful: true }),
  });

  const tellBeside = (listener: Listener, answers: readonly Answer[]): void => {
    telling
      .tell(listener, answers)
      .catch((error: unknown) => log.error({ err: error }, 'somebody could not be answered'));
  };

  /** What the acknowledgement says; everything else is told beside it. */
  const now = async ({ listener, answers }: Heard): Promise<ViewAnswer> => {
    for (const answer of answers) {
      if (answer.type === 'problems') {
        const errors = fieldErrors(answer.form, answer.problems);
        if (errors) return { response_action: 'errors', errors };
      }
      if (answer.type === 'saved' && answer.next) return nextView(listener, answer.next);
      if (answer.type === 'form') return nextView(listener, answer.form);
    }
    if (answers.length > 0) tellBeside(listener, answers);
    return undefined;
  };

  const late = async ({ listener, answers }: Heard, window: string): Promise<void> => {
    const saved = answers.find((answer) => answer.type === 'saved');
    const next = saved?.type === 'saved' ? saved.next : undefined;
    const shown: readonly Answer[] = next ? [{ to: 'actor', type: 'form', form: next }] : answers;
    if (shown.length > 0) return telling.tell({ ...listener, window }, shown);
    const { notice, finished } = SLACK_WORDS[listener.locale];
    return messages.updateView(listener.spot.team, window, drawNotice(notice, finished, listener.locale));
  };

  return (payload, note) => {
    const { team } = readThread(note.thread);
    const locale = people.knownLocale(team, payload.user.id) ?? desk.locale;
    return acknowledged(desk, { team, payload, locale, hearing: hear(payload, note), now, late });
  };
}

export function createSubmissions(
  desk: Desk,
  takeOffer: (team: string, payload: ViewSubmission) => void,
): Ears['submission'] {
  const takeForm = createFormSubmissions(desk);
  const takeClassForm = createClassForms(desk);
  return async ({ team, payload }) => {
    const { callback_id: id } = payload.view;
    const note = id === VIEW_IDS.form ? readNote(payload.view) : undefined;
    if (note) return takeForm(payload, note);
    const ofClass = id === VIEW_IDS.class ? readClassNote(payload.view) : undefined;
    if (ofClass) return takeClassForm(payload, ofClass);
    if (id === VIEW_IDS.offer) takeOffer(team, payload);
    return undefined;
  };
}
