// Ties `attachment://name` in components and embeds to the files of the same message.
import { isFields, type Path, type Problem, problem } from './check.ts';
import type { Attachment } from './model.ts';

export interface Tied<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

const SCHEME = 'attachment://';

/** The same value, in which every address of an attachment names its id as well. Names with special characters are not found. */
export function tieMedia<T>(value: T, attachments: readonly Attachment[], path: Path): Tied<T> {
  const problems: Problem[] = [];
  const walk = (part: unknown, at: Path): unknown => {
    if (Array.isArray(part)) return part.map((item, index) => walk(item, [...at, index]));
    if (!isFields(part)) return part;
    const { url } = part;
    if (typeof url === 'string' && url.startsWith(SCHEME)) return tie(part, url.slice(SCHEME.length), at);
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner, [...at, name])]));
  };
  const tie = (part: object, name: string, at: Path): unknown => {
    const found = attachments.find(({ filename }) => filename === name);
    if (!found) {
      const message = 'The referenced attachment was not found in the request';
      problems.push(...problem([...at, 'url'], 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message));
      return part;
    }
    return { ...part, attachment_id: found.id, ...('name' in part ? {} : { content_type: found.content_type }) };
  };
  return { value: walk(value, path) as T, problems };
}

/** Components without an id of their own get the next one that is free. */
export function numberComponents<T>(components: T): T {
  let next = 1;
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (!isFields(part)) return part;
    const own = typeof part['type'] === 'number' ? { id: part['id'] || next++ } : {};
    return { ...Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner)])), ...own };
  };
  return walk(components) as T;
}
