// What only teachers do with a book of their class: say yes or give it back, stop and go on, hand it over. Pure.
import { TEXT_LIMITS } from '../../story.ts';
import type { Action } from './actions.ts';
import type { Actor } from './events.ts';
import { type Asking, type FormId, handForm, returnForm } from './forms.ts';
import { isUpToDate, tryAgain } from './jobs-owed.ts';
import { isWhole } from './manuscript.ts';
import { printName, requestIn } from './print-name.ts';
import { notice, type Spoken } from './replies.ts';
import { approve, giveBack, isWaiting } from './review.ts';
import type { RoomState } from './room.ts';
import { type OpenSession, without } from './session.ts';
import { tidy } from './values.ts';
import { WORDING } from './wording.ts';

type Turn = Spoken<OpenSession>;

export type ClassAct = Extract<Action, { readonly type: 'approve' | 'return' | 'pause' | 'reopen' | 'close' | 'hand' }>;
export interface ClassSubmission {
  readonly form: 'return' | 'hand';
  /** Of `return`: names the printed book that the form was opened for. */
  readonly scene?: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

const CLASS_ACTS: readonly Action['type'][] = ['approve', 'return', 'pause', 'reopen', 'close', 'hand'];
export const isClassForm = (form: FormId): form is ClassSubmission['form'] => form === 'return' || form === 'hand';
export const isClassAct = (action: Action): action is ClassAct => CLASS_ACTS.includes(action.type);

const says = (session: OpenSession, text: string): Turn => ({ session, answers: [notice(text)] });

/** Why this person may not; `undefined` where they may. */
export function classRefusal(session: OpenSession, actor: Actor, locale: Asking['locale']): string | undefined {
  const words = WORDING[locale];
  if (!session.room) return words.noClass;
  return actor.teacher ? undefined : words.forTeachers;
}

/** Why nobody but a teacher may change the book just now; `undefined` where its owner may. */
export function restFor({ room }: OpenSession, locale: Asking['locale']): string | undefined {
  if (room?.state === 'paused') return WORDING[locale].isPaused;
  return room?.state === 'closed' ? WORDING[locale].isClosed : undefined;
}

/** Whether the button was about the book that waits now. */
const isAbout = (session: OpenSession, request: number): boolean =>
  isWaiting(session) && session.book?.request === request;

function become(session: OpenSession, state: RoomState, text: string): Turn {
  if (!session.room) return says(session, text);
  return says({ ...session, room: { ...session.room, state } }, text);
}

/** The button was about a book that somebody, another teacher perhaps, has said yes to or given back already. */
const isDecided = ({ review }: OpenSession, request: number): boolean =>
  review !== undefined && review.state !== 'waiting' && review.request === request;

/** Yes to what was looked at; what was mended since is printed first and looked at once more. */
function sayYes({ session, locale }: Asking, actor: Actor): Turn {
  const words = WORDING[locale];
  if (isUpToDate(session)) return says(approve(session, actor.id), words.approvedNow);
  if (!isWhole(session)) return says(session, words.stillMended);
  if (session.making) return says(session, words.remadeFirst);
  const fresh = { ...without(tryAgain(session), 'undelivered'), requests: session.requests + 1, making: true };
  return says(fresh, words.remadeFirst);
}

/** @param outdated answers a press on what is not so any more. */
export function classAct(asking: Asking, action: ClassAct, actor: Actor, outdated: (asking: Asking) => Turn): Turn {
  const { session, locale } = asking;
  const words = WORDING[locale];
  switch (action.type) {
    case 'approve':
    case 'return': {
      if (isDecided(session, action.request)) return says(session, words.decidedAlready);
      if (!isAbout(session, action.request)) return outdated(asking);
      if (action.type === 'approve') return sayYes(asking, actor);
      const form = { ...returnForm(asking), scene: printName(action.request) };
      return { session, answers: [{ to: 'actor', type: 'form', form }] };
    }
    case 'pause':
      return become(session, 'paused', words.pausedNow);
    case 'reopen':
      return become(session, 'open', words.reopenedNow);
    case 'close':
      return become(session, 'closed', words.closedNow);
    case 'hand':
      return { session, answers: [{ to: 'actor', type: 'form', form: handForm(asking) }] };
  }
}

/** @param outdated as above. */
export function submitClassAct(
  asking: Asking,
  { form, scene, values }: ClassSubmission,
  actor: Actor,
  outdated: (asking: Asking) => Turn,
): Turn {
  const { session, locale } = asking;
  const words = WORDING[locale];
  if (form === 'return') {
    const request = requestIn(scene);
    if (request === undefined) return outdated(asking);
    if (isDecided(session, request)) return says(session, words.decidedAlready);
    // Another print may have taken its place while the form was open: nobody has looked at that one.
    if (!isAbout(session, request)) return outdated(asking);
    const comment = tidy(values['comment'] ?? '', 'lines').slice(0, TEXT_LIMITS.field);
    return says(giveBack(session, actor.id, comment), words.returnedNow);
  }
  const owner = tidy(values['owner'] ?? '', 'line');
  if (owner === '' || owner === session.owner) return says(session, words.handedNobody);
  return says({ ...session, owner, welcomed: false }, words.handedNow);
}
