// Reads the small files of a checkpoint folder, and says which one is missing or damaged.
// Weights are left to `checkpoint.ts`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Expectation, TalesError } from '../../errors.ts';

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');

/** The text of a file in the folder, or `undefined` when it is not there. */
export async function readOptional(folder: string, file: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, file), 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new TalesError('file-unreadable', { path: join(folder, file) }, { cause });
  }
}

/** Types with more than one form, as the schemas of configurations name them in the error of a union. */
const UNIONS: ReadonlySet<string> = new Set(['ids', 'size']);

export interface JsonFile<T> {
  readonly folder: string;
  readonly file: string;
  readonly schema: z.ZodType<T>;
}

/**
 * A JSON file of the folder, checked against its schema.
 * @throws TalesError `model-file-missing`, `model-file-damaged`, or `model-unsupported` naming the first key whose value
 * cannot be used.
 */
export async function readJson<T>({ folder, file, schema }: JsonFile<T>): Promise<T> {
  const text = await readOptional(folder, file);
  if (text === undefined) throw new TalesError('model-file-missing', { folder, files: [file] });
  return checked(parseJson(text, join(folder, file)), { folder, file, schema });
}

export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TalesError('model-file-damaged', { path, reason: 'json' }, { cause });
  }
}

/** What would have been right. A union's own message, where it has one, is the name of a type. */
function supportedFor(issue: z.core.$ZodIssue): Expectation | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return { kind: 'choice', values: issue.values.map(String) };
    case 'invalid_type':
      return { kind: 'type', type: issue.expected };
    case 'too_small':
      return Number(issue.minimum) === 0 && !issue.inclusive ? { kind: 'type', type: 'positive' } : undefined;
    case 'invalid_union':
      return UNIONS.has(issue.message) ? { kind: 'type', type: issue.message } : undefined;
    default:
      return undefined;
  }
}

function checked<T>(value: unknown, { folder, file, schema }: JsonFile<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const supported = issue && supportedFor(issue);
  throw new TalesError('model-unsupported', {
    folder,
    option: `${file}: ${path.map(String).join('.')}`,
    value: JSON.stringify(found) ?? '-',
    ...(supported && { supported }),
  });
}
