// Korean particles after any text. Which sound a text ends in is told by `reading.ts`.
import { endingOf } from './reading.ts';

/** After a consonant / after a vowel. */
const PAIRS = {
  '은/는': ['은', '는'],
  '이/가': ['이', '가'],
  '을/를': ['을', '를'],
  '과/와': ['과', '와'],
  '으로/로': ['으로', '로'],
  '아/야': ['아', '야'],
  '이라/라': ['이라', '라'],
  '이에요/예요': ['이에요', '예요'],
  '이었어요/였어요': ['이었어요', '였어요'],
  '이나/나': ['이나', '나'],
  '이랑/랑': ['이랑', '랑'],
  '이지요/지요': ['이지요', '지요'],
  '이래요/래요': ['이래요', '래요'],
  '이네요/네요': ['이네요', '네요'],
  '이란/란': ['이란', '란'],
  '이라고/라고': ['이라고', '라고'],
  '이랍니다/랍니다': ['이랍니다', '랍니다'],
  '이었답니다/였답니다': ['이었답니다', '였답니다'],
  '이었지요/였지요': ['이었지요', '였지요'],
  '이었거든요/였거든요': ['이었거든요', '였거든요'],
  일까요: ['일까요', '일까요'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
export type Pair = keyof typeof PAIRS;

/** The form of a particle that `text` takes. What cannot be read takes the form after a vowel. */
export function particle(text: string, pair: Pair): string {
  const ending = endingOf(text) ?? '';
  const [closed, open] = PAIRS[pair];
  if (pair === '으로/로' && ending === 'ㄹ') return open;
  return ending === '' ? open : closed;
}

const PRONOUNS: Readonly<Record<string, Partial<Record<Pair, string>>>> = {
  나: { '이/가': '내가' },
  저: { '이/가': '제가' },
  너: { '이/가': '네가' },
  누구: { '이/가': '누가' },
};

/** `text` with the particle it takes. */
export function withParticle(text: string, pair: Pair): string {
  const cut = text.lastIndexOf(' ') + 1;
  const pronoun = PRONOUNS[text.slice(cut)]?.[pair];
  return pronoun === undefined ? text + particle(text, pair) : text.slice(0, cut) + pronoun;
}
