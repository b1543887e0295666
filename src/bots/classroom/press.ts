// What happens when somebody presses a button about the class. That they may is settled before (`person-events.ts`).
import { shortKey } from '../conversation/content-hash.ts';
import { without } from '../conversation/session.ts';
import type { ClassAction } from './actions.ts';
import { withdraw } from './bytes.ts';
import { type Classroom, changeAnthology, changeBook } from './facts.ts';
import type { ClassFormId } from './form-ids.ts';
import { type Asking, bindForm, labelForm, printFormFor, settingsForm } from './forms.ts';
import { troubleOf, withoutTroubles } from './jobs-owed.ts';
import { lookView, rosterView } from './roster-view.ts';
import { settingsView } from './settings-view.ts';
import { shelfOf } from './shelf.ts';
import { shelfView } from './shelf-view.ts';
import { answerForm, type ClassSpoken, notice, showing } from './spoken.ts';
import { WORDING } from './wording.ts';

export interface Pressing {
  readonly action: ClassAction;
  /** The event's. */
  readonly id: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly teacher: boolean;
}

/** A child may have the same book posted again only so often, so that nobody's channel is flooded. */
const BETWEEN_COPIES = 3 * 60 * 1000;

function switched(asking: Asking, on: boolean): ClassSpoken {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const { settings } = classroom;
  const tried = on ? trying(classroom) : classroom;
  const changed =
    settings.on === on ? tried : { ...tried, settings: { ...settings, on, revision: settings.revision + 1 } };
  return showing(changed, settingsView({ classroom: changed, locale }, on ? words.turnedOn : words.turnedOff));
}

/** A desk that could not be reached is opened anew. */
function trying(classroom: Classroom): Classroom {
  if (!classroom.deskFailure) return classroom;
  const { desks } = classroom;
  return { ...(without(classroom, 'deskFailure', 'desk') as Classroom), desks: desks + 1 };
}

function postAnew(asking: Asking): ClassSpoken {
  const { classroom, locale } = asking;
  const { summary, desk } = classroom;
  const cleared =
    desk !== undefined && summary.ref !== undefined
      ? withdraw(classroom, [{ place: desk, refs: [summary.ref] }])
      : classroom;
  const anew = { ...trying(cleared), summary: { posts: summary.posts + 1 } };
  return notice(anew, WORDING[locale].summaryAgain);
}

function openForm(asking: Asking, form: ClassFormId): ClassSpoken {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  // They are opened from a book, and from an anthology.
  if (form === 'label') return notice(classroom, words.bookGone);
  if (form === 'print') return notice(classroom, words.anthologyGone);
  if (form !== 'bind') return { classroom, answers: [answerForm(settingsForm(form, asking))] };
  if (shelfOf(classroom).length === 0) return notice(classroom, words.nothingToBind);
  return { classroom, answers: [answerForm(bindForm(asking))] };
}

function aboutBook(asking: Asking, type: 'look' | 'label', key: string): ClassSpoken {
  const { classroom, locale } = asking;
  const book = classroom.books.find((candidate) => candidate.key === key);
  if (!book) return notice(classroom, WORDING[locale].bookGone);
  if (type === 'look') return showing(classroom, lookView(asking, book));
  return { classroom, answers: [answerForm(labelForm(book, asking))] };
}

function send(asking: Asking, { book: key, request }: ClassAction & { type: 'send' }, pressing: Pressing): ClassSpoken {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const shelved = shelfOf(classroom).find(({ book }) => book.key === key);
  if (shelved?.approved.request !== request) {
    const { answers } = notice(classroom, words.shelfChanged);
    return { classroom, answers: [...answers, ...showing(classroom, shelfView(asking, 0)).answers] };
  }
  const { copied } = shelved.book;
  const isLately = copied !== undefined && pressing.at - copied < BETWEEN_COPIES;
  if (isLately && !pressing.teacher) return notice(classroom, words.sentLately);
  const resend = { key: shortKey('copy', [classroom.id, pressing.id]), book: key };
  const marked = changeBook(classroom, key, (book) => ({ ...book, copied: pressing.at }));
  return notice({ ...marked, resends: [...marked.resends, resend] }, words.sending);
}

function aboutAnthology(asking: Asking, type: 'show' | 'fold' | 'again', number: number): ClassSpoken {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const anthology = classroom.anthologies.find((candidate) => candidate.number === number);
  if (!anthology) return notice(classroom, words.anthologyGone);
  if (type === 'again') return notice(withoutTroubles(classroom, anthology), words.tryingAgain);
  if (!anthology.bound) return notice(classroom, words.isBinding(anthology.title));
  const { shown, folded } = anthology;
  if (type === 'show') {
    if (shown) return notice(classroom, words.isShown);
    const changed = changeAnthology(classroom, number, (old) => ({ ...old, shown: { delivered: false } }));
    return notice(changed, words.showing);
  }
  const isInTheMaking = folded?.delivered === false && !troubleOf(classroom, anthology);
  if (isInTheMaking) return notice(classroom, words.folding);
  return { classroom, answers: [answerForm(printFormFor(anthology, asking))] };
}

export function press(asking: Asking, pressing: Pressing): ClassSpoken {
  const { classroom } = asking;
  const { action } = pressing;
  switch (action.type) {
    case 'on':
    case 'off':
      return switched(asking, action.type === 'on');
    case 'settings':
      return showing(classroom, settingsView(asking));
    case 'form':
      return openForm(asking, action.form);
    case 'summary':
      return postAnew(asking);
    case 'roster':
      return showing(classroom, rosterView(asking, action.from));
    case 'look':
    case 'label':
      return aboutBook(asking, action.type, action.book);
    case 'shelf':
      return showing(classroom, shelfView(asking, action.from));
    case 'send':
      return send(asking, action, pressing);
    case 'show':
    case 'fold':
    case 'again':
      return aboutAnthology(asking, action.type, action.anthology);
  }
}
