// Books that wait for the teacher's yes: every page at a glance, and what to say about it.
import { bookAddress } from './class-speech.js';
import { h, keyed, refill, toggle } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';
import { createSteady } from './steady.js';

/** @typedef {import('../class-types.ts').WaitingView} WaitingView */

/** One print of a book: its next one is to be looked at anew. @param {WaitingView} book */
const keyOf = ({ thread, request }) => `${thread}.${request}`;

/** @param {import('./class-speech.js').ClassSpeech} speech */
export function createWaiting(speech) {
  const list = h('div', { class: 'waiting-books' });
  /** What each card shows. @type {WeakMap<Element, string>} */
  const cards = new WeakMap();
  const heading = h('h2', { tabindex: '-1' }, words.waitingHeading);
  const node = h('section', { class: 'waiting', hidden: true }, heading, list);

  /** @param {WaitingView} book @param {'approve' | 'return'} type */
  const decide = (book, type) => {
    const { thread, request } = book;
    // What is given back asks for a word first.
    if (type === 'approve') steady.decide(keyOf(book));
    void speech.press({ to: 'book', thread, action: { type, request }, label: '', style: 'plain' });
  };

  /** @param {WaitingView} book */
  const draw = (book) => [
    h('h3', {}, h('span', { class: 'label' }, book.label), book.title),
    h(
      'div',
      { class: 'leaves', tabindex: '0', role: 'group', 'aria-label': words.pagesOf(book.title) },
      ...book.leaves.map(({ url, text, width, height }) =>
        h(
          'a',
          {
            href: url,
            target: '_blank',
            rel: 'noopener',
            title: words.newWindow,
            'aria-label': `${text} ${words.newWindow}`,
          },
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
      return {
        node: card,
        update: (book) => {
          cards.set(card, keyOf(book));
          refill(card, book, () => draw(book));
        },
      };
    },
  );
  const steady = createSteady({
    keyOf,
    show: (/** @type {readonly WaitingView[]} */ books) => {
      toggle(node, 'hidden', books.length === 0);
      update(books);
    },
    hold(gone) {
      // What can no longer be pressed loses the focus: it stays near, for those who go by the keyboard.
      if (gone && list.contains(document.activeElement)) heading.focus({ preventScroll: true });
      toggle(list, 'inert', gone !== undefined);
      for (const card of list.children)
        card.classList.toggle('decided', gone?.includes(cards.get(card) ?? '') ?? false);
    },
  });
  return { node, update: steady.update };
}
