// What was typed into a form, tidied and held to the form's own limits. Pure; which facts it becomes is left to `submit.ts`.
import type { Locale } from '../../story.ts';
import type { Form, FormField, Problem } from './forms.ts';
import { WORDING } from './wording.ts';

export interface Checked {
  /** What can be saved. Blank where something optional was emptied; absent where nothing was said. */
  readonly good: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** Everything invisible but line breaks goes: it would be kept, printed as boxes, or turn text around. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Co}\u200B\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

export function tidy(value: string, kind: 'line' | 'lines'): string {
  const lines = value
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/\t/g, ' ').replace(INVISIBLE, '').trim());
  if (kind === 'line') return lines.filter(Boolean).join(' ');
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function problemOf(field: FormField, value: string, locale: Locale): string | undefined {
  const words = WORDING[locale];
  if (field.kind === 'pictures') return undefined;
  if (field.kind === 'person') return value === '' ? words.problemEmpty(field.label) : undefined;
  if (field.kind === 'choice') {
    return field.choices.some((choice) => choice.value === value) ? undefined : words.problemChoice(field.label);
  }
  if (field.required && value === '') return words.problemEmpty(field.label);
  return value.length > field.limit ? words.problemLong(field.label, field.limit) : undefined;
}

/** Fields that were not sent are left alone, so that a form in parts loses nothing. */
export function checkValues(
  form: Pick<Form, 'fields'>,
  values: Readonly<Record<string, string>>,
  locale: Locale,
): Checked {
  const checked = form.fields.flatMap((field) => {
    const given = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    if (given === undefined || field.kind === 'pictures') return [];
    const value = tidy(given, field.kind === 'lines' ? 'lines' : 'line');
    return [{ name: field.name, value, problem: problemOf(field, value, locale) }];
  });
  return {
    good: Object.fromEntries(checked.filter(({ problem }) => !problem).map(({ name, value }) => [name, value])),
    problems: checked.flatMap(({ name, problem }) => (problem ? [{ field: name, text: problem }] : [])),
  };
}
