// One field of a form, drawn and kept: a line, several lines, or a choice between cards; suggestions as chips to tap;
// what is wrong with it said beside it.
import { createChips } from './chips.js';
import { append, h, setText } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';

/** @typedef {import('../../conversation/forms.ts').FormField} FormField */
/** @typedef {Extract<FormField, { kind: 'line' | 'lines' }>} TextField */
/** @typedef {Extract<FormField, { kind: 'choice' }>} ChoiceField */
/** @typedef {import('./saver.js').Saver} Saver */

/** The five areas have their signs; the words say the same. @type {Readonly<Record<string, import('./icons.js').IconName>>} */
const SIGNS = { 의사소통: 'talk', 자연탐구: 'leaf', 사회관계: 'friends', 예술경험: 'paint', 신체운동_건강: 'run' };

const itemsOf = (/** @type {string} */ text) =>
  text
    .split(/[,，、]/)
    .map((item) => item.trim())
    .filter(Boolean);

/**
 * @typedef {object} DrawnField
 * @property {HTMLElement} node
 * @property {(field: FormField, isLookedFor?: boolean) => void} update
 * @property {(text: string | undefined) => void} problem
 * @property {() => void} focus
 * @property {(item: string) => void} take puts in what was tapped
 * @property {() => void} select all that stands in it
 * @property {() => void} settle draws what has been held back
 */

/**
 * @typedef {object} FieldPlace
 * @property {Saver} saver
 * @property {string} key of the form
 * @property {(value: string) => void} [onInput]
 * @property {() => boolean} [isHeld] whether new suggestions have to wait
 */

/** @param {FieldPlace} place @param {FormField} field @returns {DrawnField} */
export const createField = (place, field) =>
  field.kind === 'choice' ? choiceField(place, field) : textField(place, /** @type {TextField} */ (field));

const idOf = (/** @type {string} */ key, /** @type {string} */ name) => `${key}-${name}`.replace(/\W/g, '-');

/** What stands in brackets is the smaller half of a label. @param {string} label */
function labelOf(label) {
  const [, name, more] = /^(.+?)\s*\((.+)\)$/.exec(label) ?? [];
  return name ? [h('span', {}, name), h('small', {}, more)] : [h('span', {}, label)];
}

const mark = (/** @type {FormField} */ field) =>
  h('span', { class: field.required ? 'mark needed' : 'mark' }, field.required ? words.needed : words.optional);

/** @param {FieldPlace} place @param {TextField} first @returns {DrawnField} */
function textField({ saver, key, onInput, isHeld }, first) {
  const id = idOf(key, first.name);
  const input = h(first.kind === 'lines' ? 'textarea' : 'input', {
    id,
    name: first.name,
    maxlength: first.limit,
    autocomplete: 'off',
    'aria-describedby': `${id}-hint ${id}-problem`,
    'aria-required': first.required ? 'true' : undefined,
    ...(first.kind === 'lines' && { rows: '2' }),
    placeholder: ' ',
  });
  const hint = h('p', { class: 'hint', id: `${id}-hint` }, first.hint ?? '');
  const fault = h('p', { class: 'problem', id: `${id}-problem`, role: 'alert' });
  const chips = createChips({
    onTake: (item) => {
      take(item);
      input.focus();
    },
    ...(isHeld && { isHeld }),
  });
  const node = h(
    'div',
    { class: `field ${first.name}` },
    h('div', { class: 'asked' }, h('label', { for: id }, first.label, mark(first)), hint),
    input,
    chips.node,
    fault,
  );
  let field = first;
  let isAwaiting = false;

  const problem = (/** @type {string | undefined} */ text) => {
    setText(fault, text ?? '');
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };

  function drawChips() {
    const said = itemsOf(input.value);
    // A field that holds one thing takes one, and never in the place of what was typed.
    const isTaken = field.tap === 'fills' && input.value.trim() !== '';
    // What lies below must not come up while somebody types, nor go down when something comes.
    if (field.tap === 'fills' && !isTaken && (field.suggestions.length > 0 || isAwaiting)) chips.keepRoom();
    const isSaid = (/** @type {string} */ item) => isTaken || said.includes(item);
    chips.offer({
      items: field.suggestions,
      isSaid,
      label: field.label,
      isAwaited: field.tap === 'fills' && isAwaiting && !isTaken,
    });
  }

  function say() {
    onInput?.(input.value);
    problem(undefined);
    saver.change(key, field.name, input.value);
    drawChips();
  }

  const take = (/** @type {string} */ item) => {
    const before = itemsOf(input.value);
    const longer = [...before, item].join(', ');
    if (longer.length > field.limit) return;
    input.value = longer;
    say();
    void saver.flush();
  };

  onInput?.(input.value);
  input.addEventListener('input', say);
  /** What is being typed is newer than anything the server can say. */
  function show() {
    const value = saver.draft(key, field.name) ?? field.value;
    if (document.activeElement === input || input.value === value) return;
    input.value = value;
    onInput?.(value);
    drawChips();
  }
  input.addEventListener('blur', async () => {
    await saver.flush();
    show();
  });

  return {
    node,
    problem,
    focus: () => input.focus(),
    take,
    select: () => input.select(),
    settle: chips.draw,
    update(next, isLookedFor = false) {
      field = /** @type {TextField} */ (next);
      isAwaiting = isLookedFor;
      setText(hint, field.hint ?? '');
      show();
      drawChips();
    },
  };
}

/** @param {FieldPlace} place @param {ChoiceField} first @returns {DrawnField} */
function choiceField({ saver, key, onInput }, first) {
  const id = idOf(key, first.name);
  const fault = h('p', { class: 'problem', id: `${id}-problem`, role: 'alert' });
  const inputs = first.choices.map(({ value }) => h('input', { type: 'radio', name: id, value, id: `${id}-${value}` }));
  const cards = first.choices.map(({ value, label }, index) => {
    const sign = SIGNS[value];
    const card = h('label', { class: 'card', 'data-value': value, for: `${id}-${value}` });
    append(card, [
      inputs[index],
      h('span', { class: 'face' }, sign ? icon(sign) : h('span', { class: `shape ${value}` }), ...labelOf(label)),
      h('span', { class: 'tick' }, icon('check')),
    ]);
    return card;
  });
  const node = h(
    'fieldset',
    { class: `field choice ${first.name}`, 'aria-describedby': `${first.hint ? `${id}-hint ` : ''}${id}-problem` },
    h('legend', {}, first.label, mark(first)),
    first.hint && h('p', { class: 'hint', id: `${id}-hint` }, first.hint),
    h('div', { class: 'cards' }, ...cards),
    fault,
  );
  const show = (/** @type {string} */ value) => {
    for (const input of inputs) input.checked = input.value === value;
    onInput?.(value);
  };
  for (const input of inputs) {
    input.addEventListener('change', () => {
      setText(fault, '');
      onInput?.(input.value);
      saver.change(key, first.name, input.value);
      void saver.flush();
    });
  }
  return {
    node,
    problem: (text) => setText(fault, text ?? ''),
    take: () => {},
    select: () => {},
    settle: () => {},
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus(),
    update(next) {
      const value = saver.draft(key, first.name) ?? (next.kind === 'choice' ? next.value : '');
      show(value);
    },
  };
}
