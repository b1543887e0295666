// Asks a teacher for the code that the program showed when it started.
import { post, Refused } from './api.js';
import { fill, h, setText } from './dom.js';
import { words } from './language.js';

/** @param {Element} main @param {string} address where the code goes */
export function askForCode(main, address) {
  const input = h('input', {
    id: 'code',
    class: 'code',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    required: true,
    'aria-describedby': 'problem',
  });
  const problem = h('p', { id: 'problem', class: 'problem', role: 'alert' });
  /** @param {Event} event */
  async function enter(event) {
    event.preventDefault();
    try {
      await post(address, { code: input.value });
      location.reload();
    } catch (error) {
      setText(problem, error instanceof Refused ? error.text : words.failed);
      input.setAttribute('aria-invalid', 'true');
      input.select();
    }
  }
  fill(
    main,
    h(
      'section',
      { class: 'alone' },
      h('img', { src: '/page/asleep.svg', alt: '', class: 'picture' }),
      h('h1', {}, words.teacherHeading),
      h('p', {}, words.teacherText),
      h('p', { class: 'hint' }, words.teacherCodeAnew),
      h(
        'form',
        { class: 'enter-form', onSubmit: enter },
        h('label', { for: 'code', class: 'hidden' }, words.teacherHeading),
        input,
        h('button', { class: 'button main', type: 'submit' }, words.enterButton),
        problem,
      ),
      h('a', { class: 'button quiet', href: '/' }, words.toStart),
    ),
  );
  input.focus();
}
