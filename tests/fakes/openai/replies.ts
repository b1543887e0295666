// What a service that speaks OpenAI's protocol may reply, in the shapes that were recorded of it. Pure.

export interface Counted {
  readonly input: number;
  readonly output: number;
}

export type Reply =
  /** The model's answer; what is no string is sent as JSON. */
  | {
      readonly kind: 'answer';
      readonly content: unknown;
      readonly finish?: string;
      /** `null` for servers that do not count. */
      readonly usage?: Counted | null;
    }
  | { readonly kind: 'refusal'; readonly words: string }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Nothing comes until `release` of the server is called. */
  | { readonly kind: 'silence' }
  /** The connection breaks: before anything was sent, or in the middle of the answer. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'within' }
  /** Sent as it is. */
  | { readonly kind: 'raw'; readonly text: string; readonly type?: string }
  /** A stream that tells of an error after its beginning. */
  | { readonly kind: 'error-within'; readonly error: unknown };

export const answer = (content: unknown, more: { finish?: string; usage?: Counted | null } = {}): Reply => ({
  kind: 'answer',
  content,
  ...more,
});

const error = (
  status: number,
  fields: { message: string; type: string; param?: string | null; code: string | null },
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ kind: 'error', status, headers, body: { error: { param: null, ...fields } } });

const invalid = (param: string | null, code: string | null, message: string): Reply =>
  error(400, { message, type: 'invalid_request_error', param, code });

/** As recorded of OpenAI. */
export const ERRORS = {
  badKey: error(401, {
    message: 'Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
  }),
  forbidden: error(403, {
    message: 'Country, region, or territory not supported',
    type: 'request_forbidden',
    code: 'unsupported_country_region_territory',
  }),
  missingScope: error(403, {
    message:
      'You have insufficient permissions for this operation. Missing scopes: model.request. Check that you have the correct role.',
    type: 'invalid_request_error',
    code: null,
  }),
  noModel: error(404, {
    message: 'The model `gpt-test` does not exist or you do not have access to it.',
    type: 'invalid_request_error',
    code: 'model_not_found',
  }),
  quota: error(429, {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  }),
  broken: error(500, {
    message: 'The server had an error while processing your request. Sorry about that!',
    type: 'server_error',
    code: null,
  }),
  tooLong: invalid('messages', 'context_length_exceeded', "This model's maximum context length is 128000 tokens."),
  noSchemas: invalid(
    'response_format',
    null,
    "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
  ),
  noTemperature: invalid(
    'temperature',
    'unsupported_value',
    "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
  ),
  noSeed: invalid('seed', 'unsupported_parameter', "Unsupported parameter: 'seed' is not supported with this model."),
  noStream: invalid('stream', 'unsupported_value', 'Your organization must be verified to stream this model.'),
} as const satisfies Readonly<Record<string, Reply>>;

/** Too many requests just now. */
export const busy = (headers: Readonly<Record<string, string>> = {}): Reply =>
  error(
    429,
    {
      message: 'Rate limit reached for gpt-test on requests per min (RPM): Limit 3, Used 3, Requested 1.',
      type: 'requests',
      code: 'rate_limit_exceeded',
    },
    headers,
  );

/** As other servers put it. */
export const OTHERS = {
  ollamaNoModel: {
    kind: 'error',
    status: 404,
    body: {
      error: {
        message: 'model "gpt-test" not found, try pulling it first',
        type: 'api_error',
        param: null,
        code: null,
      },
    },
  },
  vllmNoModel: {
    kind: 'error',
    status: 404,
    body: {
      object: 'error',
      message: 'The model `gpt-test` does not exist.',
      type: 'NotFoundError',
      param: null,
      code: 404,
    },
  },
  wrongPath: { kind: 'error', status: 404, body: { detail: 'Not Found' } },
  plainText: { kind: 'error', status: 400, body: { error: 'response_format is not supported' } },
  unnamed: { kind: 'error', status: 400, body: { error: { message: 'bad request', type: 'invalid_request_error' } } },
  extraForbidden: {
    kind: 'error',
    status: 422,
    body: { detail: [{ type: 'extra_forbidden', loc: ['body', 'seed'], msg: 'Extra inputs are not permitted' }] },
  },
} as const satisfies Readonly<Record<string, Reply>>;
