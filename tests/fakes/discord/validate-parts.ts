// Limits of what stands in messages and in modals alike: buttons, selects, ids.
import {
  absent,
  anything,
  choice,
  distinct,
  type Fields,
  flag,
  isFields,
  isGiven,
  list,
  listOf,
  numberOr,
  type Path,
  type Problem,
  problem,
  type Rule,
  shape,
  snowflake,
  type Together,
  text,
  whole,
} from './check.ts';

export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
  radios: 21,
  checkboxes: 22,
  checkbox: 23,
} as const;

export const BUTTON = { primary: 1, link: 5, premium: 6 } as const;

export const customId = text(1, 100);
/** Given by Discord where it is 0 or absent. */
export const componentId: Rule = whole(0, 2_147_483_647);
const emoji = shape({}, { name: text(1, 64), id: anything, animated: flag });

const buttonFields: Together = (fields, path) => {
  const style = numberOr(fields['style'], 0);
  if (style === BUTTON.premium) {
    return [...absent('custom_id', 'label', 'url', 'emoji')(fields, path), ...needed(fields, path, 'sku_id')];
  }
  const named = isGiven(fields['label']) || isGiven(fields['emoji']);
  return [
    ...(style === BUTTON.link
      ? [...absent('custom_id', 'sku_id')(fields, path), ...needed(fields, path, 'url')]
      : [...absent('url', 'sku_id')(fields, path), ...needed(fields, path, 'custom_id')]),
    ...(named ? [] : problem(path, 'BUTTON_COMPONENT_INVALID_LABEL', 'A button must have a label or an emoji.')),
  ];
};

const needed = (fields: Fields, path: Path, name: string): readonly Problem[] =>
  isGiven(fields[name]) ? [] : problem([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required');

export const button: Rule = shape(
  { style: choice(1, 2, 3, 4, 5, 6) },
  {
    id: componentId,
    label: text(1, 80),
    custom_id: customId,
    url: text(1, 512),
    sku_id: anything,
    emoji,
    disabled: flag,
  },
  buttonFields,
);

export const option: Rule = shape(
  { label: text(1, 100), value: text(1, 100) },
  { description: text(1, 100), emoji, default: flag },
);

const isDefault = (candidate: unknown): boolean => isFields(candidate) && candidate['default'] === true;

/** What holds between the number of choices, the least and the most of them. `most` is the default of `max_values`. */
export const counts =
  (most: (options: number) => number): Together =>
  (fields, path) => {
    const options = listOf(fields['options']);
    const max = numberOr(fields['max_values'], most(options.length));
    const min = numberOr(fields['min_values'], 1);
    const values = options.map((item, index) => ({
      value: isFields(item) ? item['value'] : item,
      path: [...path, 'options', index, 'value'],
    }));
    return [
      ...(min > max
        ? problem([...path, 'max_values'], 'BASE_TYPE_MIN', 'max_values must be at least min_values.')
        : []),
      ...(options.length < Math.max(max, min)
        ? problem(
            [...path, 'options'],
            'BASE_TYPE_BAD_LENGTH',
            `Must be between ${Math.max(max, min)} and 25 in length.`,
          )
        : []),
      ...(options.filter(isDefault).length > max
        ? problem([...path, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More defaults than max_values.')
        : []),
      ...distinct(values, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used'),
    ];
  };

const selectFields = {
  id: componentId,
  placeholder: text(0, 150),
  min_values: whole(0, 25),
  max_values: whole(1, 25),
  disabled: flag,
  required: flag,
} as const;

export const stringSelect: Rule = shape(
  { custom_id: customId, options: list(option, 1, 25) },
  selectFields,
  counts(() => 1),
);

const defaultValue = shape({ id: snowflake, type: choice('user', 'role', 'channel') });
export const entitySelect: Rule = shape(
  { custom_id: customId },
  { ...selectFields, default_values: list(defaultValue, 0, 25) },
  (fields, path) =>
    listOf(fields['default_values']).length > numberOr(fields['max_values'], 1)
      ? problem([...path, 'default_values'], 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More defaults than max_values.')
      : [],
);

export interface Placed {
  readonly component: Fields;
  readonly path: Path;
}

/** Every component, those within others too, in reading order. */
export function everyComponent(value: unknown, path: Path): readonly Placed[] {
  if (!isFields(value)) return [];
  return [
    { component: value, path },
    ...listOf(value['components']).flatMap((child, index) => everyComponent(child, [...path, 'components', index])),
    ...['component', 'accessory'].flatMap((name) => everyComponent(value[name], [...path, name])),
  ];
}

export const everyComponentOf = (components: unknown, path: Path): readonly Placed[] =>
  listOf(components).flatMap((component, index) => everyComponent(component, [...path, index]));

/** custom_id and id are each used once. */
export function uniqueIds(components: unknown, path: Path): readonly Problem[] {
  const placed = everyComponentOf(components, path);
  const used = (name: string) =>
    placed.flatMap(({ component, path: at }) =>
      isGiven(component[name]) && component[name] !== 0 ? [{ value: component[name], path: [...at, name] }] : [],
    );
  return [
    ...distinct(used('custom_id'), 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ...distinct(used('id'), 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
  ];
}
