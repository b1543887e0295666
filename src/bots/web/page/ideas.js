// What may be tapped while the fields it goes into are folded: where, what else, how it feels.
import { createChips } from './chips.js';
import { h, keyed, setText } from './dom.js';
import { words } from './language.js';

/** @typedef {import('../view-types.ts').SceneView} SceneView */
/** @typedef {import('./fields.js').TextField} TextField */

/** Fields that are suggested for. @type {readonly string[]} */
export const IDEA_FIELDS = ['setting', 'action', 'feeling', 'i_action'];
const FOLDED = IDEA_FIELDS.slice(0, 3);
/** As many as are taken in at a glance; all of them stand at their fields. */
const MOST = 4;

/**
 * @param {object} place
 * @param {(field: string, item: string) => void} place.onTake
 * @param {() => boolean} place.isHeld
 */
export function createIdeas({ onTake, isHeld }) {
  const list = h('ul', {});
  const node = h('div', { class: 'ideas', hidden: true }, h('p', { class: 'hint' }, words.ideas), list);
  /** @type {Set<() => void>} */
  const draws = new Set();
  let isFolded = false;
  let isEmpty = true;
  const drawRows = keyed(
    list,
    (/** @type {TextField} */ field) => field.name,
    ({ name }) => {
      const label = h('span', { class: 'idea-label' });
      const chips = createChips({ onTake: (item) => onTake(name, item), isHeld });
      draws.add(chips.draw);
      return {
        node: h('li', {}, label, chips.node),
        update(field) {
          setText(label, field.label);
          const items = field.suggestions.slice(0, MOST);
          chips.offer({ items, isSaid: () => false, label: field.label });
        },
      };
    },
  );
  const show = () => {
    node.hidden = isFolded || isEmpty;
  };

  return {
    node,
    draw() {
      for (const draw of draws) draw();
    },
    /** Where the fields are open, they have their own. @param {boolean} isAway */
    fold(isAway) {
      isFolded = isAway;
      show();
    },
    /** @param {SceneView} scene */
    update({ forms }) {
      const fields = forms.flatMap((form) => form.fields).filter(({ name }) => FOLDED.includes(name));
      const rows = /** @type {TextField[]} */ (fields).filter(({ suggestions }) => suggestions.length > 0);
      if (rows.length > 0 || !isHeld()) drawRows(rows);
      isEmpty = rows.length === 0;
      show();
    },
  };
}
