// Small hands for text: words counted, lists joined, sentences begun with a capital and ended with a stop.
// Knows no grammar.

/** One line, single spaces, straight apostrophes: the form in which everything else reads what people typed. */
export function tidy(text: string): string {
  return text.replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim();
}

/** Without the stops and commas at its end. */
export const withoutStop = (text: string): string => text.replace(/[\s.!?…,;:。！？]+$/u, '');

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

export function capitalized(text: string): string {
  return text.replace(/^(["'“‘(]*)(\p{Ll})/u, (_, before: string, first: string) => before + first.toUpperCase());
}

/** "a", "a and b", "a, b, and c". */
export function listed(items: readonly string[]): string {
  if (items.length <= 2) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`;
}

const ENDS = /[.!?…。！？]["'”’)\]]*$/u;

export const endsSentence = (text: string): boolean => ENDS.test(text);

const NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "3 ducks" → "three ducks". */
const spelled = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}.,:/-]|\p{Lu}\p{L}* )([2-9]|1[0-2])(?= \p{Ll})/gu,
    (digits) => NUMBERS[Number(digits) - 2] ?? digits,
  );

/** said "I am cold!" → said, “I am cold!” */
const quoted = (text: string): string =>
  text
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/\b(said|asked|called|shouted|cried|whispered|answered|yelled) “/g, '$1, “');

/** A sentence as printed: capital, stop, curly apostrophes. Text given word for word must not come here. */
export function sentence(text: string): string {
  const curly = capitalized(quoted(spelled(text.trim()))).replace(/(?<=[\p{L}\p{N}])'|'(?=s\b)/gu, '’');
  return endsSentence(curly) ? curly : `${curly}.`;
}

/** Whether `text` holds `part` as whole words, whatever the case. */
export function mentions(text: string, part: string): boolean {
  const words = (value: string): string =>
    ` ${value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words(part).trim() !== '' && words(text).includes(words(part));
}
