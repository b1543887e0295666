// The card: the facts of a session as people see them. Pure; which message it is drawn into is left to the platform.
import { explain, explainNote } from '../../explain.ts';
import type { JobNews } from '../../jobs.ts';
import { CLASSIFICATION_LABELS, FIELD_LABELS, LEVEL_LABELS } from '../../labels.ts';
import { type Locale, OPTIONAL_FIELDS } from '../../story.ts';
import { cardButtons, sceneButtons } from './buttons.ts';
import { captionMark, foreignSentence, seenIn } from './captions.ts';
import { jobsNeeded, troubleOf } from './jobs-owed.ts';
import { missingFields } from './manuscript.ts';
import { isBusy, type NextStep, nextStep } from './next-step.ts';
import { receiptText } from './receipt.ts';
import type { Card, CardPicture } from './replies.ts';
import { returnedWith } from './review.ts';
import { chosenOf, type OpenSession, type SceneFacts, type Session } from './session.ts';
import { WORDING } from './wording.ts';
import type { Words } from './words.ts';

export type Progress = Extract<JobNews, { readonly type: 'progress' }>;

const labels = (scene: SceneFacts, locale: Locale): readonly string[] =>
  missingFields(scene).map((field) => FIELD_LABELS[locale][field]);

function stateOf({ picture, incoming }: SceneFacts): CardPicture['state'] {
  if (incoming) return incoming.upload ? 'checking' : 'coming';
  return picture ? 'ready' : 'missing';
}

function fieldLine({ fields }: SceneFacts, locale: Locale): string {
  const kind = fields.classification && CLASSIFICATION_LABELS[locale][fields.classification];
  return [fields.name, fields.i_action, kind].filter(Boolean).join(' · ');
}

function lines(session: OpenSession, scene: SceneFacts, locale: Locale): readonly string[] {
  const words = WORDING[locale];
  const state = stateOf(scene);
  const chosen = chosenOf(scene);
  const missing = labels(scene, locale);
  const optional = OPTIONAL_FIELDS.flatMap((field) => {
    const value = scene.fields[field];
    return value ? [`${FIELD_LABELS[locale][field]} ${value}`] : [];
  });
  const atPicture = { coming: words.coming, checking: words.checking, missing: words.pictureGone, ready: '' }[state];
  return [
    atPicture,
    scene.caption ? words.described(scene.caption.text) : '',
    scene.remarks?.withheld && !scene.caption ? words.withheld : '',
    captionMark(session, scene, locale) ?? '',
    fieldLine(scene, locale),
    optional.join(' · '),
    chosen ? words.pageSays(chosen.passage.text, scene.locked) : '',
    missing.length > 0 ? words.needed(missing.join(', ')) : '',
  ].filter((line) => line !== '');
}

/** What a picture shows, for those who cannot see it. */
function altOf(said: string, number: number, words: Words): string {
  return said ? `${words.pictureNumber(number)}: ${said}` : words.pictureNumber(number);
}

const pictureOf = (session: OpenSession, scene: SceneFacts, locale: Locale): CardPicture => {
  const number = session.scenes.indexOf(scene) + 1;
  return {
    scene: scene.key,
    number,
    state: stateOf(scene),
    ...(scene.picture && { picture: scene.picture }),
    ...(scene.thumbnail && { thumbnail: scene.thumbnail }),
    alt: altOf(seenIn(session, scene, locale), number, WORDING[locale]),
    lines: lines(session, scene, locale),
    missing: labels(scene, locale),
    buttons: sceneButtons(session, scene, locale),
  };
};

export function nextSentence(step: NextStep, locale: Locale): string {
  const words = WORDING[locale];
  switch (step.type) {
    case 'add':
      return words.nextAdd;
    case 'replace':
      return words.nextReplace(step.number);
    case 'describe':
      return words.nextDescribe(step.number, labels(step.scene, locale).join(', '));
    case 'wait':
      return words.nextWait;
    case 'making':
      return words.nextMaking;
    case 'retry':
      return words.nextRetry;
    case 'deliver':
      return words.handsOver;
    case 'review':
      return words.nextReview;
    case 'returned':
      return words.nextReturned;
    case 'make':
      return words.nextMake;
    case 'remake':
      return words.nextRemake;
    case 'done':
      return words.nextDone;
  }
}

/** The next step, and what is worth mending before a book is made, though nothing waits for it. */
function nextOf(session: OpenSession, locale: Locale): string {
  const step = nextStep(session);
  const isBefore = step.type === 'make' || step.type === 'remake';
  const foreign = isBefore ? foreignSentence(session, locale) : undefined;
  return [nextSentence(step, locale), foreign].filter(Boolean).join(' ');
}

