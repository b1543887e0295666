// Reads what the SDK sends: forms in which objects are JSON in strings, JSON bodies, and multipart uploads.
import type { IncomingMessage } from 'node:http';
import { type Fields, fieldsOf, SlackFault } from '../json.ts';

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Arguments that are no strings, in a form too. */
const STRUCTURED = ['blocks', 'view', 'files', 'attachments', 'metadata', 'outputs'];
const FLAGS = [
  'include_all_metadata',
  'include_locale',
  'include_num_members',
  'reply_broadcast',
  'unfurl_links',
  'unfurl_media',
  'as_user',
];

const MALFORMED: Readonly<Record<string, string>> = { blocks: 'invalid_blocks_format' };

function structured(name: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new SlackFault(MALFORMED[name] ?? 'invalid_arguments');
  }
}

function readForm(form: URLSearchParams): Fields {
  const entries = [...form].map(([name, value]) => {
    if (STRUCTURED.includes(name)) return [name, structured(name, value)];
    if (FLAGS.includes(name)) return [name, value === 'true' || value === '1'];
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** The arguments of a call. @throws SlackFault where JSON is none. */
export function readArguments(contentType: string, body: Buffer, query: URLSearchParams): Fields {
  const text = body.toString('utf8');
  if (!contentType.startsWith('application/json'))
    return { ...readForm(query), ...readForm(new URLSearchParams(text)) };
  try {
    const given = fieldsOf(JSON.parse(text));
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        STRUCTURED.includes(name) && typeof value === 'string' ? structured(name, value) : value,
      ]),
    );
  } catch (fault) {
    if (fault instanceof SlackFault) throw fault;
    throw new SlackFault('invalid_json');
  }
}

/** The one file of a multipart body, or the body itself. */
export async function readUpload(contentType: string, body: Buffer): Promise<Uint8Array> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const part = [...form.values()].find((value) => typeof value !== 'string');
  return part === undefined ? new Uint8Array() : new Uint8Array(await (part as Blob).arrayBuffer());
}
