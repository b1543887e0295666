// Books that wait for the teacher's yes: every page at a glance, and what to say about it.
import { bookAddress } from './class-speech.js';
import { h, keyed, refill, toggle } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../class-types.ts').WaitingView} WaitingView */

/** @param {import('./class-speech.js').ClassSpeech} speech */
export function createWaiting(speech) {
  const list = h('div', { class: 'waiting-books' });
  const node = h('section', { class: 'waiting', hidden: true }, h('h2', {}, words.waitingHeading), list);

  /** @param {WaitingView} book @param {'approve' | 'return'} type */
  const decide = ({ thread, request }, type) =>
    void speech.press({ to: 'book', thread, action: { type, request }, label: '', style: 'plain' });

  /** @param {WaitingView} book */
  const draw = (book) => [
    h('h3', {}, h('span', { class: 'label' }, book.label), book.title),
    h(
      'div',
      { class: 'leaves', tabindex: '0', role: 'group', 'aria-label': words.pagesOf(book.title) },
      ...book.leaves.map(({ url, text, width, height }) =>
        h(
          'a',
          { href: url, target: '_blank', rel: 'noopener' },
          h('img', { src: url, alt: text, width, height, loading: 'lazy' }),
        ),
      ),
    ),
    book.notes.length > 0 && h('div', { class: 'notes' }, ...book.notes.map((note) => h('p', { class: 'hint' }, note))),
    h(
      'div',
      { class: 'row' },
      button(words.approve, { kind: 'main', icon: 'check' }, () => decide(book, 'approve')),
      button(words.giveBack, { kind: 'soft', icon: 'undo' }, () => decide(book, 'return')),
      h(
        'a',
        { class: 'button soft', href: `${bookAddress(speech.address, book.thread)}#book` },
        icon('pencil'),
        h('span', {}, words.mendBook),
      ),
      h(
        'a',
        { class: 'button quiet', href: book.pdf, target: '_blank', rel: 'noopener' },
        icon('print'),
        h('span', {}, words.print),
      ),
    ),
  ];

  const update = keyed(
    list,
    (/** @type {WaitingView} */ { thread }) => thread,
    () => {
      const card = h('article', { class: 'sheet' });
      return { node: card, update: (book) => refill(card, book, () => draw(book)) };
    },
  );
  return {
    node,
    /** @param {readonly WaitingView[]} books */
    update(books) {
      toggle(node, 'hidden', books.length === 0);
      update(books);
    },
  };
}
