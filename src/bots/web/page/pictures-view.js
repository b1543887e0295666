// The first step: pictures are laid out and put in order, by hand, by arrows, by keyboard.
import { chooser, hasOwnCamera, photoButton } from './choosing.js';
import { fill, h, keyed, refill, setText } from './dom.js';
import { createFrame } from './frame.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';
import { makeSortable } from './sorting.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../view-types.ts').OpenView} OpenView */
/** @typedef {import('../view-types.ts').SceneView} SceneView */

/** @param {Desk} desk @param {(scene: string) => void} onTell */
export function createPicturesView(desk, onTell) {
  const grid = h('ol', { class: 'grid', 'aria-label': words.arrange });
  const draw = keyed(
    grid,
    (/** @type {SceneView} */ scene) => scene.scene,
    (scene) => createCard(desk, scene.scene, onTell),
  );
  const roomText = h('span', { class: 'hint' });
  const pick = () =>
    chooser({ label: words.choose, icon: 'picture', kind: 'main', several: true }, (files) => desk.addPictures(files));
  const adder = h(
    'div',
    { class: 'adder' },
    chooser({ label: words.addMore, icon: 'plus', kind: 'main', several: true }, (files) => desk.addPictures(files)),
    photoButton(desk),
    roomText,
  );
  const empty = h(
    'div',
    { class: 'drop-zone' },
    h('img', { src: '/page/empty.svg', alt: '', class: 'picture' }),
    h('h2', { tabindex: '-1' }, hasOwnCamera() ? words.chooseHere : words.dropHere),
    h('p', {}, hasOwnCamera() ? words.chooseHint : words.dropHint),
    h('div', { class: 'row middle' }, pick(), photoButton(desk)),
  );
  const removed = h('section', { class: 'removed', 'aria-labelledby': 'removed-heading' });
  const board = h(
    'div',
    { class: 'board' },
    h(
      'div',
      { class: 'board-head' },
      h('h2', { tabindex: '-1' }, words.arrange),
      h('p', { class: 'hint' }, words.arrangeHint),
    ),
    h('div', { class: 'tiles' }, grid, adder),
  );
  makeSortable(grid, (scene, to) => desk.press(`move.${scene}.${to}`));

  /** @param {OpenView} view */
  function drawRemoved(view) {
    removed.hidden = view.removed.length === 0;
    refill(removed, view.removed, () => [
      h('h3', { id: 'removed-heading' }, words.removedHeading),
      h(
        'ul',
        {},
        ...view.removed.map(({ scene, small, alt }) =>
          h(
            'li',
            {},
            small ? h('img', { src: small.url, alt }) : h('span', { class: 'blank' }),
            button(words.putBack, { icon: 'undo', kind: 'quiet' }, () => desk.press(`restore.${scene}`)),
          ),
        ),
      ),
    ]);
  }

  return {
    node: h('section', { class: 'step pictures', 'aria-label': words.stepLabels[0] }, empty, board, removed),
    /** @param {OpenView} view */
    update(view) {
      const isEmpty = view.scenes.length === 0;
      empty.hidden = !isEmpty;
      board.hidden = isEmpty;
      draw(view.scenes);
      adder.classList.toggle('full', view.room === 0);
      setText(roomText, view.room > 0 ? words.roomLeft(view.room) : '');
      drawRemoved(view);
    },
  };
}

/** @param {Desk} desk @param {string} key @param {(scene: string) => void} onTell */
function createCard(desk, key, onTell) {
  const frame = createFrame(desk, 'small');
  const number = h('span', { class: 'number', 'aria-hidden': 'true' });
  const open = h('button', { type: 'button', class: 'open', onClick: () => onTell(key) }, frame.node);
  const state = h('span', { class: 'state' });
  let at = 0;
  const earlier = button(words.earlier, { icon: 'left', bare: true }, () => press(at - 1, earlier));
  const later = button(words.later, { icon: 'right', bare: true }, () => press(at + 1, later));
  const swap = chooser({ label: words.replace, icon: 'swap', kind: 'quiet' }, (files) =>
    desk.addPictures(files.slice(0, 1), key),
  );
  const out = button(words.remove, { icon: 'out', kind: 'quiet' }, async () => {
    if (await desk.press(`remove.${key}`))
      desk.say(words.removedNow, { undo: () => void desk.press(`restore.${key}`) });
  });

  /** @param {number} to @param {HTMLButtonElement} pressed */
  async function press(to, pressed) {
    await desk.press(`move.${key}.${to}`);
    // At an end its own arrow sleeps; the other one takes the keyboard.
    if (!pressed.disabled) pressed.focus();
    else (pressed === earlier ? later : earlier).focus();
  }

  const node = h(
    'li',
    { class: 'picture-card', 'data-scene': key },
    number,
    open,
    h('div', { class: 'order' }, earlier, state, later),
    h('div', { class: 'tools' }, swap, out),
  );
  return {
    node,
    /** @param {SceneView} scene */
    update(scene) {
      at = scene.number - 1;
      const count = desk.view?.scenes.length ?? scene.number;
      setText(number, `${scene.number}`);
      frame.update(scene);
      open.setAttribute('aria-label', words.tellHeading(scene.number));
      earlier.disabled = at === 0;
      later.disabled = scene.number === count;
      earlier.setAttribute('aria-label', words.earlierOf(scene.number));
      later.setAttribute('aria-label', words.laterOf(scene.number));
      swap.querySelector('button')?.setAttribute('aria-label', words.replaceOf(scene.number));
      out.setAttribute('aria-label', words.removeOf(scene.number));
      const isComplete = scene.missing.length === 0 && scene.state === 'ready';
      node.classList.toggle('complete', isComplete);
      fill(state, isComplete && icon('check'), isComplete ? words.complete : '');
    },
  };
}
