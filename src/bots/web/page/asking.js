// Pressing what is answered with a form, at the page of a book: the form is opened, sent, and its answer said.
import { openForm } from './form.js';

/** @param {import('./desk.js').Desk} desk @param {string} action as buttons carry it */
export async function ask(desk, action) {
  const told = await desk.press(action);
  for (const answer of told?.answers ?? []) {
    if (answer.type !== 'form') continue;
    openForm(answer.form, async (values) => {
      const { id: form, scene } = answer.form;
      const said = await desk.tell({ type: 'submitted', form, values, ...(scene && { scene }) });
      for (const one of said?.answers ?? []) if (one.type === 'notice') desk.say(one.text);
      return said?.answers.flatMap((one) => (one.type === 'problems' ? one.problems : []));
    });
  }
}
