// How somebody feels, from what people type: "was happy", "feeling sad", "joy", "scared of the dark".
// Tells a describing word from a thing, and glad from sad, so that no sentence jars.
import { isNoun } from './noun-list.ts';
import { tidy, withoutStop } from './text.ts';

export type Tone = 'glad' | 'sad' | 'open';

export type Feeling =
  /** "happy", "very sad", "scared of the dark". `single`: one word, so "how happy" is right; `sure`: right after "was" too. */
  | {
      readonly kind: 'state';
      readonly text: string;
      readonly single: boolean;
      readonly sure: boolean;
      readonly tone: Tone;
    }
  /** "joy", "a warm heart". */
  | { readonly kind: 'thing'; readonly text: string; readonly tone: Tone };

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const GLAD =
  set(`happy glad proud excited joyful cheerful delighted pleased thankful grateful calm peaceful brave safe loved warm cozy cosy curious amazed thrilled content
relieved lucky free hopeful confident strong playful merry jolly kind helpful polite clever wise beautiful pretty good great wonderful fantastic fine relaxed comfortable fresh refreshed satisfied energetic jumpy cheery blissful`);
const SAD =
  set(`sad angry scared afraid lonely upset worried unhappy nervous frightened mad disappointed hurt ashamed jealous embarrassed sorry anxious gloomy blue grumpy
annoyed tired sick bad terrible awful lost cross heartbroken homesick guilty bored frustrated hopeless miserable uncomfortable cold tearful terrified`);
const OPEN =
  set(`surprised shy sleepy hungry thirsty quiet busy serious puzzled confused full hot silly dizzy small big different strange funny touched moved astonished cool wet dry awake asleep okay ok strange still
interested eager impatient careful thoughtful dreamy weird odd`);
const GLAD_THINGS = set(
  'joy happiness love hope pride excitement wonder delight fun laughter peace gratitude courage curiosity warmth kindness friendship comfort calm bravery confidence contentment amazement',
);
const SAD_THINGS = set(
  'sadness anger fear worry sorrow loneliness jealousy shame grief disappointment regret envy fright boredom frustration nervousness',
);
const OPEN_THINGS = set('surprise hunger thirst sleepiness shyness longing anticipation');

const LEAD =
  /^(?:(?:is|was|are|were|am|be|being|been|feel|feels|felt|feeling|felt|got|gets|became|becomes|getting|looks|looked)\s+)+/i;
const DEGREE =
  /^(?:very|so|really|a little|a bit|too|quite|super|not|a little bit|extremely|still|kind of|just|both)\s+/i;
const SUFFIX = /(?:y|ful|less|ous|ed|ing|ish|ic|able)$/;
const NOT_STATE =
  /^(?:family|party|day|boy|toy|baby|anything|nothing|everything|king|thing|story|city|monday|sunday|bed|red)$/;

function toneOf(word: string): Tone {
  if (GLAD.has(word) || GLAD_THINGS.has(word)) return 'glad';
  return SAD.has(word) || SAD_THINGS.has(word) ? 'sad' : 'open';
}

/** "tired but happy" is neither glad nor sad. */
function toneOfAll(words: readonly string[]): Tone {
  const tones = new Set(words.map(toneOf).filter((tone) => tone !== 'open'));
  return tones.size === 1 ? ([...tones][0] ?? 'open') : 'open';
}

const isState = (word: string): boolean => GLAD.has(word) || SAD.has(word) || OPEN.has(word);
const isThing = (word: string): boolean => GLAD_THINGS.has(word) || SAD_THINGS.has(word) || OPEN_THINGS.has(word);

/** Participles that say a state rather than a deed when they stand alone. */
export const SAYS_STATE =
  /^(?:tired|scared|excited|worried|surprised|bored|frightened|terrified|embarrassed|confused|disappointed|annoyed|frustrated|amazed|delighted|astonished)$/;

/** Reads a feeling; undefined when it is a clause, a deed, or nothing this grammar knows. */
export function readFeeling(typed: string): Feeling | undefined {
  const text = withoutStop(tidy(typed));
  const led = LEAD.test(text);
  const rest = text.replace(LEAD, '');
  const plain = rest.replace(DEGREE, '');
  const words = plain.toLowerCase().split(' ');
  const first = words[0] ?? '';
  if (!/^[a-z' -]+$/i.test(plain) || plain === '') return undefined;
  const lowered = rest.charAt(0).toLowerCase() + rest.slice(1);
  const negated = /^not\b/i.test(rest);
  const known = isState(first);
  // "warm heart" names a thing; which article it wants is not for us to say.
  if (known && words.length === 2 && isNoun(words[1] ?? '')) return undefined;
  if (/^(?:full of|like|as)\b/i.test(rest)) {
    return { kind: 'state', text: lowered, single: false, sure: !/^like/i.test(rest), tone: toneOfAll(words) };
  }
  if (/^(?:the|a|an|his|her|their|its|my|him|them|it|me|up|down|away|out)$/.test(words[1] ?? '')) return undefined;
  if (isThing(first) && (words.length === 1 || words[1] === 'and'))
    return { kind: 'thing', text: lowered, tone: toneOf(first) };
  const guessed =
    words.length === 1 &&
    SUFFIX.test(first) &&
    first.length > 3 &&
    !NOT_STATE.test(first) &&
    (led || !/(?:ed|ing)$/.test(first));
  if (!known && !guessed && !led) return undefined;
  const single = words.length === 1 && plain === rest && (known || guessed);
  return {
    kind: 'state',
    text: lowered,
    single,
    sure: known || guessed || !/^feel/i.test(text),
    tone: negated ? 'open' : toneOfAll(words),
  };
}
