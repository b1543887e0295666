// What the real API refuses in a request: parameters it does not know, schemas that strict mode does not take, pictures
// that are no data URLs. Each refusal is worded and shaped as recorded.
import { z } from 'zod';

export interface Refusal {
  readonly status: number;
  readonly code: string | null;
  readonly param: string | null;
  readonly message: string;
}

const invalid = (param: string | null, message: string, code: string | null = null): Refusal => ({
  status: 400,
  code,
  param,
  message,
});

const KNOWN: readonly string[] = [
  'model',
  'messages',
  'response_format',
  'temperature',
  'seed',
  'max_completion_tokens',
  'max_tokens',
  'stream',
  'stream_options',
];

/** The keywords that strict mode takes, besides those of structure. */
const KEYWORDS: readonly string[] = [
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'anyOf',
  'enum',
  'const',
  'description',
  'title',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
];

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What strict mode objects to in a schema; nothing when it takes it. */
export function schemaFault(schema: unknown, path = '()'): string | undefined {
  if (!isNode(schema)) return `In context=${path}, a schema has to be an object.`;
  const unknown = Object.keys(schema).find((key) => !KEYWORDS.includes(key));
  if (unknown) return `In context=${path}, '${unknown}' is not permitted.`;
  const properties = isNode(schema['properties']) ? schema['properties'] : {};
  if (schema['type'] === 'object') {
    if (schema['additionalProperties'] !== false)
      return `In context=${path}, 'additionalProperties' is required to be supplied and to be false.`;
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const missing = Object.keys(properties).find((key) => !required.includes(key));
    if (missing) return `In context=${path}, 'required' is required to include every key. Missing '${missing}'.`;
  }
  const branches = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  const inner: [string, unknown][] = [
    ...Object.entries(properties),
    ...branches.map((branch): [string, unknown] => ['anyOf', branch]),
  ];
  if (schema['items'] !== undefined) inner.push(['items', schema['items']]);
  return inner.map(([key, child]) => schemaFault(child, `${path}.${key}`)).find((fault) => fault !== undefined);
}

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({
    type: z.literal('image_url'),
    image_url: z.strictObject({ url: z.string(), detail: z.enum(['auto', 'low', 'high']).optional() }),
  }),
]);
const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: z.string().min(1) }),
  z.strictObject({ role: z.literal('user'), content: z.union([z.string().min(1), z.array(part).min(1)]) }),
  z.strictObject({ role: z.literal('assistant'), content: z.string().min(1) }),
]);
const format = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      strict: z.boolean().optional(),
      schema: z.record(z.string(), z.unknown()),
      description: z.string().optional(),
    }),
  }),
]);
export const chatBody = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  response_format: format.optional(),
  temperature: z.number().min(0).max(2).optional(),
  seed: z.int().optional(),
  max_completion_tokens: z.int().positive().optional(),
  max_tokens: z.int().positive().optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
});
export type ChatBody = z.infer<typeof chatBody>;

/** The base64 of a JPEG or PNG begins as its file does. */
const PICTURE = /^data:image\/(jpeg;base64,\/9j\/|png;base64,iVBORw0KGgo)[A-Za-z0-9+/]+={0,2}$/;

function pictureFault({ messages }: ChatBody): Refusal | undefined {
  const bad = messages
    .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
    .some((one) => one.type === 'image_url' && !PICTURE.test(one.image_url.url));
  return bad ? invalid('messages', 'You uploaded an unsupported image.', 'invalid_image_format') : undefined;
}

function formatFault({ response_format, messages, stream, stream_options }: ChatBody): Refusal | undefined {
  if (stream_options && !stream)
    return invalid('stream_options', "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
  if (response_format?.type === 'json_object' && !/json/i.test(JSON.stringify(messages)))
    return invalid('messages', "'messages' must contain the word 'json' in some form.");
  if (response_format?.type !== 'json_schema') return undefined;
  const { name, schema } = response_format.json_schema;
  const root = schema['type'] === 'object' ? undefined : `schema must be a JSON Schema of 'type: "object"'`;
  const fault = root ?? schemaFault(schema);
  return fault ? invalid('response_format', `Invalid schema for response_format '${name}': ${fault}`) : undefined;
}

/** @returns the request as it is understood, or why it is refused. */
export function checkChat(body: unknown): { readonly chat: ChatBody } | { readonly refusal: Refusal } {
  const unknown = isNode(body) ? Object.keys(body).find((key) => !KNOWN.includes(key)) : undefined;
  if (unknown) {
    return { refusal: invalid(unknown, `Unrecognized request argument supplied: ${unknown}`, 'unknown_parameter') };
  }
  const { data, error } = chatBody.safeParse(body);
  if (!data) {
    const [issue] = error.issues;
    return { refusal: invalid(issue?.path.join('.') ?? null, `Invalid request: ${issue?.message}`, 'invalid_type') };
  }
  const refusal = formatFault(data) ?? pictureFault(data);
  return refusal ? { refusal } : { chat: data };
}
