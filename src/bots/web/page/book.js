// One book's page: the three steps, the way between them, and all that stands around.

import { post } from './api.js';
import { createBookView } from './book-view.js';
import { catchDrops } from './choosing.js';
import { createClassBar } from './class-bar.js';
import { createDesk } from './desk.js';
import { append, fill, h, setText } from './dom.js';
import { icon } from './icons.js';
import { openKeptFiles } from './kept-files.js';
import { words } from './language.js';
import { followBook } from './live.js';
import { createNotices } from './notices.js';
import { askToDelete, button, createSpeaker, languageSwitch, sign } from './parts.js';
import { createPicturesView } from './pictures-view.js';
import { rememberBook } from './remembered.js';
import { createSaveSign } from './save-sign.js';
import { createTellView } from './tell-view.js';

/** @typedef {import('../view-types.ts').OpenView} OpenView */
/** @typedef {'pictures' | 'tell' | 'book'} StepName */

/** @type {readonly StepName[]} */
const STEPS = ['pictures', 'tell', 'book'];
const address = location.pathname;
/** Teachers look at books at addresses of their own. */
const isTeacher = address.startsWith('/class/');
const say = createSpeaker();
const saveSign = createSaveSign();
const offline = h('p', { class: 'offline', role: 'alert', hidden: true }, icon('warn'), h('span', {}, words.offline));

const notices = createNotices((keys) => void post(`${address}/dismiss`, keys).catch(() => {}));
const desk = createDesk({
  address,
  files: await openKeptFiles(address),
  say,
  onSaveState: saveSign.fields,
  onUploadState: saveSign.pictures,
  refuse: notices.refuse,
});
const pictures = createPicturesView(desk, (scene) => go('tell', scene));
const tell = createTellView(desk, (scene) => go('tell', scene));
const book = createBookView(
  desk,
  (view) => (view.step === 'describe' ? go('tell', view.stepScene) : go('pictures')),
  (scene, field) => {
    go('tell', scene);
    tell.goToField(scene, field);
  },
  isTeacher,
);
const views = { pictures, tell, book };
const classBar = createClassBar(desk, isTeacher);

const tabs = STEPS.map((step, index) =>
  h(
    'button',
    { type: 'button', class: 'tab', onClick: () => go(step), 'aria-label': words.stepLabels[index] },
    h('span', { class: 'dot' }),
    h('span', { class: 'word' }, words.steps[index]),
  ),
);
const menu = h(
  'details',
  { class: 'menu' },
  h('summary', { class: 'button quiet bare', 'aria-label': words.menu }, icon('more')),
  h(
    'div',
    { class: 'menu-items' },
    h('a', { class: 'button quiet', href: '/' }, icon('home'), h('span', {}, words.home)),
    button(words.deleteAll, { icon: 'out', kind: 'quiet danger-text' }, () => {
      menu.open = false;
      askToDelete(() => void desk.tell({ type: 'submitted', form: 'delete', values: {} }));
    }),
  ),
);
addEventListener('click', (event) => {
  if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') menu.open = false;
});

const main = h('main', { class: 'desk' });
const backButton = button('', { icon: 'left', kind: 'soft big' }, () => goBack());
const onButton = button('', { icon: 'right', kind: 'main big forward' }, () => goOn());
const makePlace = h('span', { class: 'forward' }, book.make);
const foot = h('footer', { class: 'foot' }, backButton, onButton, makePlace);
append(document.body, [
  h(
    'header',
    { class: 'top' },
    sign(),
    h('nav', { class: 'tabs', 'aria-label': words.stepsLabel }, ...tabs),
    h('div', { class: 'corner' }, saveSign.node, languageSwitch(), menu),
  ),
  offline,
  classBar.node,
  notices.node,
  main,
  foot,
]);

/** @returns {{ step: StepName, scene: string | undefined }} */
function wanted() {
  const [step, scene] = location.hash.slice(1).split('/');
  const known = STEPS.find((name) => name === step);
  return { step: known ?? 'pictures', scene };
}

/** @param {StepName} step @param {string} [scene] */
function go(step, scene) {
  void desk.saver.flush();
  const hash = scene ? `#${step}/${scene}` : `#${step}`;
  if (location.hash !== hash) history.pushState(null, '', hash);
  if (desk.view) draw(desk.view);
  scrollTo({ top: 0 });
  const headings = [...main.querySelectorAll('h2')];
  headings.find((heading) => heading.checkVisibility())?.focus({ preventScroll: true });
}

