// How far the making of the book has come: three stages, a bar, a word, and a way to stop.

import { fill, h, setText } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../view-types.ts').OpenView} OpenView */

const STAGES = /** @type {const} */ (['look', 'write', 'print']);

/** @param {OpenView} view */
export const isBeingMade = (view) =>
  view.step === 'deliver' || (view.making && (view.step === 'making' || view.step === 'wait'));

/** @param {import('./desk.js').Desk} desk */
export function createMaking(desk) {
  const stages = h('ol', { class: 'stages' });
  const bar = h('progress', { 'aria-label': words.making });
  const said = h('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
  const stop = button(words.stop, { kind: 'quiet', icon: 'close' }, () => desk.press('cancel'));
  const node = h(
    'div',
    { class: 'making', hidden: true },
    h('div', { class: 'turning', 'aria-hidden': 'true' }, h('span', {}), h('span', {}), h('span', {})),
    h('h2', {}, words.making),
    stages,
    bar,
    said,
    stop,
  );
  let wasShown = false;

  return {
    node,
    /** @param {OpenView} view */
    update(view) {
      const isShown = isBeingMade(view);
      node.hidden = !isShown;
      if (isShown && !wasShown) node.scrollIntoView({ block: 'nearest' });
      wasShown = isShown;
      if (!isShown) return;
      const at = view.stage === 'deliver' ? STAGES.length : STAGES.indexOf(/** @type {'look'} */ (view.stage));
      fill(
        stages,
        ...STAGES.map((stage, index) =>
          h(
            'li',
            {
              class: index < at ? 'done' : index === at ? 'now' : '',
              'aria-current': index === at ? 'step' : undefined,
            },
            h('span', { class: 'dot' }, index < at ? icon('check') : `${index + 1}`),
            words.stages[stage],
          ),
        ),
      );
      if (view.progress) {
        bar.max = view.progress.total;
        bar.value = view.progress.done;
      } else bar.removeAttribute('value');
      setText(said, view.status ?? view.next);
    },
  };
}
