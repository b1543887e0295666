// Verb forms: the past and the -ing form of a base, and from any form back to its base.
// Knows single words only; phrases are the matter of `predicate.ts`.
import { IRREGULAR_PARTICIPLE, IRREGULAR_PAST } from './irregular.ts';
import { REGULAR_VERBS } from './verb-list.ts';

export type VerbForm = 'base' | 's' | 'ing' | 'past';

export interface Verb {
  readonly base: string;
  readonly form: VerbForm;
}

/** Verbs of more than one syllable that double their last letter because the stress lies on it. */
const STRESSED_LAST = new Set(
  'admit begin commit compel control equip forget kidnap occur patrol permit prefer propel rebel refer regret submit transfer unplug unwrap upset zigzag'.split(
    ' ',
  ),
);

function doubles(base: string): boolean {
  if (STRESSED_LAST.has(base)) return true;
  return /^(?:[^aeiou]*|[^aeiou]*qu)[aeiouy][bdfgklmnprstvz]$/.test(base) && !/^[^aeiou]+y$/.test(base);
}

const joined = (base: string): string => {
  if (doubles(base)) return base + base.slice(-1);
  return /[^aeiou]ic$/.test(base) ? `${base}k` : base;
};

/** "run" → "ran", "visit" → "visited", "stop" → "stopped". */
export function pastOf(base: string): string {
  const irregular = IRREGULAR_PAST.get(base);
  if (irregular !== undefined) return irregular;
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${joined(base)}ed`;
}

/** "eat" → "eaten", "visit" → "visited". */
export const participleOf = (base: string): string => IRREGULAR_PARTICIPLE.get(base) ?? pastOf(base);

/** "run" → "running", "make" → "making", "lie" → "lying". */
export function ingOf(base: string): string {
  if (base === 'be') return 'being';
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^aeioy]e$/.test(base) && base !== 'singe') return `${base.slice(0, -1)}ing`;
  return `${joined(base)}ing`;
}

function thirdPersonOf(base: string): string {
  if (base === 'have') return 'has';
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

const KNOWN: ReadonlyMap<string, Verb> = (() => {
  const bases = [...IRREGULAR_PAST.keys(), ...REGULAR_VERBS].filter((base) => base !== 'be' && base !== 'bear');
  const known = new Map<string, Verb>();
  for (const base of bases) {
    known.set(ingOf(base), { base, form: 'ing' });
    known.set(thirdPersonOf(base), { base, form: 's' });
  }
  for (const base of bases) known.set(base, { base, form: 'base' });
  // Last, so that "saw", "found", "felt" and "lay" are pasts: that is what a telling child means.
  for (const base of bases) if (pastOf(base) !== base) known.set(pastOf(base), { base, form: 'past' });
  known.set('learnt', { base: 'learn', form: 'past' }).set('dreamt', { base: 'dream', form: 'past' });
  known.set('travelled', { base: 'travel', form: 'past' }).set('travelling', { base: 'travel', form: 'ing' });
  return known;
})();

/** A known verb in whatever form; undefined for any other word. */
export function knownVerb(word: string): Verb | undefined {
  return KNOWN.get(word.toLowerCase());
}

/** "eaten" → "eat", for participles that are no past of their own. */
export function baseOfParticiple(word: string): string | undefined {
  if (KNOWN.has(word)) return undefined;
  return [...IRREGULAR_PARTICIPLE].find(([, participle]) => participle === word)?.[0];
}

const NOT_ING = new Set(
  'king morning evening thing something anything everything nothing string ring wing ceiling duckling gosling pudding wedding building clothing sibling earring during spring being darling lightning'.split(
    ' ',
  ),
);
const NOT_ED = /^(?:red|bed|seed|weed|sled|shed|need|speed|reed|bread|head|hundred|sacred|wicked|naked|kindred)$/;

/** The likeliest base of an unknown -ing form: "zorbing" → "zorb", "blogging" → "blog". */
function baseBehind(stem: string): string {
  if (/([bdgkmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[aiou]t|[aiu]v|[aiou]z|us|[ai]k|uc|ac|dl|bl|gl|tl|pl|zl|fl)$/.test(stem) ? `${stem}e` : stem;
}

/** A verb by its look alone: only -ing and -ed forms, which leave little doubt. */
export function likelyVerb(word: string): Verb | undefined {
  const lower = word.toLowerCase();
  const known = KNOWN.get(lower);
  if (known !== undefined) return known;
  if (/^[a-z]*[aeiouy][a-z]*ing$/.test(lower) && lower.length > 5 && !NOT_ING.has(lower)) {
    return /[aeiouy]/.test(lower.slice(0, -3)) ? { base: baseBehind(lower.slice(0, -3)), form: 'ing' } : undefined;
  }
  if (/^[a-z]*[aeiouy][a-z]*ed$/.test(lower) && lower.length > 4 && !NOT_ED.test(lower)) {
    return { base: baseBehind(lower.slice(0, -2)), form: 'past' };
  }
  return undefined;
}

export const isGerundNoun = (word: string): boolean => NOT_ING.has(word.toLowerCase());
