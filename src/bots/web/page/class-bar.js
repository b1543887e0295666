// What the class knows of a book, above its page; and, at a teacher's address, what only teachers do with it.
import { openForm } from './class-form.js';
import { h, refill, toggle } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../view-types.ts').OpenView} OpenView */

/** @param {import('./desk.js').Desk} desk @param {boolean} isTeacher */
export function createClassBar(desk, isTeacher) {
  const node = h('div', { class: 'class-bar', hidden: true });

  /** @param {string} action */
  async function press(action) {
    const told = await desk.press(action);
    for (const answer of told?.answers ?? []) {
      if (answer.type !== 'form') continue;
      openForm(answer.form, async (values) => {
        const { id: form, scene } = answer.form;
        const said = await desk.tell({ type: 'submitted', form, values, ...(scene && { scene }) });
        for (const one of said?.answers ?? []) if (one.type === 'notice') desk.say(one.text);
        return said ? [] : undefined;
      });
    }
  }

  /** @param {NonNullable<OpenView['classroom']>} classroom @param {OpenView['book']} book */
  const acts = ({ state, review }, book) => [
    ...(review === 'waiting' && book
      ? [
          button(words.approve, { kind: 'main small', icon: 'check' }, () => void press(`approve.${book.request}`)),
          button(words.giveBack, { kind: 'soft small', icon: 'undo' }, () => void press(`return.${book.request}`)),
        ]
      : []),
    state === 'open'
      ? button(words.pauseBook, { kind: 'quiet small', icon: 'lock' }, () => void press('pause'))
      : button(words.reopenBook, { kind: 'quiet small', icon: 'unlock' }, () => void press('reopen')),
    h('a', { class: 'button quiet small', href: '/class' }, icon('home'), h('span', {}, words.backToClass)),
  ];

  /** @param {'waiting' | 'approved' | 'returned'} review */
  const reviewed = (review) => (isTeacher && review === 'waiting' ? words.lookAndDecide : words.reviews[review]);

  return {
    node,
    /** @param {OpenView} view */
    update({ classroom, book, step }) {
      toggle(node, 'hidden', classroom === undefined);
      if (!classroom) return;
      refill(node, [classroom, book?.request, step], () => [
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
      ]);
    },
  };
}
