// Where servers put what is wrong: OpenAI in `error`, others in a text there, at the top, or in `detail`. Pure.
import { z } from 'zod';

const code = z.string().nullish().catch(undefined);
const object = z.object({ message: z.string().nullish().catch(undefined), code, param: code, type: code });
const body = z.union([
  z.object({ error: object }).transform(({ error }) => error),
  z.object({ error: z.string() }).transform(({ error }) => ({ message: error })),
  z.object({ detail: z.unknown() }).transform(({ detail }) => ({ message: JSON.stringify(detail) ?? '' })),
  object,
]);

export interface WireError {
  readonly words?: string;
  readonly code?: string;
  readonly param?: string;
  readonly type?: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the body of an error response says; nothing where it is no JSON. */
export function wireError(text: string): WireError {
  const read = body.safeParse(parsed(text)).data;
  if (!read) return {};
  const { message, code, param, type } = { code: null, param: null, type: null, ...read };
  return {
    ...(message && { words: message }),
    ...(code && { code }),
    ...(param && { param }),
    ...(type && { type }),
  };
}

/** Milliseconds; @param now in milliseconds since 1970. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const given = headers.get('retry-after-ms') ?? headers.get('retry-after');
  if (given === null) return undefined;
  const number = Number(given);
  const scale = headers.has('retry-after-ms') ? 1 : 1000;
  const wait = Number.isNaN(number) ? Date.parse(given) - now : number * scale;
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

/** Node's own limits of five minutes, which a slow server on the same computer may well reach. */
export const isTooSlow = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'UND_ERR_HEADERS_TIMEOUT' || error.code === 'UND_ERR_BODY_TIMEOUT');
