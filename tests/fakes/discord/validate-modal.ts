// Limits of a modal: at most five things in it, each field in a label of its own.
import {
  absent,
  all,
  byType,
  choice,
  flag,
  isFields,
  isGiven,
  list,
  listOf,
  numberOr,
  type Problem,
  problem,
  type Rule,
  shape,
  type Together,
  text,
  whole,
} from './check.ts';
import {
  componentId,
  counts,
  customId,
  entitySelect,
  option,
  stringSelect,
  TYPE,
  uniqueIds,
} from './validate-parts.ts';

/** "min_values must be absent or at least 1 while required is true or absent." */
const noneOnlyIfOptional: Together = (fields, path) =>
  fields['min_values'] === 0 && fields['required'] !== false
    ? problem([...path, 'min_values'], 'NUMBER_TYPE_MIN', 'min_values must be at least 1 while the field is required.')
    : [];

const notDisabled = absent('disabled');

const inputLengths: Together = (fields, path) => {
  const least = numberOr(fields['min_length'], 0);
  const most = numberOr(fields['max_length'], 4000);
  const value = String(fields['value'] ?? '');
  return [
    ...(least > most ? problem([...path, 'min_length'], 'NUMBER_TYPE_MAX', 'min_length is above max_length.') : []),
    ...(value.length > most
      ? problem([...path, 'value'], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`)
      : []),
    ...(value !== '' && value.length < least
      ? problem([...path, 'value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`)
      : []),
  ];
};

const inputFields = {
  id: componentId,
  placeholder: text(0, 100),
  value: text(0, 4000),
  min_length: whole(0, 4000),
  max_length: whole(1, 4000),
  required: flag,
} as const;

const textInput = shape({ custom_id: customId, style: choice(1, 2) }, inputFields, inputLengths, absent('label'));
const oldTextInput = shape({ custom_id: customId, style: choice(1, 2), label: text(1, 45) }, inputFields, inputLengths);

const oneDefault: Together = (fields, path) =>
  listOf(fields['options']).filter((item) => isFields(item) && item['default'] === true).length > 1
    ? problem([...path, 'options'], 'RADIO_GROUP_TOO_MANY_DEFAULTS', 'Only one option may be the default.')
    : [];

const radioGroup = shape(
  { custom_id: customId, options: list(option, 2, 10) },
  { id: componentId, required: flag },
  oneDefault,
  notDisabled,
  (fields, path) => counts(() => 1)({ options: fields['options'] }, path),
);

const checkboxGroup = shape(
  { custom_id: customId, options: list(option, 1, 10) },
  { id: componentId, required: flag, min_values: whole(0, 10), max_values: whole(1, 10) },
  noneOnlyIfOptional,
  notDisabled,
  counts((options) => options),
);

const checkbox = shape(
  { custom_id: customId },
  { id: componentId, default: flag },
  absent('disabled'),
  (fields, path) =>
    fields['required'] === true
      ? problem([...path, 'required'], 'BASE_TYPE_NOT_ALLOWED', 'A checkbox cannot be required.')
      : [],
);

/** `file_types`: image, video, audio, or endings. */
const fileType: Rule = (value, path) =>
  typeof value === 'string' && /^(image|video|audio|\.[a-z0-9]+)$/i.test(value)
    ? []
    : problem(path, 'BASE_TYPE_CHOICES', 'Value must be one of (image, video, audio) or an extension.');

const fileUpload = shape(
  { custom_id: customId },
  {
    id: componentId,
    required: flag,
    min_values: whole(0, 10),
    max_values: whole(1, 10),
    file_types: list(fileType, 1, 10),
  },
  noneOnlyIfOptional,
  notDisabled,
  (fields, path) =>
    numberOr(fields['min_values'], 1) > numberOr(fields['max_values'], 1)
      ? problem([...path, 'max_values'], 'NUMBER_TYPE_MIN', 'max_values must be at least min_values.')
      : [],
);

const inModal = (rule: Rule): Rule => all(rule, shape({}, {}, notDisabled, noneOnlyIfOptional));

const LABELLED: Readonly<Record<number, Rule>> = {
  [TYPE.stringSelect]: inModal(stringSelect),
  [TYPE.textInput]: textInput,
  [TYPE.userSelect]: inModal(entitySelect),
  [TYPE.roleSelect]: inModal(entitySelect),
  [TYPE.mentionableSelect]: inModal(entitySelect),
  [TYPE.channelSelect]: inModal(entitySelect),
  [TYPE.upload]: fileUpload,
  [TYPE.radios]: radioGroup,
  [TYPE.checkboxes]: checkboxGroup,
  [TYPE.checkbox]: checkbox,
};

const TOP: Readonly<Record<number, Rule>> = {
  [TYPE.row]: shape(
    {
      components: list(
        byType(() => ({ [TYPE.textInput]: oldTextInput })),
        1,
        1,
      ),
    },
    { id: componentId },
  ),
  [TYPE.text]: shape({ content: text(1, 4000) }, { id: componentId }),
  [TYPE.label]: shape(
    { label: text(1, 45), component: byType(() => LABELLED) },
    { id: componentId, description: text(1, 100) },
  ),
};

const modal = shape({
  custom_id: customId,
  title: text(1, 45),
  components: list(
    byType(() => TOP),
    1,
    5,
  ),
});

export function validateModal(data: unknown): readonly Problem[] {
  const problems = modal(data, ['data']);
  if (problems.length > 0 || !isFields(data) || !isGiven(data['components'])) return problems;
  return uniqueIds(data['components'], ['data', 'components']);
}
