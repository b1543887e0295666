// Who has been met so far in the book, and how to call them now: "a rabbit" once, then "the rabbit".
import { type Figure, figuresOf } from './figures.ts';
import { isNoun } from './noun-list.ts';
import { listed } from './text.ts';
import { knownVerb } from './verbs.ts';

export interface Cast {
  readonly has: (figure: Figure) => boolean;
  readonly meet: (figures: readonly Figure[]) => void;
  /** "a bear and Mia". */
  readonly call: (figures: readonly Figure[]) => string;
}

export function createCast(): Cast {
  const met = new Map<string, string>();
  // "bear" after "a little bear" is that bear.
  const has = (figure: Figure): boolean =>
    met.has(figure.key) || (!figure.proper && [...met.keys()].some((key) => key.endsWith(` ${figure.key}`)));
  // "sister" after "his sister" is his sister still.
  const again = (figure: Figure): string =>
    /^the \S+$/.test(figure.later) ? (met.get(figure.key) ?? figure.later) : figure.later;
  return {
    has,
    meet: (figures) => {
      for (const figure of figures) if (!met.has(figure.key)) met.set(figure.key, figure.later);
    },
    call: (figures) => {
      const said = inOrder(figures).map((figure) => (has(figure) ? again(figure) : figure.first));
      const loose = said.length > 1 && said.every((one) => one.startsWith('some '));
      return listed(loose ? said.map((one) => one.slice(5)) : said);
    },
  };
}

/** "Mia and I", never "I and Mia". */
const inOrder = (figures: readonly Figure[]): readonly Figure[] => [
  ...figures.filter((figure) => figure.key !== 'i'),
  ...figures.filter((figure) => figure.key === 'i'),
];

/** The figures of a field that are somebody: without any of `known`. */
export function othersOf(items: readonly string[], known: readonly Figure[]): readonly Figure[] {
  return figuresOf(items).filter((figure) => !known.some((other) => other.key === figure.key));
}

export interface Names {
  readonly lower: ReadonlySet<string>;
  readonly cased: (text: string) => string;
}

/** Kin called by what they are, with no "my" or "the" before: "waves to Grandma". */
const KIN =
  /(?<!\b(?:my|your|his|her|its|our|their|the|a|an|'s|and) )(?<![\p{L}'-])(?:mom|mommy|mum|dad|daddy|grandma|grandpa|granny|nana)(?![\p{L}-])/gu;

const CALLED = /^(?:mom|mommy|mum|dad|daddy|grandma|grandpa|granny|nana)$/;

/** The proper names of a book. Names that are also words ("hope", "rose") are left as they are typed inside texts. */
export function namesOf(items: readonly string[]): Names {
  const proper = figuresOf(items).filter((figure) => figure.proper && /^\p{Lu}[\p{L}'-]+$/u.test(figure.later));
  const names = new Map(proper.map((figure): [string, string] => [figure.later.toLowerCase(), figure.later]));
  const plain = [...names.keys()].filter(
    (name) => knownVerb(name) === undefined && !isNoun(name) && !CALLED.test(name) && /^\p{L}+$/u.test(name),
  );
  const pattern =
    plain.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}'])(?:${plain.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return {
    lower: new Set(names.keys()),
    cased: (text) => {
      const known = pattern === undefined ? text : text.replace(pattern, (name) => names.get(name) ?? name);
      return known
        .replace(KIN, (word) => word.charAt(0).toUpperCase() + word.slice(1))
        .replace(/(?<=\b(?:Mom|Dad|Grandma|Grandpa|Granny)) (?=(?:house|home|garden|room|car|hand)\b)/g, "'s ")
        .replace(/(?<!\S )\b(grandmother|grandfather)(?= house\b)/g, (word) => `${word}'s`)
        .replace(/\btv\b/g, 'TV');
    },
  };
}
