// The languages of books as language models are told of them, and whether a text is in one, judged by its letters. Pure.
import type { Locale } from '../../story.ts';

export const LANGUAGE: Readonly<Record<Locale, string>> = { ko: 'Korean', en: 'English' };

const LETTERS: Readonly<Record<Locale, RegExp>> = { ko: /\p{Script=Hangul}/gu, en: /\p{Script=Latin}/gu };
/** Models that read many languages slip into these, and no child reads them here. */
const FOREIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}]/u;

/** Whether most of its letters are of the language; a name in another script does not change it. */
export function isIn(locale: Locale, text: string): boolean {
  const own = text.match(LETTERS[locale])?.length ?? 0;
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return own > 0 && own * 2 >= all && !FOREIGN.test(text);
}
