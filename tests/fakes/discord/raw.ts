// Plain requests to the fake, for what no well-behaved client would send.
import { isFields } from './check.ts';
import type { Upload } from './files.ts';
import type { FakeDiscord } from './start.ts';

export interface RawAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly code: number | undefined;
  /** `components.0.label: BASE_TYPE_BAD_LENGTH` */
  readonly errors: readonly string[];
  readonly headers: Headers;
}

export interface RawOptions {
  readonly files?: readonly Upload[];
  readonly token?: string;
}

function errorsIn(tree: unknown, path: readonly string[] = []): readonly string[] {
  if (!isFields(tree)) return [];
  return Object.entries(tree).flatMap(([name, inner]) =>
    name === '_errors' && Array.isArray(inner)
      ? inner.map((one) => `${path.join('.')}: ${isFields(one) ? one['code'] : ''}`)
      : errorsIn(inner, [...path, name]),
  );
}

function bodyOf(json: unknown, files: readonly Upload[]): string | FormData {
  if (files.length === 0) return JSON.stringify(json);
  const form = new FormData();
  form.set('payload_json', JSON.stringify(json));
  for (const [index, { name, bytes, contentType = '' }] of files.entries()) {
    form.set(`files[${index}]`, new File([new Uint8Array(bytes)], name, { type: contentType }));
  }
  return form;
}

export async function raw(
  discord: FakeDiscord,
  method: string,
  path: string,
  json?: unknown,
  { files = [], token = discord.token }: RawOptions = {},
): Promise<RawAnswer> {
  const response = await fetch(`${discord.url}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${token}`,
      ...(json !== undefined && files.length === 0 ? { 'content-type': 'application/json' } : {}),
    },
    ...(json === undefined ? {} : { body: bodyOf(json, files) }),
  });
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const code = isFields(body) && typeof body['code'] === 'number' ? body['code'] : undefined;
  const errors = errorsIn(isFields(body) ? body['errors'] : undefined);
  return { status: response.status, body, code, errors, headers: response.headers };
}
