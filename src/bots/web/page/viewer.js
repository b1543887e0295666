// The finished book, to be leafed through like one: two pages at a time where there is room, with mouse, finger and
// arrow keys.

import { fill, h, setText } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../view-types.ts').PrintedView} PrintedView */
/** @typedef {import('../view-types.ts').LeafView} LeafView */

const TURN = 520;
const wide = matchMedia('(min-width: 900px)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {LeafView} leaf */
const drawLeaf = ({ url, text, width, height }) =>
  h('img', { src: url, alt: text, width, height, draggable: 'false', decoding: 'sync' });

/**
 * @param {() => void} onRemake
 * @param {(request: number) => void} onPrinter asks for a file for printers
 */
export function createViewer(onRemake, onPrinter) {
  /** @type {PrintedView | undefined} */
  let book;
  /** Made once for a book, so that a page that is turned to is there at once. @type {readonly HTMLImageElement[]} */
  let sheets = [];
  let at = 0;
  let isTurning = false;
  const heading = h('h2', { tabindex: '-1' }, icon('check'), h('span', {}, words.ready));
  const again = button(words.remake, { icon: 'book', kind: 'main' }, onRemake);
  const changed = h('div', { class: 'changed', hidden: true }, icon('warn'), h('p', {}, words.changed), again);
  const pages = h('div', { class: 'pages' });
  const count = h('p', { class: 'count', role: 'status' });
  const back = button(words.previousPage, { icon: 'left', bare: true, kind: 'round' }, () => turn(-1));
  const on = button(words.nextPage, { icon: 'right', bare: true, kind: 'round' }, () => turn(1));
  const download = h('a', { class: 'button main', download: '' }, icon('save'), h('span', {}, words.download));
  const print = h(
    'a',
    { class: 'button soft', target: '_blank', rel: 'noopener' },
    icon('print'),
    h('span', {}, words.print),
  );
  const notes = h('div', { class: 'notes' });
  const forPrinter = button(words.forPrinter, { kind: 'soft', icon: 'pages' }, () => book && onPrinter(book.request));
  const made = h('a', { class: 'button soft', download: '', hidden: true }, icon('save'), h('span', {}));
  const how = h('p', { class: 'hint', hidden: true });
  const files = h('div', { class: 'row middle' }, download, print, forPrinter, made, how);
  const printHint = h(
    'details',
    { class: 'print-hint' },
    h('summary', {}, words.printHint),
    h('ul', {}, ...words.printHints.map((hint) => h('li', {}, hint))),
  );
  const reader = h(
    'div',
    { class: 'reader', role: 'group', 'aria-label': words.viewer, tabindex: '0' },
    back,
    pages,
    on,
    count,
  );
  const node = h('div', { class: 'viewer' }, heading, changed, reader, files, printHint, notes);

  const leaves = () => book?.leaves ?? [];
  /** A cover lies alone; after it two pages lie side by side. @param {number} index */
  const spreadFrom = (index) => (!wide.matches || index === 0 ? [index] : [index, index + 1]);
  const first = (/** @type {number} */ index) => (wide.matches && index > 0 ? index - ((index + 1) % 2) : index);
  const nextOf = (/** @type {number} */ step) => {
    const size = spreadFrom(at).length;
    const to = step > 0 ? at + size : wide.matches ? Math.max(0, at <= 1 ? 0 : at - 2) : at - 1;
    return Math.min(Math.max(0, to), leaves().length - 1);
  };

  function draw() {
    const all = leaves();
    at = first(Math.min(at, Math.max(0, all.length - 1)));
    const shown = spreadFrom(at);
    pages.classList.toggle('double', wide.matches);
    pages.classList.toggle('single-cover', wide.matches && at === 0);
    const [sample] = all;
    if (sample) pages.style.setProperty('--shape', `${sample.width / sample.height}`);
    fill(
      pages,
      ...shown.map((index) => {
        const leaf = sheets[index];
        const isLeft = wide.matches && at > 0 && index === at;
        return h('span', { class: `leaf ${isLeft ? 'left' : 'right'}${leaf ? '' : ' blank'}` }, leaf);
      }),
    );
    // As they are numbered in print, where the cover has no number.
    const last = all.length - 1;
    const to = Math.min(at + shown.length - 1, last);
    setText(count, at === 0 ? words.cover : words.pageOf(to > at ? `${at}–${to}` : `${at}`, last));
    back.disabled = at === 0;
    on.disabled = at + shown.length >= all.length;
  }

  /** @param {1 | -1} step */
  async function turn(step) {
    const to = nextOf(step);
    if (isTurning || to === at) return;
    isTurning = true;
    if (!still.matches) {
      pages.classList.add(step > 0 ? 'forth' : 'back');
      await new Promise((resolve) => setTimeout(resolve, TURN / 2));
    }
    at = to;
    draw();
    pages.classList.remove('forth', 'back');
    if (!still.matches) {
      const landing = step > 0 ? 'forth-landing' : 'back-landing';
      pages.classList.add(landing);
      await new Promise((resolve) => setTimeout(resolve, TURN / 2));
      pages.classList.remove(landing);
    }
    isTurning = false;
  }

  reader.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight' || event.key === 'PageDown') void turn(1);
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') void turn(-1);
    else return;
    event.preventDefault();
  });
  let touched = 0;
  pages.addEventListener('pointerdown', (event) => {
    touched = event.clientX;
  });
  pages.addEventListener('pointerup', (event) => {
    const way = event.clientX - touched;
    const box = pages.getBoundingClientRect();
    if (Math.abs(way) > 40) void turn(way < 0 ? 1 : -1);
    else void turn(event.clientX > box.left + box.width / 2 ? 1 : -1);
  });
  wide.addEventListener('change', draw);

  return {
    node,
    /** @param {PrintedView | undefined} next @param {boolean} mayMake */
    update(next, mayMake) {
      again.hidden = !mayMake;
      const isNew = next && next.request !== book?.request;
      const isSame = JSON.stringify(next) === JSON.stringify(book);
      book = next;
      node.hidden = next === undefined;
      if (!next || isSame) return;
      if (isNew) {
        at = 0;
        sheets = next.leaves.map(drawLeaf);
      }
      const { pdf } = next;
      // One that a teacher gave back is only looked at.
      for (const part of [files, printHint]) part.hidden = pdf === undefined;
      if (pdf !== undefined) {
        download.href = `${pdf}&save=1`;
        download.setAttribute('download', next.fileName);
        print.href = pdf;
      }
      const { booklet } = next;
      for (const part of [made, how]) part.hidden = booklet === undefined;
      if (booklet) {
        made.href = `${booklet.url}&save=1`;
        made.setAttribute('download', booklet.name);
        setText(made.lastElementChild ?? made, booklet.name);
        setText(how, booklet.how);
      }
      changed.hidden = next.upToDate;
      heading.hidden = !next.upToDate || pdf === undefined;
      notes.hidden = next.notes.length === 0;
      fill(notes, h('h3', {}, words.notesHeading), h('ul', {}, ...next.notes.map((note) => h('li', {}, note))));
      draw();
      if (isNew) heading.focus({ preventScroll: true });
    },
  };
}
