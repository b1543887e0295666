// Views of the class as the server words them: lines of books, and what can be pressed.
import { fill, h } from './dom.js';
import { words } from './language.js';
import { button, openDialog } from './parts.js';

/** @typedef {import('./class-speech.js').ClassSpeech} ClassSpeech */
/** @typedef {import('../../classroom/replies.ts').ClassView} ClassView */
/** @typedef {import('../../classroom/replies.ts').ClassButton} ClassButton */

/**
 * Handing over needs people of a chat service; here whoever sits at the book goes on with it. The summary is always in
 * its place.
 * @param {ClassButton} button
 */
const isHere = ({ action }) => action.type !== 'hand' && action.type !== 'summary';

const KINDS = { primary: 'main', plain: 'soft', danger: 'danger' };

/** Asks once more before the class is closed. @param {ClassButton} off @param {ClassSpeech} speech */
function askToClose(off, speech) {
  openDialog(words.classCloseHeading, (close) => [
    h('p', {}, words.classCloseText),
    h(
      'div',
      { class: 'row end' },
      button(words.cancel, { kind: 'soft' }, close),
      button(off.label, { kind: 'danger' }, () => {
        close();
        void speech.press(off);
      }),
    ),
  ]);
}

/** @param {readonly ClassButton[]} buttons @param {ClassSpeech} speech @param {() => void} [before] */
export const drawButtons = (buttons, speech, before = () => {}) =>
  h(
    'div',
    { class: 'row' },
    ...buttons.filter(isHere).map((given) =>
      button(given.label, { kind: `${KINDS[given.style]} small` }, () => {
        before();
        if (given.action.type === 'off') askToClose(given, speech);
        else void speech.press(given);
      }),
    ),
  );

/**
 * @param {ClassView['books']} books @param {NonNullable<ClassView['pick']>['options']} options what a line leads to
 * @param {ClassSpeech} speech @param {() => void} [before]
 */
export const drawLines = (books, options, speech, before = () => {}) =>
  h(
    'ul',
    { class: 'lines' },
    ...books.map((book) => {
      const pick = options.find(({ action }) => action.type === 'look' && action.book === book.key);
      const open = () => {
        before();
        if (pick) void speech.press({ to: 'class', channel: '', action: pick.action, label: '', style: 'plain' });
      };
      return h(
        'li',
        {},
        pick
          ? h('button', { type: 'button', class: 'name', onClick: open }, book.label)
          : h('strong', { class: 'name' }, book.label),
        h('span', {}, ...book.lines.map((line) => h('span', { class: 'line' }, line))),
        book.buttons.length > 0 && drawButtons(book.buttons, speech, before),
      );
    }),
  );

/** In a dialog, until something in it is pressed. @param {ClassView} view @param {ClassSpeech} speech */
export function openView({ heading, about, books, pick, next, buttons }, speech) {
  openDialog(
    heading,
    (close) => {
      const body = h('div', { class: 'viewed' });
      fill(
        body,
        ...about.map((line) => h('p', {}, line)),
        books.length > 0 && drawLines(books, pick?.options ?? [], speech, close),
        next && h('p', { class: 'next' }, next),
        drawButtons(buttons, speech, close),
        h('div', { class: 'row end' }, button(words.close, { kind: 'quiet' }, close)),
      );
      return [body];
    },
    'wide',
  );
}
