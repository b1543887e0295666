// The second step: one picture at a time, large, with the questions about it beside it.
import { fill, h, keyed, setText } from './dom.js';
import { createField } from './fields.js';
import { createFrame } from './frame.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { formKey } from './saver.js';

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

/** @param {Desk} desk */
function createQuestions(desk) {
  const frame = createFrame(desk, 'large');
  const heading = h('h2', { tabindex: '-1' });
  const needed = h('div', { class: 'fields' });
  const optional = h('div', { class: 'fields two' });
  const more = h(
    'details',
    { class: 'more' },
    h('summary', {}, icon('plus'), h('span', {}, words.more), h('span', { class: 'mark' }, words.optional)),
    h('p', { class: 'hint' }, words.moreHint),
    optional,
  );
  /** @type {Map<string, import('./fields.js').DrawnField>} */
  const drawn = new Map();
  let isNew = true;

  return {
    /** @param {string} key @param {string} name @param {string | undefined} text */
    problem: (key, name, text) => drawn.get(`${key}/${name}`)?.problem(text),
    node: h(
      'div',
      { class: 'questions' },
      h('div', { class: 'big-picture' }, frame.node),
      h('div', { class: 'sheet' }, heading, needed, more),
    ),
    /** @param {SceneView} scene */
    update(scene) {
      setText(heading, words.tellHeading(scene.number));
      frame.update(scene);
      for (const form of scene.forms) {
        const key = formKey(form.id, scene.scene);
        for (const field of form.fields) {
          const id = `${key}/${field.name}`;
          const part = drawn.get(id) ?? createField({ saver: desk.saver, key }, field);
          if (!drawn.has(id)) (form.id === 'A' ? needed : optional).append(part.node);
          drawn.set(id, part);
          part.update(field);
        }
      }
      const hasMore = scene.forms.some(
        ({ id, fields }) => id !== 'A' && fields.some((field) => 'value' in field && field.value !== ''),
      );
      if (isNew && hasMore) more.open = true;
      isNew = false;
    },
  };
}
