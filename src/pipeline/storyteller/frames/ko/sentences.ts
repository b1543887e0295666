// One item into its sentences, at final marks followed by a blank, never inside quotation marks.

const QUOTED = /“[^”]*”|"[^"]*"|‘[^’]*’|「[^」]*」|『[^』]*』|\([^)]*\)/gu;

/** The sentences of `text`, each with its marks. */
export function sentencesOf(text: string): readonly string[] {
  const hidden = text.replace(QUOTED, (quote) => '\u0001'.repeat(quote.length));
  const sentences: string[] = [];
  let start = 0;
  for (const match of hidden.matchAll(/[.!?…~]+(?=\s)/gu)) {
    const end = match.index + match[0].length;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}
