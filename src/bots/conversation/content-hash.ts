// One name for equal content, whatever the order of its keys, before and after JSON.
import { createHash } from 'node:crypto';

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, ordered(item)]));
}

/** SHA-256 in hex. */
export const contentHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex');

/** Names something that is sent; short enough for the nonces of chat services, 25 characters. */
export const shortKey = (kind: string, value: unknown): string => `${kind}-${contentHash(value).slice(0, 20)}`;
