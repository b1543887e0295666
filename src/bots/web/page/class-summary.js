// The summary: how many are ready, who waits, who may need help, and a line for every book.
import { drawButtons, drawLines } from './class-lines.js';
import { h, refill } from './dom.js';

/** @param {import('./class-speech.js').ClassSpeech} speech */
export function createSummary(speech) {
  const node = h('section', { class: 'sheet summary' });
  return {
    node,
    /** @param {import('../../classroom/replies.ts').ClassView} view */
    update(view) {
      refill(node, view, () => [
        ...view.about.map((line, index) => h('p', { class: index === 0 ? 'count' : '' }, line)),
        view.books.length > 0 && drawLines(view.books, view.pick?.options ?? [], speech),
        h('p', { class: 'next' }, view.next),
        drawButtons(view.buttons, speech),
      ]);
    },
  };
}
