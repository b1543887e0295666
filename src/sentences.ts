// A text cut into sentences, each with the space that follows it: joined, they are the text to the character.
// Our own few rules and not the system's, so that who wrote what does not hang on a version of Unicode's.

/** A line end, or the marks at a sentence's end with what they close, up to the next word. */
const BREAKS = /[\n\r\u2028\u2029]\s*|(?<![.!?。！？…‥])([.!?。！？…‥]+)(["'”’»)\]}」』〉》】]*)(?:\s+|$)/gu;
const LINE_END = /[\n\r\u2028\u2029]/u;
/** “Good night!” she said. — “잘 자!” 하고 말했어요. — Hmm... maybe. */
const GOES_ON = /^(?:\p{Ll}|(?:이?라고|이?라며|이?라는|하고|하며|하면서|하는)(?!\p{L}))/u;
/** A pause, unless what was said ends with it or a capital shows that something new begins. */
const PAUSE = /^(?:\.{2,}|[…‥.]+)$/u;
const BEGINS = /^["'“‘«]?\p{Lu}/u;
/** 2026. 3. 1. — Mr. Kim */
const SHORTENED = /(?:\p{Nd}|(?<!\p{L})(?:Mr|Mrs|Ms|Dr|St))$/u;

interface Mark {
  readonly before: string;
  readonly mark: string;
  readonly closing: string;
  readonly after: string;
}

function ends({ before, mark, closing, after }: Mark): boolean {
  if (GOES_ON.test(after)) return false;
  if (closing !== '') return true;
  if (mark === '.') return !SHORTENED.test(before);
  return !PAUSE.test(mark) || BEGINS.test(after);
}

/** None of an empty text. */
export function sentencesIn(text: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: found, 1: mark = '', 2: closing = '', index } of text.matchAll(BREAKS)) {
    const to = index + found.length;
    const before = text.slice(Math.max(from, index - 8), index);
    const isBlank = text.slice(from, to).trim() === '';
    const isEnd = LINE_END.test(found) || ends({ before, mark, closing, after: text.slice(to, to + 8) });
    if (isBlank || !isEnd || to === text.length) continue;
    sentences.push(text.slice(from, to));
    from = to;
  }
  return text === '' ? [] : [...sentences, text.slice(from)];
}
