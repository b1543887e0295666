// Small parts that every page uses: buttons, the sign of the house, words that pass by, questions that wait.
import { h, setText } from './dom.js';
import { icon } from './icons.js';
import { language, speak, words } from './language.js';

/** @typedef {import('./icons.js').IconName} IconName */

/**
 * @param {string} label
 * @param {object} look
 * @param {IconName} [look.icon]
 * @param {string} [look.kind] `main`, `soft`, `quiet`, `danger`
 * @param {string} [look.name] for screen readers, where the label alone says too little
 * @param {boolean} [look.bare] shows the icon alone
 * @param {() => void} onClick
 */
export function button(label, look, onClick) {
  const named = look.name ?? (look.bare ? label : undefined);
  return h(
    'button',
    { type: 'button', class: `button ${look.kind ?? 'soft'}${look.bare ? ' bare' : ''}`, 'aria-label': named, onClick },
    look.icon && icon(look.icon),
    !look.bare && h('span', {}, label),
  );
}

export const languageSwitch = () =>
  h(
    'button',
    {
      type: 'button',
      class: 'button quiet small',
      lang: language === 'ko' ? 'en' : 'ko',
      'aria-label': words.otherLanguageLabel,
      onClick: () => speak(language === 'ko' ? 'en' : 'ko'),
    },
    words.otherLanguage,
  );

export const sign = () =>
  h(
    'a',
    { class: 'sign', href: '/', 'aria-label': words.home },
    h('img', { src: '/page/mark.svg', alt: '' }),
    h('span', {}, words.name),
  );

/** Says something in passing, to eyes and to screen readers. */
export function createSpeaker() {
  const aloud = h('p', { class: 'aloud', role: 'status', 'aria-live': 'polite' });
  const shown = h('div', { class: 'toasts' });
  document.body.append(aloud, shown);
  return (/** @type {string} */ text, /** @type {{ undo?: () => void }} */ { undo } = {}) => {
    setText(aloud, text);
    const toast = h('div', { class: 'toast' }, h('span', {}, text));
    if (undo) {
      toast.append(
        button(words.putBack, { icon: 'undo', kind: 'soft' }, () => {
          toast.remove();
          undo();
        }),
      );
    }
    shown.replaceChildren(toast);
    setTimeout(() => toast.remove(), undo ? 9000 : 4500);
  };
}
/** @typedef {ReturnType<typeof createSpeaker>} Speaker */

/**
 * Opens a dialog that closes by Escape, by its button, or by what is done in it.
 * @param {string} heading
 * @param {(close: () => void) => readonly (Node | string)[]} content
 * @param {string} [kind]
 */
export function openDialog(heading, content, kind = '') {
  const title = h('h2', { id: 'dialog-heading' }, heading);
  const dialog = h('dialog', { class: `dialog ${kind}`, 'aria-labelledby': 'dialog-heading' });
  const close = () => dialog.close();
  dialog.append(title, ...content(close));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @param {() => void} onYes */
export function askToDelete(onYes) {
  openDialog(words.deleteHeading, (close) => [
    h('p', {}, words.deleteText),
    h(
      'div',
      { class: 'row end' },
      button(words.keep, { kind: 'soft' }, close),
      button(words.deleteYes, { kind: 'danger', icon: 'out' }, () => {
        close();
        onYes();
      }),
    ),
  ]);
}
