// The words in which the limits are written down: small rules that look at a value and name its problems.
// Which value has which limit is said in the validate-*.ts files.

export type Path = readonly (string | number)[];

export interface Problem {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

export type Rule = (value: unknown, path: Path) => readonly Problem[];
export type Fields = Readonly<Record<string, unknown>>;
/** A rule about several fields at once. */
export type Together = (fields: Fields, path: Path) => readonly Problem[];

export const problem = (path: Path, code: string, message: string): readonly Problem[] => [{ path, code, message }];

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const badLength = (path: Path, least: number, most: number): readonly Problem[] =>
  least > 0
    ? problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`)
    : problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);

/** Blank text counts as none, since Discord trims it. */
export const text =
  (least: number, most: number): Rule =>
  (value, path) => {
    if (typeof value !== 'string') {
      return problem(path, 'STRING_TYPE_CONVERT', `Could not interpret ${JSON.stringify(value)} as string.`);
    }
    if (least > 0 && value.trim() === '') return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return value.length < least || value.length > most ? badLength(path, least, most) : [];
  };

export const matching =
  (pattern: RegExp, code: string, message: string): Rule =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : problem(path, code, message);

export const all =
  (...rules: readonly Rule[]): Rule =>
  (value, path) => {
    for (const rule of rules) {
      const problems = rule(value, path);
      if (problems.length > 0) return problems;
    }
    return [];
  };

export const whole =
  (least: number, most: number): Rule =>
  (value, path) => {
    if (!Number.isInteger(value)) return problem(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
    if (Number(value) < least) {
      return problem(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`);
    }
    return Number(value) > most
      ? problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`)
      : [];
  };

export const flag: Rule = (value, path) =>
  typeof value === 'boolean' ? [] : problem(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');

export const anything: Rule = () => [];

export const choice =
  (...values: readonly (string | number)[]): Rule =>
  (value, path) =>
    values.includes(value as string | number)
      ? []
      : problem(path, 'BASE_TYPE_CHOICES', `Value must be one of (${values.join(', ')}).`);

export const snowflake: Rule = matching(/^\d{15,20}$/, 'NUMBER_TYPE_COERCE', 'Value is not snowflake.');

export const list =
  (rule: Rule, least: number, most: number): Rule =>
  (value, path) => {
    if (!Array.isArray(value)) return problem(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    if (value.length < least || value.length > most) return badLength(path, least, most);
    return value.flatMap((item, index) => rule(item, [...path, index]));
  };

/** `null` in a field that need not be there is the same as none. */
export const shape =
  (
    required: Readonly<Record<string, Rule>>,
    optional: Readonly<Record<string, Rule>> = {},
    ...together: readonly Together[]
  ): Rule =>
  (value, path) => {
    if (!isFields(value)) {
      return problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    }
    const problems = [
      ...Object.entries(required).flatMap(([name, rule]) =>
        isGiven(value[name])
          ? rule(value[name], [...path, name])
          : problem([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required'),
      ),
      ...Object.entries(optional).flatMap(([name, rule]) =>
        isGiven(value[name]) ? rule(value[name], [...path, name]) : [],
      ),
    ];
    return problems.length > 0 ? problems : together.flatMap((rule) => rule(value, path));
  };

/** Components: the rule is chosen by the number in `type`. */
export const byType =
  (table: () => Readonly<Record<number, Rule>>): Rule =>
  (value, path) => {
    if (!isFields(value)) return problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    const rule = table()[Number(value['type'])];
    const types = Object.keys(table()).join(', ');
    return rule
      ? rule(value, path)
      : problem([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${types}).`);
  };

/** No field of this name may be there. */
export const absent =
  (...names: readonly string[]): Together =>
  (fields, path) =>
    names.flatMap((name) =>
      isGiven(fields[name]) ? problem([...path, name], 'BASE_TYPE_NOT_ALLOWED', 'This field is not allowed here.') : [],
    );

/** No two of them are the same. */
export const distinct = (
  values: readonly { readonly value: unknown; readonly path: Path }[],
  code: string,
  message: string,
): readonly Problem[] =>
  values.flatMap(({ value, path }, index) =>
    values.slice(0, index).some((earlier) => earlier.value === value) ? problem(path, code, message) : [],
  );
