// The sign that says whether all is safe: words and pictures together, so that it is never green while either waits.
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';

/** @typedef {import('./saver.js').SaveState} SaveState */
/** @typedef {import('./uploads.js').UploadState} UploadState */

/** What is worst is said. @param {SaveState} fields @param {UploadState} pictures */
export function signOf(fields, pictures) {
  if (fields === 'kept') return { look: 'kept', text: words.keptHere };
  if (pictures === 'stuck') return { look: 'kept', text: words.uploadFailed };
  if (fields === 'saving') return { look: 'saving', text: words.saving };
  if (pictures === 'sending') return { look: 'saving', text: words.uploading };
  return { look: 'saved', text: words.saved };
}

export function createSaveSign() {
  const node = h('span', { class: 'saved', role: 'status', 'aria-live': 'polite' });
  /** @type {SaveState} */
  let fields = 'saved';
  /** @type {UploadState} */
  let pictures = 'none';
  let shown = '';
  function draw() {
    const { look, text } = signOf(fields, pictures);
    if (text === shown) return;
    shown = text;
    node.className = `saved ${look}`;
    fill(node, look === 'saved' && icon('check'), look === 'kept' && icon('warn'), h('span', {}, text));
  }
  draw();
  return {
    node,
    /** @param {SaveState} state */
    fields(state) {
      fields = state;
      draw();
    },
    /** @param {UploadState} state */
    pictures(state) {
      pictures = state;
      draw();
    },
  };
}
