// Suggestions as things to tap. They come and change while a person is at it: never under a finger, never with a jump.
import { h, refill } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';

/**
 * @typedef {object} Offer
 * @property {readonly string[]} items
 * @property {(item: string) => boolean} isSaid whether it is in the field already
 * @property {string} label of the field
 * @property {boolean} [isAwaited] whether there will be something soon
 */

/**
 * @param {object} place
 * @param {(item: string) => void} place.onTake
 * @param {() => boolean} [place.isHeld] whether new ones have to wait, because what stands near is being used
 */
export function createChips({ onTake, isHeld = () => false }) {
  const node = h('div', { class: 'chips', role: 'group', 'aria-label': words.tapToAdd });
  /** @type {readonly string[]} */
  let shown = [];
  /** @type {Offer | undefined} */
  let latest;

  /** In a room of fixed size, what does not fit is left out. */
  function fit() {
    if (!node.classList.contains('room')) return;
    const chips = [...node.querySelectorAll('button')];
    for (const chip of chips) chip.hidden = false;
    const end = node.getBoundingClientRect().bottom + 1;
    const over = chips.filter((chip) => chip.getBoundingClientRect().bottom > end);
    for (const chip of over) chip.hidden = true;
  }
  new ResizeObserver(fit).observe(node);

  function draw() {
    if (!latest) return;
    const { items, isSaid, label, isAwaited = false } = latest;
    const isBusy = node.matches(':hover') || isHeld();
    const isArrival = shown.length === 0 && items.length > 0;
    if (!isBusy || isArrival) shown = items;
    const left = shown.filter((item) => !isSaid(item));
    const isComing = isAwaited && shown.length === 0;
    refill(node, [left, label, isComing], () => [
      isComing && h('span', { class: 'hint' }, words.ideasComing),
      ...left.map((item) =>
        h(
          'button',
          {
            type: 'button',
            class: 'chip',
            'aria-label': words.addSuggestion(item, label),
            onClick: () => onTake(item),
          },
          icon('plus'),
          item,
        ),
      ),
    ]);
    fit();
  }
  node.addEventListener('pointerleave', draw);

  return {
    node,
    draw,
    /** @param {Offer} offer */
    offer(offer) {
      latest = offer;
      draw();
    },
    /** Keeps its place from now on, whether there is something to tap or not. */
    keepRoom() {
      node.classList.add('room');
      fit();
    },
  };
}
