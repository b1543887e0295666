// Reading JSON of unknown shape, and the refusals that Slack answers with `ok: false`.

/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The words of a text object. */
export const wordsOf = (value: unknown): string => textOf(fieldsOf(value)['text']) ?? '';

/** A refusal of the Web API. */
export class SlackFault extends Error {
  readonly code: string;
  readonly more: Fields;
  constructor(code: string, more: Fields = {}) {
    super(`${code} ${JSON.stringify(more)}`);
    this.name = 'SlackFault';
    this.code = code;
    this.more = more;
  }
}

/** With the sentences that Slack gives beside an error. */
export const faultWith = (code: string, messages: readonly string[]): SlackFault =>
  new SlackFault(code, { response_metadata: { messages } });
