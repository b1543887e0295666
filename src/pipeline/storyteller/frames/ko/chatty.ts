// Endings as children chat: 신난당, 춤췄엉, 했어용, 좋아여, 했음요. Each is taken for the plain ending it plays with,
// but only where that makes a verb or adjective that is known: 식당 and 부엉 are words of their own.
import { analyse } from './analyse.ts';
import { changeLast, lastSyllable } from './hangul.ts';

const PLAYS: readonly (readonly [RegExp, string])[] = [
  [/[당댜닷돠]$/u, '다'],
  [/(?<=[가-힣])다[요용]$/u, '어요'],
  [/엉$/u, '어'],
  [/앙$/u, '아'],
  [/넹$/u, '네'],
  [/[용욤욥욧염여염]$/u, '요'],
  [/[음슴][요용]$/u, '음'],
  [/[죵쥬]$/u, '죠'],
  [/오$/u, '어'],
  [/행$/u, '해'],
];
/** 배고팡, 해야징, 졸령: ㅇ and ㅅ put under an ending for fun. */
const hummed = (word: string): string =>
  /[ㅇㅅㅋ]/.test(lastSyllable(word)?.final ?? '') && word.length > 1 ? changeLast(word, () => ({ final: '' })) : word;
/** Nouns that end like one of them. */
const NOUNS =
  /^(?:식당|마당|강당|성당|서당|사당|전당|명당|신당|무당|당당|소용|사용|이용|무용|내용|비용|미용|가용|수용|인용|용|당|공룡|은행|여행|비행|유행|동행|실행|부엉|중앙|다행|진행|수염|오염|전염|감염)$/;

/** `word` as it would be written; itself when it plays with nothing. */
export function unplayed(word: string, before: string): string {
  if (NOUNS.test(word) || analyse(word, before)?.known === true) return word;
  for (const [play, plain] of PLAYS) {
    if (!play.test(word)) continue;
    const candidate = word.replace(play, plain);
    // 사요 is 사다, but 사용 is no 사요: one syllable before 용 has to be a form in 아 or 어.
    const short =
      candidate.length <= 2 &&
      plain === '요' &&
      !/[ㅐㅘㅝㅏㅕ]$/.test(lastSyllable(candidate.slice(0, -1))?.vowel ?? '');
    if (!short && analyse(candidate, before)?.known === true) return candidate;
  }
  const plain = hummed(word);
  const form = plain === word ? undefined : analyse(plain, before);
  return form?.known === true && /^(?:plain|polite|casual|resolve|promise)$/.test(form.shape) ? plain : word;
}
