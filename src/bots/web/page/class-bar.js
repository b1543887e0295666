// What the class knows of a book, above its page; and, at a teacher's address, what only teachers do with it.
import { ask } from './asking.js';
import { h, refill, toggle } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../view-types.ts').OpenView} OpenView */

/** @param {import('./desk.js').Desk} desk @param {boolean} isTeacher */
export function createClassBar(desk, isTeacher) {
  const node = h('div', { class: 'class-bar', hidden: true });

  /** @param {NonNullable<OpenView['classroom']>} classroom @param {OpenView['book']} book */
  const acts = ({ state, review }, book) => [
    ...(review === 'waiting' && book
      ? [
          button(words.approve, { kind: 'main small', icon: 'check' }, () => void ask(desk, `approve.${book.request}`)),
          button(words.giveBack, { kind: 'soft small', icon: 'undo' }, () => void ask(desk, `return.${book.request}`)),
        ]
      : []),
    state === 'open'
      ? button(words.pauseBook, { kind: 'quiet small', icon: 'lock' }, () => void ask(desk, 'pause'))
      : button(words.reopenBook, { kind: 'quiet small', icon: 'unlock' }, () => void ask(desk, 'reopen')),
    h('a', { class: 'button quiet small', href: '/class' }, icon('home'), h('span', {}, words.backToClass)),
  ];

  /** @param {'waiting' | 'approved' | 'returned'} review */
  const reviewed = (review) => (isTeacher && review === 'waiting' ? words.lookAndDecide : words.reviews[review]);

  return {
    node,
    /** @param {OpenView} view */
    update({ classroom, book, step, status }) {
      toggle(node, 'hidden', classroom === undefined);
      if (!classroom) return;
      refill(node, [classroom, book?.request, step, status], () => [
        h('span', { class: 'label' }, classroom.label),
        classroom.state !== 'open' && h('span', { class: 'mark' }, words.classStates[classroom.state]),
        classroom.review && h('span', { class: 'mark' }, reviewed(classroom.review)),
        // What is changed now is not in the print that the teacher looks at.
        !isTeacher &&
          classroom.review === 'waiting' &&
          step !== 'review' &&
          step !== 'returned' &&
          h('span', { class: 'hint' }, words.handedIn),
        ...(isTeacher ? acts(classroom, book) : []),
        step === 'returned' && status && h('p', { class: 'said-back' }, status),
      ]);
    },
  };
}
