// The buttons of the card, of a scene and of a page: what can be done now, the next step first. Pure.
import { type Locale, MAX_PICTURES } from '../../story.ts';
import type { Action } from './actions.ts';
import { foreignCaption } from './captions.ts';
import { troubleOf } from './jobs-owed.ts';
import { missingFields } from './manuscript.ts';
import { isBusy, type NextStep, nextStep } from './next-step.ts';
import type { Button, PageView } from './replies.ts';
import { chosenOf, type OpenSession, type SceneFacts } from './session.ts';
import { WORDING } from './wording.ts';
import type { Words } from './words.ts';

const plain = (action: Action, label: string): Button => ({ action, label, style: 'plain' });
const primary = (action: Action, label: string): Button => ({ action, label, style: 'primary' });

export const deleteButton = (words: Words): Button => ({
  action: { type: 'delete' },
  label: words.delete,
  style: 'danger',
});

function stepButtons(step: NextStep, session: OpenSession, words: Words): readonly Button[] {
  const next = { request: session.requests + 1 };
  switch (step.type) {
    case 'add':
      return [primary({ type: 'add' }, words.add)];
    case 'replace':
      return [primary({ type: 'replace', scene: step.scene.key }, words.replace(step.number))];
    case 'describe':
      return [primary({ type: 'describe', scene: step.scene.key }, words.describe(step.number))];
    case 'retry':
      return [primary({ type: 'retry', request: session.requests }, words.retry)];
    // A picture is still being checked; the book waits for it by itself.
    case 'wait':
    case 'make':
      return [primary({ type: 'make', ...next }, words.make)];
    case 'remake':
      return [primary({ type: 'make', ...next }, words.remake)];
    case 'done':
      return [primary({ type: 'pages' }, words.pages), plain({ type: 'make', ...next }, words.sendAgain)];
    case 'returned':
      return [primary({ type: 'pages' }, words.pages), plain({ type: 'make', ...next }, words.remake)];
    case 'making':
    case 'deliver':
    case 'review':
      return [];
  }
}

const hasTexts = ({ scenes }: OpenSession): boolean => scenes.some((scene) => chosenOf(scene));

/** Where an engine's words were not fit, a page's text may be written instead, though it never had one. */
const hasPages = (session: OpenSession): boolean => hasTexts(session) || troubleOf(session)?.code === 'text-unsuitable';

const showsPages = ({ type }: NextStep): boolean => type === 'done' || type === 'returned';

/** At most eight. */
export function cardButtons(session: OpenSession, locale: Locale): readonly Button[] {
  const words = WORDING[locale];
  const step = nextStep(session);
  const [removed] = session.removed;
  const hasRoom = session.scenes.length < MAX_PICTURES;
  return [
    ...stepButtons(step, session, words),
    ...(isBusy(session) ? [plain({ type: 'stop', request: session.requests }, words.stop)] : []),
    ...(hasRoom && step.type !== 'add' ? [plain({ type: 'add' }, words.add)] : []),
    ...(hasPages(session) && !showsPages(step) ? [plain({ type: 'pages' }, words.pages)] : []),
    plain({ type: 'book' }, words.book),
    ...(removed && hasRoom ? [plain({ type: 'restore', scene: removed.key }, words.restore)] : []),
    plain({ type: 'help' }, words.help),
    deleteButton(words),
  ];
}

/** At most eight. */
export function sceneButtons(session: OpenSession, scene: SceneFacts, locale: Locale): readonly Button[] {
  const words = WORDING[locale];
  const { key } = scene;
  const index = session.scenes.indexOf(scene);
  const last = session.scenes.length - 1;
  const described = missingFields(scene).length === 0;
  return [
    plain({ type: 'describe', scene: key }, described ? words.change : words.describeThis),
    ...(foreignCaption(session, scene)
      ? [plain({ type: 'caption', scene: key }, words.fixCaption(words.languages[session.locale]))]
      : []),
    plain({ type: 'detail', scene: key, part: 'B' }, words.more),
    plain({ type: 'detail', scene: key, part: 'C' }, words.moreYet),
    ...(index > 0 ? [plain({ type: 'move', scene: key, to: index - 1 }, words.earlier)] : []),
    ...(index < last ? [plain({ type: 'move', scene: key, to: index + 1 }, words.later)] : []),
    plain({ type: 'replace', scene: key }, words.replaceThis),
    plain({ type: 'remove', scene: key }, words.remove),
  ];
}

function pageButtons(scene: SceneFacts, words: Words): readonly Button[] {
  const { key, versions, locked } = scene;
  const chosen = chosenOf(scene);
  return [
    plain({ type: 'edit', scene: key }, chosen ? words.edit : words.ownText),
    ...(chosen && !locked ? [plain({ type: 'retell', scene: key, version: scene.variation }, words.retell)] : []),
    ...(chosen ? [plain({ type: locked ? 'unlock' : 'lock', scene: key }, locked ? words.unlock : words.lock)] : []),
    ...(versions.length > 1 ? [plain({ type: 'versions', scene: key }, words.versions)] : []),
  ];
}

/** Every page with its text and what can be done about it. */
export const pageViews = (session: OpenSession, locale: Locale): readonly PageView[] =>
  session.scenes.map((scene, index) => ({
    scene: scene.key,
    number: index + 1,
    text: chosenOf(scene)?.passage.text ?? WORDING[locale].noTextYet,
    locked: scene.locked,
    buttons: pageButtons(scene, WORDING[locale]),
  }));
