// Holds a value to what JSON can carry, so that nothing is lost or changed silently on its way through a store or a queue.

interface Fault {
  /** From the value that holds it: `.pages[2].date`. */
  readonly path: string;
  readonly why: string;
}

/**
 * The first place that JSON would change; `undefined` when there is none.
 * @param above the objects that hold this one.
 */
function fault(value: unknown, above: Set<object>): Fault | undefined {
  const here = (why: string): Fault => ({ path: '', why });
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : here(`is ${value}`);
  if (typeof value !== 'object') return here(`is ${value === undefined ? 'undefined' : `a ${typeof value}`}`);
  if (above.has(value)) return here('holds itself');
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) || prototype === Object.prototype || prototype === null;
  if (!isPlain) return here('is neither a plain object nor an array');
  above.add(value);
  const found = Array.isArray(value) ? faultInArray(value, above) : faultInObject(value as Item, above);
  above.delete(value);
  return found;
}

type Item = Readonly<Record<string, unknown>>;

function faultInArray(items: readonly unknown[], above: Set<object>): Fault | undefined {
  // By number: what is missing would become null.
  for (let index = 0; index < items.length; index += 1) {
    const found = fault(items[index], above);
    if (found) return { ...found, path: `[${index}]${found.path}` };
  }
  return undefined;
}

function faultInObject(item: Item, above: Set<object>): Fault | undefined {
  for (const key of Object.keys(item)) {
    const found = item[key] === undefined ? undefined : fault(item[key], above);
    if (found) return { ...found, path: `.${key}${found.path}` };
  }
  return undefined;
}

/**
 * Throws where `value` would come back from JSON as something else. Properties that are `undefined` are fine:
 * they come back absent, which means the same everywhere in this house.
 * @throws TypeError naming the place, such as `value.pages[2].date`; a fault of the caller.
 */
export function checkJson(value: unknown): void {
  const found = fault(value, new Set());
  if (found) throw new TypeError(`cannot be kept as JSON: value${found.path} ${found.why}`);
}
