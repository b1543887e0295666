// What somebody does, as people type it ("is sitting on a chair", "jumps and laughs", "can't find her shoe"),
// made ready for every place in a sentence: past, infinitive, -ing. What is no verb phrase is refused, never bent.

import { withArticles } from './completing.ts';
import { readHead, type Shapes } from './head.ts';
import { isSingular, MASS } from './noun-list.ts';
import { tidy, withoutStop } from './text.ts';
import { knownVerb, type VerbForm } from './verbs.ts';

export interface Predicate extends Shapes {
  /** The bases of its verbs, in order. */
  readonly verbs: readonly string[];
  /** Denied, unable, unwilling. */
  readonly negative: boolean;
  /** Nothing follows the one verb: "run", not "run to school". */
  readonly bare: boolean;
  /** Says a state with "be". */
  readonly state: boolean;
}

export type Piece = string | Shapes;
/** Turns a clause inside a phrase ("because she is sad") into the past; given from outside, because clauses hold phrases. */
export type InnerClause = (words: readonly string[]) => string | undefined;

const SUBORDINATE = /^(?:because|when|while|so|until|after|before|since|that|but|and|as|where)$/;
const JOINS = /^(?:and|then|but|or)$/;

const fits = (form: VerbForm | 'free', next: VerbForm): boolean => form === next || (form === 'ing' && next === 's');

interface Tail {
  readonly pieces: readonly Piece[];
  readonly verbs: readonly string[];
}

/** A verb after "and", if it has the form of the first one: "jumps and laughs", but not "eats bread and jam". */
function joinedVerb(words: readonly string[], form: VerbForm | 'free', close: boolean): ReturnType<typeof readHead> {
  if (form === 'free') return undefined;
  const word = words[0]?.toLowerCase() ?? '';
  if (form === 'base' && !close && (MASS.has(word) || isSingular(word))) return undefined;
  const head = readHead(words);
  return head !== undefined && fits(form, head.form === 'free' ? 's' : head.form) ? head : undefined;
}

const NOW: ReadonlyMap<string, string> = new Map(
  Object.entries({
    is: 'was',
    are: 'were',
    am: 'was',
    has: 'had',
    can: 'could',
    will: 'would',
    "can't": "couldn't",
    "won't": "wouldn't",
    "isn't": "wasn't",
    "aren't": "weren't",
    "doesn't": "didn't",
    "don't": "didn't",
  }),
);

/** "thinks it is funny" → "thought it was funny": a helper right after a pronoun follows the main verb into the past. */
function backshifted(words: readonly string[], at: number): string {
  const word = words[at] ?? '';
  const before = (words[at - 1] ?? '').toLowerCase();
  return /^(?:i|you|he|she|it|we|they|what|who|which|that|this|everyone)$/.test(before)
    ? (NOW.get(word.toLowerCase()) ?? word)
    : word;
}

interface Joint {
  readonly pieces: readonly Piece[];
  readonly verb?: string;
  /** Words read. */
  readonly used: number;
}

/** What follows an "and" at `at`: another verb, perhaps after "then". */
function readJoint(words: readonly string[], at: number, form: VerbForm | 'free'): Joint | undefined {
  const skip = /^(?:then|also|just)$/.test(words[at + 1] ?? '') ? 1 : 0;
  const next = joinedVerb(words.slice(at + 1 + skip), form, at === 0);
  if (next === undefined) return undefined;
  return {
    pieces: [...words.slice(at + 1, at + 1 + skip), next.shapes],
    used: skip + next.used,
    ...(next.verb === undefined ? {} : { verb: next.verb }),
  };
}

function readTail(words: readonly string[], form: VerbForm | 'free', inner: InnerClause): Tail {
  const pieces: Piece[] = [];
  const verbs: string[] = [];
  let parallel = form;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const lower = word.toLowerCase().replace(/,$/, '');
    if (lower === 'to' && form === 'base') parallel = 'free';
    const clause = SUBORDINATE.test(lower) ? inner(words.slice(at + 1)) : undefined;
    if (clause !== undefined) return { pieces: [...pieces, word, clause], verbs };
    pieces.push(backshifted(words, at));
    const joint = JOINS.test(lower) || word.endsWith(',') ? readJoint(words, at, parallel) : undefined;
    if (joint === undefined) continue;
    pieces.push(...joint.pieces);
    if (joint.verb !== undefined) verbs.push(joint.verb);
    at += joint.used;
  }
  return { pieces, verbs };
}

function shaped(pieces: readonly Piece[], shape: keyof Shapes): string | undefined {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? piece : piece[shape]));
  return parts.includes(undefined) ? undefined : parts.filter((part) => part !== '').join(' ');
}

/** Reads a verb phrase; undefined when the words do not begin with one. */
export function readPredicate(words: readonly string[], inner: InnerClause): Predicate | undefined {
  const early = words.findIndex((word) => !isEarlyAdverb(word));
  const adverbs = words.slice(0, Math.max(0, early));
  const head = readHead(words.slice(adverbs.length));
  if (head === undefined) return undefined;
  const rest = withArticles(words.slice(adverbs.length + head.used), head.verb ?? '');
  const tail = readTail(rest, head.form, inner);
  const pieces: Piece[] = [...adverbs, head.shapes, ...tail.pieces];
  const base = shaped(pieces, 'base');
  const ing = shaped(pieces, 'ing');
  const done = shaped(pieces, 'done');
  return {
    past: shaped(pieces, 'past') ?? '',
    pastPlural: shaped(pieces, 'pastPlural') ?? '',
    ...(base === undefined ? {} : { base }),
    ...(ing === undefined ? {} : { ing }),
    ...(done === undefined ? {} : { done }),
    verbs: [...(head.verb === undefined ? [] : [head.verb]), ...tail.verbs],
    negative: head.negative || adverbs.some((word) => word.toLowerCase() === 'never'),
    bare: rest.length === 0 && adverbs.length === 0 && !head.shapes.past.includes(' '),
    state: head.verb === 'be',
  };
}

function isEarlyAdverb(word: string): boolean {
  const lower = word.toLowerCase();
  if (knownVerb(lower) !== undefined) return false;
  return (
    /^(?:just|also|always|never|still|often|soon|then|suddenly|finally|really|almost|even)$/.test(lower) ||
    /^[a-z]{3,}ly$/.test(lower)
  );
}

export const phraseWords = (text: string): readonly string[] =>
  withoutStop(tidy(text))
    .replace(/\b(hide and seek|show and tell)\b/gi, (game) => game.replace(/ /g, '-'))
    .split(' ')
    .filter((word) => word !== '');
