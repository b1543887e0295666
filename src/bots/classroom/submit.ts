// What happens when a teacher sends a form of the class. What is right is saved even where something else is to be mended.

import type { Problem } from '../conversation/form-parts.ts';
import { refilled } from '../conversation/forms.ts';
import { readOrder } from '../conversation/printing.ts';
import { checkValues } from '../conversation/values.ts';
import { bindFrom } from './bind.ts';
import { type Classroom, changeAnthology, changeBook } from './facts.ts';
import type { ClassFormId } from './form-ids.ts';
import { type Asking, labelForm, printFormFor, settingsForm, yesNo } from './forms.ts';
import { troubleOf, withoutTroubles } from './jobs-owed.ts';
import { freeLabel } from './labels.ts';
import { GRACE } from './rules.ts';
import type { ClassSettings } from './settings.ts';
import { settingsView } from './settings-view.ts';
import { answerForm, type ClassSpoken, notice, showing } from './spoken.ts';
import { expired } from './standing.ts';
import { readDay } from './term.ts';
import { WORDING } from './wording.ts';
import type { SettingsFormName } from './words.ts';

type Values = Readonly<Record<string, string>>;

export interface Submission {
  readonly form: ClassFormId;
  readonly about?: string | undefined;
  readonly values: Values;
  /** Who sent it. */
  readonly by: string;
  /** Unix milliseconds. */
  readonly at: number;
}

const BOOLEANS = ['approval', 'moderation', 'roomy', 'clearing'] as const satisfies readonly (keyof ClassSettings)[];

/** The values of a form as settings. They were held to the form's choices before. */
function settingsFrom({ termEnds, ...values }: Values): Partial<ClassSettings> {
  const booleans = BOOLEANS.flatMap((name) =>
    values[name] === undefined ? [] : [[name, values[name] === yesNo(true)]],
  );
  return { ...values, ...Object.fromEntries(booleans), ...(termEnds ? { termEnds } : {}) };
}

/** The last day of term: a real one, soon enough; and there where books are kept until then. */
function mendTerm(settings: ClassSettings, good: Values, { locale, at }: { locale: Asking['locale']; at: number }) {
  const words = WORDING[locale];
  const { termEnds: typed, ...rest } = good;
  const wanted = rest['retention'] ?? settings.retention;
  const withoutTerm = (text: string) => {
    const { retention, ...others } = rest;
    const values: Values = retention === undefined || retention === 'term' ? others : rest;
    return { values, problems: [{ field: 'termEnds', text }] satisfies readonly Problem[] };
  };
  if (typed === undefined || typed === '') {
    const isMissing = wanted === 'term' && (settings.termEnds === undefined || typed === '');
    return isMissing ? withoutTerm(words.problemNoDay) : { values: rest, problems: [] };
  }
  const read = readDay(typed, at);
  if ('fault' in read)
    return withoutTerm({ unread: words.problemDay, past: words.problemPast, far: words.problemFar }[read.fault]);
  return { values: { ...rest, termEnds: read.day }, problems: [] };
}

function saveSettings(classroom: Classroom, values: Values, at: number): Classroom {
  const before = classroom.settings;
  const after: ClassSettings = { ...before, ...settingsFrom(values) };
  const isChanged = Object.entries(after).some(([name, value]) => before[name as keyof ClassSettings] !== value);
  if (!isChanged) return classroom;
  const isKeptOtherwise = after.retention !== before.retention || after.termEnds !== before.termEnds;
  const settings = { ...after, revision: before.revision + 1 };
  return { ...classroom, settings, ...(isKeptOtherwise && { grace: at + GRACE }) };
}

function submitSettings(asking: Asking, id: SettingsFormName, { values, at }: Submission): ClassSpoken {
  const { classroom, locale } = asking;
  const form = settingsForm(id, asking);
  const { good, problems } = checkValues(form, values, locale);
  const term = id === 'care' ? mendTerm(classroom.settings, good, { locale, at }) : { values: good, problems: [] };
  const saved = saveSettings(classroom, term.values, at);
  const all = [...problems, ...term.problems];
  if (all.length > 0) return { classroom: saved, answers: [answerForm(refilled(form, values), all)] };
  const words = WORDING[locale];
  // Nothing goes before there was time to read this.
  const soon = saved.grace === classroom.grace ? [] : expired(saved, at + GRACE);
  const said = soon.length > 0 ? `${words.saved} ${words.goingSoon(soon.length)}` : words.saved;
  return showing(saved, settingsView({ classroom: saved, locale }, said));
}

function submitLabel(asking: Asking, { about: key, values }: Submission): ClassSpoken {
  const { classroom, locale } = asking;
  const book = classroom.books.find((candidate) => candidate.key === key);
  if (!book) return notice(classroom, WORDING[locale].bookGone);
  const form = labelForm(book, asking);
  const { good, problems } = checkValues(form, values, locale);
  const typed = good['label'];
  if (problems.length > 0) return { classroom, answers: [answerForm(refilled(form, values), problems)] };
  if (typed === undefined) return { classroom, answers: [] };
  const label = freeLabel(classroom, typed, book.key);
  return notice(
    changeBook(classroom, book.key, (old) => ({ ...old, label })),
    WORDING[locale].renamed(label),
  );
}

/** One file in one style at a time; what was made before stays. */
function submitPrint(asking: Asking, { about, values }: Submission): ClassSpoken {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const anthology = classroom.anthologies.find(({ number }) => String(number) === about);
  if (!anthology?.bound) return notice(classroom, words.anthologyGone);
  const form = printFormFor(anthology, asking);
  const order = readOrder(values, locale);
  if ('problems' in order) return { classroom, answers: [answerForm(refilled(form, values), order.problems)] };
  const { style } = order;
  const { folded } = anthology;
  if (folded?.delivered === false && !troubleOf(classroom, anthology)) return notice(classroom, words.folding);
  const wanted = { style, booklets: folded?.booklets ?? [], delivered: false, times: (folded?.times ?? 0) + 1 };
  const after = changeAnthology(classroom, anthology.number, (old) => ({ ...old, folded: wanted }));
  const retried = after.anthologies.find(({ number }) => number === anthology.number) ?? anthology;
  return notice(withoutTroubles(after, retried), words.folding);
}

export function submit(asking: Asking, submission: Submission): ClassSpoken {
  const { form } = submission;
  if (form === 'print') return submitPrint(asking, submission);
  if (form === 'bind') return bindFrom(asking, submission);
  return form === 'label' ? submitLabel(asking, submission) : submitSettings(asking, form, submission);
}
