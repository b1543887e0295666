// The door for visitors from other computers: asks for the code and lets them on to where they wanted to go.
import { post, Refused } from './api.js';
import { h, setText } from './dom.js';
import { words } from './language.js';
import { languageSwitch, sign } from './parts.js';

document.title = words.enterHeading;
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

const goOn = () => (location.pathname === '/enter' ? location.replace('/') : location.reload());

/** @param {Event} event */
async function enter(event) {
  event.preventDefault();
  try {
    await post('/enter', { code: input.value });
    goOn();
  } catch (error) {
    setText(problem, error instanceof Refused ? error.text : words.failed);
    input.setAttribute('aria-invalid', 'true');
    input.select();
  }
}

document.body.append(
  h('header', { class: 'top' }, sign(), languageSwitch()),
  h(
    'main',
    { class: 'alone' },
    h('img', { src: '/page/asleep.svg', alt: '', class: 'picture' }),
    h('h1', {}, words.enterHeading),
    h('p', {}, words.enterText),
    h(
      'form',
      { class: 'enter-form', onSubmit: enter },
      h('label', { for: 'code', class: 'hidden' }, words.enterLabel),
      input,
      h('button', { class: 'button main', type: 'submit' }, words.enterButton),
      problem,
    ),
  ),
);
input.focus();

// A link from elsewhere does not bring along that somebody is in already; this page's own question does.
const { status } = await fetch('/inside');
if (status === 204) goOn();
