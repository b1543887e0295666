// What kind of text a person typed into a field: a finished sentence, a clause, a verb phrase, speech, a thing, or
// something else. Each kind has its own sentences; what is not understood is used only where any text is right.
import { activity } from './activities.ts';
import { withArticle } from './articles.ts';
import { type Clause, readClause } from './clause.ts';
import { readFeeling, SAYS_STATE } from './feelings.ts';
import { isNoun, isPlural, isSingular } from './noun-list.ts';
import { type Predicate, phraseWords, readPredicate } from './predicate.ts';
import { capitalized, endsSentence, hasLetters, tidy, withoutStop } from './text.ts';
import { knownVerb } from './verbs.ts';

export type Reading =
  /** Kept word for word. */
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'phrase'; readonly predicate: Predicate }
  | { readonly kind: 'speech'; readonly text: string }
  /** A noun phrase that can stand in a sentence as it is. */
  | { readonly kind: 'thing'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** What reading leans on: the names of the book, and whom the page is about. */
export interface Readers {
  /** Proper names of the book, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Ways of naming the page's subject, in lower case: a clause about it becomes a phrase. */
  readonly subjects: ReadonlySet<string>;
  /** Gives the book's names their capitals inside a text. */
  readonly cased: (text: string) => string;
}

const SPEECH =
  /^(?:["“]|let's\b|i\b|i'|we\b|we'|hey\b|look at me|my\b.*!|please\b|hello\b|hi\b|wow\b|oh\b|yay\b|hooray\b|hurray\b)/i;
const WEATHER = /^(?:rain|snow|wind|thunder|storm|sunshine|fog)$/i;
const LATIN_ONLY = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u;

/** "lets play" is "let's play"; "lets the bird go" is a deed. */
const isCall = (words: readonly string[]): boolean =>
  words[0]?.toLowerCase() === 'lets' && knownVerb(words[1] ?? '')?.form === 'base';

/** "with a dog", "under the tree": where or with whom somebody is. */
const STANDS =
  /^(?:with|in|on|at|under|behind|beside|near|next to|inside|outside|by|between|among|above|in front of) \p{L}/iu;
/** "cooking class" names an event, though "drawing flowers" is a deed. */
const EVENT = /^\p{Ll}+ing (?:class|lesson|contest|game|competition|time|party|show|race|trip|club|day)$/iu;

/** A finished sentence: it has its stop, and its own subject (or it is in a language this grammar does not know). */
function isWhole(text: string, clause: Clause | undefined, phrase: Predicate | undefined): boolean {
  if (!endsSentence(text) || !hasLetters(text)) return false;
  if (clause !== undefined) return true;
  if (phrase !== undefined) return false;
  const words = text.split(' ').length;
  return LATIN_ONLY.test(text) ? words >= 3 && /^["“]?[A-Z]|\?$/.test(text) : words >= 2;
}

function thing(text: string): string | undefined {
  const plain = withoutStop(text);
  const words = plain.split(' ');
  const head = (words[0] ?? '').toLowerCase();
  const last = words.at(-1) ?? '';
  if (!/^[\p{Script=Latin}\p{N}' -]+$/u.test(plain) || words.length > 8) return undefined;
  if (
    /^(?:no|not|too|more|any|another|something|enough|every|each|that|this|these|those|much|such)$/.test(head) &&
    words.length > 1
  )
    return plain;
  if (ONE_OF_A_KIND.test(plain)) return `the ${plain.toLowerCase()}`;
  if (/^(?:the|a|an|my|his|her|its|our|their|some|many|two|three|four|five|\d+)$/.test(head) && words.length > 1) {
    return [head, ...words.slice(1)].join(' ');
  }
  if (!isNoun(last) || words.length > 3) return words.length > 1 && /^[a-z]+ing$/.test(last) ? plain : undefined;
  return isSingular(last) && !isPlural(last) ? withArticle(plain.toLowerCase()) : plain.toLowerCase();
}

const ONE_OF_A_KIND = /^(?:sun|moon|sky|wind|sea|earth)$/i;

/** Speech ends with its mark: “Let's play!” said Mia. */
const spoken = (text: string): string => capitalized(text.replace(/^["“'\s]+|["”\s]+$/g, ''));

/** "sleepy", "scared of the dark": said with "was". */
function stateOf(text: string, words: readonly string[], phrase: Predicate | undefined): Predicate | undefined {
  const first = (words[0] ?? '').toLowerCase();
  const participle =
    SAYS_STATE.test(first) &&
    (words.length === 1 || /^(?:of|about|by|at|with|to|for|because|and)$/.test(words[1] ?? ''));
  if (phrase !== undefined && !participle) return undefined;
  const feeling = readFeeling(text);
  if (feeling?.kind !== 'state' || !feeling.sure) return undefined;
  return readPredicate(['is', ...words.map((word, at) => (at === 0 ? first : word))], () => undefined);
}

const isSpoken = (text: string, words: readonly string[]): boolean =>
  (SPEECH.test(text) || isCall(words)) && hasLetters(text);

export function readText(typed: string, readers: Readers): Reading {
  const raw = tidy(typed);
  const text = readers.cased(raw).replace(/^(?:and|so|then|but)\s+(?=\p{L})/iu, '');
  const inner = (words: readonly string[]): string | undefined => readClause(words, readers.names)?.past;
  const words = phraseWords(text);
  const clause = readClause(words, readers.names);
  const phrase = words.length === 0 ? undefined : readPredicate(words, inner);
  if (isWhole(raw, clause, phrase)) return { kind: 'whole', text: LATIN_ONLY.test(raw) ? capitalized(raw) : raw };
  const own = clause !== undefined && readers.subjects.has(clause.subject.toLowerCase());
  if (!own && isSpoken(text, words)) return { kind: 'speech', text: spoken(text) };
  if (clause !== undefined) {
    return own ? { kind: 'phrase', predicate: clause.predicate } : { kind: 'clause', clause };
  }
  if (WEATHER.test(text)) return { kind: 'thing', text: `the ${text.toLowerCase()}` };
  const done = activity(withoutStop(text));
  if (EVENT.test(withoutStop(text))) return { kind: 'thing', text: withArticle(withoutStop(text).toLowerCase()) };
  const said = done?.split(' ') ?? (phrase === undefined && STANDS.test(text) ? ['is', ...words] : undefined);
  const doing = said === undefined ? (stateOf(text, words, phrase) ?? phrase) : readPredicate(said, inner);
  if (doing !== undefined) return { kind: 'phrase', predicate: doing };
  const np = thing(text);
  return np === undefined ? { kind: 'text', text: withoutStop(text) || text } : { kind: 'thing', text: np };
}
