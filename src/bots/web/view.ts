// The facts of a book as the page is told of them. Pure; drawing them is the page's own business.
import { sourcesOf } from '../../authorship.ts';
import { explainNote } from '../../explain.ts';
import { unsuitable } from '../../explain-values.ts';
import { fileNameFor } from '../../file-name.ts';
import { type Locale, MAX_PICTURES, type Passage } from '../../story.ts';
import { isAsking } from '../conversation/asking.ts';
import { captionMark, foreignCaption, foreignSentence, seenIn } from '../conversation/captions.ts';
import { cardOf, openCard, type Progress, usageLine } from '../conversation/card.ts';
import { bookForm, type Choice, type SceneForm, sceneForm, versionsForm } from '../conversation/forms.ts';
import { isUpToDate, jobsNeeded, troubleOf } from '../conversation/jobs-owed.ts';
import { missingFields } from '../conversation/manuscript.ts';
import { notesOf } from '../conversation/messages-owed.ts';
import { isBusy, nextStep } from '../conversation/next-step.ts';
import { howToPrint, printFileName } from '../conversation/printing.ts';
import type { CardPicture } from '../conversation/replies.ts';
import { isHeld, returnedWith, verdictOn } from '../conversation/review.ts';
import {
  chosenOf,
  type OpenSession,
  type Printed,
  type SceneFacts,
  type Session,
  styleOf,
} from '../conversation/session.ts';
import { WORDING } from '../conversation/wording.ts';
import type {
  BookView,
  ImageView,
  LeafView,
  NoticeView,
  OpenView,
  PageTextView,
  PlaceView,
  PrintedView,
  RemovedView,
  SceneView,
} from './view-types.ts';

export interface ViewOptions {
  readonly locale: Locale;
  /** Teachers see a book before they say yes to it, and at an address of their own. */
  readonly isTeacher: boolean;
  readonly notices: readonly NoticeView[];
  /** How far the work is that the book waits for. */
  readonly progress?: Progress;
  /** Most bytes of a picture file. */
  readonly largest: number;
}

const FORMS: readonly SceneForm[] = ['A', 'B', 'C'];

/** Where teachers look at books. */
export const TEACHERS = '/class';

const addressOf = (session: OpenSession): string => `/b/${session.thread}`;

function imageOf(session: OpenSession, scene: SceneFacts, size: 'small' | 'large'): ImageView | undefined {
  const { picture } = scene;
  if (!picture) return undefined;
  const { width, height, sha256 } = picture;
  // The address changes with the picture, so that a replaced one is fetched anew.
  return { url: `${addressOf(session)}/pictures/${scene.key}?size=${size}&of=${sha256.slice(0, 12)}`, width, height };
}

const images = (session: OpenSession, scene: SceneFacts): Pick<SceneView, 'small' | 'large'> => {
  const small = imageOf(session, scene, 'small');
  const large = imageOf(session, scene, 'large');
  return { ...(small && { small }), ...(large && { large }) };
};

function handsOf(passage: Passage): PageTextView['by'] {
  const isPerson = sourcesOf(passage).map(({ kind }) => kind === 'person');
  if (!isPerson.includes(true)) return 'engine';
  return isPerson.includes(false) ? 'both' : 'people';
}

function pageOf(session: OpenSession, scene: SceneFacts, locale: Locale): PageTextView | undefined {
  const chosen = chosenOf(scene);
  if (!chosen) return undefined;
  const [field] = scene.versions.length > 1 ? versionsForm(scene, { session, locale }).fields : [];
  const several = field?.kind === 'choice';
  // The labels are cut for chat services; here is room for whole texts.
  const versions: readonly Choice[] = several
    ? field.choices.map(({ value }, index) => ({ value, label: scene.versions[index]?.passage.text ?? value }))
    : [];
  return {
    text: chosen.passage.text,
    locked: scene.locked,
    awaited: scene.awaited,
    variation: scene.variation,
    versions,
    chosen: several ? field.value : '',
    by: handsOf(chosen.passage),
  };
}

/** Nothing was suggested yet, and something may be: the picture is being looked at, or words are being looked for. */
function isLookedFor(session: OpenSession, scene: SceneFacts): boolean {
  if (!scene.picture || scene.suggestions?.answered) return false;
  return scene.described ? isAsking(session, scene) : troubleOf(session) === undefined;
}

function sceneView(session: OpenSession, shown: CardPicture, locale: Locale): SceneView[] {
  const scene = session.scenes.find(({ key }) => key === shown.scene);
  if (!scene) return [];
  const { incoming } = scene;
  const name = incoming?.name ?? scene.picture?.name;
  const page = pageOf(session, scene, locale);
  const foreign = captionMark(session, scene, locale);
  const note = scene.suggestions?.answered?.note;
  const view: SceneView = {
    scene: scene.key,
    number: shown.number,
    state: shown.state,
    ...(incoming && { source: incoming.source }),
    ...(name !== undefined && { name }),
    ...images(session, scene),
    alt: shown.alt,
    missing: missingFields(scene),
    forms: FORMS.map((id) => sceneForm(id, scene, { session, locale })),
    looking: isLookedFor(session, scene),
    ...(page && { page }),
    ...(foreign !== undefined && { foreign }),
    ...(note && { suggestionsNote: explainNote(note, locale) }),
  };
  return [view];
}

