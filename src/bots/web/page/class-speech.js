// What a teacher says about the class or one of its books, and what comes of it: words in passing, a view, a form.
import { newName, post, Refused } from './api.js';
import { openView } from './class-lines.js';
import { openForm } from './form.js';
import { words } from './language.js';

/** @typedef {import('../../classroom/replies.ts').ClassButton} ClassButton */
/** @typedef {import('../class-types.ts').ClassAnswerView} ClassAnswerView */
/** @typedef {import('../view-types.ts').AnswerView} AnswerView */

/** As buttons carry it. @param {{ readonly type: string }} action */
const written = ({ type, ...rest }) => [type, ...Object.values(rest)].join('.');

/** What is a page of its own here. */
const AT_THE_BOOK = ['status', 'pages', 'resume', 'help'];

/** Where a teacher opens a book. @param {string} address @param {string} thread */
export const bookAddress = (address, thread) => `${address}/b/${thread}`;

/**
 * @param {object} options
 * @param {string} options.address of the class
 * @param {(text: string) => void} options.say
 * @param {(seen: import('../class-types.ts').ClassSeen) => void} options.show
 */
export function createClassSpeech({ address, say, show }) {
  /** @template T @param {string} to @param {Record<string, unknown>} event @returns {Promise<T | undefined>} */
  async function tell(to, event) {
    try {
      return await post(`${to}/say`, { id: newName(), ...event });
    } catch (error) {
      say(error instanceof Refused ? error.text : words.failed);
      return undefined;
    }
  }

  /** @param {readonly (ClassAnswerView | AnswerView)[]} answers @param {string} [thread] of the book they are about */
  function hear(answers, thread) {
    for (const answer of answers) {
      if (answer.type === 'notice' || answer.type === 'saved') say(answer.text);
      else if (answer.type === 'class-view') openView(answer.view, speech);
      else if (answer.type === 'class-form') {
        const { id: form, about } = answer.form;
        openForm(answer.form, (values) => sendClass({ type: 'submitted', form, values, ...(about && { about }) }));
      } else if (answer.type === 'form' && thread !== undefined) {
        const { id: form, scene } = answer.form;
        openForm(answer.form, (values) =>
          sendBook(thread, { type: 'submitted', form, values, ...(scene && { scene }) }),
        );
      }
    }
  }

  /** @param {Record<string, unknown>} event @returns {Promise<readonly import('../../conversation/forms.ts').Problem[] | undefined>} */
  async function sendClass(event) {
    /** @type {import('../class-types.ts').ClassTold | undefined} */
    const told = await tell(address, event);
    if (!told) return undefined;
    show(told);
    const wrong = told.answers.find((answer) => answer.type === 'class-problems');
    if (!wrong) hear(told.answers);
    return wrong?.problems ?? [];
  }

  /** @param {string} thread @param {Record<string, unknown>} event */
  async function sendBook(thread, event) {
    /** @type {import('../view-types.ts').Told | undefined} */
    const told = await tell(bookAddress(address, thread), event);
    if (!told) return undefined;
    const wrong = told.answers.find((answer) => answer.type === 'problems');
    if (!wrong) hear(told.answers, thread);
    return wrong?.problems ?? [];
  }

  const speech = {
    address,
    /** @param {ClassButton} pressed */
    async press(pressed) {
      if (pressed.to === 'class') await sendClass({ type: 'pressed', action: written(pressed.action) });
      else if (AT_THE_BOOK.includes(pressed.action.type)) location.assign(bookAddress(address, pressed.thread));
      else await sendBook(pressed.thread, { type: 'pressed', action: written(pressed.action) });
    },
  };
  return speech;
}
/** @typedef {ReturnType<typeof createClassSpeech>} ClassSpeech */
