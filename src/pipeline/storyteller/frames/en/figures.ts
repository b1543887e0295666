// Who a page speaks of: "rabbit" is a rabbit at first and the rabbit afterwards, "mia" is Mia, "3 ducks" are many.
// Gender is never guessed from a name; only words that carry it ("grandma", "Mr. Fox") allow "she" or "he".
import { withArticle } from './articles.ts';
import { ADJECTIVES, isNoun, isPlural, isSingular, MASS } from './noun-list.ts';
import { tidy, withoutStop } from './text.ts';

export interface Figure {
  /** Same for every way of naming the same figure. */
  readonly key: string;
  /** As a subject, when first met and afterwards. */
  readonly first: string;
  readonly later: string;
  /** As an object, where that differs ("me"). */
  readonly object?: string;
  readonly plural: boolean;
  /** Called by a name, not by a kind. */
  readonly proper: boolean;
  readonly pronoun?: 'he' | 'she' | 'they';
}

const KIN_SHE = /^(?:grandma|granny|grandmother|nana|mom|mommy|mum|mummy|mama|mother|auntie|aunt)$/;
const KIN_HE = /^(?:grandpa|granddad|grandad|grandfather|dad|daddy|papa|father|santa)$/;
const SHE =
  /\b(?:girl|queen|princess|woman|lady|sister|aunt|daughter|mother|mom|grandma|grandmother|witch|mermaid|hen|mrs|ms|miss)\b/;
const HE = /\b(?:boy|king|prince|man|brother|uncle|son|father|dad|grandpa|grandfather|rooster|mr|sir)\b/;
const DETERMINER =
  /^(?:the|a|an|my|your|his|her|its|our|their|some|many|several|all|every|each|this|that|these|those|both|no|one)$/;
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = new RegExp(`^(?:\\d+|${NUMBERS.slice(2).join('|')})$`);
const EVERYONE = /^(?:everyone|everybody|someone|somebody|nobody|anyone|everything)$/;

const PERSONS: ReadonlyMap<string, Omit<Figure, 'key' | 'proper'>> = new Map(
  Object.entries({
    i: { first: 'I', later: 'I', object: 'me', plural: false },
    me: { first: 'I', later: 'I', object: 'me', plural: false },
    we: { first: 'we', later: 'we', object: 'us', plural: true },
    us: { first: 'we', later: 'we', object: 'us', plural: true },
    you: { first: 'you', later: 'you', plural: true },
    they: { first: 'they', later: 'they', object: 'them', plural: true },
    he: { first: 'he', later: 'he', object: 'him', plural: false },
    she: { first: 'she', later: 'she', object: 'her', plural: false },
  }),
);

function pronounOf(lower: string, plural: boolean): Pick<Figure, 'pronoun'> {
  if (plural) return { pronoun: 'they' };
  if (SHE.test(lower)) return { pronoun: 'she' };
  return HE.test(lower) ? { pronoun: 'he' } : {};
}

const named = (name: string, plural = false): Figure => {
  const lower = name.toLowerCase();
  return { key: lower, first: name, later: name, plural, proper: true, ...pronounOf(lower, plural) };
};

