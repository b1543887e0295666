// Holds a value to what JSON can carry, so that nothing is lost or changed silently on its way through a store or a queue.

interface Place {
  readonly path: string;
  /** The objects that hold this one. */
  readonly above: ReadonlySet<object>;
}

/** The first place that JSON would change, and why; `undefined` when there is none. */
function fault(value: unknown, { path, above }: Place): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (typeof value !== 'object') return `${path} is ${value === undefined ? 'undefined' : `a ${typeof value}`}`;
  if (above.has(value)) return `${path} holds itself`;
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) {
    return firstFault(
      Array.from(value, (item, index) => [`${path}[${index}]`, item]),
      inside,
    );
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `${path} is neither a plain object nor an array`;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return firstFault(
    present.map(([key, item]) => [`${path}.${key}`, item]),
    inside,
  );
}

function firstFault(items: readonly (readonly [string, unknown])[], above: ReadonlySet<object>): string | undefined {
  for (const [path, item] of items) {
    const found = fault(item, { path, above });
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Throws where `value` would come back from JSON as something else. Properties that are `undefined` are fine:
 * they come back absent, which means the same everywhere in this house.
 * @throws TypeError naming the place, such as `value.pages[2].date`; a fault of the caller.
 */
export function checkJson(value: unknown): void {
  const found = fault(value, { path: 'value', above: new Set() });
  if (found !== undefined) throw new TypeError(`cannot be kept as JSON: ${found}`);
}
