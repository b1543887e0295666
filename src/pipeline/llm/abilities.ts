// What a server and its model understand of the protocol: assumed to be all until it refuses something, then remembered.
import type { AnswerFormat, ChatRequest } from './connection.ts';
import type { ServiceFault } from './fault.ts';

const FORMATS = ['json_schema', 'json_object', 'none'] as const;
type Format = (typeof FORMATS)[number];

const DROPPABLE = ['stream_options', 'temperature', 'seed', 'max_completion_tokens', 'max_tokens', 'stream'] as const;
type Droppable = (typeof DROPPABLE)[number];

export interface Abilities {
  readonly format: Format;
  readonly without: readonly Droppable[];
}

export const ALL_ABILITIES: Abilities = { format: 'json_schema', without: [] };

export interface Wish {
  readonly model: string;
  readonly messages: ChatRequest['messages'];
  readonly format: AnswerFormat;
  readonly temperature: number;
  readonly seed?: number;
  /** Tokens. */
  readonly longest?: number;
}

/**
 * Answers come in a stream: Node gives up a response whose head takes five minutes, which whole answers of a model on
 * a laptop do, and a server stops computing when a stream is closed.
 */
export function requestFor(wish: Wish, { format, without }: Abilities): ChatRequest {
  const { model, messages, temperature, seed, longest } = wish;
  const may = (name: Droppable): boolean => !without.includes(name);
  return {
    model,
    messages,
    ...(format === 'json_schema' && { response_format: wish.format }),
    ...(format === 'json_object' && { response_format: { type: 'json_object' } }),
    ...(may('temperature') && { temperature }),
    ...(seed !== undefined && may('seed') && { seed }),
    ...(longest !== undefined && may('max_completion_tokens') && { max_completion_tokens: longest }),
    ...(longest !== undefined && !may('max_completion_tokens') && may('max_tokens') && { max_tokens: longest }),
    ...(may('stream') && { stream: true, ...(may('stream_options') && { stream_options: { include_usage: true } }) }),
  };
}

const sent = (request: ChatRequest, name: string): boolean => Object.hasOwn(request, name);

/** `stream` alone is an everyday word: it counts only where the server names it as the parameter. */
function isBlamed(name: string, { is: { param, words = '' } }: ServiceFault): boolean {
  if (param) return param === name || param.startsWith(`${name}.`);
  return name === 'stream' ? /\b(to|not) stream\b/.test(words) : new RegExp(`\\b${name}\\b`).test(words);
}

function simpler({ format, without }: Abilities): Abilities | undefined {
  const next = FORMATS[FORMATS.indexOf(format) + 1];
  return next && { format: next, without };
}

/**
 * What to try after a refusal; `undefined` where it is about something else. A server that does not name what it
 * objects to is taken to object to the answer's format, which most servers lack.
 */
export function lessThan(abilities: Abilities, request: ChatRequest, fault: ServiceFault): Abilities | undefined {
  const { status, param, code } = fault.is;
  if (fault.kind !== 'status' || (status !== 400 && status !== 422)) return undefined;
  const blamed = DROPPABLE.find((name) => sent(request, name) && isBlamed(name, fault));
  if (blamed) return { ...abilities, without: [...abilities.without, blamed] };
  const isFormat = isBlamed('response_format', fault);
  return isFormat || (!param && !ELSEWHERE.includes(code)) ? simpler(abilities) : undefined;
}

const ELSEWHERE: readonly (string | undefined)[] = [
  'context_length_exceeded',
  'content_filter',
  'content_policy_violation',
  'model_not_found',
  'invalid_image_format',
];

/** What is known after another question has been answered with less. */
export const both = (one: Abilities, other: Abilities): Abilities => ({
  format: FORMATS[Math.max(FORMATS.indexOf(one.format), FORMATS.indexOf(other.format))] ?? 'none',
  without: DROPPABLE.filter((name) => one.without.includes(name) || other.without.includes(name)),
});
