// Where Unicode's White_Space (which the reference splits and trims by) and JavaScript's `\s` differ: U+0085 is only in
// the former, U+FEFF only in the latter.

const EDGE = /[\s\u0085]+$/u;

/** The text without white space at its end. */
export const trimmedEnd = (text: string): string => text.replace(EDGE, '');

/** The text with its only white space that JavaScript does not split at turned into a space. */
export const splittable = (text: string): string => text.replaceAll('\u0085', ' ');
