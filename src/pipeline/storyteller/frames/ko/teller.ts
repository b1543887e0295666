// Chooses among the lines of a slot: never the pattern told last, none again while others of its slot are unused,
// and no two sentences of a page that begin alike or end in the same spice where it can be helped.
import type { Choice } from '../types.ts';

/** A way to say something about `T`; `id` names the pattern. */
export interface Line<T> {
  readonly id: string;
  readonly fits?: (about: T) => boolean;
  readonly say: (about: T) => string;
}

/** A sentence, or a question with its answer, and the pattern it was made from. */
export interface Told {
  readonly id: string;
  readonly text: string;
}

export interface Teller {
  /** The least used line that fits; undefined when none does. */
  tell<T>(lines: readonly Line<T>[], about: T): Told | undefined;
  /** The least used of `items`, for words inside a line. */
  word(items: readonly string[]): string;
  /** Whether no sentence of this page has had this ending yet. */
  isNew(ending: string): boolean;
  /** True about as often as `chance` says. */
  maybe(chance: number): boolean;
  /** From here on the dice are `choice`; what was used stays known. */
  turn(choice: Choice): void;
}

/** 이번에는 and 이번에도 begin alike. */
const beginning = (text: string): string => text.slice(0, 2);
/** Endings that please once a page; a cry not on two pages in a row either. */
function spices(text: string): readonly string[] {
  const ending = /(답니다|지요|거든요|네요|대요)[.!?]$/.exec(text)?.[1];
  return [...(ending === undefined ? [] : [ending]), ...(text.endsWith('!') ? ['!'] : [])];
}

/** Those that pass, or all when none does. */
function preferring<T>(items: readonly T[], passes: (item: T) => boolean): readonly T[] {
  const passing = items.filter(passes);
  return passing.length > 0 ? passing : items;
}

/** Remembers how often and when a pattern or word was used. */
function createMemory() {
  const uses = new Map<string, { readonly times: number; readonly at: number }>();
  let clock = 0;
  return {
    use(key: string): void {
      clock += 1;
      uses.set(key, { times: (uses.get(key)?.times ?? 0) + 1, at: clock });
    },
    /** Those used least; where many were used as often, the half that rested longest. */
    rested<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
      const times = (item: T): number => uses.get(key(item))?.times ?? 0;
      const at = (item: T): number => uses.get(key(item))?.at ?? 0;
      const lowest = Math.min(...items.map(times));
      const fewest = items.filter((item) => times(item) === lowest).sort((one, other) => at(one) - at(other));
      return lowest === 0 ? fewest : fewest.slice(0, Math.ceil(fewest.length / 2));
    },
  };
}

/** Remembers how the sentences of this page begin and end. */
function createShapes() {
  const seen = new Set<string>();
  let cried = false;
  return {
    isNewBeginning: (text: string): boolean => !seen.has(beginning(text)),
    isNewEnding: (text: string): boolean => spices(text).every((ending) => !seen.has(ending)),
    isNew: (shape: string): boolean => !seen.has(shape),
    note(text: string): void {
      cried ||= text.endsWith('!');
      for (const shape of [beginning(text), ...spices(text)]) seen.add(shape);
    },
    /** A new page: of the one before only its cry is remembered. */
    turn(): void {
      seen.clear();
      if (cried) seen.add('!');
      cried = false;
    },
  };
}

export function createTeller(): Teller {
  const memory = createMemory();
  const shapes = createShapes();
  let dice: Choice | undefined;
  let latest = '';
  const roll = (): Choice => {
    if (dice === undefined) throw new TypeError('a teller needs its first turn before it tells');
    return dice;
  };
  return {
    tell(lines, about) {
      const fitting = lines.filter((line) => line.fits?.(about) ?? true);
      const choices = preferring(fitting, ({ id }) => id !== latest);
      if (choices.length === 0) return undefined;
      const told = choices.map(({ id, say }) => ({ id, text: say(about) }));
      // 지요 after 지요 sounds worse than a line told before.
      const fresh = ({ text }: Told): boolean => !text.endsWith('지요.') || shapes.isNewEnding(text);
      const least = memory.rested(told, ({ id }) => id);
      const rested = least.some(fresh) ? least : memory.rested(preferring(told, fresh), ({ id }) => id);
      const begun = preferring(rested, ({ text }) => shapes.isNewBeginning(text));
      const chosen = roll().pick(preferring(begun, ({ text }) => shapes.isNewEnding(text)));
      memory.use(chosen.id);
      shapes.note(chosen.text);
      latest = chosen.id;
      return chosen;
    },
    word(items) {
      const word = roll().pick(memory.rested(items, (item) => `word ${item}`));
      memory.use(`word ${word}`);
      return word;
    },
    isNew: shapes.isNew,
    maybe: (chance) => roll().next() < chance,
    turn(choice) {
      dice = choice;
      shapes.turn();
    },
  };
}
