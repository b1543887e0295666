// A clause with its own subject ("the sun comes out", "they will go home"): found, and told in the past.
// The subject is kept as typed, given an article where it plainly lacks one.
import { readHead } from './head.ts';
import { ADJECTIVES, BEINGS, isNoun, isPlural, isSingular, MASS } from './noun-list.ts';
import { type Predicate, readPredicate } from './predicate.ts';
import { knownVerb } from './verbs.ts';

export interface Clause {
  readonly subject: string;
  readonly plural: boolean;
  readonly predicate: Predicate;
  /** The whole clause in the past, without capital or stop. */
  readonly past: string;
}

const PRONOUN =
  /^(?:i|you|he|she|it|we|they|everyone|everybody|someone|somebody|nobody|everything|nothing|something|this|that|there|these|those|all|both|who)$/;
const PLURAL_PRONOUN = /^(?:you|we|they|these|those|both|all)$/;
const BEFORE_NOUN =
  /^(?:the|a|an|my|your|his|her|its|our|their|some|many|all|every|each|this|that|these|those|both|no|one|two|three|four|five|six|seven|eight|nine|ten|\d+|in|on|at|of|with|under|to|from|by|for|and|very|so)$/;
const MOST_SUBJECT_WORDS = 7;

const CONTRACTED: readonly (readonly [RegExp, string])[] = [
  [/\b(it|he|she|that|there|who|what)'s\b/gi, '$1 is'],
  [/\b(you|we|they)'re\b/gi, '$1 are'],
  [/\bi'm\b/gi, 'I am'],
  [/\b(i|you|he|she|it|we|they)'ll\b/gi, '$1 will'],
  [/\b(i|you|we|they)'ve\b/gi, '$1 have'],
];

export const expanded = (text: string): string => CONTRACTED.reduce((done, [from, to]) => done.replace(from, to), text);

function blocked(words: readonly string[], at: number): boolean {
  const before = (words[at - 1] ?? '').toLowerCase();
  if (/^(?:all|both)$/.test(before) && readHead(words.slice(at))?.form === 'past') return false;
  if (PRONOUN.test(before) && !/^(?:all|both|this|that|these|those)$/.test(before)) return false;
  return BEFORE_NOUN.test(before) || (ADJECTIVES.has(before) && !isNoun(before)) || before.endsWith("'s");
}

function manyOf(subject: readonly string[]): boolean {
  const first = (subject[0] ?? '').toLowerCase();
  if (subject.length === 1 && PLURAL_PRONOUN.test(first)) return true;
  return isPlural(subject.at(-1) ?? '') || subject.some((word) => /^(?:and|&)$/i.test(word));
}

/** Where the verb stands; undefined when there is no clause here. */
function verbPlace(words: readonly string[]): number | undefined {
  for (let at = 1; at <= Math.min(MOST_SUBJECT_WORDS, words.length - 1); at++) {
    if (blocked(words, at)) continue;
    const head = readHead(words.slice(at));
    if (head === undefined || (head.form === 'ing' && head.used === 1)) continue;
    const subject = words.slice(0, at);
    const loose =
      at === words.length - 1 && head.form === 's' && isPlural(words[at] ?? '') && !PRONOUN.test(words[0] ?? '');
    if (loose && /^[a-z]/.test(words[0] ?? '')) continue;
    if (head.form === 'base' && !manyOf(subject) && !/^i$/i.test(subject.join(' '))) continue;
    return at;
  }
  return undefined;
}

function opensClause(words: readonly string[], names: ReadonlySet<string>): boolean {
  const first = words[0] ?? '';
  const lower = first.toLowerCase();
  if (PRONOUN.test(lower) || BEFORE_NOUN.test(lower) || names.has(lower))
    return !/^(?:in|on|at|of|with|under|to|from|by|for|and|very|so)$/.test(lower);
  if (
    /^(?:because|so|maybe|perhaps|if|when|while|then|until|but|or|to|never|always|also|just|only|still|often|not)$/.test(
      lower,
    )
  )
    return false;
  const head = readHead(words);
  if (head === undefined) return !/ly$/.test(lower) && !(ADJECTIVES.has(lower) && !isNoun(words[1] ?? ''));
  const next = knownVerb(words[1] ?? '');
  return head.form === 'base' && (isSingular(lower) || MASS.has(lower)) && next !== undefined && next.form !== 'base';
}

/** "sun" → "the sun", "The bear" → "the bear", "Mia" stays. */
function subjectOf(words: readonly string[], names: ReadonlySet<string>): string {
  const first = words[0] ?? '';
  const lower = first.toLowerCase();
  if (lower === 'i') return ['I', ...words.slice(1)].join(' ');
  const rest = words.slice(1);
  if (PRONOUN.test(lower) || BEFORE_NOUN.test(lower)) return [lower, ...rest].join(' ');
  if (names.has(lower)) return words.join(' ');
  const bare = words.length === 1 ? isSingular(lower) : ADJECTIVES.has(lower) && isSingular(words.at(-1) ?? '');
  if (bare) return ['the', lower, ...rest].join(' ');
  return isNoun(lower) || BEINGS.has(lower) ? [lower, ...rest].join(' ') : words.join(' ');
}

/** Reads a clause; `names` holds the book's proper names in lower case. */
export function readClause(given: readonly string[], names: ReadonlySet<string>): Clause | undefined {
  const words = expanded(given.join(' ')).split(' ');
  if (words.length < 2 || !opensClause(words, names)) return undefined;
  const at = verbPlace(words);
  if (at === undefined) return undefined;
  const predicate = readPredicate(words.slice(at), (inner) => readClause(inner, names)?.past);
  if (predicate === undefined) return undefined;
  const subject = subjectOf(words.slice(0, at), names);
  const verb = (words[at] ?? '').toLowerCase();
  const plural =
    /^(?:are|were|aren't|weren't)$/.test(verb) || (manyOf(words.slice(0, at)) && !/^(?:is|was)$/.test(verb));
  const moving = /^(?:is|are|am|was|were)$/.test(verb) && predicate.ing !== undefined && !predicate.state;
  const done = plural ? predicate.pastPlural : predicate.past;
  const past = moving && !/^(?:was|were) going to\b/.test(done) ? `${plural ? 'were' : 'was'} ${predicate.ing}` : done;
  return { subject, plural, predicate, past: `${subject} ${past}` };
}
