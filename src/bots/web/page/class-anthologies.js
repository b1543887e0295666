// Anthologies of the class: their files, and those for printers.
import { h, refill, toggle } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../class-types.ts').AnthologyView} AnthologyView */

/** @param {import('../class-types.ts').FileView} file */
const drawFile = ({ name, url }) =>
  h('a', { class: 'button soft small', href: `${url}?save`, download: name }, icon('save'), h('span', {}, name));

/** @param {import('./class-speech.js').ClassSpeech} speech */
export function createAnthologies(speech) {
  const list = h('ul', { class: 'anthologies' });
  const node = h('section', { hidden: true }, h('h2', {}, words.anthologies), list);

  /** @param {AnthologyView} anthology */
  const draw = ({ number, title, files, booklets, how, notes }) =>
    h(
      'li',
      { class: 'sheet' },
      h('strong', {}, title),
      files.length === 0 && h('p', { class: 'hint' }, words.binding),
      h('div', { class: 'row' }, ...files.map(drawFile), ...booklets.map(drawFile)),
      ...[...how, ...notes].map((note) => h('p', { class: 'hint' }, note)),
      files.length > 0 &&
        button(
          words.forPrinter,
          { kind: 'quiet small', icon: 'pages' },
          () =>
            void speech.press({
              to: 'class',
              channel: '',
              action: { type: 'fold', anthology: number },
              label: '',
              style: 'plain',
            }),
        ),
    );

  return {
    node,
    /** @param {readonly AnthologyView[]} anthologies */
    update(anthologies) {
      toggle(node, 'hidden', anthologies.length === 0);
      refill(list, anthologies, () => anthologies.map(draw));
    },
  };
}
