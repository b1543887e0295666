// What happens when an allowed person presses something. Old presses change nothing and are answered with the card.
import { MAX_PICTURES } from '../../story.ts';
import type { Action } from './actions.ts';
import { pageViews } from './buttons.ts';
import { cardOf, nextSentence } from './card.ts';
import type { ClassAct } from './class-acts.ts';
import {
  type Asking,
  bookForm,
  captionForm,
  deleteForm,
  picturesForm,
  sceneForm,
  textForm,
  versionsForm,
} from './forms.ts';
import { troubleOf, tryAgain } from './jobs-owed.ts';
import { isWhole } from './manuscript.ts';
import { isBusy, nextStep } from './next-step.ts';
import { askAgain, lock, unlock } from './pages.ts';
import { move, remove, restore } from './pictures.ts';
import { askHowToPrint } from './printing.ts';
import { type Answer, notice, type Spoken } from './replies.ts';
import { changeScene, type OpenSession, type SceneFacts, without } from './session.ts';
import { WORDING } from './wording.ts';
import type { Words } from './words.ts';

type Turn = Spoken<OpenSession>;
type ForScene = Extract<Action, { readonly scene: string }>;

const card = (asking: Asking): Answer => ({ to: 'actor', type: 'card', card: cardOf(asking.session, asking.locale) });
export const outdated = (asking: Asking, text = WORDING[asking.locale].stale): Turn => ({
  session: asking.session,
  answers: [notice(text), card(asking)],
});
const says = (session: OpenSession, text: string): Turn => ({ session, answers: [notice(text)] });

function make(asking: Asking, request: number): Turn {
  const { session, locale } = asking;
  const words = WORDING[locale];
  if (request !== session.requests + 1) return session.making ? says(session, words.isMaking) : outdated(asking);
  const step = nextStep(session);
  if (!isWhole(session) && step.type !== 'wait') {
    return { session, answers: [notice(words.notComplete(nextSentence(step, locale))), card(asking)] };
  }
  const fresh = { ...without(tryAgain(session), 'undelivered'), requests: request, making: true };
  return says(fresh, words.making);
}

function stop(asking: Asking): Turn {
  const { session, locale } = asking;
  if (!isBusy(session)) return says(session, WORDING[locale].nothingToStop);
  const scenes = session.scenes.map((scene) => ({ ...scene, awaited: false }));
  return says({ ...session, making: false, scenes }, WORDING[locale].stopped);
}

const form = ({ session }: Asking, opened: Extract<Answer, { readonly type: 'form' }>['form']): Turn => ({
  session,
  answers: [{ to: 'actor', type: 'form', form: opened }],
});

function add(asking: Asking): Turn {
  const full = asking.session.scenes.length >= MAX_PICTURES;
  return full ? outdated(asking, WORDING[asking.locale].full(MAX_PICTURES)) : form(asking, picturesForm(asking));
}

/** A card below everything that was said since; what becomes of the old one is left to the platform. */
const resume = (asking: Asking): Turn => ({
  session: { ...asking.session, shown: { posts: asking.session.shown.posts + 1 } },
  answers: [],
});

function putBack(asking: Asking, key: string): Turn {
  const { session, locale } = asking;
  const words = WORDING[locale];
  if (!session.removed.some((scene) => scene.key === key)) return outdated(asking);
  if (session.scenes.length >= MAX_PICTURES) return says(session, words.full(MAX_PICTURES));
  const restored = restore(session, key);
  return says(restored, words.restored(restored.scenes.findIndex((scene) => scene.key === key) + 1));
}

function retell(asking: Asking, scene: SceneFacts, version: number): Turn {
  const { session, locale } = asking;
  if (scene.locked || scene.versions.length === 0 || scene.variation !== version) return outdated(asking);
  const words = WORDING[locale];
  if (!isWhole(session)) return says(session, words.notComplete(nextSentence(nextStep(session), locale)));
  return says(changeScene(session, scene.key, askAgain), words.retelling(session.scenes.indexOf(scene) + 1));
}

function pressScene(asking: Asking, action: ForScene, scene: SceneFacts): Turn {
  const { session } = asking;
  const words: Words = WORDING[asking.locale];
  const number = session.scenes.indexOf(scene) + 1;
  switch (action.type) {
    case 'describe':
      return form(asking, sceneForm('A', scene, asking));
    case 'caption':
      return form(asking, captionForm(scene, asking));
    case 'detail':
      return form(asking, sceneForm(action.part, scene, asking));
    case 'replace':
      return form(asking, picturesForm(asking, scene));
    case 'edit':
      return form(asking, textForm(scene, asking));
    case 'versions':
      return scene.versions.length > 1 ? form(asking, versionsForm(scene, asking)) : says(session, words.oneVersion);
    case 'move': {
      const moved = move(session, scene.key, action.to);
      return says(moved, words.moved(moved.scenes.findIndex(({ key }) => key === scene.key) + 1));
    }
    case 'remove':
      return says(remove(session, scene.key), words.removed(number));
    case 'retell':
      return retell(asking, scene, action.version);
    case 'lock': {
      if (scene.versions.length === 0) return says(session, words.noTextYet);
      return says(changeScene(session, scene.key, lock), words.lockedNow(number));
    }
    case 'unlock':
      return says(changeScene(session, scene.key, unlock), words.unlockedNow(number));
    case 'restore':
      return outdated(asking);
  }
}

/** What anybody may press: it changes nothing. */
export const isLooking = ({ type }: Action): boolean => type === 'status' || type === 'help' || type === 'pages';

export function press(asking: Asking, action: Exclude<Action, ClassAct>): Turn {
  const { session, locale } = asking;
  const words = WORDING[locale];
  switch (action.type) {
    case 'add':
      return add(asking);
    case 'book':
      return form(asking, bookForm(asking));
    case 'make':
      return make(asking, action.request);
    case 'retry':
      return troubleOf(session) ? says(tryAgain(session), words.making) : outdated(asking);
    case 'stop':
      return action.request === session.requests ? stop(asking) : outdated(asking);
    case 'cancel':
      return stop(asking);
    case 'pages':
      return {
        session,
        answers: [{ to: 'actor', type: 'pages', text: words.whichPage, pages: pageViews(session, locale) }],
      };
    case 'resume':
      return resume(asking);
    case 'status':
      return { session, answers: [card(asking)] };
    case 'help':
      return says(session, words.explained);
    case 'delete':
      return form(asking, deleteForm(words));
    case 'restore':
      return putBack(asking, action.scene);
    case 'booklet':
      return askHowToPrint(asking, action.request, outdated);
    default: {
      const scene = session.scenes.find(({ key }) => key === action.scene);
      return scene ? pressScene(asking, action, scene) : outdated(asking, words.sceneGone);
    }
  }
}
