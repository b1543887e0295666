// Which books of the shelf an anthology is to hold, as a teacher types it: 모두, or numbers and ranges such as 1-12, 15.
const EVERYTHING = /^(모두|전부|다|all|everything|\*)?$/i;
const SEPARATORS = /[\s,，、;；·]+/;
const COUNTER = /\s+번/g;
const DASH = /\s*[-–—~～]\s*/g;
const RANGE = /^(\d{1,5})번?(?:-(\d{1,5})번?)?$/;

export interface Selection {
  /** Of the shelf, each once, in the order in which they were typed. */
  readonly numbers: readonly number[];
  /** Numbers that are not on the shelf. */
  readonly missing: readonly number[];
  /** What could not be read. */
  readonly unread: readonly string[];
}

/** A range skips what was taken off the shelf; its ends have to lie on it, or between books that do. */
function inRange(first: number, last: number, shelf: readonly number[]): Pick<Selection, 'numbers' | 'missing'> {
  const [from, to] = first <= last ? [first, last] : [last, first];
  const numbers = shelf.filter((number) => number >= from && number <= to);
  const highest = shelf.at(-1) ?? 0;
  const beyond = [first, last].filter((number) => number < 1 || number > highest);
  const missing = numbers.length > 0 || beyond.length > 0 ? beyond : [first, last];
  return { numbers: first <= last ? numbers : numbers.toReversed(), missing: [...new Set(missing)] };
}

/** @param shelf the numbers on it, in order. */
export function readSelection(typed: string, shelf: readonly number[]): Selection {
  const text = typed.trim();
  if (EVERYTHING.test(text)) return { numbers: shelf, missing: [], unread: [] };
  const numbers = new Set<number>();
  const missing = new Set<number>();
  const unread: string[] = [];
  for (const part of text.replace(COUNTER, '번').replace(DASH, '-').split(SEPARATORS).filter(Boolean)) {
    const [, first, last = first] = RANGE.exec(part) ?? [];
    if (first === undefined) {
      unread.push(part.slice(0, 20));
      continue;
    }
    const found = inRange(Number(first), Number(last), shelf);
    for (const number of found.numbers) numbers.add(number);
    for (const number of found.missing) missing.add(number);
  }
  return { numbers: [...numbers], missing: [...missing].sort((a, b) => a - b), unread };
}
