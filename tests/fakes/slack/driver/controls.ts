// What a person sees in blocks: the words, and the things to press, each with the action that pressing it sends.
import { type Fields, fieldsOf, isFields, listOf, textOf, wordsOf } from '../json.ts';

export interface Control {
  /** `button`, `overflow`, ... */
  readonly type: string;
  readonly label: string;
  readonly blockId: string;
  readonly actionId: string;
  /** Without its time. */
  readonly action: Fields;
  /** Leads somewhere, too. */
  readonly url?: string;
}

const WITH_OPTIONS = ['overflow', 'static_select', 'radio_buttons'];

const optionsOf = (element: Fields): readonly Fields[] => [
  ...listOf(element['options']),
  ...listOf(element['option_groups']).flatMap((group) => listOf(group['options'])),
];

function controlsOfElement(block: Fields, element: Fields): Control[] {
  const type = textOf(element['type']) ?? '';
  const blockId = textOf(block['block_id']) ?? '';
  const actionId = textOf(element['action_id']) ?? '';
  const action = { type, block_id: blockId, action_id: actionId };
  if (type === 'button') {
    const { text, value, style } = element;
    const url = textOf(element['url']);
    const pressed = { ...action, text, ...(value !== undefined && { value }), ...(style !== undefined && { style }) };
    return [{ type, label: wordsOf(text), blockId, actionId, action: pressed, ...(url && { url }) }];
  }
  const chosen = (option: Fields): Fields =>
    type === 'checkboxes' ? { ...action, selected_options: [option] } : { ...action, selected_option: option };
  if (!WITH_OPTIONS.includes(type) && type !== 'checkboxes') return [];
  return optionsOf(element).map((option) => {
    return { type, label: wordsOf(option['text']), blockId, actionId, action: chosen(option) };
  });
}

/** Buttons and options outside of input blocks, in their order on the screen. */
export const controlsIn = (blocks: readonly Fields[]): Control[] =>
  blocks.flatMap((block) => {
    const accessory = isFields(block['accessory']) ? [block['accessory']] : [];
    const elements = block['type'] === 'actions' ? listOf(block['elements']) : [];
    return [...accessory, ...elements].flatMap((element) => controlsOfElement(block, element));
  });

/** The words of each block, in order; images by their alternative text. */
export const wordsIn = (blocks: readonly Fields[]): string[] =>
  blocks
    .flatMap((block) => {
      const image = block['type'] === 'image' ? [textOf(block['alt_text']) ?? ''] : [];
      const plain = [textOf(block['text']) ?? wordsOf(block['text']), wordsOf(block['title']), wordsOf(block['label'])];
      const context = block['type'] === 'context' ? listOf(block['elements']) : [];
      const small = [...listOf(block['fields']), ...context].map(
        (item) => textOf(item['text']) ?? textOf(item['alt_text']) ?? '',
      );
      return [...plain, ...image, ...small, wordsOf(block['hint'])];
    })
    .filter((words) => words !== '');

/** Ids or addresses of the files drawn by image blocks. */
export const filesIn = (blocks: readonly Fields[]): string[] =>
  blocks
    .flatMap((block) => [block, fieldsOf(block['accessory']), ...listOf(block['elements'])])
    .map((item) => textOf(fieldsOf(item['slack_file'])['id']) ?? textOf(fieldsOf(item['slack_file'])['url']))
    .filter((id) => id !== undefined);

/** @throws Error that says what there is instead. */
export function pick(controls: readonly Control[], label: string, nth?: number): Control {
  const found = controls.filter((control) => control.label === label);
  const control = found[nth ?? 0];
  const there = controls.map((known) => `${known.type} "${known.label}"`).join('\n  ') || 'nothing at all';
  if (!control) throw new Error(`nothing to press is called "${label}"; there is\n  ${there}`);
  if (found.length > 1 && nth === undefined)
    throw new Error(`"${label}" is there ${found.length} times, say which by nth; there is\n  ${there}`);
  return control;
}
