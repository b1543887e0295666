// The words of every page, to be mended: written by hand, told again, kept as they are, or taken from earlier ones.
// Words being written stay in this browser until they are saved: each saving is a version of the page.

import { fill, h, keyed, setText, toggle } from './dom.js';
import { createFrame } from './frame.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { button, openDialog } from './parts.js';
import { keepTextDraft, textDraft } from './remembered.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../view-types.ts').OpenView} OpenView */
/** @typedef {import('../view-types.ts').SceneView} SceneView */

const LONGEST = 3000;

/** @param {Desk} desk */
export function createTexts(desk) {
  const list = h('ol', { class: 'texts' });
  /** @type {Map<string, ReturnType<typeof createText>>} */
  const texts = new Map();
  const draw = keyed(
    list,
    (/** @type {SceneView} */ scene) => scene.scene,
    (scene) => {
      const text = createText(desk, scene.scene);
      texts.set(scene.scene, text);
      return text;
    },
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
    /** Opens the words of a page. @param {string} scene @returns {boolean} whether it has any */
    edit(scene) {
      const text = texts.get(scene);
      if (!text?.node.isConnected) return false;
      text.edit();
      return true;
    },
    /** Saves what is being written. @returns {Promise<boolean>} whether nothing is left unsaved */
    async saveOpen() {
      let isDone = true;
      for (const { node, save } of texts.values()) if (node.isConnected && !(await save())) isDone = false;
      return isDone;
    },
  };
}

/** @param {Desk} desk @param {string} key */
function createText(desk, key) {
  const frame = createFrame(desk, 'small');
  const label = h('h3', {});
  const body = h('p', { class: 'page-text' });
  const kept = h('p', { class: 'kept', hidden: true }, icon('lock'), words.locked);
  const hands = h('p', { class: 'hint hands', hidden: true });
  const tools = h('div', { class: 'tools' });
  const place = h('div', { class: 'words' }, label, body, h('div', { class: 'about-text' }, kept, hands), tools);
  /** @type {SceneView | undefined} */
  let scene;
  let isFirst = true;
  /** Saves what is in the editor, while one is open. @type {(() => Promise<boolean>) | undefined} */
  let saveEditor;
  const meanwhile = h('p', { class: 'problem', role: 'status' });
  let beganFrom = '';

  const edit = button(words.edit, { icon: 'pencil' }, () => openEditor()?.focus());
  const retell = button(words.retell, { icon: 'again', kind: 'quiet' }, () =>
    desk.press(`retell.${key}.${scene?.page?.variation ?? 0}`),
  );
  const lock = button(words.lock, { icon: 'lock', kind: 'quiet' }, () =>
    desk.press(`${scene?.page?.locked ? 'unlock' : 'lock'}.${key}`),
  );
  const versions = button(words.versions, { icon: 'pages', kind: 'quiet' }, chooseVersion);
  tools.append(edit, retell, lock, versions);

  function openEditor() {
    const page = scene?.page;
    if (saveEditor || !scene || !page) return;
    const draft = textDraft(desk.address, key) ?? { text: page.text, of: page.text };
    beganFrom = draft.of;
    const area = h('textarea', { rows: '5', maxlength: LONGEST, 'aria-label': words.editOf(scene.number) });
    area.value = draft.text;
    area.addEventListener('input', () => keepTextDraft(desk.address, key, { text: area.value, of: beganFrom }));
    const fault = h('p', { class: 'problem', role: 'alert' });
    const close = () => {
      keepTextDraft(desk.address, key, undefined);
      saveEditor = undefined;
      editor.remove();
      toggle(body, 'hidden', false);
      toggle(tools, 'hidden', false);
    };
    const save = async () => {
      const told = await desk.tell({ type: 'submitted', form: 'text', scene: key, values: { text: area.value } });
      const [problem] = told?.answers.flatMap((answer) => (answer.type === 'problems' ? answer.problems : [])) ?? [];
      setText(fault, problem?.text ?? '');
      const isSaved = told !== undefined && !problem;
      if (isSaved) close();
      return isSaved;
    };
    const saveByHand = async () => {
      if (await save()) edit.focus();
    };
    const cancel = () => {
      close();
      edit.focus();
    };
    const editor = h(
      'div',
      { class: 'editor' },
      area,
      meanwhile,
      fault,
      h(
        'div',
        { class: 'row' },
        button(words.save, { kind: 'main', icon: 'check' }, saveByHand),
        button(words.cancel, { kind: 'quiet' }, cancel),
      ),
    );
    saveEditor = async () => {
      // Opened and left as it was: there is nothing to save.
      if (area.value !== beganFrom) return save();
      close();
      return true;
    };
    place.insertBefore(editor, tools);
    toggle(body, 'hidden', true);
    toggle(tools, 'hidden', true);
    drawMeanwhile();
    return area;
  }

  /** In another window, the same words may have been changed. */
  function drawMeanwhile() {
    const isChanged = saveEditor !== undefined && scene?.page?.text !== beganFrom;
    setText(meanwhile, isChanged ? words.changedMeanwhile : '');
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
    edit: () => (openEditor() ?? place.querySelector('textarea'))?.focus(),
    save: async () => (saveEditor ? saveEditor() : true),
    /** @param {SceneView} next */
    update(next) {
      scene = next;
      const { page } = next;
      if (!page) return;
      frame.update(next);
      setText(label, words.pictureNumber(next.number));
      fill(body, page.awaited ? words.retelling : page.text);
      body.classList.toggle('awaited', page.awaited);
      kept.hidden = !page.locked;
      // That an engine told it is nothing to tell: all pages begin so.
      hands.hidden = page.by === 'engine' || page.awaited;
      setText(hands, page.by === 'both' ? words.mended : words.ownWords);
      retell.disabled = page.locked || page.awaited;
      setText(/** @type {Element} */ (lock.lastElementChild), page.locked ? words.unlock : words.lock);
      versions.hidden = page.versions.length < 2;
      // What was being written before the page was opened anew; later on, a draft may be another window's.
      if (isFirst && textDraft(desk.address, key)) openEditor();
      isFirst = false;
      drawMeanwhile();
    },
  };
}
