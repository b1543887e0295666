// "a" or "an", by the sound a word begins with.

const LIKE_CONSONANT = /^(?:uni(?!n|m)|use|usu|util|uk|ut[oe]|eu|ewe|one|once|ouija|u-)/;
const LIKE_VOWEL = /^(?:hour|honest|honou?r|heir|8|11(?!\d)|18(?!\d)|8\d)/;
/** Letters said by their names with a vowel first: "an X-ray", "an F". */
const LETTER = /^[AEFHILMNORSX](?:$|[- ]|[A-Z])/;

export function article(phrase: string): 'a' | 'an' {
  const lower = phrase.toLowerCase();
  if (LIKE_VOWEL.test(lower)) return 'an';
  if (LIKE_CONSONANT.test(lower)) return 'a';
  if (LETTER.test(phrase)) return 'an';
  return /^[aeiou]/.test(lower) ? 'an' : 'a';
}

export const withArticle = (phrase: string): string => `${article(phrase)} ${phrase}`;
