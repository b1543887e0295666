// What went wrong with pictures, until it is put aside: one box, one heading, one line for each file.
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button } from './parts.js';

/** @typedef {import('../view-types.ts').NoticeView} NoticeView */

/** The first line of a notice is its heading; what has the same heading is said under it once. @param {readonly string[]} texts */
export function underHeadings(texts) {
  /** @type {Map<string, Set<string>>} */
  const lists = new Map();
  for (const text of texts) {
    const [heading = '', ...lines] = text.split('\n');
    const list = lists.get(heading) ?? new Set();
    for (const line of lines) list.add(line);
    lists.set(heading, list);
  }
  return [...lists].map(([heading, lines]) => ({ heading, lines: [...lines] }));
}

/** @param {(keys: readonly string[]) => void} onDismiss keys that the server knows */
export function createNotices(onDismiss) {
  const body = h('div', {});
  const close = button(words.close, { icon: 'close', bare: true, kind: 'quiet' }, () => {
    for (const { key } of theirs) dismissed.add(key);
    onDismiss(theirs.map(({ key }) => key));
    ours = [];
    draw([]);
  });
  const node = h('div', { class: 'notice', role: 'alert', hidden: true }, icon('warn'), body, close);
  /** @type {Set<string>} */
  const dismissed = new Set();
  /** @type {readonly NoticeView[]} */
  let theirs = [];
  /** Said by the page itself. @type {readonly string[]} */
  let ours = [];
  let shown = '';

  /** @param {readonly NoticeView[]} next */
  function draw(next) {
    theirs = next;
    const texts = [...theirs.map(({ text }) => text), ...ours];
    if (texts.join('\0') === shown) return;
    shown = texts.join('\0');
    node.hidden = texts.length === 0;
    const parts = underHeadings(texts);
    fill(
      body,
      ...parts.flatMap(({ heading, lines }) => [
        h('p', {}, heading),
        h('ul', {}, ...lines.map((line) => h('li', {}, line))),
      ]),
    );
  }

  return {
    node,
    /** @param {readonly NoticeView[]} next */
    update: (next) => draw(next.filter(({ key }) => !dismissed.has(key))),
    /** @param {string} line about a file that the page itself did not take */
    refuse(line) {
      ours = [...ours, `${words.notTaken}\n${line}`];
      draw(theirs);
    },
  };
}
