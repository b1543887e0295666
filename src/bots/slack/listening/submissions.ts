// Somebody sends a form. Slack waits for the acknowledgement, which says what becomes of the window: closed, the next
// form, or what is to be mended beside the fields. Where the conversation takes longer, the window says so meanwhile.
import type { PersonEvent } from '../../conversation/events.ts';
import type { Form } from '../../conversation/forms.ts';
import type { Answer } from '../../conversation/replies.ts';
import type { Ears, ViewAnswer } from '../ears.ts';
import { postingsOf } from '../incoming/pictures.ts';
import { type FormNote, readEntries, readNote, VIEW_IDS } from '../incoming/submissions.ts';
import { TIMES } from '../limits.ts';
import { drawMoment, drawNotice, fieldErrors } from '../outgoing/form.ts';
import type { ViewSubmission } from '../payloads.ts';
import type { Listener } from '../telling.ts';
import { readThread } from '../thread.ts';
import { SLACK_WORDS } from '../wording.ts';
import { type Desk, LATE, within } from './desk.ts';

interface Sent {
  readonly payload: ViewSubmission;
  readonly note: FormNote;
  readonly listener: Listener;
}

export function createFormSubmissions(desk: Desk): (payload: ViewSubmission, note: FormNote) => Promise<ViewAnswer> {
  const { reception, people, pictures, telling, messages, uploadOf, clock, log } = desk;

  const hear = async ({ payload, note }: Sent): Promise<{ listener: Listener; answers: readonly Answer[] }> => {
    const spot = readThread(note.thread);
    const { user, view } = payload;
    const actor = await people.actor(spot.team, user.id);
    const listener = { spot, user: user.id, locale: actor.locale ?? desk.locale, inThread: note.inThread };
    const { values, files } = readEntries(view);
    // Each sending has a trigger of its own; the view keeps its id when it comes back to be mended.
    const id = `form:${payload.trigger_id ?? `${view.id}:${view.hash ?? ''}`}`;
    const { scene, form } = note;
    const about = scene === undefined ? {} : { scene };
    // Nobody's book takes pictures, and says nothing about it; a form for it is answered.
    if (form !== 'pictures' || (await reception.look(note.thread))?.state !== 'open') {
      const event: PersonEvent = { type: 'submitted', id, actor, form, values, ...about };
      return { listener, answers: await reception.receive({ thread: note.thread, event }) };
    }
    const postings = postingsOf(files, (clock.now() / 1000).toFixed(6));
    await pictures.remember(spot.team, note.thread, postings);
    const into = scene === undefined ? {} : { into: scene };
    const event: PersonEvent = { type: 'posted', id, actor, pictures: postings.map(({ picture }) => picture), ...into };
    const uploads = postings.map((posting) => uploadOf(spot.team, posting));
    return { listener, answers: await reception.receive({ thread: note.thread, event, uploads }) };
  };

  const nextView = async (listener: Listener, form: Form): Promise<ViewAnswer> => ({
    response_action: 'update',
    view: await telling.formView(listener, form, { careful: true }),
  });

  /** What the acknowledgement says; everything else is told beside it. */
  const acknowledge = async (listener: Listener, answers: readonly Answer[]): Promise<ViewAnswer> => {
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

  const tellBeside = (listener: Listener, answers: readonly Answer[]): void => {
    telling
      .tell(listener, answers)
      .catch((error: unknown) => log.error({ err: error }, 'somebody could not be answered'));
  };

  /** The window shows a word of patience; what belongs there comes when it is known. */
  const finishLate = async (sent: Sent, hearing: ReturnType<typeof hear>): Promise<void> => {
    const window = sent.payload.view.id;
    try {
      const { listener, answers } = await hearing;
      const saved = answers.find((answer) => answer.type === 'saved');
      const next = saved?.type === 'saved' ? saved.next : undefined;
      const shown: readonly Answer[] = next ? [{ to: 'actor', type: 'form', form: next }] : answers;
      if (shown.length > 0) await telling.tell({ ...listener, window }, shown);
      else await messages.updateView(listener.spot.team, window, done(listener));
    } catch (error) {
      log.error({ err: error }, 'a form could not be seen to');
      const { spot, locale } = sent.listener;
      const text = telling.faultText(error, locale);
      await messages.updateView(spot.team, window, drawNotice(SLACK_WORDS[locale].notice, text, locale));
    }
  };

  const done = ({ locale }: Listener) => drawNotice(SLACK_WORDS[locale].notice, SLACK_WORDS[locale].finished, locale);

  return async (payload, note) => {
    const listener = {
      spot: readThread(note.thread),
      user: payload.user.id,
      locale: people.knownLocale(readThread(note.thread).team, payload.user.id) ?? desk.locale,
      inThread: note.inThread,
    };
    const sent = { payload, note, listener };
    const hearing = hear(sent);
    try {
      const heard = await within(clock, TIMES.acknowledgeForm, hearing);
      if (heard !== LATE) return await acknowledge(heard.listener, heard.answers);
    } catch (error) {
      log.error({ err: error }, 'a form could not be seen to');
      return faultAnswer(payload, telling.faultText(error, listener.locale), listener);
    }
    finishLate(sent, hearing).catch((error: unknown) => log.error({ err: error }, 'a form could not be seen to'));
    return { response_action: 'update', view: drawMoment(listener.locale) };
  };
}

/** Nothing was kept: what was typed stays in the window, and the fault is told at its first field. */
function faultAnswer({ view }: ViewSubmission, text: string, { locale }: Listener): ViewAnswer {
  const [first] = Object.keys(view.state?.values ?? {});
  if (first !== undefined) return { response_action: 'errors', errors: { [first]: text } };
  return { response_action: 'update', view: drawNotice(SLACK_WORDS[locale].notice, text, locale) };
}

export function createSubmissions(
  desk: Desk,
  takeOffer: (team: string, payload: ViewSubmission) => void,
): Ears['submission'] {
  const takeForm = createFormSubmissions(desk);
  return async ({ team, payload }) => {
    const note = readNote(payload.view);
    if (payload.view.callback_id === VIEW_IDS.form && note) return takeForm(payload, note);
    if (payload.view.callback_id === VIEW_IDS.offer) takeOffer(team, payload);
    return undefined;
  };
}
