// Stems → the three bases that every Korean ending attaches to, and the endings that the storyteller writes.
// Surface text → stem is the other way round: `analyse.ts`.
import { changeLast, close, isOpen, lastSyllable, lettersOf, syllable } from './hangul.ts';
import type { Verb } from './verb.ts';

const before = (text: string): string => text.slice(0, -1);

/** 아 after ㅏ, ㅑ and ㅗ, else 어. */
function harmony(stem: string): '아' | '어' {
  const vowel = lastSyllable(stem)?.vowel ?? '';
  return vowel === 'ㅏ' || vowel === 'ㅑ' || vowel === 'ㅗ' ? '아' : '어';
}

const dropFinal = (stem: string): string => changeLast(stem, () => ({ final: '' }));

/** 쓰다, 뜨다, 끄다, 크다, 트다 stay dark in compounds: 받아써, not 받아싸. */
const DARK = new Set(['쓰', '뜨', '끄', '크', '트']);

function dropEu(stem: string): string {
  const rest = before(stem);
  const bright = rest !== '' && !DARK.has(stem.slice(-1)) && harmony(rest) === '아';
  return changeLast(stem, () => ({ vowel: bright ? 'ㅏ' : 'ㅓ' }));
}

/** 피어, 기어, 띠어: one-syllable stems that are not drawn together. */
const UNCONTRACTED_I = new Set(['피', '기', '비', '시', '띠', '이']);

/** Open stems before -아/어, drawn together as in speech: 와, 봐, 줘, 배워, 마셔, 돼. */
function openInfinitive(stem: string): string {
  const last = lastSyllable(stem);
  if (last === undefined) return `${stem}어`;
  const { vowel } = last;
  if (vowel === 'ㅡ') return dropEu(stem);
  if (vowel === 'ㅗ') return changeLast(stem, () => ({ vowel: 'ㅗㅏ' }));
  if (vowel === 'ㅜ') return changeLast(stem, () => ({ vowel: 'ㅜㅓ' }));
  if (vowel === 'ㅗㅣ') return changeLast(stem, () => ({ vowel: 'ㅗㅐ' }));
  if (vowel === 'ㅣ') {
    return UNCONTRACTED_I.has(stem) ? `${stem}어` : changeLast(stem, () => ({ vowel: 'ㅕ' }));
  }
  return /^(?:ㅏ|ㅓ|ㅐ|ㅔ|ㅕ|ㅖ|ㅑ|ㅒ)$/.test(vowel) ? stem : `${stem}어`;
}

/** ㅎ adjectives: 빨개, 하얘, 퍼레, 그래. */
function hInfinitive(stem: string): string {
  const demonstrative = /(?:그|이|저|어|고|요|조|떻)[렇떻]$|어떻$/.test(stem);
  const change: Readonly<Record<string, string>> = { ㅏ: 'ㅐ', ㅑ: 'ㅒ', ㅕ: 'ㅖ', ㅓ: demonstrative ? 'ㅐ' : 'ㅔ' };
  return changeLast(stem, ({ vowel }) => ({ final: '', vowel: change[vowel] ?? vowel }));
}

/** The stem before -아/어: 먹어, 걸어, 도와, 지어, 빨개, 불러, 해. */
export function infinitive(verb: Verb): string {
  const { stem } = verb;
  switch (verb.stemClass) {
    case '하':
      return changeLast(stem, () => ({ vowel: 'ㅐ' }));
    case 'ㄷ':
      return close(stem, 'ㄹ') + harmony(stem);
    case 'ㅂ':
      return `${dropFinal(stem)}워`;
    case 'ㅂ오':
      return `${dropFinal(stem)}와`;
    case 'ㅅ':
      return dropFinal(stem) + harmony(stem);
    case 'ㅎ':
      return hInfinitive(stem);
    case '르':
      return close(before(stem), 'ㄹ') + (harmony(before(stem)) === '아' ? '라' : '러');
    case '러':
      return `${stem}러`;
    case 'ㅜ':
      return changeLast(stem, () => ({ vowel: 'ㅓ' }));
    case '이다':
    case '아니다':
      return `${stem}어`;
    case 'regular':
      return isOpen(stem) ? openInfinitive(stem) : stem + harmony(stem);
  }
}

/** Written stories keep 주었어요, 보았어요, 되었어요 apart where speech says 줬어요. */
function pastBase(verb: Verb): string {
  if (verb.stemClass === '이다' && isOpen(before(verb.stem))) return `${before(verb.stem)}여`;
  const last = lastSyllable(verb.stem);
  const apart =
    verb.stemClass === 'regular' &&
    last?.final === '' &&
    ((last.initial !== 'ㅇ' && (last.vowel === 'ㅜ' || last.vowel === 'ㅗ')) || last.vowel === 'ㅗㅣ');
  return apart ? verb.stem + harmony(verb.stem) : infinitive(verb);
}

