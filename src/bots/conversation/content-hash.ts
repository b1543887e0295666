// One name for equal content, whatever the order of its keys, before and after JSON. Asked for many times in every turn:
// loops, where they are quicker than chains.
import { hash } from 'node:crypto';

type Item = Readonly<Record<string, unknown>>;

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const item = value as Item;
  // Without a prototype, no name of a key means anything else.
  const sorted: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(item).sort()) if (item[key] !== undefined) sorted[key] = ordered(item[key]);
  return sorted;
}

/** SHA-256 in hex. */
export const contentHash = (value: unknown): string => hash('sha256', JSON.stringify(ordered(value)));

const ownOf = (item: Item, key: string): unknown => (Object.hasOwn(item, key) ? item[key] : undefined);

/** Whether both have the same name; at once for the parts that they share. */
export function isSameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [one as Item, other as Item];
  for (const key of Object.keys(a)) if (!isSameContent(a[key], ownOf(b, key))) return false;
  for (const key of Object.keys(b)) if (ownOf(a, key) === undefined && b[key] !== undefined) return false;
  return true;
}

/** Names something that is sent; short enough for the nonces of chat services, 25 characters. */
export const shortKey = (kind: string, value: unknown): string => `${kind}-${contentHash(value).slice(0, 20)}`;
