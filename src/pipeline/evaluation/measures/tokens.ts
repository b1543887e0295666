// Texts cut into words as the tools do that the reference measures are called with.

/** As Python's `text.split()` does: at white space. */
export const spaced = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean);

/** Sentences as nltk's `sent_tokenize` finds them in Korean: after a mark, where white space follows. */
const sentencesOf = (text: string): readonly string[] => text.trim().split(/(?<=[.?!])\s+/u);

/** The rules of nltk's word tokenizer that plain marks are about, in its order. */
const RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/([«“‘„])/gu, ' $1 '],
  // The full stop at the end, which may stand inside what closes.
  [/([^.])(\.)([\])}>"'»”’ ]*)\s*$/u, '$1 $2 $3 '],
  [/([:,])(\P{Nd})/gu, ' $1 $2'],
  [/([:,])$/u, ' $1 '],
  [/\.{2,}/gu, ' $& '],
  [/[;@#$%&*?!\u2012-\u2015[\](){}<>]/gu, ' $& '],
  [/--/gu, ' -- '],
  [/([»”’])/gu, ' $1 '],
];

/**
 * As nltk's `word_tokenize` does, which METEOR is called with: marks are words of their own, numbers stay whole.
 * English contractions and straight quotation marks are left as they are; training texts have none.
 */
export const words = (text: string): readonly string[] =>
  sentencesOf(text).flatMap((sentence) =>
    spaced(RULES.reduce((cut, [pattern, replacement]) => cut.replace(pattern, replacement), sentence)),
  );

/**
 * What is left of a text after pycocoevalcap's PTBTokenizer (a Java program): lower case, without marks. Ours is an
 * approximation: it cuts as `words` does and drops whatever has no letter and no digit.
 */
export const bareWords = (text: string): readonly string[] =>
  words(text.toLowerCase().replace(/["'`]/gu, ' ')).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** All runs of `size` words, in order. */
export const ngrams = (tokens: readonly string[], size: number): readonly string[] =>
  Array.from({ length: Math.max(0, tokens.length - size + 1) }, (_, at) => tokens.slice(at, at + size).join(' '));
