// What people said, taken into the facts: who may do what, and that everything counts once. Pure.
import type { JobFailure } from '../../jobs.ts';
import { type Source, TEXT_LIMITS } from '../../story.ts';
import { classAct, classRefusal, isClassAct, isClassForm, restFor, submitClassAct } from './class-acts.ts';
import { contentHash, shortKey } from './content-hash.ts';
import type { Actor, PlacedEvent } from './events.ts';
import { forget } from './forget.ts';
import type { Asking } from './forms.ts';
import { giveUpIncoming, lose, post, remember, remove } from './pictures.ts';
import { isLooking, outdated, press } from './press.ts';
import { makeForPrinter } from './printing.ts';
import { receiptText } from './receipt.ts';
import { notice, type Spoken, silent } from './replies.ts';
import { type DeletedSession, newSession, type OpenSession, REMEMBERED, type Session } from './session.ts';
import { submit } from './submit.ts';
import { tidy } from './values.ts';
import { WORDING } from './wording.ts';

const NOT_RECEIVED: JobFailure = { code: 'picture-not-received', details: {}, retryable: false };

type Turn = Spoken<Session>;
type Heard = Exclude<PlacedEvent, { readonly type: 'started' | 'withdrawn' | 'lost' }>;
type PlacedStart = Extract<PlacedEvent, { readonly type: 'started' }>;

const joinedRoom = ({ classroom, label, rules }: NonNullable<PlacedStart['place']['room']>) => ({
  classroom,
  label,
  rules,
});

function start({ place, id, actor, locale, title, seed }: PlacedStart, before?: DeletedSession): Spoken<OpenSession> {
  const named = title === undefined ? '' : tidy(title, 'line').slice(0, TEXT_LIMITS.title);
  const made = Number.parseInt(contentHash(place.id).slice(0, 8), 16);
  const { room: joined, ...where } = place;
  const session = newSession({
    ...where,
    born: id,
    owner: actor.id,
    locale,
    seed: seed ?? made,
    ...(named && { title: named }),
  });
  const inClass = joined && {
    room: { ...joinedRoom(joined), state: 'open' as const },
    level: joined.level,
    format: joined.format,
  };
  // What was deleted before is still to go, though a new book begins in its place.
  const { posted = [], doomed = [] } = before ?? {};
  return silent({ ...session, ...inClass, doomed, ...(posted.length > 0 && { leftover: posted }) });
}

const mayAct = (session: OpenSession, actor: Actor): boolean => actor.teacher || actor.id === session.owner;

/** A teacher who makes a book of their own is its author like anybody else. */
const sourceOf = (session: OpenSession, { id, teacher }: Actor): Source =>
  teacher && id !== session.owner ? { kind: 'person', role: 'teacher' } : { kind: 'person' };

function withdraw(session: OpenSession, sources: readonly string[]): OpenSession {
  const known = sources.filter((source) => !session.known.includes(source));
  const remembered = { ...session, known: remember(session.known, known, REMEMBERED.known) };
  return sources.reduce((changed, source) => {
    const scene = changed.scenes.find((candidate) => (candidate.incoming?.source ?? candidate.source) === source);
    if (!scene) return changed;
    // A replacement that is taken back leaves the picture that was there.
    return scene.incoming && scene.picture ? giveUpIncoming(changed, source) : remove(changed, scene.key);
  }, remembered);
}

const isDeleting = (event: Heard): boolean =>
  event.type === 'pressed' ? event.action.type === 'delete' : event.type === 'submitted' && event.form === 'delete';

/** Why this person may not do this; `undefined` where they may. */
function refusalFor({ session, locale }: Asking, event: Heard): string | undefined {
  const isTeachers =
    event.type === 'pressed' ? isClassAct(event.action) : event.type === 'submitted' && isClassForm(event.form);
  if (isTeachers) return classRefusal(session, event.actor, locale);
  if (event.type === 'pressed' && isLooking(event.action)) return undefined;
  if (!mayAct(session, event.actor)) return WORDING[locale].notYours;
  // Whoever made a book may always have it deleted.
  return event.actor.teacher || isDeleting(event) ? undefined : restFor(session, locale);
}

function act(session: OpenSession, event: Exclude<PlacedEvent, PlacedStart>): Turn {
  if (event.type === 'withdrawn') return silent(withdraw(session, event.sources));
  if (event.type === 'lost') return silent(lose(session, event.sources, NOT_RECEIVED));
  const asking: Asking = { session, locale: event.actor.locale ?? session.locale };
  const refusal = refusalFor(asking, event);
  if (refusal !== undefined) return { session, answers: [notice(refusal)] };
  switch (event.type) {
    case 'posted': {
      const noticeKey = shortKey('note', [session.id, session.born, event.id]);
      return silent(post(session, { pictures: event.pictures, into: event.into, noticeKey }));
    }
    case 'pressed': {
      const { action, actor } = event;
      return isClassAct(action) ? classAct(asking, action, actor, outdated) : press(asking, action);
    }
    case 'submitted': {
      const { form, scene, values } = event;
      if (form === 'delete') {
        const gone = forget(session);
        const text = [WORDING[asking.locale].deleted, receiptText(gone, asking.locale)].join('\n');
        return { session: gone, answers: [notice(text)] };
      }
      if (isClassForm(form)) return submitClassAct(asking, { form, scene, values }, event.actor, outdated);
      if (form === 'print') return makeForPrinter(asking, { scene, values }, outdated);
      // Its pictures come as an event of their own.
      if (form === 'pictures') return silent(session);
      return submit(asking, { form, scene, values, by: sourceOf(session, event.actor) });
    }
  }
}

/** A person's event counts once. */
export function hearPerson(session: Session | undefined, event: PlacedEvent): Spoken<Session | undefined> {
  if (session?.seen.includes(event.id)) return silent(session);
  const locale = ('actor' in event ? event.actor.locale : undefined) ?? session?.locale ?? 'ko';
  const words = WORDING[locale];
  const turn = ((): Spoken<Session | undefined> => {
    if (event.type === 'started') {
      if (session?.state !== 'open') return start(event, session);
      const { answers } = press({ session, locale }, { type: 'status' });
      return { session, answers: [notice(words.alreadyHere), ...answers] };
    }
    if (session?.state === 'open') return act(session, event);
    return { session, answers: 'actor' in event && event.type !== 'posted' ? [notice(words.noBook)] : [] };
  })();
  if (!turn.session) return turn;
  const before = session?.seen ?? [];
  return { ...turn, session: { ...turn.session, seen: remember(before, [event.id], REMEMBERED.seen) } };
}