/** The stem with ㅆ: 먹었, 갔, 했. */
export const past = (verb: Verb): string => close(pastBase(verb), 'ㅆ');

/** Other spellings of the infinitive that people type: 보아, 주어, 되어, 펴, 하여. */
export function otherInfinitives(verb: Verb): readonly string[] {
  const { stem, stemClass } = verb;
  if (stemClass === '하') return [`${stem}여`];
  if (stemClass !== 'regular' || !isOpen(stem)) return [];
  const last = lastSyllable(stem);
  const contracted = last?.vowel === 'ㅣ' ? [changeLast(stem, () => ({ vowel: 'ㅕ' }))] : [];
  return last?.vowel === 'ㅡ' ? [] : [stem + harmony(stem), ...contracted];
}

/** Before endings in ㄴ, ㅂ, ㅅ and -오 a stem's ㄹ falls: 노는, 노니. */
const dropL = (stem: string): string => (lastSyllable(stem)?.final === 'ㄹ' ? dropFinal(stem) : stem);

/** The stem before -(으): 먹으, 가, 걸으, 도우, 지으, 빨가, 놀. */
export function euBase(verb: Verb): string {
  const { stem } = verb;
  switch (verb.stemClass) {
    case 'ㄷ':
      return `${close(stem, 'ㄹ')}으`;
    case 'ㅂ':
    case 'ㅂ오':
      return `${dropFinal(stem)}우`;
    case 'ㅅ':
      return `${dropFinal(stem)}으`;
    case 'ㅎ':
      return dropFinal(stem);
    default: {
      const final = lastSyllable(stem)?.final ?? '';
      return final === '' || final === 'ㄹ' ? stem : `${stem}으`;
    }
  }
}

const withFinal = (base: string, final: string): string =>
  lettersOf(base.slice(-1)) === undefined ? base + syllable({ initial: 'ㅇ', vowel: 'ㅡ', final }) : close(base, final);

/** What the storyteller writes. All are one speech level, 해요체, or lead on to another clause. */
export const ENDINGS = {
  present: (verb: Verb) => presentPolite(verb),
  past: (verb: Verb) => `${past(verb)}어요`,
  pastTold: (verb: Verb) => `${past(verb)}답니다`,
  pastKnown: (verb: Verb) => `${past(verb)}지요`,
  pastHeard: (verb: Verb) => `${past(verb)}대요`,
  pastReason: (verb: Verb) => `${past(verb)}거든요`,
  pastSeen: (verb: Verb) => `${past(verb)}네요`,
  pastAsked: (verb: Verb) => `${past(verb)}을까요`,
  pastBut: (verb: Verb) => `${past(verb)}는데`,
  and: (verb: Verb) => (verb.kind === 'copula' ? copulaBefore(verb, '고') : `${verb.stem}고`),
  because: (verb: Verb) => `${verb.kind === 'copula' ? copulaBefore(verb, '라') : infinitive(verb)}서`,
  since: (verb: Verb) => `${dropL(euBase(verb))}니`,
  seen: (verb: Verb) => `${dropL(verb.stem)}네요`,
  nominal: (verb: Verb) => `${verb.stem}기`,
  want: (verb: Verb) => `${verb.stem}고 싶`,
  will: (verb: Verb) => `${withFinal(dropL(euBase(verb)), 'ㄹ')} 거예요`,
  future: (verb: Verb) => withFinal(dropL(euBase(verb)), 'ㄹ'),
  shall: (verb: Verb) => `${withFinal(dropL(euBase(verb)), 'ㄹ')}까요`,
  modifier: (verb: Verb) => presentModifier(verb),
  pastModifier: (verb: Verb) => withFinal(dropL(euBase(verb)), 'ㄴ'),
  remembered: (verb: Verb) => `${verb.stem}던`,
  while: (verb: Verb) => `${euBase(verb)}며`,
  upon: (verb: Verb) => `${verb.stem}자`,
  though: (verb: Verb) => `${past(verb)}지만`,
} as const;
export type EndingName = keyof typeof ENDINGS;

/** 이 falls after a vowel: 의사라서, 학생이라서. */
const copulaBefore = ({ stem }: Verb, ending: string): string => (isOpen(before(stem)) ? before(stem) : stem) + ending;

function presentPolite(verb: Verb): string {
  if (verb.stemClass === '아니다') return `${verb.stem}에요`;
  if (verb.stemClass === '이다') return isOpen(before(verb.stem)) ? `${before(verb.stem)}예요` : `${verb.stem}에요`;
  return `${infinitive(verb)}요`;
}

function presentModifier(verb: Verb): string {
  if (verb.kind === 'verb' || verb.kind === 'exist') return `${dropL(verb.stem)}는`;
  return withFinal(dropL(euBase(verb)), 'ㄴ');
}

/** `verb` with an ending. */
export const conjugate = (verb: Verb, ending: EndingName): string => ENDINGS[ending](verb);
