// The words of every page, to be mended: written by hand, told again, kept as they are, or taken from earlier ones.
// Words being written stay in this browser until they are saved: each saving is a version of the page.

import { fill, h, keyed, setText, toggle } from './dom.js';
import { createFrame } from './frame.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button, openDialog } from './parts.js';
import { textKey } from './remembered.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../view-types.ts').OpenView} OpenView */
/** @typedef {import('../view-types.ts').SceneView} SceneView */

const LONGEST = 3000;

/** @param {Desk} desk */
export function createTexts(desk) {
  const list = h('ol', { class: 'texts' });
  const draw = keyed(
    list,
    (/** @type {SceneView} */ scene) => scene.scene,
    (scene) => createText(desk, scene.scene),
  );
  return {
    node: h(
      'section',
      { class: 'mend', 'aria-labelledby': 'texts-heading' },
      h('h2', { id: 'texts-heading' }, words.textsHeading),
      h('p', { class: 'hint' }, words.textsHint),
      list,
    ),
    /** @param {OpenView} view */
    update: (view) => draw(view.scenes.filter(({ page }) => page)),
  };
}

/** @param {Desk} desk @param {string} key */
function createText(desk, key) {
  const frame = createFrame(desk, 'small');
  const label = h('h3', {});
  const body = h('p', { class: 'page-text' });
  const kept = h('p', { class: 'kept', hidden: true }, icon('lock'), words.locked);
  const tools = h('div', { class: 'tools' });
  const place = h('div', { class: 'words' }, label, body, kept, tools);
  const draftKey = textKey(desk.address, key);
  /** @type {SceneView | undefined} */
  let scene;
  let isOpen = false;

  const edit = button(words.edit, { icon: 'pencil' }, openEditor);
  const retell = button(words.retell, { icon: 'again', kind: 'quiet' }, () =>
    desk.press(`retell.${key}.${scene?.page?.variation ?? 0}`),
  );
  const lock = button(words.lock, { icon: 'lock', kind: 'quiet' }, () =>
    desk.press(`${scene?.page?.locked ? 'unlock' : 'lock'}.${key}`),
  );
  const versions = button(words.versions, { icon: 'pages', kind: 'quiet' }, chooseVersion);
  tools.append(edit, retell, lock, versions);

  function openEditor() {
    if (isOpen || !scene?.page) return;
    isOpen = true;
    const area = h('textarea', { rows: '5', maxlength: LONGEST, 'aria-label': words.editOf(scene.number) });
    area.value = localStorage.getItem(draftKey) ?? scene.page.text;
    area.addEventListener('input', () => localStorage.setItem(draftKey, area.value));
    const fault = h('p', { class: 'problem', role: 'alert' });
    const close = () => {
      localStorage.removeItem(draftKey);
      isOpen = false;
      editor.remove();
      toggle(body, 'hidden', false);
      toggle(tools, 'hidden', false);
      edit.focus();
    };
    const save = async () => {
      const told = await desk.tell({ type: 'submitted', form: 'text', scene: key, values: { text: area.value } });
      const [problem] = told?.answers.flatMap((answer) => (answer.type === 'problems' ? answer.problems : [])) ?? [];
      setText(fault, problem?.text ?? '');
      if (told && !problem) close();
    };
    const editor = h(
      'div',
      { class: 'editor' },
      area,
      fault,
      h(
        'div',
        { class: 'row' },
        button(words.save, { kind: 'main', icon: 'check' }, save),
        button(words.cancel, { kind: 'quiet' }, close),
      ),
    );
    place.insertBefore(editor, tools);
    toggle(body, 'hidden', true);
    toggle(tools, 'hidden', true);
    area.focus();
  }

  function chooseVersion() {
    const page = scene?.page;
    if (!page || !scene) return;
    openDialog(words.versionsHeading(scene.number), (close) => [
      h(
        'ul',
        { class: 'versions' },
        ...page.versions.map(({ value, label: text }) =>
          h(
            'li',
            {},
            h('p', { class: 'page-text' }, text),
            button(words.useThis, { kind: value === page.chosen ? 'main' : 'soft', icon: 'check' }, async () => {
              await desk.tell({ type: 'submitted', form: 'versions', scene: key, values: { version: value } });
              close();
            }),
          ),
        ),
      ),
      h('div', { class: 'row end' }, button(words.close, { kind: 'quiet' }, close)),
    ]);
  }

  return {
    node: h('li', { class: 'page-row', 'data-scene': key }, frame.node, place),
    /** @param {SceneView} next */
    update(next) {
      scene = next;
      const { page } = next;
      if (!page) return;
      frame.update(next);
      setText(label, words.pageNumber(next.number));
      fill(body, page.awaited ? words.retelling : page.text);
      body.classList.toggle('awaited', page.awaited);
      kept.hidden = !page.locked;
      retell.disabled = page.locked || page.awaited;
      setText(/** @type {Element} */ (lock.lastElementChild), page.locked ? words.unlock : words.lock);
      versions.hidden = page.versions.length < 2;
      if (!isOpen && localStorage.getItem(draftKey) !== null) openEditor();
    },
  };
}
