// How a book begins in a channel that is a class: who may begin one, as whom, and with what. Asked again here whatever the
// platform has looked up before.

import type { Locale } from '../story.ts';
import { noEntry, noEntryText } from './classroom/entry.ts';
import type { ClassEvent } from './classroom/events.ts';
import { type Classroom, classId } from './classroom/facts.ts';
import { labelOf } from './classroom/labels.ts';
import { rulesOf } from './classroom/rules.ts';
import type { Place, Started } from './conversation/events.ts';
import { type Answer, notice } from './conversation/replies.ts';
import type { Session } from './conversation/session.ts';

export interface AdmissionOptions {
  readonly read: (id: string) => Promise<Classroom | undefined>;
  readonly hear: (id: string, event: ClassEvent) => Promise<Classroom | undefined>;
  readonly readSession: (id: string) => Promise<Session | undefined>;
}

export type Admission =
  /** Outside of classes, or in a book that is there already. */
  | { readonly type: 'free' }
  | { readonly type: 'refused'; readonly answers: readonly Answer[] }
  | { readonly type: 'joined'; readonly room: NonNullable<Place['room']>; readonly locale: Locale };

/** Joins the book that is being begun to its class. Every step is a turn of its own, and waits for no other. */
export async function admit(place: Place, started: Started, options: AdmissionOptions): Promise<Admission> {
  const { read, hear, readSession } = options;
  const { channel, label, actor } = started;
  const { id: book, thread, platform } = place;
  const id = channel === undefined ? undefined : classId(platform, channel);
  const before = id === undefined ? undefined : await read(id);
  if (id === undefined || !before) return { type: 'free' };
  const session = await readSession(book);
  if (session?.state === 'open') return { type: 'free' };
  const refusal = noEntry(before.settings, actor);
  if (refusal !== undefined)
    return { type: 'refused', answers: [notice(noEntryText(refusal, actor.locale ?? started.locale))] };
  // A thread may see one book after another; the class takes leave of the one before it.
  if (session?.state === 'deleted') await hear(id, { type: 'gone', book });
  const classroom = await hear(id, { type: 'joined', book, thread, ...(label !== undefined && { label }) });
  const joined = classroom?.books.find((one) => one.book === book);
  if (!classroom || !joined) return { type: 'free' };
  const { settings } = classroom;
  const { level, format, locale } = settings;
  const room = { classroom: id, label: labelOf(classroom, joined), rules: rulesOf(settings), level, format };
  return { type: 'joined', room, locale };
}
