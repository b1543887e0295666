// Somebody sends a form of a class: its settings, an anthology, what a child is called. The window closes, shows what comes
// next, or what is to be mended beside its fields.
import type { ClassAnswer } from '../../classroom/replies.ts';
import type { ClassListener } from '../class-telling.ts';
import type { ViewAnswer } from '../ears.ts';
import { type ClassNote, readEntries } from '../incoming/submissions.ts';
import { classFieldErrors, drawClassForm, drawNotice } from '../outgoing/form.ts';
import type { ViewSubmission } from '../payloads.ts';
import { SLACK_WORDS } from '../wording.ts';
import type { Desk } from './desk.ts';
import { acknowledged, sendingId } from './patience.ts';

interface Heard {
  readonly listener: ClassListener;
  readonly answers: readonly ClassAnswer[];
}

export function createClassForms(desk: Desk): (payload: ViewSubmission, note: ClassNote) => Promise<ViewAnswer> {
  const { reception, people, classTelling, messages, log } = desk;

  const hear = async (payload: ViewSubmission, note: ClassNote): Promise<Heard> => {
    const { channel, class: form, about: of, at } = note;
    const { user, view } = payload;
    const actor = await people.actor(at.team, user.id);
    const locale = actor.locale ?? desk.locale;
    const { values } = readEntries(view);
    const id = sendingId(payload);
    const about = of === undefined ? {} : { about: of };
    const event = { type: 'submitted', id, actor, locale, form, values, ...about } as const;
    const answers = await reception.classes.receive({ channel, event });
    return { listener: { channel, at, user: user.id, locale, isPrivate: false }, answers };
  };

  const now = async ({ listener, answers }: Heard): Promise<ViewAnswer> => {
    for (const answer of answers) {
      const errors = answer.type === 'class-problems' ? classFieldErrors(answer.form, answer.problems) : undefined;
      if (errors) return { response_action: 'errors', errors };
      if (!('form' in answer)) continue;
      const problems = answer.type === 'class-problems' ? answer.problems : [];
      const view = drawClassForm(answer.form, { at: listener.at, locale: listener.locale, problems });
      return { response_action: 'update', view };
    }
    classTelling
      .tell(listener, answers)
      .catch((error: unknown) => log.error({ err: error }, 'somebody could not be answered'));
    return undefined;
  };

  const late = async ({ listener, answers }: Heard, window: string): Promise<void> => {
    if (answers.length > 0) return classTelling.tell({ ...listener, window }, answers);
    const { notice, finished } = SLACK_WORDS[listener.locale];
    return messages.updateView(listener.at.team, window, drawNotice(notice, finished, listener.locale));
  };

  return (payload, note) => {
    const { team } = note.at;
    const locale = people.knownLocale(team, payload.user.id) ?? desk.locale;
    return acknowledged(desk, { team, payload, locale, hearing: hear(payload, note), now, late });
  };
}
