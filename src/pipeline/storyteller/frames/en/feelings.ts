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
  | { readonly kind: 'thing'; readonly text: string; readonly tone: Tone }
  /** "fun", "exciting": said of what happened, not of who feels. */
  | { readonly kind: 'about'; readonly text: string; readonly tone: Tone };

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const GLAD =
  set(`happy glad proud excited joyful cheerful delighted pleased thankful grateful calm peaceful brave safe loved warm cozy cosy curious amazed thrilled content
relieved lucky free hopeful confident strong playful merry jolly kind helpful polite clever wise good great wonderful fantastic fine relaxed comfortable fresh refreshed satisfied carefree energetic jumpy cheery blissful`);
const SAD =
  set(`sad angry scared afraid lonely upset worried unhappy nervous frightened mad disappointed hurt ashamed jealous embarrassed sorry anxious gloomy blue grumpy
annoyed tired sick bad terrible awful lost cross heartbroken homesick guilty bored frustrated hopeless miserable uncomfortable cold tearful terrified`);
const OPEN =
  set(`surprised shy sleepy hungry thirsty quiet busy serious puzzled confused full hot silly dizzy small big different strange funny touched moved astonished wet dry awake asleep okay ok strange still
interested eager impatient careful thoughtful dreamy weird odd`);
const GLAD_THINGS = set(
  'joy happiness love hope pride excitement wonder delight laughter peace gratitude courage curiosity warmth kindness friendship comfort bravery confidence contentment amazement',
);
const SAD_THINGS = set(
  'sadness anger fear worry sorrow loneliness jealousy shame grief disappointment regret envy fright boredom frustration nervousness',
);
const OPEN_THINGS = set('surprise hunger thirst sleepiness shyness longing anticipation');

const ABOUT =
  /^(?:fun|funny|yummy|tasty|delicious|easy|difficult|scary|exciting|interesting|boring|amazing|surprising|fascinating|relaxing|tiring|thrilling|frightening|touching|fantastic|wonderful|terrible|awful|great|magical|disgusting|pretty|beautiful|cute|cool|nice)$/;

const LEAD =
  /^(?:(?:is|was|are|were|am|be|being|been|feel|feels|felt|feeling|felt|got|gets|became|becomes|getting|looks|looked)\s+)+/i;
const DEGREE =
  /^(?:very|so|really|a little|a bit|too|quite|super|not|a little bit|extremely|still|kind of|just|both)\s+/i;
const SUFFIX = /(?:y|ful|less|ous|ed|ing|ish|ic|able)$/;
const NOT_STATE =
  /^(?:family|party|day|boy|toy|baby|anything|nothing|everything|king|thing|story|city|monday|sunday|bed|red)$/;

/** "happily" → "happy": how one does a thing says how one feels. */
function fromAdverb(word: string): string {
  const base = word.replace(/ily$/, 'y').replace(/ly$/, '');
  return word.endsWith('ly') && !isState(word) && isState(base) ? base : word;
}

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

/** A word for what is felt about rather than how one feels: "exciting". */
const isAbout = (words: readonly string[], text: string): boolean =>
  words.length === 1 && ABOUT.test(words[0] ?? '') && !/^feel/i.test(text);

/** "warm heart" names a thing, and "loved the dog" a deed. */
function isNoState(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (/^(?:the|a|an|his|her|their|its|my|him|them|it|me|up|down|away|out)$/.test(second)) return true;
  return isState(first) && words.length === 2 && isNoun(second);
}

/** A word that by its ending describes: "wobbly". */
const looksLikeState = (word: string, led: boolean): boolean =>
  SUFFIX.test(word) && word.length > 3 && !NOT_STATE.test(word) && (led || !/(?:ed|ing)$/.test(word));

/** Reads a feeling; undefined when it is a clause, a deed, or nothing this grammar knows. */
export function readFeeling(typed: string): Feeling | undefined {
  const text = withoutStop(tidy(typed)).replace(/^(?:\p{L}+ly|(?:very|so|really) \p{L}+ly)$/iu, (all) =>
    all.replace(/\p{L}+ly$/u, (word) => (/^really$/i.test(word) ? word : fromAdverb(word.toLowerCase()))),
  );
  const led = LEAD.test(text);
  const rest = text.replace(LEAD, '');
  const plain = rest.replace(DEGREE, '');
  const words = plain.toLowerCase().split(' ');
  const first = words[0] ?? '';
  if (!/^[a-z' -]+$/i.test(plain) || plain === '') return undefined;
  const lowered = rest.charAt(0).toLowerCase() + rest.slice(1);
  const tone = /^not\b/i.test(rest) ? 'open' : toneOfAll(words);
  if (/^(?:full of|like|as)\b/i.test(rest)) {
    return { kind: 'state', text: lowered, single: false, sure: !/^like/i.test(rest), tone };
  }
  if (isNoState(words)) return undefined;
  if (isThing(first) && (words.length === 1 || words[1] === 'and')) return { kind: 'thing', text: lowered, tone };
  if (isAbout(words, text)) return { kind: 'about', text: lowered, tone };
  const known = isState(first) || (words.length === 1 && looksLikeState(first, led));
  if (!known && !led) return undefined;
  return {
    kind: 'state',
    text: lowered,
    single: words.length === 1 && plain === rest && known,
    sure: known || !/^feel/i.test(text),
    tone,
  };
}
