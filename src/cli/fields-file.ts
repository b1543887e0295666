// FIELDS.json ↔ scenes: the file's shape, its limits, and where exactly it needs mending.
// Finding the pictures that it names is left to `pictures.ts`.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type FieldsProblem, TalesError } from '../errors.ts';
import { CLASSIFICATIONS, LOCALES, MAX_AUTHORS, MAX_PICTURES, READING_LEVELS, TEXT_LIMITS } from '../story.ts';
import { readFault } from './input.ts';
import { decodeText } from './text-file.ts';

const tidy = z.string().transform((value) => value.normalize('NFC').trim());
const required = (limit: number) => tidy.pipe(z.string().min(1).max(limit));
/** Blank and null count as absent. */
const optional = (limit: number) =>
  tidy
    .pipe(z.string().max(limit))
    .nullish()
    .transform((value) => value || undefined)
    .optional();

/** 신체운동·건강 is how people see 신체운동_건강, and spaces slip in. */
const tokenOf = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .normalize('NFC')
        .replaceAll(/\s/g, '')
        .replace(/[·・ㆍ‧/,]/, '_')
    : value;

const fieldsSchema = z.strictObject({
  name: required(TEXT_LIMITS.name),
  i_action: required(TEXT_LIMITS.field),
  classification: z.preprocess(tokenOf, z.enum(CLASSIFICATIONS)),
  character: optional(TEXT_LIMITS.field),
  setting: optional(TEXT_LIMITS.field),
  action: optional(TEXT_LIMITS.field),
  feeling: optional(TEXT_LIMITS.field),
  causalRelationship: optional(TEXT_LIMITS.field),
  outcomeResolution: optional(TEXT_LIMITS.field),
  prediction: optional(TEXT_LIMITS.field),
});

const pageSchema = z.strictObject({
  picture: required(500),
  caption: optional(TEXT_LIMITS.caption),
  fields: fieldsSchema,
  text: optional(TEXT_LIMITS.text),
});

const fileSchema = z.strictObject({
  title: optional(TEXT_LIMITS.title),
  locale: z.enum(LOCALES).optional(),
  authors: z.array(required(TEXT_LIMITS.author)).max(MAX_AUTHORS).optional(),
  level: z.enum(READING_LEVELS).optional(),
  roomy: z.boolean().optional(),
  notice: optional(TEXT_LIMITS.notice),
  pages: z.array(pageSchema).min(1).max(MAX_PICTURES),
});

export type FieldsFile = z.output<typeof fileSchema>;
export type FieldsPage = z.output<typeof pageSchema>;

type Issue = z.core.$ZodIssue;

const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(fileSchema.shape),
  page: Object.keys(pageSchema.shape),
  fields: Object.keys(fieldsSchema.shape),
};

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

function knownKeys(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  return (KNOWN_KEYS[last === undefined ? '' : last === 'fields' ? 'fields' : 'page'] ?? []).join(', ');
}

/** One problem for each fault, at the path of the very key that has it. */
function problemsOf(issue: Issue): readonly FieldsProblem[] {
  const path = pathOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        kind: 'unknown',
        expected: knownKeys(issue.path),
      }));
    case 'invalid_type':
      return [issue.input === undefined ? { path, kind: 'missing' } : { path, kind: 'type', expected: issue.expected }];
    case 'invalid_value':
      return issue.input === undefined
        ? [{ path, kind: 'missing', expected: issue.values.join(', ') }]
        : [{ path, kind: 'choice', expected: issue.values.join(', ') }];
    case 'too_big':
      return [{ path, kind: issue.origin === 'array' ? 'many' : 'long', expected: String(issue.maximum) }];
    case 'too_small':
      return [{ path, kind: 'empty' }];
    default:
      return [{ path, kind: 'type', expected: issue.message }];
  }
}

/** The place that V8 names in its message. */
function placeIn(error: unknown): { readonly line?: number; readonly column?: number } {
  const [, line, column] = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return line === undefined || column === undefined ? {} : { line: Number(line), column: Number(column) };
}

/**
 * Reads the text of a FIELDS.json.
 * @param file its name, for the errors.
 * @throws TalesError `fields-not-json`, or `fields-invalid` with every fault at its path.
 */
export function parseFieldsFile(text: string, file: string): FieldsFile {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new TalesError('fields-not-json', { file, ...placeIn(cause) }, { cause });
  }
  const parsed = fileSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new TalesError('fields-invalid', { file, problems: parsed.error.issues.flatMap(problemsOf) });
}

/**
 * Reads a FIELDS.json.
 * @throws TalesError `file-missing`, `file-unreadable`, and whatever `parseFieldsFile` finds.
 */
export async function readFieldsFile(path: string): Promise<FieldsFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw readFault(path, cause);
  });
  return parseFieldsFile(decodeText(bytes), path);
}

/** The text of a FIELDS.json that `parseFieldsFile` reads back as `file`. */
export const formatFieldsFile = (file: FieldsFile): string => `${JSON.stringify(file, null, 2)}\n`;
