// A cover as it may come to look, drawn while the title is being typed. The printed one takes its colours from the picture.
import { h, setText } from './dom.js';
import { words } from './language.js';

/** Width by height of a sheet, in millimetres, as the forms name them. @type {Readonly<Record<string, number>>} */
const SHAPES = { square: 1, a5: 148 / 210, b5: 182 / 257, 46: 188 / 257, a4: 210 / 297 };

export function createCover() {
  const title = h('p', { class: 'cover-title' });
  const image = h('img', { alt: '', hidden: true });
  const authors = h('p', { class: 'cover-authors' });
  const node = h(
    'div',
    { class: 'cover-preview', role: 'img', 'aria-label': words.coverLabel },
    title,
    h('span', { class: 'cover-frame' }, image),
    authors,
  );
  image.addEventListener('load', () => {
    image.hidden = false;
  });
  image.addEventListener('error', () => {
    image.hidden = true;
  });
  return {
    node,
    /** @param {string} text */
    title(text) {
      setText(title, text.trim() || words.coverTitle);
      title.classList.toggle('wanting', text.trim() === '');
    },
    /** @param {string} text */
    authors(text) {
      setText(authors, text.trim() ? words.coverBy(text.trim()) : '');
    },
    /** @param {string} format */
    format: (format) => node.style.setProperty('--shape', `${SHAPES[format] ?? 1}`),
    /** @param {import('../view-types.ts').SceneView | undefined} scene */
    picture(scene) {
      const url = scene?.large?.url;
      if (url && image.getAttribute('src') !== url) image.src = url;
      if (!url) {
        image.removeAttribute('src');
        image.hidden = true;
      }
    },
  };
}
