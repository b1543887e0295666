// The second step: one picture at a time, large, with the questions about it beside it.
import { fill, h, keyed } from './dom.js';
import { createFrame } from './frame.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { createQuestions } from './questions.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../view-types.ts').OpenView} OpenView */
/** @typedef {import('../view-types.ts').SceneView} SceneView */

/** @param {Desk} desk @param {(scene: string) => void} onTell */
export function createTellView(desk, onTell) {
  const strip = h('ol', { class: 'strip', 'aria-label': words.arrange });
  const stage = h('div', { class: 'stage' });
  const empty = h('p', { class: 'nothing' }, words.noPicturesYet);
  /** @type {string | undefined} */
  let current;
  const drawStrip = keyed(
    strip,
    (/** @type {SceneView} */ scene) => scene.scene,
    (scene) => createStop(desk, scene.scene, onTell),
  );
  /** Kept while the page is open, so that what is unfolded stays so. @type {Map<string, ReturnType<typeof createQuestions>>} */
  const sheets = new Map();
  desk.onProblem((key, name, text) => {
    for (const sheet of sheets.values()) sheet.problem(key, name, text);
  });

  /** @param {SceneView} scene */
  function drawSheet(scene) {
    const sheet = sheets.get(scene.scene) ?? createQuestions(desk);
    sheets.set(scene.scene, sheet);
    sheet.update(scene);
    if (stage.firstChild !== sheet.node) fill(stage, sheet.node);
  }

  return {
    /** Where something about a picture is to be changed. @param {string} scene @param {string} field */
    goToField: (scene, field) => sheets.get(scene)?.goToField(field),
    node: h('section', { class: 'step tell', 'aria-label': words.stepLabels[1] }, strip, stage, empty),
    /** @param {OpenView} view @param {string | undefined} wished */
    update(view, wished) {
      const shown = view.scenes.find(({ scene }) => scene === wished) ?? view.scenes[0];
      empty.hidden = shown !== undefined;
      drawStrip(view.scenes);
      for (const stop of strip.querySelectorAll('[aria-current]')) stop.removeAttribute('aria-current');
      strip.querySelector(`[data-scene="${shown?.scene}"] button`)?.setAttribute('aria-current', 'step');
      if (shown) drawSheet(shown);
      else fill(stage);
      if (shown?.scene !== current) {
        current = shown?.scene;
        strip.querySelector(`[data-scene="${current}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
      }
      return shown;
    },
  };
}

/** @param {Desk} desk @param {string} key @param {(scene: string) => void} onTell */
function createStop(desk, key, onTell) {
  const frame = createFrame(desk, 'small');
  const badge = h('span', { class: 'number', 'aria-hidden': 'true' });
  const open = h('button', { type: 'button', class: 'stop', onClick: () => onTell(key) }, frame.node, badge);
  return {
    node: h('li', { 'data-scene': key }, open),
    /** @param {SceneView} scene */
    update(scene) {
      const isComplete = scene.missing.length === 0;
      frame.update(scene);
      fill(badge, isComplete ? icon('check') : `${scene.number}`);
      badge.classList.toggle('complete', isComplete);
      open.setAttribute(
        'aria-label',
        `${words.pictureNumber(scene.number)}, ${isComplete ? words.complete : words.toTell}`,
      );
    },
  };
}
