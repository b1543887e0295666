// Chooses among the lines of a slot: never the pattern told last, none again while others of its slot are unused,
// and no two sentences in a row with the same first word where it can be helped.
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
  /** True about as often as `chance` says. */
  maybe(chance: number): boolean;
  /** From here on the dice are `choice`; what was used stays known. */
  turn(choice: Choice): void;
}

const beginning = (text: string): string => text.split(/[\s,]/, 1)[0] ?? '';

export function createTeller(): Teller {
  /** How often and when a pattern or word was used. */
  const uses = new Map<string, { readonly times: number; readonly at: number }>();
  let clock = 0;
  let dice: Choice | undefined;
  let latest = '';
  let opened = '';
  const roll = (): Choice => {
    if (dice === undefined) throw new TypeError('a teller needs its first turn before it tells');
    return dice;
  };
  /** One of those used least; where many were used as often, of the half that rested longest. */
  const least = <T>(items: readonly T[], key: (item: T) => string): T => {
    const times = (item: T): number => uses.get(key(item))?.times ?? 0;
    const at = (item: T): number => uses.get(key(item))?.at ?? 0;
    const lowest = Math.min(...items.map(times));
    const rested = items.filter((item) => times(item) === lowest).sort((one, other) => at(one) - at(other));
    const item = roll().pick(lowest === 0 ? rested : rested.slice(0, Math.ceil(rested.length / 2)));
    clock += 1;
    uses.set(key(item), { times: lowest + 1, at: clock });
    return item;
  };
  return {
    tell(lines, about) {
      const fitting = lines.filter((line) => line.fits?.(about) ?? true);
      const others = fitting.filter((line) => line.id !== latest);
      const choices = others.length > 0 ? others : fitting;
      if (choices.length === 0) return undefined;
      const fresh = choices.filter((line) => beginning(line.say(about)) !== opened);
      const line = least(fresh.length > 0 ? fresh : choices, (candidate) => candidate.id);
      latest = line.id;
      const text = line.say(about);
      opened = beginning(text);
      return { id: line.id, text };
    },
    word: (items) => least(items, (item) => `word ${item}`),
    maybe: (chance) => roll().next() < chance,
    turn(choice) {
      dice = choice;
    },
  };
}
