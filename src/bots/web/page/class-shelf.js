// The shelf of the class: covers of the books that a teacher said yes to, each to be opened and printed.
import { h, refill, toggle } from './dom.js';
import { words } from './language.js';

/** @typedef {import('../class-types.ts').ShelvedView} ShelvedView */

/** @param {ShelvedView} book */
const drawBook = ({ label, title, authors, cover, coverAlt, pdf }) =>
  h(
    'li',
    {},
    h(
      'a',
      { class: 'book-card', href: pdf, target: '_blank', rel: 'noopener' },
      h('span', { class: 'cover' }, h('img', { src: cover, alt: coverAlt, loading: 'lazy' })),
      h('strong', {}, title),
      h('span', { class: 'meta' }, authors.length > 0 ? authors.join(', ') : label),
    ),
  );

/** @param {string} [heading] */
export function createShelf(heading = words.shelfHeading) {
  const books = h('ul', {});
  const node = h('section', { class: 'shelf', hidden: true }, h('h2', {}, heading), books);
  return {
    node,
    /** @param {readonly ShelvedView[]} shelved */
    update(shelved) {
      toggle(node, 'hidden', shelved.length === 0);
      refill(books, shelved, () => shelved.map(drawBook));
    },
  };
}
