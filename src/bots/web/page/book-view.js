// The third step: what the book is called and how it is made; then the making; then the book itself.

import { ask } from './asking.js';
import { createCover } from './cover.js';
import { h, refill, setText } from './dom.js';
import { createField } from './fields.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { createMaking, isBeingMade } from './making.js';
import { button } from './parts.js';
import { createTexts } from './texts.js';
import { createViewer } from './viewer.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../view-types.ts').OpenView} OpenView */

/** Steps that a person has to take before the book can be made. */
const OPEN = ['add', 'replace', 'describe'];
/** A teacher looks at the book, or has given it back: what is said then stands above all. */
const REVIEWED = ['review', 'returned'];
/** Before a book is made: what may be mended, though nothing waits for it. */
const BEFORE = ['make', 'remake'];

/**
 * @param {Desk} desk
 * @param {(view: OpenView) => void} goToStep where the next step is taken
 * @param {(scene: string, field: string) => void} goToField where something about a picture is changed
 * @param {boolean} isTeacher
 */
export function createBookView(desk, goToStep, goToField, isTeacher) {
  const cover = createCover();
  const fields = h('div', { class: 'fields' });
  /** @type {Map<string, import('./fields.js').DrawnField>} */
  const drawn = new Map();
  const making = createMaking(desk);
  const viewer = createViewer(
    () => void remake(),
    (request) => void ask(desk, `booklet.${request}`),
  );
  const texts = createTexts(desk);
  const todo = h('div', { class: 'todo' });
  const remake = async () => {
    // Words that are still being written belong into the book that is asked for.
    if (!(await texts.saveOpen())) return desk.say(words.unsaved);
    const { view } = desk;
    if (view) await desk.press(view.step === 'retry' ? `retry.${view.request - 1}` : `make.${view.request}`);
  };
  const make = button(words.make, { icon: 'book', kind: 'main big' }, remake);
  const finished = h('div', { class: 'finished' });
  const titlesNote = h('p', { class: 'hint poorer', hidden: true });
  const helped = h('p', { class: 'hint helped', hidden: true });
  const about = h(
    'div',
    { class: 'about' },
    h('div', { class: 'cover-side' }, cover.node),
    h('div', { class: 'sheet' }, h('h2', { tabindex: '-1' }, words.bookHeading), todo, fields, titlesNote),
  );

  desk.onProblem((key, name, text) => {
    if (key === 'book') drawn.get(name)?.problem(text);
  });

  /** @type {Readonly<Record<string, (value: string) => void>>} */
  const listeners = { title: cover.title, authors: cover.authors, format: cover.format };

  /** @param {OpenView} view */
  function drawFields(view) {
    for (const field of view.about.fields) {
      const onInput = listeners[field.name];
      const part =
        drawn.get(field.name) ?? createField({ saver: desk.saver, key: 'book', ...(onInput && { onInput }) }, field);
      if (!drawn.has(field.name)) fields.append(part.node);
      drawn.set(field.name, part);
      part.update(field);
    }
  }

  /** @param {import('../view-types.ts').PlaceView} place */
  const placeButton = ({ text, scene, field }) =>
    button(text, { icon: 'pencil', kind: 'soft small' }, () => {
      if (scene === undefined) drawn.get(field)?.focus();
      else if (field !== 'text') goToField(scene, field);
      else if (!texts.edit(scene)) goToField(scene, 'i_action');
    });

  /** @param {string | undefined} text @param {HTMLElement} line */
  function drawLine(text, line) {
    line.hidden = text === undefined;
    setText(line, text ?? '');
  }

  /** @param {OpenView} view */
  function drawTodo(view) {
    const isOpen = OPEN.includes(view.step);
    const { trouble } = view;
    const foreign = BEFORE.includes(view.step) ? view.foreign : undefined;
    const isReviewed = REVIEWED.includes(view.step);
    todo.hidden = !isOpen && !trouble && !foreign && !isReviewed;
    refill(todo, [view.step, view.stepScene, view.next, view.status, trouble, view.places, foreign], () => [
      isReviewed && h('p', {}, view.next),
      // The places follow, each to be gone to.
      trouble &&
        h(
          'p',
          { class: 'trouble' },
          icon('warn'),
          h('span', {}, view.places.length > 0 ? `${trouble.split('\n')[0]}` : trouble),
        ),
      view.places.length > 0 &&
        h('ul', { class: 'places' }, ...view.places.map((place) => h('li', {}, placeButton(place)))),
      foreign && h('p', {}, foreign.text),
      foreign && button(words.goThere, { icon: 'right', kind: 'soft' }, () => goToField(foreign.scene, 'caption')),
      isOpen && h('p', {}, h('strong', {}, `${words.stillToDo}: `), view.next),
      isOpen && button(words.goThere, { icon: 'right', kind: 'soft' }, () => goToStep(view)),
    ]);
  }

  /** What a teacher has paused or closed, only teachers make. @param {OpenView} view */
  const mayMake = ({ classroom }) => isTeacher || !classroom || classroom.state === 'open';

  /** @param {OpenView} view */
  function drawMake(view) {
    make.disabled = OPEN.includes(view.step);
    make.hidden = !mayMake(view) || isBeingMade(view) || view.step === 'done' || view.step === 'review';
    setText(
      /** @type {Element} */ (make.lastElementChild),
      view.step === 'retry' ? words.retry : view.book || view.step === 'remake' ? words.remake : words.make,
    );
  }

  return {
    /** Stands at the foot, where every step has its way on. */
    make,
    node: h('section', { class: 'step book', 'aria-label': words.stepLabels[2] }, making.node, finished, about, helped),
    /** @param {OpenView} view */
    update(view) {
      drawFields(view);
      cover.picture(view.scenes[0]);
      drawTodo(view);
      drawLine(view.titlesNote, titlesNote);
      drawLine(view.helped, helped);
      drawMake(view);
      making.update(view);
      viewer.update(view.book, mayMake(view));
      texts.update(view);
      const hasBook = view.book !== undefined;
      const isMaking = isBeingMade(view);
      about.hidden = isMaking;
      const hasTexts = view.scenes.some(({ page }) => page);
      // Children see and mend their sentences, also while nobody but a teacher sees the pages.
      finished.hidden = (!hasBook && !hasTexts) || isMaking;
      if (!finished.hidden && !finished.firstChild) finished.append(viewer.node, texts.node);
      about.classList.toggle('after', hasBook);
    },
  };
}
