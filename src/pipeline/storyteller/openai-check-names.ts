// Whether a page names those it is about, with any particle or ending after the name. Pure.
import type { Locale } from '../../story.ts';
import { splitItems } from './frames/items.ts';
import { isFirstPerson } from './frames/ko/names.ts';
import { wordsIn } from './openai-text.ts';

/** Nothing that could be read out to a child. */
const UNSAYABLE = /https?:\S+|www\.\S+|<[^<>]*>|@\S+/gi;
/** 나 is 내가, 저 is 제가. */
const SPEAKING: Readonly<Record<Locale, RegExp>> = {
  ko: /(?:^|[^가-힣])(?:나|내|저|제|우리)/,
  en: /\b(?:i|me|my|we|us|our)\b/i,
};
const speaksItself = (name: string, locale: Locale): boolean =>
  locale === 'ko' ? isFirstPerson(name) : /^(?:i|me|we|us)$/i.test(name);

function isNamed(words: readonly string[], text: string, locale: Locale): boolean {
  const read = wordsIn(text);
  const whole = words.join('');
  if (locale === 'en') return ` ${read.join(' ')} `.includes(` ${words.join(' ')} `);
  // A name of one syllable is a part of many words; longer ones are found in 꼬마별이 as well.
  return whole.length === 1 ? read.some((word) => word.startsWith(whole)) : read.join('').includes(whole);
}

const SMALL = new Set(['the', 'of', 'and', 'his', 'her', 'my', 'our', 'their', 'an']);

/** A name of several words is told by any that says something: 고양이 루나 is 루나. */
function isTold(name: string, text: string, locale: Locale): boolean {
  if (speaksItself(name, locale)) return SPEAKING[locale].test(text);
  const words = wordsIn(name.replace(UNSAYABLE, ' '));
  if (words.length === 0 || isNamed(words, text, locale)) return true;
  return words.length > 1 && words.some((word) => word.length > 1 && !SMALL.has(word) && isNamed([word], text, locale));
}

export const namesIn = (field: string, locale: Locale): readonly string[] => [...new Set(splitItems(field, locale))];

/** Which of the names are not told, counted from 1. */
export const untoldNames = (names: readonly string[], text: string, locale: Locale): readonly number[] =>
  names.flatMap((name, index) => (isTold(name, text, locale) ? [] : [index + 1]));
