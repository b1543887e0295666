// The verb at the head of a phrase with its helpers: "is sitting", "doesn't eat", "has to", "can't", "will", "to run".
// Looks at the first few words only; what follows the verb is left to `predicate.ts`.
import {
  baseOfParticiple,
  ingOf,
  isGerundNoun,
  knownVerb,
  likelyVerb,
  participleOf,
  pastOf,
  type VerbForm,
} from './verbs.ts';

/** One verb in the shapes a sentence may ask for; a shape that English lacks is absent. */
export interface Shapes {
  readonly past: string;
  readonly pastPlural: string;
  readonly base?: string;
  readonly ing?: string;
  /** The participle: "eaten". */
  readonly done?: string;
}

export interface Head {
  readonly shapes: Shapes;
  /** How many words it took. */
  readonly used: number;
  /** Its form as typed; `free` when nothing after it can be in parallel. */
  readonly form: VerbForm | 'free';
  /** Base of the verb that carries the meaning. */
  readonly verb?: string;
  readonly negative: boolean;
}

type Words = readonly string[];

const BE = /^(?:is|are|am|was|were|be|being|been)$/;
const BE_NOT = /^(?:isn't|aren't|wasn't|weren't|isnt|arent|wasnt|werent)$/;
const DO_NOT = /^(?:doesn't|don't|didn't|doesnt|dont|didnt)$/;
const DETERMINER =
  /^(?:the|a|an|his|her|its|their|my|our|your|him|them|it|me|us|some|every|each|this|that|up|down|away|very)$/;

const MODALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    can: 'could',
    could: 'could',
    "can't": "couldn't",
    cant: "couldn't",
    cannot: 'could not',
    "couldn't": "couldn't",
    "won't": "wouldn't",
    wont: "wouldn't",
    would: 'would',
    "wouldn't": "wouldn't",
    may: 'might',
    might: 'might',
    must: 'had to',
    should: 'should',
    "shouldn't": "shouldn't",
  }),
);

function plain(base: string, used: number, form: VerbForm): Head {
  const past = pastOf(base);
  return {
    shapes: { past, pastPlural: past, base, ing: ingOf(base), done: participleOf(base) },
    used,
    form,
    verb: base,
    negative: false,
  };
}

const isVerbBase = (word: string): boolean =>
  knownVerb(word)?.form === 'base' || /^(?:be|have|do)$/.test(word) || putLike(word);
const putLike = (word: string): boolean => knownVerb(word)?.base === word;

function toBe(words: Words): Head {
  const next = words[1]?.toLowerCase() ?? '';
  const ing = likelyVerb(next);
  const moving = ing?.form === 'ing' && !isGerundNoun(next);
  if (next === 'not') {
    const shapes = { past: 'was not', pastPlural: 'were not', base: 'not be', ing: 'not being' };
    return { shapes, used: 2, form: 'free', verb: 'be', negative: true };
  }
  if (moving && next === 'going' && words[2] === 'to' && isVerbBase(words[3] ?? '')) {
    const shapes = { past: 'was going to', pastPlural: 'were going to', base: 'be going to' };
    return { shapes, used: 3, form: 'free', verb: words[3] ?? 'go', negative: false };
  }
  if (moving && ing !== undefined) return { ...plain(ing.base, 2, 'ing') };
  const shapes = { past: 'was', pastPlural: 'were', base: 'be', ing: 'being' };
  const form = /^w/.test(words[0] ?? '') ? 'past' : /^be/.test(words[0] ?? '') ? 'base' : 's';
  return { shapes, used: 1, form, verb: 'be', negative: false };
}

function denied(words: Words, used: number, long: boolean): Head | undefined {
  const base = words[used]?.toLowerCase() ?? '';
  if (!isVerbBase(base)) return undefined;
  const past = `${long ? 'did not' : "didn't"} ${base}`;
  const shapes = { past, pastPlural: past, base: `not ${base}`, ing: `not ${ingOf(base)}` };
  return { shapes, used: used + 1, form: 'free', verb: base, negative: true };
}

function helped(words: Words, first: string): Head | undefined {
  const not = words[1]?.toLowerCase() === 'not';
  const modal = MODALS.get(first);
  if (modal === undefined) return undefined;
  const past = not ? `${modal} not` : modal;
  const base = /^(?:can|could)$/.test(first) && !not ? 'be able to' : undefined;
  const negative = not || past.includes("n't") || past.endsWith(' not');
  const shapes = { past, pastPlural: past, ...(base === undefined ? {} : { base }) };
  return { shapes, used: not ? 2 : 1, form: 'free', negative };
}

/** "will go": still to come in the past ("was going to go"), and a bare "go" as its base. */
function willing(words: Words, not: boolean): Head | undefined {
  const used = not ? 2 : 1;
  const adverb = /^(?:soon|also|always|never|probably|maybe|finally|then|surely|really|just|all|both)$/.test(
    words[used] ?? '',
  );
  if (!isVerbBase(words[used + (adverb ? 1 : 0)] ?? '')) return undefined;
  const [past, pastPlural] = not ? ['would not', 'would not'] : ['was going to', 'were going to'];
  return { shapes: { past, pastPlural, base: not ? 'not' : '' }, used, form: 'free', negative: not };
}

function auxiliary(words: Words, first: string): Head | undefined {
  const second = words[1]?.toLowerCase() ?? '';
  if (BE.test(first)) return toBe(words);
  if (BE_NOT.test(first)) {
    return { shapes: { past: "wasn't", pastPlural: "weren't" }, used: 1, form: 'free', verb: 'be', negative: true };
  }
  if (DO_NOT.test(first)) return denied(words, 1, false);
  if (/^(?:do|does|did)$/.test(first) && second === 'not') return denied(words, 2, true);
  if (first === 'will' || first === 'gonna') return willing(words, second === 'not');
  return helped(words, first);
}

/** Whether an unknown word in -s is surely a verb: it has an object right after it. */
function looksThirdPerson(word: string, next: string): boolean {
  return /^[a-z]{3,}[^s'\W]s$/.test(word) && DETERMINER.test(next) && !/^(?:this|his|its|has)$/.test(word);
}

/** Reads the verb that `words` begin with; undefined when they do not. */
export function readHead(words: Words): Head | undefined {
  const first = words[0]?.toLowerCase() ?? '';
  const second = words[1]?.toLowerCase() ?? '';
  if (first === 'to' && words.length > 1) {
    const inner = readHead(words.slice(1));
    return inner === undefined ? undefined : { ...inner, used: inner.used + 1 };
  }
  const helper = auxiliary(words, first);
  if (helper !== undefined) return helper;
  if (first === 'lying' && second === 'to') return { ...plain('lie', 1, 'ing'), shapes: LIED };
  if (/^lies?$/.test(first) && second === 'to') return { ...plain('lie', 1, 'base'), shapes: LIED };
  const finished = DETERMINER.test(second) ? baseOfParticiple(first) : undefined;
  if (finished !== undefined) return plain(finished, 1, 'past');
  const verb = isGerundNoun(first) ? undefined : likelyVerb(first);
  if (verb !== undefined) {
    if (verb.form !== 'past') return plain(verb.base, 1, verb.form);
    return {
      ...plain(verb.base, 1, 'past'),
      shapes: { ...plain(verb.base, 1, 'past').shapes, past: first, pastPlural: first },
    };
  }
  return looksThirdPerson(first, second) ? plain(first.slice(0, -1), 1, 's') : undefined;
}

const LIED: Shapes = { past: 'lied', pastPlural: 'lied', base: 'lie', ing: 'lying' };