/** Tokens are what services count by; a book that cost none says nothing of it. */
export function usageLine({ used }: OpenSession, locale: Locale): string | undefined {
  const tokens = used.input + used.output;
  return tokens > 0 ? WORDING[locale].helped(tokens) : undefined;
}

/** Nothing is being made; what a teacher said, or why there is no booklet. */
function quietStatus(session: OpenSession, locale: Locale): string | undefined {
  const words = WORDING[locale];
  const comment = returnedWith(session);
  if (comment !== undefined) return words.returned(comment);
  const { booklet } = session;
  return booklet?.failure && words.bookletFailed(explain(booklet.failure, locale));
}

/** What is going on or went wrong; `undefined` when it is people's turn and nothing is wrong. */
function statusOf(session: OpenSession, locale: Locale, progress?: Progress): string | undefined {
  const words = WORDING[locale];
  const trouble = troubleOf(session) ?? session.undelivered;
  if (trouble) return words.faulty(explain(trouble, locale));
  if (!isBusy(session)) return quietStatus(session, locale);
  const kinds = new Set(jobsNeeded(session).map(({ kind }) => kind));
  if (kinds.has('receive') || kinds.has('describe')) return words.looks;
  if (kinds.has('write')) return words.writes(progress?.done, progress?.total);
  return kinds.has('print') ? words.prints : words.waitsFor;
}

/** What helped people on in another way than was wanted; said once, however often. */
function suggestionLines({ scenes, titles }: OpenSession, locale: Locale): readonly string[] {
  const answered = [...scenes.map(({ suggestions }) => suggestions?.answered), titles?.answered];
  const notes = answered.flatMap((each) => (each?.note ? [explainNote(each.note, locale)] : []));
  return [...new Set(notes)].map(WORDING[locale].ofSuggestions);
}

/** Likewise how captions were checked. */
function checkLines({ scenes }: OpenSession, locale: Locale): readonly string[] {
  return [...new Set(scenes.flatMap(({ remarks }) => (remarks?.note ? [explainNote(remarks.note, locale)] : [])))];
}

/** What the class knows the book by, and whether it rests. */
function roomLine({ room }: OpenSession, locale: Locale): readonly string[] {
  if (!room) return [];
  const words = WORDING[locale];
  const rests = { open: [], paused: [words.isPaused], closed: [words.isClosed] }[room.state];
  return [words.inClass(room.label), ...rests];
}

/** @param progress how far the job is that the book waits for. */
export function openCard(session: OpenSession, locale: Locale, progress?: Progress): Card {
  const words = WORDING[locale];
  const { scenes, authors, level, format } = session;
  const complete = scenes.filter((scene) => missingFields(scene).length === 0).length;
  const status = statusOf(session, locale, progress);
  const helped = usageLine(session, locale);
  return {
    heading: session.title ?? words.untitled,
    about: [
      ...roomLine(session, locale),
      words.bookline(LEVEL_LABELS[locale][level], words.formats[format]),
      ...(authors.length > 0 ? [words.by(authors.join(', '))] : []),
      ...(scenes.length > 0 ? [words.counted(scenes.length, complete)] : []),
      ...(helped === undefined ? [] : [helped]),
      ...suggestionLines(session, locale),
      ...checkLines(session, locale),
    ],
    pictures: scenes.map((scene) => pictureOf(session, scene, locale)),
    ...(status !== undefined && { status }),
    ...(progress && { progress: { done: progress.done, total: progress.total } }),
    next: nextOf(session, locale),
    buttons: cardButtons(session, locale),
  };
}

/** The card as it is, in the language asked for. */
export function cardOf(session: Session, locale: Locale = session.locale): Card {
  if (session.state === 'open') return openCard(session, locale);
  const words = WORDING[locale];
  return { heading: words.gone, about: [], pictures: [], next: receiptText(session, locale), buttons: [] };
}

/** The whole card as plain text: for notifications, screen readers and services without layout. */
export function cardText({ heading, about, pictures, status, next }: Card, locale: Locale): string {
  const scenes = pictures.map(({ number, lines: own }) =>
    [`${WORDING[locale].pictureNumber(number)}`, ...own].join('\n'),
  );
  return [[heading, ...about].join('\n'), ...scenes, [status, next].filter(Boolean).join('\n')].join('\n\n');
}
