// Every way in which pictures come to the page: dropped anywhere, pasted, picked, photographed.

import { openCamera } from './camera.js';
import { h } from './dom.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('./desk.js').Desk} Desk */

const filesIn = (/** @type {DataTransfer | null} */ data) => [...(data?.files ?? [])];
const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files may be dropped on any place of the page. @param {Desk} desk */
export function catchDrops(desk) {
  const veil = h('div', { class: 'veil', 'aria-hidden': 'true' }, h('span', {}, words.dropNow));
  document.body.append(veil);
  let depth = 0;
  const show = () => veil.classList.toggle('shown', depth > 0);
  addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    depth += 1;
    show();
  });
  addEventListener('dragleave', (event) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    show();
  });
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show();
    desk.addPictures(filesIn(event.dataTransfer));
  });
  addEventListener('paste', (event) => {
    const files = filesIn(event.clipboardData);
    if (files.length > 0) desk.addPictures(files);
  });
}

/**
 * A button that opens the computer's own window for choosing files.
 * @param {object} look
 * @param {string} look.label
 * @param {string} [look.name]
 * @param {string} [look.kind]
 * @param {import('./icons.js').IconName} look.icon
 * @param {boolean} [look.several]
 * @param {boolean} [look.camera] asks a phone for its camera
 * @param {(files: readonly File[]) => void} onChosen
 */
export function chooser({ label, name, kind, icon, several = false, camera = false }, onChosen) {
  const input = h('input', {
    type: 'file',
    class: 'hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
    accept: 'image/*,.heic,.heif',
    multiple: several,
    ...(camera && { capture: 'environment' }),
  });
  input.addEventListener('change', () => {
    onChosen([...(input.files ?? [])]);
    // The same file may be chosen once more.
    input.value = '';
  });
  const open = button(label, { icon, ...(kind && { kind }), ...(name && { name }) }, () => input.click());
  return h('span', { class: 'chooser' }, open, input);
}

/** A phone takes photos by itself; a computer has its camera in the page, where the browser lets it. */
export const hasOwnCamera = () => matchMedia('(pointer: coarse)').matches;
export const hasWebcam = () => window.isSecureContext && navigator.mediaDevices?.getUserMedia !== undefined;

/** @param {Desk} desk */
export function photoButton(desk) {
  if (hasOwnCamera()) {
    return chooser({ label: words.takePhoto, icon: 'camera', camera: true }, (files) => desk.addPictures(files));
  }
  if (!hasWebcam()) return undefined;
  return button(words.takePhoto, { icon: 'camera' }, () => openCamera(desk));
}
