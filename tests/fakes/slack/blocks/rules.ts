// The words in which the rules for blocks are written: each rule looks at one value and reports what Slack would say of it.
import { type Fields, isFields } from '../json.ts';

/** What a rule may have to know beyond the value. */
export interface Place {
  readonly surface: 'message' | 'modal';
  /** What is wrong with a file named by `slack_file`. */
  readonly fileProblem: (file: Fields) => string | undefined;
  readonly report: (problem: string, pointer: string) => void;
}

/** `pointer` is the JSON pointer of the value. */
export type Rule = (value: unknown, pointer: string, place: Place) => void;

export interface Shape {
  readonly needs?: Readonly<Record<string, Rule>>;
  readonly may?: Readonly<Record<string, Rule>>;
  /** What holds between fields. */
  readonly also?: (value: Fields, pointer: string, place: Place) => void;
}

export const all =
  (...rules: readonly Rule[]): Rule =>
  (value, pointer, place) => {
    for (const rule of rules) rule(value, pointer, place);
  };

/** Characters are counted as JavaScript counts them. */
export const string =
  (max: number, min = 0): Rule =>
  (value, pointer, { report }) => {
    if (typeof value !== 'string') return report('must provide a string', pointer);
    if (value.length > max) report(`must be less than ${max + 1} characters`, pointer);
    if (value.length < min) report(`must be more than ${min - 1} characters`, pointer);
  };

export const flag: Rule = (value, pointer, { report }) => {
  if (typeof value !== 'boolean') report('must provide a boolean', pointer);
};

export const whole =
  (min: number, max: number): Rule =>
  (value, pointer, { report }) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return report('must provide an integer', pointer);
    if (value < min) report(`must be greater than or equal to ${min}`, pointer);
    if (value > max) report(`must be less than or equal to ${max}`, pointer);
  };

export const oneOf =
  (...values: readonly string[]): Rule =>
  (value, pointer, { report }) => {
    if (typeof value !== 'string' || !values.includes(value)) report('must be a valid enum value', pointer);
  };

export const anything: Rule = () => {};

export const list =
  (rule: Rule, { min = 1, max }: { readonly min?: number; readonly max: number }): Rule =>
  (value, pointer, place) => {
    if (!Array.isArray(value)) return place.report('must provide an array', pointer);
    if (value.length > max) place.report(`no more than ${max} items allowed`, pointer);
    if (value.length < min) place.report(`no less than ${min} items required`, pointer);
    for (const [index, item] of value.entries()) rule(item, `${pointer}/${index}`, place);
  };

/** An object with these fields and no others; `type` is looked at by whoever chose the shape. */
export const object =
  ({ needs = {}, may = {}, also }: Shape): Rule =>
  (value, pointer, place) => {
    if (!isFields(value)) return place.report('must provide an object', pointer);
    const rules: Readonly<Record<string, Rule>> = { ...needs, ...may, type: anything };
    for (const name of Object.keys(needs)) {
      if (value[name] === undefined || value[name] === null) place.report(`missing required field: ${name}`, pointer);
    }
    for (const [name, item] of Object.entries(value)) {
      const rule = rules[name];
      if (!rule) place.report(`invalid additional property: ${name}`, pointer);
      else if (item !== undefined && item !== null) rule(item, `${pointer}/${name}`, place);
    }
    also?.(value, pointer, place);
  };

/** An object whose `type` chooses its shape; only the types named are allowed. */
export const byType =
  (shapes: Readonly<Record<string, Shape>>, allowed: readonly string[] = Object.keys(shapes)): Rule =>
  (value, pointer, place) => {
    if (!isFields(value)) return place.report('must provide an object', pointer);
    const type = value['type'];
    const shape = typeof type === 'string' && allowed.includes(type) ? shapes[type] : undefined;
    if (!shape) return place.report(`unsupported type: ${String(type)}`, `${pointer}/type`);
    object(shape)(value, pointer, place);
  };

/** Every value of a field occurs once in a list. */
export const unique =
  (field: string, say: (value: string) => string): Rule =>
  (value, pointer, { report }) => {
    const seen = new Set<string>();
    for (const [index, item] of (Array.isArray(value) ? value : []).entries()) {
      const id = isFields(item) ? item[field] : undefined;
      if (typeof id !== 'string') continue;
      if (seen.has(id)) report(say(id), `${pointer}/${index}/${field}`);
      seen.add(id);
    }
  };
