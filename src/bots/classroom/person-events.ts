// What people said about a class: who may do what, and that everything counts once. Pure.
import type { ClassPersonEvent } from './events.ts';
import { type ClassPlace, type Classroom, newClassroom, REMEMBERED } from './facts.ts';
import type { Asking } from './forms.ts';
import { press } from './press.ts';
import { offerView, settingsView } from './settings-view.ts';
import { type ClassSpoken, notice, showing } from './spoken.ts';
import { submit } from './submit.ts';
import { WORDING } from './wording.ts';

/** What children may do as well: see what was approved, and have it shown again. */
export const isForEverybody = (event: ClassPersonEvent): boolean =>
  event.type === 'pressed' && (event.action.type === 'shelf' || event.action.type === 'send');

/** There is no class yet: a teacher makes one, or is offered to. */
function begin(event: ClassPersonEvent, place: ClassPlace, at: number): ClassSpoken<Classroom | undefined> {
  const { actor } = event;
  const locale = actor.locale ?? event.locale;
  if (isForEverybody(event)) return notice(undefined, WORDING[locale].noClass);
  if (event.type !== 'pressed' || event.action.type !== 'on') return showing(undefined, offerView(place, locale));
  const classroom = newClassroom({ ...place, teacher: actor.id, locale: event.locale, at });
  return showing(classroom, settingsView({ classroom, locale }, WORDING[locale].turnedOn));
}

function act(asking: Asking, event: ClassPersonEvent, at: number): ClassSpoken {
  const { actor, id } = event;
  if (event.type === 'pressed') return press(asking, { action: event.action, id, at, teacher: actor.teacher });
  const { form, about, values } = event;
  return submit(asking, { form, about, values, by: actor.id, at });
}

export function hearPerson(
  classroom: Classroom | undefined,
  event: ClassPersonEvent,
  { place, at }: { readonly place: ClassPlace; readonly at: number },
): ClassSpoken<Classroom | undefined> {
  if (classroom?.seen.includes(event.id)) return { classroom, answers: [] };
  const { actor } = event;
  const locale = actor.locale ?? classroom?.settings.locale ?? event.locale;
  // Asked of the service anew each time: whoever is no teacher any more can do nothing with an old button.
  if (!actor.teacher && !isForEverybody(event)) return notice(classroom, WORDING[locale].forTeachers);
  const spoken = classroom ? act({ classroom, locale }, event, at) : begin(event, place, at);
  if (!spoken.classroom) return spoken;
  const seen = [...(classroom?.seen ?? []), event.id].slice(-REMEMBERED.seen);
  return { ...spoken, classroom: { ...spoken.classroom, seen, touched: at } };
}