/** @param {OpenView} view */
function neighbours(view) {
  const { scene } = wanted();
  const at = Math.max(
    0,
    view.scenes.findIndex((other) => other.scene === scene),
  );
  return { before: view.scenes[at - 1], after: view.scenes[at + 1] };
}

function goOn() {
  const { view } = desk;
  const { step } = wanted();
  if (!view) return;
  if (step === 'pictures')
    return go('tell', (view.scenes.find(({ missing }) => missing.length > 0) ?? view.scenes[0])?.scene);
  const { after } = neighbours(view);
  if (after) go('tell', after.scene);
  else go('book');
}

function goBack() {
  const { view } = desk;
  const { step } = wanted();
  if (!view) return;
  if (step === 'book') return go('tell', view.scenes.at(-1)?.scene);
  const { before } = neighbours(view);
  if (before) go('tell', before.scene);
  else go('pictures');
}

/** @param {HTMLElement} element @param {string} text */
const label = (element, text) => setText(/** @type {Element} */ (element.querySelector('span')), text);

/** @param {OpenView} view @param {StepName} step */
function drawFoot(view, step) {
  const { before, after } = neighbours(view);
  backButton.hidden = step === 'pictures';
  makePlace.hidden = step !== 'book';
  onButton.hidden = step === 'book' || (step === 'pictures' && view.scenes.length === 0);
  label(backButton, step === 'book' ? words.backTell : before ? words.previousPicture : words.backPictures);
  label(onButton, step === 'pictures' ? words.nextTell : after ? words.nextPicture : words.nextBook);
}

/** @param {OpenView} view @param {StepName} step */
function drawTabs(view, step) {
  const hasPictures = view.scenes.length > 0 && view.scenes.every(({ state }) => state === 'ready');
  const isTold = view.scenes.length > 0 && view.scenes.every(({ missing }) => missing.length === 0);
  const done = [hasPictures, isTold, view.book?.pdf !== undefined && view.book.upToDate];
  tabs.forEach((tab, index) => {
    const isDone = done[index] ?? false;
    if (STEPS[index] === step) tab.setAttribute('aria-current', 'step');
    else tab.removeAttribute('aria-current');
    tab.classList.toggle('done', isDone);
    tab.setAttribute('aria-label', `${words.stepLabels[index]}${isDone ? ` (${words.stepDone})` : ''}`);
    fill(/** @type {Element} */ (tab.firstElementChild), isDone ? icon('check') : `${index + 1}`);
  });
}

/** @param {OpenView} view */
function draw(view) {
  const { step, scene } = wanted();
  document.title = `${view.title || words.untitled} · TalesRunner`;
  const shown = views[step];
  if (main.firstElementChild !== shown.node) main.replaceChildren(shown.node);
  pictures.update(view);
  tell.update(view, scene);
  book.update(view);
  document.body.dataset['step'] = step;
  drawTabs(view, step);
  drawFoot(view, step);
  notices.update(view.notices);
  classBar.update(view);
}

desk.onView(draw);
desk.onEnd(({ heading, next }) => {
  foot.remove();
  saveSign.node.remove();
  notices.node.remove();
  main.replaceChildren(
    h(
      'section',
      { class: 'alone' },
      h('img', { src: '/page/asleep.svg', alt: '', class: 'picture' }),
      h('h1', {}, heading),
      // What was removed, and what lies beyond our reach.
      ...next.split('\n').map((line) => h('p', {}, line)),
      h('a', { class: 'button main', href: '/' }, words.newBook),
    ),
  );
});
addEventListener('popstate', () => {
  if (desk.view) draw(desk.view);
});
addEventListener('pagehide', () => void desk.saver.flush());

if (!isTeacher) rememberBook(address);
catchDrops(desk);
let isFirst = true;
followBook({
  address,
  onSeen: (seen) => {
    desk.show(seen);
    if (isFirst) {
      isFirst = false;
      void desk.saver.flush();
    }
  },
  onLine: (isOnline) => {
    offline.hidden = isOnline;
    if (!isOnline) return;
    void desk.saver.flush();
    desk.uploads.go();
  },
});
