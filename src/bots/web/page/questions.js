// The questions about one picture, beside it: what is needed, what may be added, and what can be tapped instead of typed.

import { h, setText } from './dom.js';
import { createField } from './fields.js';
import { createForeignMark } from './foreign.js';
import { createFrame } from './frame.js';
import { icon } from './icons.js';
import { createIdeas, IDEA_FIELDS } from './ideas.js';
import { words } from './language.js';
import { formKey } from './saver.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./fields.js').DrawnField} DrawnField */
/** @typedef {import('../view-types.ts').SceneView} SceneView */

/** @param {Desk} desk */
export function createQuestions(desk) {
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
  /** By the name of the field. @type {Map<string, DrawnField>} */
  const drawn = new Map();
  const ideas = createIdeas({
    onTake(name, item) {
      more.open = true;
      ideas.fold(true);
      drawn.get(name)?.take(item);
      show(name);
    },
    isHeld: () => isInUse(),
  });
  const box = h('div', { class: 'more-box' }, more, ideas.node);
  const isInUse = () => box.matches(':hover') || box.contains(document.activeElement);
  const foreign = createForeignMark(desk, {
    onFix: () => show('caption')?.select(),
    onKept: () => void show('caption'),
  });
  const aloud = h('p', { class: 'aloud', role: 'status' });
  const note = h('p', { class: 'hint poorer', hidden: true });
  let isNew = true;
  let isTold = false;
  /** @type {string | undefined} */
  let shown;

  /** Unfolds what it is in, and gives it the keyboard. @param {string} name */
  function show(name) {
    const part = drawn.get(name);
    if (!part) return undefined;
    if (optional.contains(part.node)) more.open = true;
    part.focus();
    part.node.scrollIntoView({ block: 'nearest' });
    return part;
  }

  const settle = () => {
    for (const part of drawn.values()) part.settle();
    ideas.draw();
  };
  box.addEventListener('pointerleave', settle);
  box.addEventListener('focusout', () => setTimeout(settle));
  more.addEventListener('toggle', () => ideas.fold(more.open));

  /** @param {SceneView} scene */
  function drawFields(scene) {
    for (const form of scene.forms) {
      const key = formKey(form.id, scene.scene);
      for (const field of form.fields) {
        const place = { saver: desk.saver, key, ...(form.id !== 'A' && { isHeld: isInUse }) };
        const part = drawn.get(field.name) ?? createField(place, field);
        if (!drawn.has(field.name)) (form.id === 'A' ? needed : optional).append(part.node);
        drawn.set(field.name, part);
        part.update(field, scene.looking);
      }
    }
    drawn.get('caption')?.node.append(foreign.keep);
  }

  /** Once, and only to those who were here before there was anything to tap. @param {SceneView} scene */
  function announce(scene) {
    const isThere = scene.forms.some(({ fields }) =>
      fields.some(
        (field) => IDEA_FIELDS.includes(field.name) && 'suggestions' in field && field.suggestions.length > 0,
      ),
    );
    if (isThere && !isNew && !isTold) setText(aloud, words.ideasHere);
    if (isThere) isTold = true;
  }

  return {
    /** @param {string} key @param {string} name @param {string | undefined} text */
    problem(key, name, text) {
      if (key.endsWith(`.${shown}`)) drawn.get(name)?.problem(text);
    },
    goToField: show,
    node: h(
      'div',
      { class: 'questions' },
      h('div', { class: 'big-picture' }, frame.node, foreign.node),
      h('div', { class: 'sheet' }, heading, needed, box, note, aloud),
    ),
    /** @param {SceneView} scene */
    update(scene) {
      shown = scene.scene;
      setText(heading, words.tellHeading(scene.number));
      frame.update(scene);
      drawFields(scene);
      foreign.update(scene);
      const hasMore = scene.forms.some(
        ({ id, fields }) => id !== 'A' && fields.some((field) => 'value' in field && field.value !== ''),
      );
      if (isNew && hasMore) more.open = true;
      ideas.fold(more.open);
      ideas.update(scene);
      setText(note, scene.suggestionsNote ?? '');
      note.hidden = scene.suggestionsNote === undefined;
      announce(scene);
      isNew = false;
    },
  };
}
