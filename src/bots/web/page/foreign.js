// A caption in another language than the book: a mark at the picture that leads to it, and the wish to have it so.
import { h, setText } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../view-types.ts').SceneView} SceneView */

/**
 * @param {import('./desk.js').Desk} desk
 * @param {{ onFix: () => void, onKept: () => void }} ways
 */
export function createForeignMark(desk, { onFix, onKept }) {
  const text = h('span', {});
  const node = h('button', { type: 'button', class: 'foreign', hidden: true, onClick: onFix }, icon('pencil'), text);
  const keep = button(words.keepCaption, { icon: 'check', kind: 'quiet small' }, () => void keepIt());
  keep.hidden = true;
  /** @type {SceneView | undefined} */
  let scene;

  async function keepIt() {
    await desk.saver.flush();
    const field = scene?.forms[0]?.fields.find(({ name }) => name === 'caption');
    if (!scene?.foreign || !field || !('value' in field)) return;
    onKept();
    await desk.tell({ type: 'submitted', form: 'caption', scene: scene.scene, values: { caption: field.value } });
  }

  return {
    node,
    keep,
    /** @param {SceneView} next */
    update(next) {
      scene = next;
      node.hidden = next.foreign === undefined;
      keep.hidden = next.foreign === undefined;
      if (next.foreign !== undefined) setText(text, next.foreign);
    },
  };
}