/** "Luna the cat": Luna from then on. */
const PRESENTED = /^(\p{L}[\p{L}'.-]*) the (\p{L}+(?: \p{L}+)?)$/u;

function presented(text: string): Figure | undefined {
  const [, name = '', kind = ''] = PRESENTED.exec(text) ?? [];
  if (name === '' || DETERMINER.test(name.toLowerCase()) || isNoun(name)) return undefined;
  const own = titled([name]);
  return { ...named(own), first: `${own} the ${kind}`, later: own, ...pronounOf(kind.toLowerCase(), false) };
}

/** Mass nouns that are girls' names as often. */
const NAMEY = /^(?:hope|joy|honey|luck|magic|sugar|love|music|air|art|work)$/;
/** "rain", "sun": there is only one of it. */
const isOnly = (word: string): boolean =>
  (MASS.has(word) && !NAMEY.test(word)) || /^(?:sun|moon|sky|wind|earth|sea)$/.test(word);

const titled = (words: readonly string[]): string =>
  words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');

/** "the rabbit", "a little bear", "my dog", "3 ducks". */
function determined(head: string, rest: readonly string[]): Figure {
  const noun = rest.join(' ');
  const last = rest.at(-1) ?? '';
  const count = NUMBER.test(head) && head !== '1';
  const spelled = NUMBERS[Number(head)] ?? head;
  const plural = count || /^(?:some|many|several|all|these|those|both)$/.test(head) || isPlural(last);
  const key = noun.toLowerCase();
  const own = { key, plural, proper: false, ...pronounOf(key, plural) };
  if (/^(?:a|an|one|1)$/.test(head)) {
    return { ...own, first: head === 'one' || head === '1' ? `one ${noun}` : withArticle(noun), later: `the ${noun}` };
  }
  if (count) return { ...own, first: `${spelled} ${noun}`, later: `the ${spelled} ${noun}` };
  if (/^(?:some|many|several)$/.test(head)) return { ...own, first: `${head} ${noun}`, later: `the ${noun}` };
  return { ...own, first: `${head} ${noun}`, later: `${head} ${noun}` };
}

function common(words: readonly string[]): Figure {
  const noun = words.join(' ');
  const plural = isPlural(words.at(-1) ?? '');
  const key = noun.toLowerCase();
  return {
    key,
    first: plural ? `some ${noun}` : withArticle(noun),
    later: `the ${noun}`,
    plural,
    proper: false,
    ...pronounOf(key, plural),
  };
}

function isCommon(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (!/^[a-z]/.test(last)) return false;
  if (isSingular(last) || isPlural(last)) return true;
  return words.length > 1 && words.slice(0, -1).every((word) => ADJECTIVES.has(word.toLowerCase())) && isNoun(last);
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|uncle|aunt|auntie|mister|captain|professor|grandma|grandpa)\.? \p{L}/iu;

/** Words that are no name and no kind: pronouns, "everyone", kin, "the rain". */
function special(lower: string): Figure | undefined {
  const person = PERSONS.get(lower);
  if (person !== undefined) return { key: lower === 'me' ? 'i' : lower, proper: true, ...person };
  if (EVERYONE.test(lower)) return { key: lower, first: lower, later: lower, plural: false, proper: false };
  if (KIN_SHE.test(lower)) return { ...named(titled([lower])), pronoun: 'she' };
  if (KIN_HE.test(lower)) return { ...named(titled([lower])), pronoun: 'he' };
  if (!isOnly(lower)) return undefined;
  return { key: lower, first: `the ${lower}`, later: `the ${lower}`, plural: false, proper: false };
}

/** "Rabbit" stays a name, but "Little bear" has its capital from the telephone. */
function withoutPhoneCapital(words: readonly string[]): readonly string[] {
  const [head = '', ...rest] = words;
  const phone = rest.length > 0 && /^[A-Z][a-z]/.test(head) && rest.every((word) => /^[a-z]/.test(word));
  return phone ? [head.toLowerCase(), ...rest] : words;
}

/** Reads one name or character. Anything that is not understood is a name and stays as it is typed. */
export function figureOf(typed: string): Figure {
  const text = withoutStop(tidy(typed)).replace(/^(?:and|with|&)\s+/i, '') || tidy(typed);
  const words = text.split(' ');
  const known = special(text.toLowerCase()) ?? presented(text);
  if (known !== undefined) return known;
  if (TITLE.test(text)) return named(/^[a-z]/.test(text) ? titled(words) : text);
  const head = words[0]?.toLowerCase() ?? '';
  if (words.length > 1 && (DETERMINER.test(head) || NUMBER.test(head))) return determined(head, words.slice(1));
  const plain = withoutPhoneCapital(words);
  if (isCommon(plain)) return common(plain);
  return words.length > 3 || !/^[a-z'. -]+$/.test(text) ? named(text) : named(titled(words));
}

/** Splits "Mia and Leo" too. */
export function figuresOf(items: readonly string[]): readonly Figure[] {
  const each = items
    .flatMap((item) => tidy(item).split(/\s+(?:and|&)\s+|\s*&\s*/i))
    .filter((item) => item.trim() !== '');
  const figures = each.map(figureOf);
  return figures.filter((figure, at) => figures.findIndex((other) => other.key === figure.key) === at);
}
