// Korean texts as people disguise them: with signs or digits between the syllables, or in lone letters.
import type { UnsuitableTopic } from '../../errors.ts';
import { assemble, letters } from '../storyteller/frames/ko/hangul.ts';
import { KOREAN_HARMLESS, KOREAN_PLAIN, KOREAN_STRONG } from './words.ts';

type Lists = typeof KOREAN_STRONG;

/** Signs and digits, of which no ordinary text has one or two right between syllables. */
const BETWEEN = /(?<=[가-힣ㄱ-ㅣ])[\d!@#$%^&*_~\-+=|'"`·ㆍ★☆♡♥.]{1,3}(?=[가-힣ㄱ-ㅣ])/gu;
const WITH_LONE_LETTERS = /[가-힣ㄱ-ㅣ]*[ㄱ-ㅣ][가-힣ㄱ-ㅣ]*/gu;
/** ㅋㅋㅋ without end is no word. */
const LONGEST = 40;
/** ㅅ ㅂ, ㅆㅂ: said by their first letters alone, between other words. */
const INITIALS =
  /(?<![ㄱ-ㅎ가-힣])(?:[ㅅㅆ][\s.\d!*@]?ㅂ|ㅂ[\s.]?ㅅ|ㅈ[\s.]?ㄹ|ㅁㅊ[ㄴㅅ]|ㄲㅈ|ㄷㅊ)[ㄴㄹㅁ]?(?![ㄱ-ㅎ])/u;

/** ㅆㅣㅂㅏㄹ and 씨ㅂㅏㄹ, put together again. */
const together = (text: string): string =>
  text.replace(WITH_LONE_LETTERS, (run) => (run.length > LONGEST ? run : assemble(letters(run))));

function find(text: string, lists: Lists): UnsuitableTopic | undefined {
  for (const [topic, patterns] of Object.entries(lists)) {
    if (patterns.some((pattern) => pattern.test(text))) return topic as UnsuitableTopic;
  }
  return undefined;
}

/** @param text in NFC, which puts together what came in pieces. */
export function checkKorean(text: string): UnsuitableTopic | undefined {
  if (!/[가-힣ㄱ-ㅣ]/.test(text)) return undefined;
  const plain = text.replace(KOREAN_HARMLESS, ' ');
  const squeezed = text.replace(BETWEEN, '').replace(KOREAN_HARMLESS, ' ');
  return (
    find(plain, KOREAN_STRONG) ??
    find(squeezed, KOREAN_STRONG) ??
    (/[ㄱ-ㅣ]/.test(squeezed) ? find(together(squeezed), KOREAN_STRONG) : undefined) ??
    (INITIALS.test(text) ? 'insult' : undefined) ??
    find(plain, KOREAN_PLAIN)
  );
}
