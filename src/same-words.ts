// Knows sentences again after a text was changed: by their words alone, in runs, so that a line broken in two or put
// together with the next is still the same. Pure.
import type { Sentence, Source } from './story.ts';

const WORD = '\\p{L}\\p{M}\\p{N}\\p{Extended_Pictographic}';
const NO_WORDS = new RegExp(`[^${WORD}]+`, 'gu');
const BETWEEN = new RegExp(`^[^${WORD}\\p{Ps}\\p{Pi}]*`, 'u');
const SPACE = /\s+/gu;

/** Marks, spaces and capitals make nobody an author. */
const wordsOf = (text: string): string => text.normalize('NFC').replace(NO_WORDS, '').toLowerCase();

/** Of a text that is nothing but marks: the marks. */
const keyOf = (texts: readonly string[]): string => wordsOf(texts.join('')) || texts.join('').replace(SPACE, '');

/** Longest run, in sentences, that is looked for as a whole: a page is seldom longer. */
const LONGEST = 12;

interface Run {
  readonly start: number;
  readonly length: number;
}

/** All runs of sentences by their words. */
function runsOf(texts: readonly string[]): ReadonlyMap<string, readonly Run[]> {
  const runs = new Map<string, Run[]>();
  texts.forEach((_, start) => {
    for (let length = 1; length <= Math.min(LONGEST, texts.length - start); length++) {
      const key = keyOf(texts.slice(start, start + length));
      const others = runs.get(key);
      if (others) others.push({ start, length });
      else runs.set(key, [{ start, length }]);
    }
  });
  return runs;
}

/** Cuts a text behind so many letters of its words, and the marks and spaces that follow. */
function cutBehind(text: string, letters: number): readonly [head: string, tail: string] {
  let end = 0;
  for (const letter of text) {
    if (wordsOf(text.slice(0, end)).length >= letters) break;
    end += letter.length;
  }
  end += BETWEEN.exec(text.slice(end))?.[0].length ?? 0;
  return [text.slice(0, end), text.slice(end)];
}

/** The texts with their authors, both saying the same, though they may be cut in other places. */
function aligned(before: readonly Sentence[], texts: readonly string[]): readonly Sentence[] {
  const parts: Sentence[] = [];
  const [first, ...queue] = before.map(({ text, source }) => ({ left: wordsOf(text).length, source }));
  let current = first;
  for (const text of texts) {
    let rest = text;
    while (current && rest !== '') {
      const letters = wordsOf(rest).length;
      const next = queue[0];
      const [head, tail] = letters > current.left && next ? cutBehind(rest, current.left) : [rest, ''];
      if (head !== '') parts.push({ text: head, source: current.source });
      current = { ...current, left: current.left - wordsOf(head).length };
      rest = tail;
      if (current.left <= 0 && next) {
        current = next;
        queue.shift();
      }
    }
  }
  return parts;
}

/** Every text with its author: whoever wrote the sentence before, or else the one who changed the text. */
export function claimed(before: readonly Sentence[], texts: readonly string[], by: Source): readonly Sentence[] {
  const runs = runsOf(before.map(({ text }) => text));
  const taken = new Set<number>();
  const isFree = ({ start, length }: Run): boolean =>
    before.slice(start, start + length).every((_, offset) => !taken.has(start + offset));
  const parts: Sentence[] = [];
  let last = 0;
  const claim = (from: number): number => {
    for (let count = Math.min(LONGEST, texts.length - from); count > 0; count--) {
      const said = texts.slice(from, from + count);
      const free = runs.get(keyOf(said))?.filter(isFree) ?? [];
      const run = free.find(({ start }) => start >= last) ?? free[0];
      if (!run) continue;
      last = run.start + run.length;
      for (let index = run.start; index < last; index++) taken.add(index);
      parts.push(...aligned(before.slice(run.start, last), said));
      return count;
    }
    parts.push({ text: texts[from] ?? '', source: by });
    return 1;
  };
  for (let index = 0; index < texts.length; index += claim(index));
  return parts;
}
