// What transformers does to decoded text when `clean_up_tokenization_spaces` is on.

const CLOSED_UP: readonly (readonly [string, string])[] = [
  [' .', '.'],
  [' ?', '?'],
  [' !', '!'],
  [' ,', ','],
  [" ' ", "'"],
  [" n't", "n't"],
  [" 'm", "'m"],
  [" 's", "'s"],
  [" 've", "'ve"],
  [" 're", "'re"],
];

/** Closes the gaps that tokenisation leaves before punctuation and in English contractions. */
export const cleanedUp = (text: string): string =>
  CLOSED_UP.reduce((cleaned, [gap, closed]) => cleaned.replaceAll(gap, closed), text);
