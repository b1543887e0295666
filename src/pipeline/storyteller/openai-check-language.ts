// Whether a page is in the language of its book. Words in another script may stand where people spelled them so. Pure.
import { type Locale, type Manuscript, OPTIONAL_FIELDS } from '../../story.ts';
import { wordsIn } from './openai-text.ts';

/** Complete syllables: letters by themselves, as in ㅋㅋ, are for chatting. */
const HOME: Readonly<Record<Locale, RegExp>> = { ko: /[가-힣]/, en: /\p{Script=Latin}/u };
const FOREIGN: Readonly<Record<Locale, RegExp>> = {
  ko: /(?:(?![가-힣])[\p{L}\p{M}])+/gu,
  en: /(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu,
};

const foreignIn = (text: string, locale: Locale): readonly string[] =>
  text.normalize('NFC').toLowerCase().match(FOREIGN[locale]) ?? [];

/** The words that people spelled in letters of another script than the book's. */
export function givenForeign({ title, locale, scenes }: Manuscript): ReadonlySet<string> {
  const given = scenes.flatMap(({ fields, text, told, caption }) => [
    fields.name,
    fields.i_action,
    ...OPTIONAL_FIELDS.map((field) => fields[field] ?? ''),
    text ?? '',
    told ?? '',
    caption?.locale === locale ? caption.text : '',
  ]);
  return new Set([title ?? '', ...given].flatMap((said) => foreignIn(said, locale)));
}

/** Words that English cannot do without for long; none of them is common in another language. */
const ENGLISH = new Set(
  'the and to was were is are of in it they he she his her their with at for had but that this then very we my you'.split(
    ' ',
  ),
);
/** Below so many words, a sentence may happen to do without them. */
const TELLING = 12;

/** Latin letters alone do not make it English. */
const looksEnglish = (words: readonly string[]): boolean =>
  words.length < TELLING || words.filter((word) => ENGLISH.has(word)).length >= words.length * 0.1;

export function languageFault(text: string, locale: Locale, given: ReadonlySet<string>): 'letters' | 'language' | null {
  const words = wordsIn(text);
  const lettered = words.filter((word) => /\p{L}/u.test(word));
  const atHome = lettered.filter((word) => HOME[locale].test(word)).length;
  if (atHome * 2 < lettered.length) return 'language';
  if (locale === 'en' && !looksEnglish(words)) return 'language';
  return foreignIn(text, locale).every((run) => given.has(run)) ? null : 'letters';
}
