// Limits of the commands that an application registers.
import {
  absent,
  all,
  anything,
  choice,
  distinct,
  type Fields,
  flag,
  isFields,
  isGiven,
  list,
  listOf,
  matching,
  type Path,
  type Problem,
  problem,
  type Rule,
  shape,
  type Together,
  text,
  whole,
} from './check.ts';

/** The counts by type: slash commands, user commands, message commands. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const MOST_IN_ALL = 130;
const MOST_CHARACTERS = 8000;

const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko'
  ).split(' '),
);

const slashName = all(
  text(1, 32),
  matching(
    /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
    'APPLICATION_COMMAND_INVALID_NAME',
    'Command name is invalid',
  ),
  (value, path) =>
    String(value) === String(value).toLowerCase()
      ? []
      : problem(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name must be lower case'),
);

const localised =
  (rule: Rule): Rule =>
  (value, path) => {
    if (!isFields(value)) return problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return Object.entries(value).flatMap(([locale, word]) => [
      ...(LOCALES.has(locale) ? [] : problem([...path, locale], 'BASE_TYPE_CHOICES', 'Locale is not supported.')),
      ...(isGiven(word) ? rule(word, [...path, locale]) : []),
    ]);
  };

const description = text(1, 100);
const names = { name_localizations: localised(slashName) } as const;
const words = { ...names, description_localizations: localised(description) } as const;

const choiceRule = shape(
  { name: text(1, 100), value: anything },
  { name_localizations: localised(text(1, 100)) },
  (fields, path) => (typeof fields['value'] === 'string' ? text(1, 100)(fields['value'], [...path, 'value']) : []),
);

const namesOf = (fields: Fields, path: Path) =>
  listOf(fields['options']).map((option, index) => ({
    value: isFields(option) ? option['name'] : option,
    path: [...path, 'options', index, 'name'],
  }));

const optionOrder: Together = (fields, path) => {
  const options = listOf(fields['options']).filter(isFields);
  const late = options.findIndex((option, index) => option['required'] === true && index > firstOptional(options));
  return [
    ...distinct(namesOf(fields, path), 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', 'Option names must be unique'),
    ...(late >= 0
      ? problem(
          [...path, 'options', late],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must come first',
        )
      : []),
    ...(options.some(isGroup) && !options.every(isGroup)
      ? problem(
          [...path, 'options'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-commands cannot stand beside options',
        )
      : []),
  ];
};

const isGroup = (option: Fields): boolean => option['type'] === 1 || option['type'] === 2;

function firstOptional(options: readonly Fields[]): number {
  const at = options.findIndex((option) => option['required'] !== true && !isGroup(option));
  return at < 0 ? options.length : at;
}

const common = { name: slashName, description } as const;

const value: Rule = shape(
  { ...common, type: choice(3, 4, 5, 6, 7, 8, 9, 10, 11) },
  {
    ...words,
    required: flag,
    choices: list(choiceRule, 0, 25),
    min_length: whole(0, 6000),
    max_length: whole(1, 6000),
    autocomplete: flag,
  },
);

const subCommand: Rule = shape(
  { ...common, type: choice(1) },
  { ...words, options: list(value, 0, 25) },
  optionOrder,
  absent('required'),
);

const group: Rule = shape({ ...common, type: choice(2) }, { ...words, options: list(subCommand, 0, 25) }, optionOrder);

const anyOption: Rule = (option, path) => {
  const type = isFields(option) ? option['type'] : undefined;
  return (type === 1 ? subCommand : type === 2 ? group : value)(option, path);
};

const whereFields = {
  default_member_permissions: matching(/^\d+$/, 'NUMBER_TYPE_COERCE', 'Value is not a permission set.'),
  contexts: list(choice(0, 1, 2), 0, 3),
  integration_types: list(choice(0, 1), 1, 2),
  nsfw: flag,
  dm_permission: flag,
} as const;

const slash = shape(common, { ...words, ...whereFields, options: list(anyOption, 0, 25) }, optionOrder);
const menu = shape(
  { name: text(1, 32) },
  { name_localizations: localised(text(1, 32)), ...whereFields },
  absent('options'),
  (fields, path) =>
    isGiven(fields['description']) && fields['description'] !== ''
      ? problem([...path, 'description'], 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', 'Must be empty')
      : [],
);

const typeOf = (command: unknown): number => Number((isFields(command) ? command['type'] : undefined) ?? 1);

const longest = (word: unknown, localisations: unknown): number =>
  [word, ...Object.values(isFields(localisations) ? localisations : {})].reduce<number>(
    (most, one) => Math.max(most, typeof one === 'string' ? one.length : 0),
    0,
  );

function characters(part: unknown): number {
  if (!isFields(part)) return 0;
  const own =
    longest(part['name'], part['name_localizations']) + longest(part['description'], part['description_localizations']);
  const choices = listOf(part['choices']).reduce<number>(
    (sum, one) => sum + characters(one) + (isFields(one) && typeof one['value'] === 'string' ? one['value'].length : 0),
    0,
  );
  return own + choices + listOf(part['options']).reduce<number>((sum, one) => sum + characters(one), 0);
}

function contexts(command: Fields, path: Path, ofGuild: boolean): readonly Problem[] {
  const where = listOf(command['contexts']);
  const installs = isGiven(command['integration_types']) ? listOf(command['integration_types']) : [0];
  return [
    ...(where.includes(2) && !installs.includes(1)
      ? problem([...path, 'contexts'], 'APPLICATION_COMMAND_INVALID_CONTEXTS', 'PRIVATE_CHANNEL needs USER_INSTALL')
      : []),
    ...(ofGuild && where.includes(1)
      ? problem([...path, 'contexts'], 'APPLICATION_COMMAND_INVALID_CONTEXTS', 'A guild command has no BOT_DM')
      : []),
  ];
}

export function validateCommand(command: unknown, path: Path, ofGuild: boolean): readonly Problem[] {
  const type = typeOf(command);
  if (![1, 2, 3].includes(type)) return choice(1, 2, 3)(type, [...path, 'type']);
  const problems = (type === 1 ? slash : menu)(command, path);
  if (problems.length > 0 || !isFields(command)) return problems;
  return [
    ...contexts(command, path, ofGuild),
    ...(characters(command) > MOST_CHARACTERS
      ? problem(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MOST_CHARACTERS})`)
      : []),
  ];
}

export function validateCommands(commands: unknown, ofGuild: boolean): readonly Problem[] {
  const problems = list((command, path) => validateCommand(command, path, ofGuild), 0, MOST_IN_ALL)(commands, []);
  if (problems.length > 0) return problems;
  const all = listOf(commands).filter(isFields);
  return [
    ...Object.entries(MOST).flatMap(([type, most]) =>
      all.filter((command) => typeOf(command) === Number(type)).length > most
        ? problem([], 'APPLICATION_COMMANDS_TOO_MANY', `At most ${most} commands of type ${type}`)
        : [],
    ),
    ...distinct(
      all.map((command, index) => ({ value: `${typeOf(command)} ${command['name']}`, path: [index, 'name'] })),
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    ),
  ];
}
