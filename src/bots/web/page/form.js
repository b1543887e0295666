// A form that is asked once and sent as a whole: in a dialog, with what is to be mended beside each field.
import { append, fill, h, setText } from './dom.js';
import { words } from './language.js';
import { button, openDialog } from './parts.js';

/** @typedef {import('../../conversation/forms.ts').FormField} FormField */
/** @typedef {import('../../conversation/forms.ts').Problem} Problem */
/** @typedef {Pick<import('../../conversation/forms.ts').Form, 'title' | 'intro' | 'fields' | 'submit' | 'danger'>} AnyForm */

/** @param {Extract<FormField, { kind: 'choice' }>} field @param {string} id */
function choiceOf({ name, choices, value, hint }, id) {
  const select = h('select', { id, name, 'aria-describedby': hint ? `${id}-hint` : undefined });
  append(
    select,
    choices.map((choice) => h('option', { value: choice.value, selected: choice.value === value }, choice.label)),
  );
  return select;
}

/** @param {Extract<FormField, { kind: 'line' | 'lines' }>} field @param {string} id */
function wordsOf({ kind, name, value, limit, hint }, id) {
  const given = { id, name, maxlength: limit, 'aria-describedby': hint ? `${id}-hint` : undefined };
  if (kind === 'line') return h('input', { ...given, value, autocomplete: 'off' });
  return h('textarea', { ...given, rows: '3' }, value);
}

/** @param {FormField} field @param {number} index */
function drawField(field, index) {
  if (field.kind !== 'line' && field.kind !== 'lines' && field.kind !== 'choice') return undefined;
  const id = `asked-${index}`;
  const input = field.kind === 'choice' ? choiceOf(field, id) : wordsOf(field, id);
  const problem = h('p', { class: 'problem', role: 'alert' });
  const node = h(
    'div',
    { class: 'field' },
    h(
      'div',
      { class: 'asked' },
      h('label', { for: id }, field.label),
      field.hint && h('span', { class: 'hint', id: `${id}-hint` }, field.hint),
    ),
    input,
    problem,
  );
  return { name: field.name, input, problem, node };
}

/**
 * @param {AnyForm} form
 * @param {(values: Record<string, string>) => Promise<readonly Problem[] | undefined>} send resolves with what is to be
 * mended, or with nothing where it did not work
 */
export function openForm(form, send) {
  // Whoever presses twice asks once: two windows of one form would each be sent.
  if (document.querySelector('dialog[open] form.once')) return;
  const fields = form.fields.map(drawField).filter((field) => field !== undefined);
  const submit = h('button', { type: 'submit', class: `button ${form.danger ? 'danger' : 'main'}` }, form.submit);
  openDialog(form.title, (close) => {
    /** @param {Event} event */
    const onSubmit = async (event) => {
      event.preventDefault();
      submit.disabled = true;
      const values = Object.fromEntries(fields.map(({ name, input }) => [name, input.value]));
      const problems = await send(values);
      submit.disabled = false;
      if (!problems) return;
      for (const { name, input, problem } of fields) {
        const wrong = problems.find((one) => one.field === name);
        setText(problem, wrong?.text ?? '');
        input.setAttribute('aria-invalid', wrong ? 'true' : 'false');
      }
      if (problems.length === 0) close();
    };
    const body = h('form', { class: 'once', onSubmit });
    fill(
      body,
      form.intro && h('p', {}, form.intro),
      ...fields.map(({ node }) => node),
      h('div', { class: 'row end' }, button(words.cancel, { kind: 'soft' }, close), submit),
    );
    return [body];
  });
}
