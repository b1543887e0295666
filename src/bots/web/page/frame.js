// A picture in its white frame, as in the printed book; while it is on its way, how far it has come.
import { h, setText } from './dom.js';
import { words } from './language.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../view-types.ts').SceneView} SceneView */

/** @param {Desk} desk @param {'small' | 'large'} size */
export function createFrame(desk, size) {
  const image = h('img', { alt: '', draggable: 'false', hidden: true });
  const bar = h('progress', { max: '1', value: '0', hidden: true, 'aria-label': words.coming });
  const said = h('span', { class: 'said', hidden: true });
  const node = h('span', { class: `frame ${size}` }, image, h('span', { class: 'over' }, said, bar));
  /** @type {string | undefined} */
  let source;
  let shown = '';

  image.addEventListener('load', () => {
    image.hidden = false;
  });
  // A browser cannot show every kind of file that the book can print.
  image.addEventListener('error', () => {
    image.hidden = true;
  });
  desk.onProgress((of, share) => {
    if (of === source) bar.value = share;
  });

  /** @param {SceneView} scene */
  function wordFor({ state }) {
    if (state === 'coming') return source && desk.uploads.has(source) ? words.coming : words.waiting;
    if (state === 'checking') return words.checking;
    return state === 'missing' ? words.missing : '';
  }

  return {
    node,
    /** @param {SceneView} scene */
    update(scene) {
      source = scene.source;
      const own = source === undefined ? undefined : desk.uploads.preview(source);
      const url = own ?? scene[size]?.url ?? '';
      if (url !== shown) {
        shown = url;
        if (url) image.src = url;
        else {
          image.removeAttribute('src');
          image.hidden = true;
        }
      }
      image.alt = scene.alt;
      const word = wordFor(scene);
      setText(said, word);
      said.hidden = word === '';
      bar.hidden = scene.state !== 'coming' || !(source && desk.uploads.has(source));
      node.classList.toggle('busy', scene.state === 'coming' || scene.state === 'checking');
      node.classList.toggle('missing', scene.state === 'missing');
    },
  };
}
