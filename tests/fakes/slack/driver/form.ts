// The fields of an open modal as the client draws them: their values, what may be entered, and what keeps a form from being sent.
import { extensionOf, mediaTypeOf } from '../files.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wordsOf } from '../json.ts';
import type { StoredFile, View, World } from '../world.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As declared, which may be a lie; by the name otherwise. */
  readonly mimetype?: string;
}
/** Text, the label of an option, labels of options, files, or nothing. */
export type Entry = string | readonly string[] | readonly GivenFile[] | undefined;

export interface Field {
  readonly label: string;
  readonly type: string;
  readonly optional: boolean;
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Fields;
  readonly dispatches: boolean;
  /** What is in it now, in words. */
  readonly shows: string | readonly string[];
  readonly options: readonly string[];
}

const MOST_BYTES_OF_FILE = 10 * 1024 * 1024;
const VALUE_OF: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  static_select: 'selected_option',
  users_select: 'selected_user',
  radio_buttons: 'selected_option',
  multi_static_select: 'selected_options',
  checkboxes: 'selected_options',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  file_input: 'files',
};
const INITIAL: Readonly<Record<string, string>> = {
  value: 'initial_value',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
};
const MANY = ['selected_options', 'files'];
const typeOf = (element: Fields): string => textOf(element['type']) ?? '';
const optionsOf = (element: Fields): readonly Fields[] => [
  ...listOf(element['options']),
  ...listOf(element['option_groups']).flatMap((group) => listOf(group['options'])),
];

/** The state of one element: what was entered, else what the bot put there. */
function stateOf(view: View, blockId: string, element: Fields): Fields {
  const type = typeOf(element);
  const name = VALUE_OF[type] ?? 'value';
  const initial = element[INITIAL[name] ?? ''];
  const empty = MANY.includes(name) ? [] : null;
  return view.values[blockId]?.[textOf(element['action_id']) ?? ''] ?? { type, [name]: initial ?? empty };
}

function shownBy(state: Fields): string | readonly string[] {
  const { value, selected_option, selected_options, selected_user, files, selected_date, selected_time } = state;
  if (Array.isArray(selected_options)) return listOf(selected_options).map((option) => wordsOf(option['text']));
  if (Array.isArray(files)) return listOf(files).map((file) => textOf(file['name']) ?? '');
  if (isFields(selected_option)) return wordsOf(selected_option['text']);
  return textOf(value) ?? textOf(selected_user) ?? textOf(selected_date) ?? textOf(selected_time) ?? '';
}

export const fieldsIn = (view: View): Field[] =>
  listOf(view.content['blocks'])
    .filter(({ type }) => type === 'input')
    .map((block) => {
      const element = fieldsOf(block['element']);
      const blockId = textOf(block['block_id']) ?? '';
      return {
        label: wordsOf(block['label']),
        type: typeOf(element),
        optional: block['optional'] === true,
        blockId,
        actionId: textOf(element['action_id']) ?? '',
        element,
        dispatches: block['dispatch_action'] === true,
        shows: shownBy(stateOf(view, blockId, element)),
        options: optionsOf(element).map((option) => wordsOf(option['text'])),
      };
    });

/** `view.state.values` as a payload has it: every field, the empty ones too. */
export function valuesOf(view: View): View['values'] {
  const fields = fieldsIn(view).map(({ blockId, actionId, element }) => [
    blockId,
    { [actionId]: stateOf(view, blockId, element) },
  ]);
  return { ...view.values, ...Object.fromEntries(fields) };
}

function optionCalled(field: Field, label: string): Fields {
  const option = optionsOf(field.element).find(({ text }) => wordsOf(text) === label);
  if (option) return option;
  throw new Error(`"${field.label}" has no option "${label}"; it has ${field.options.map((o) => `"${o}"`).join(', ')}`);
}

export interface Filling {
  readonly world: World;
  /** Takes an upload in the name of the person. */
  readonly upload: (file: GivenFile) => { stored: StoredFile; object: Fields };
}

function filesFor(field: Field, entry: readonly GivenFile[], { upload }: Filling): Fields[] {
  const types = field.element['filetypes'];
  const most = Number(field.element['max_files'] ?? 10);
  if (entry.length > most)
    throw new Error(`"${field.label}" takes ${most} files at most, and was given ${entry.length}`);
  for (const { name, bytes } of entry) {
    if (bytes.length > MOST_BYTES_OF_FILE) throw new Error(`${name} is over the 10 MB that "${field.label}" takes`);
    if (Array.isArray(types) && !types.includes(extensionOf(name)))
      throw new Error(`"${field.label}" takes ${types.join(', ')}, not ${name}`);
  }
  return entry.map((file) => upload(file).object);
}

const isFiles = (entry: Entry): entry is readonly GivenFile[] =>
  Array.isArray(entry) && entry.every((item) => typeof item === 'object');

/** The state that an entry leads to. @throws Error for what no client would let a person enter. */
export function enteredState(field: Field, entry: Entry, filling: Filling): Fields {
  const { type } = field;
  const name = VALUE_OF[type] ?? 'value';
  if (type === 'file_input') {
    if (entry !== undefined && !isFiles(entry)) throw new Error(`"${field.label}" takes files`);
    return { type, files: filesFor(field, entry ?? [], filling) };
  }
  if (name === 'selected_options') {
    const labels = entry === undefined ? [] : Array.isArray(entry) ? entry.map(String) : [String(entry)];
    return { type, selected_options: labels.map((label) => optionCalled(field, label)) };
  }
  if (entry !== undefined && typeof entry !== 'string') throw new Error(`"${field.label}" takes one text`);
  if (name === 'selected_option')
    return { type, selected_option: entry === undefined ? null : optionCalled(field, entry) };
  return { type, [name]: entry === undefined || entry === '' ? null : entry };
}

/** What the client says before it sends anything, by label. */
export function missingIn(view: View): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { label, optional, shows, element, type } of fieldsIn(view)) {
    const { min_length: min, max_length: max } = element;
    if (shows.length === 0 && !optional) found[label] = 'Please complete this required field.';
    if (type !== 'plain_text_input' || shows.length === 0) continue;
    // Without a limit of its own a field takes 3000 characters.
    const most = typeof max === 'number' ? max : 3000;
    if (shows.length > most) found[label] = `Please shorten this to ${most} characters or less.`;
    if (typeof min === 'number' && shows.length < min) found[label] = `Please enter at least ${min} characters.`;
  }
  return found;
}

export const storedFrom = (
  world: World,
  by: { id: string; team: string },
  { name, bytes, mimetype }: GivenFile,
): StoredFile => ({
  id: world.id('F'),
  team: by.team,
  user: by.id,
  name,
  title: name,
  mimetype: mimetype ?? mediaTypeOf(name),
  bytes,
  created: world.clock.now(),
  shares: [],
});
