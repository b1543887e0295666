// One request as its handler sees it, and how the body of one is read.
import { type Fields, isFields } from './check.ts';
import { Fault, fault } from './faults.ts';
import type { Upload } from './files.ts';
import { MOST_REQUEST } from './validate-message.ts';
import type { World } from './world.ts';

export interface Body {
  readonly json: unknown;
  /** By their number in `files[n]`. */
  readonly files: ReadonlyMap<number, Upload>;
}

export interface Call extends Body {
  readonly world: World;
  readonly query: URLSearchParams;
  /** A part of the path, by its name in the route. */
  readonly param: (name: string) => string;
  /** The body, which has to be an object. */
  readonly fields: Fields;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` stands for one part. */
  readonly path: string;
  /** Whether the token in the path is enough. */
  readonly open?: boolean;
  /** What it returns is sent as JSON; undefined as 204. */
  readonly handle: (call: Call) => unknown;
}

export function fieldsOf(json: unknown): Fields {
  if (isFields(json)) return json;
  if (json === undefined) return {};
  throw fault(50109);
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw fault(50109);
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Body> {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const files = new Map<number, Upload>();
  for (const [name, value] of form) {
    const index = /^files\[(\d)\]$/.exec(name)?.[1];
    if (typeof value === 'string') continue;
    if (index === undefined) throw new Fault(400, { message: `Unexpected part "${name}"`, code: 50035 });
    const upload = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
    files.set(Number(index), value.type === '' ? upload : { ...upload, contentType: value.type });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}

/** @throws Fault 40005 for a request of more than 25 MiB. */
export async function readBody(chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<Body> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    // Read to the end all the same: a client that is still sending does not hear an answer.
    if (size <= MOST_REQUEST) parts.push(chunk);
  }
  if (size > MOST_REQUEST) throw fault(40005);
  const bytes = new Uint8Array(Buffer.concat(parts));
  if (contentType.startsWith('multipart/form-data')) return readForm(bytes, contentType);
  return { json: parse(new TextDecoder().decode(bytes)), files: new Map() };
}
