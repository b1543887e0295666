// The table of interactive elements and the objects they are made of, with their limits. Blocks are in `blocks.ts`.
import { type Fields, isFields, listOf } from '../json.ts';
import {
  all,
  anything,
  byType,
  flag,
  list,
  object,
  oneOf,
  type Rule,
  type Shape,
  string,
  unique,
  whole,
} from './rules.ts';

export const plain = (max: number): Rule =>
  byType({ plain_text: { needs: { text: string(max, 1) }, may: { emoji: flag } } });

export const anyText = (max: number): Rule =>
  byType({
    plain_text: { needs: { text: string(max, 1) }, may: { emoji: flag } },
    mrkdwn: { needs: { text: string(max, 1) }, may: { verbatim: flag } },
  });

const confirm = object({
  needs: { title: plain(100), text: anyText(300), confirm: plain(30), deny: plain(30) },
  may: { style: oneOf('primary', 'danger') },
});

/**
 * The value of an option may be 150 by the documents and 75 by the types: the stricter holds here. Menus show plain text
 * alone, radio buttons and checkboxes also markup; an address is for overflow menus.
 */
const optionOf = (words: (max: number) => Rule, more: Shape['may'] = {}): Rule =>
  object({ needs: { text: words(75), value: string(75, 1) }, may: { description: words(75), ...more } });
const inMenu = optionOf(plain);
const inOverflow = optionOf(plain, { url: string(3000) });
const inList = optionOf(anyText);
const options = (max: number, option: Rule): Rule =>
  all(
    list(option, { max }),
    unique('value', (value) => `duplicate option value: ${value}`),
  );
const groups = list(object({ needs: { label: plain(75), options: options(100, inMenu) } }), { max: 100 });

const id = string(255, 1);
const image: Shape = {
  needs: { alt_text: string(2000, 1) },
  may: { image_url: string(3000, 1), slack_file: anything },
  also: (value, pointer, place) => {
    const { image_url: url, slack_file: file } = value;
    if ((url === undefined) === (file === undefined)) place.report('missing required field: image_url', pointer);
    if (typeof url === 'string' && !/^https?:\/\/\S+$/.test(url)) place.report('invalid url', `${pointer}/image_url`);
    if (file === undefined) return;
    const problem = isFields(file) ? place.fileProblem(file) : 'must provide an object';
    if (problem) place.report(problem, `${pointer}/slack_file`);
  },
};

export { id, image };

const chosenIsThere =
  (one: string, many: string): Shape['also'] =>
  (value, pointer, { report }) => {
    const there = [...listOf(value['options']), ...listOf(value['option_groups']).flatMap((g) => listOf(g['options']))];
    const known = new Set(there.map((item) => JSON.stringify([item['value'], item['text']])));
    const chosen = [...listOf([value[one]]), ...listOf(value[many])];
    for (const item of chosen) {
      if (!known.has(JSON.stringify([item['value'], item['text']])))
        report('initial option is not among the options', pointer);
    }
  };

const select = (more: Shape['may']): Shape => ({
  may: {
    action_id: id,
    options: options(100, inMenu),
    option_groups: groups,
    placeholder: plain(150),
    confirm,
    ...more,
  },
  also: (value, pointer, place) => {
    if ((value['options'] === undefined) === (value['option_groups'] === undefined))
      place.report('missing required field: options', pointer);
    chosenIsThere('initial_option', 'initial_options')?.(value, pointer, place);
  },
});

function textInputAlso(value: Fields, pointer: string, place: Parameters<Rule>[2]): void {
  const { min_length: min, max_length: max, initial_value: initial } = value;
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    place.report('min_length must not be greater than max_length', pointer);
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max)
    place.report(`must be less than ${max + 1} characters`, `${pointer}/initial_value`);
  if (typeof initial === 'string' && initial !== '' && typeof min === 'number' && initial.length < min)
    place.report(`must be more than ${min - 1} characters`, `${pointer}/initial_value`);
}

const dispatch = object({
  needs: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }) },
});
const picker = (initial: string): Shape => ({
  may: {
    action_id: id,
    placeholder: plain(150),
    confirm,
    focus_on_load: flag,
    [initial]: string(30),
    timezone: string(60),
  },
});

export const ELEMENTS: Readonly<Record<string, Shape>> = {
  button: {
    needs: { text: plain(75) },
    may: {
      action_id: id,
      value: string(2000),
      url: string(3000),
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: string(75),
    },
  },
  overflow: { needs: { options: options(5, inOverflow) }, may: { action_id: id, confirm } },
  static_select: select({ initial_option: inMenu, focus_on_load: flag }),
  multi_static_select: select({
    initial_options: options(100, inMenu),
    max_selected_items: whole(1, 100),
    focus_on_load: flag,
  }),
  users_select: {
    may: { action_id: id, initial_user: string(30, 1), placeholder: plain(150), confirm, focus_on_load: flag },
  },
  radio_buttons: {
    needs: { options: options(10, inList) },
    may: { action_id: id, initial_option: inList, confirm, focus_on_load: flag },
    also: (...args) => chosenIsThere('initial_option', '')?.(...args),
  },
  checkboxes: {
    needs: { options: options(10, inList) },
    may: { action_id: id, initial_options: options(10, inList), confirm, focus_on_load: flag },
    also: (...args) => chosenIsThere('', 'initial_options')?.(...args),
  },
  plain_text_input: {
    may: {
      action_id: id,
      placeholder: plain(150),
      initial_value: string(3000),
      multiline: flag,
      min_length: whole(0, 3000),
      max_length: whole(1, 3000),
      dispatch_action_config: dispatch,
      focus_on_load: flag,
    },
    also: textInputAlso,
  },
  file_input: {
    may: { action_id: id, filetypes: list(string(20, 1), { max: 100 }), max_files: whole(1, 10) },
  },
  datepicker: picker('initial_date'),
  timepicker: picker('initial_time'),
  image,
};

export const IN_ACTIONS = [
  'button',
  'users_select',
  'overflow',
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'timepicker',
];
export const IN_SECTION = [...IN_ACTIONS, 'image'];
export const IN_INPUT = [
  'plain_text_input',
  'users_select',
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'timepicker',
  'file_input',
];