function stageOf(session: OpenSession): OpenView['stage'] {
  if (!isBusy(session)) return session.book && !session.book.delivered && !isHeld(session) ? 'deliver' : 'none';
  const kinds = new Set(jobsNeeded(session).map(({ kind }) => kind));
  if (kinds.has('write')) return 'write';
  return kinds.has('print') ? 'print' : 'look';
}

const isInTrouble = (session: OpenSession): boolean => (troubleOf(session) ?? session.undelivered) !== undefined;

/** Only of words that are not fit; what else went wrong has no place. */
function placesOf(session: OpenSession, locale: Locale): readonly PlaceView[] {
  const trouble = troubleOf(session);
  if (trouble?.code !== 'text-unsuitable') return [];
  const { places } = trouble.details;
  return places.map((place) => {
    const scene = session.scenes[(place.page ?? 0) - 1]?.key;
    const field = place.part === 'told' ? 'text' : place.part;
    return { text: unsuitable(place, locale), field, ...(scene !== undefined && { scene }) };
  });
}

function foreignView(session: OpenSession, locale: Locale): OpenView['foreign'] {
  const text = foreignSentence(session, locale);
  const first = session.scenes.find((scene) => foreignCaption(session, scene));
  return text !== undefined && first ? { text, scene: first.key } : undefined;
}

/** The printed book, unless it still waits for a teacher's yes; teachers see it before. */
export const printedFor = (session: OpenSession, { isTeacher }: Pick<ViewOptions, 'isTeacher'>): Printed | undefined =>
  isTeacher || !isHeld(session) ? session.book : undefined;

/** Whose pages may be looked at: also a child's own book that came back, so that it sees what to mend. */
export const shownTo = (session: OpenSession, visitor: Pick<ViewOptions, 'isTeacher'>): Printed | undefined =>
  printedFor(session, visitor) ?? (returnedWith(session) === undefined ? undefined : session.book);

function classView(session: OpenSession): Pick<OpenView, 'classroom'> {
  const { room } = session;
  if (!room) return {};
  const review = verdictOn(session);
  const { label, state } = room;
  return { classroom: { label, state, ...(review && { review }) } };
}

/** The sheets of the printed book, cover first. */
export const leavesOf = (base: string, { request, pages }: Printed): readonly LeafView[] =>
  pages.map(({ width, height, text }, index) => ({
    url: `${base}/leaves/${index + 1}?of=${request}`,
    width,
    height,
    text,
  }));

function printedView(session: OpenSession, printed: Printed, options: ViewOptions): PrintedView {
  const { locale, isTeacher } = options;
  const base = `${isTeacher ? TEACHERS : ''}${addressOf(session)}`;
  const mayKeep = printedFor(session, options) !== undefined;
  const { booklet } = session;
  const made = booklet?.of.job === printed.job ? booklet.made : undefined;
  return {
    request: printed.request,
    title: printed.title,
    fileName: fileNameFor(printed.title, '.pdf'),
    ...(mayKeep && { pdf: `${base}/book.pdf?of=${printed.request}` }),
    ...(mayKeep &&
      booklet &&
      made && {
        booklet: {
          url: `${base}/booklet.pdf?of=${printed.request}.${styleOf(booklet)}`,
          name: printFileName(booklet, locale),
          how: howToPrint(booklet, made, locale),
        },
      }),
    upToDate: isUpToDate(session),
    notes: notesOf(session, printed, locale),
    leaves: leavesOf(base, printed),
  };
}

const removedView = (session: OpenSession, locale: Locale): readonly RemovedView[] =>
  session.removed.map((scene) => {
    const { small } = images(session, scene);
    return { scene: scene.key, alt: seenIn(session, scene, locale), ...(small && { small }) };
  });

/** Pictures that were taken out while their bytes were on the way may be put back. */
const awaited = ({ scenes, removed }: OpenSession): readonly string[] =>
  [...scenes, ...removed].flatMap(({ incoming }) => (incoming && !incoming.upload ? [incoming.source] : []));

function openView(session: OpenSession, options: ViewOptions): OpenView {
  const { locale, notices, progress, largest } = options;
  const card = openCard(session, locale, progress);
  const step = nextStep(session);
  const { titles } = session;
  const book = shownTo(session, options);
  const foreign = foreignView(session, locale);
  const helped = usageLine(session, locale);
  const note = session.title === undefined ? titles?.answered?.note : undefined;
  return {
    state: 'open',
    heading: card.heading,
    title: session.title ?? '',
    step: step.type,
    ...('scene' in step && { stepScene: step.scene.key }),
    next: step.type === 'review' && options.isTeacher ? WORDING[locale].nextDecide : card.next,
    ...(card.status !== undefined && { [isInTrouble(session) ? 'trouble' : 'status']: card.status }),
    places: placesOf(session, locale),
    ...(foreign && { foreign }),
    ...(helped !== undefined && { helped }),
    ...(note && { titlesNote: explainNote(note, locale) }),
    making: session.making,
    stage: stageOf(session),
    ...(card.progress && { progress: card.progress }),
    request: session.requests + 1,
    scenes: card.pictures.flatMap((picture) => sceneView(session, picture, locale)),
    awaited: awaited(session),
    removed: removedView(session, locale),
    about: bookForm({ session, locale }),
    room: MAX_PICTURES - session.scenes.length,
    largest,
    ...(book && { book: printedView(session, book, options) }),
    ...classView(session),
    notices,
  };
}

export function viewOf(session: Session, options: ViewOptions): BookView {
  if (session.state === 'open') return openView(session, options);
  const { heading, next } = cardOf(session, options.locale);
  return { state: 'deleted', heading, next };
}
