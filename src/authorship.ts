// Who wrote which sentence of a text, and who did after somebody changed it. Pure.
// How a sentence is known again is left to `same-words.ts`.
import { claimed } from './same-words.ts';
import { sentencesIn } from './sentences.ts';
import type { Locale, Passage, Sentence, Source } from './story.ts';

const isSame = (one: Source, other: Source): boolean =>
  one.kind === 'person'
    ? other.kind === 'person' && one.role === other.role
    : other.kind === one.kind && other.engine === one.engine;

const distinct = (sources: readonly Source[]): readonly Source[] =>
  sources.filter((each, index) => sources.findIndex((other) => isSame(other, each)) === index);

/** Everybody who had a hand in its words, in the order of the text, each once. */
export const sourcesOf = ({ source, sentences = [] }: Passage): readonly Source[] =>
  distinct(sentences.length > 0 ? sentences.map((each) => each.source) : [source]);

/** Whether any of its words are a person's. */
export const hasPerson = (passage: Passage): boolean => sourcesOf(passage).some(({ kind }) => kind === 'person');

/** Whether a person arranged its lines, be the words whose they may. */
export const isArranged = (passage: Passage): boolean => passage.sentences !== undefined || hasPerson(passage);

/** The passage with the authors of an earlier one that says the same. */
export function creditedAs({ sentences: _, ...passage }: Passage, { source, sentences }: Passage): Passage {
  return { ...passage, source, ...(sentences && { sentences }) };
}

const written = ({ text, source, sentences = [{ text, source }] }: Passage): readonly Sentence[] =>
  sentences.flatMap((part) => sentencesIn(part.text).map((each) => ({ text: each, source: part.source })));

/**
 * The text as a person left it. Sentences that were there before stay their authors', wherever they stand now and
 * whatever spaces and marks were changed; new ones, and those of which a word was changed, are the person's.
 * @param before what the person had before them; absent when there was no text.
 * @param locale the language of what the person writes.
 */
export function revised(before: Passage | undefined, text: string, by: Source, locale: Locale): Passage {
  if (!before) return { text, locale, source: by };
  if (before.text === text) return before;
  const sentences = claimed(written(before), sentencesIn(text), by);
  const authors = distinct(sentences.map(({ source }) => source));
  const [only = by, ...others] = authors;
  // All of it is one person's, as if nobody else had ever written here.
  if (others.length === 0 && only.kind === 'person') return { text, locale, source: only };
  const isAmong = (source: Source): boolean => authors.some((each) => isSame(each, source));
  // Where nothing new was written, it is in the language it was in, and what was to be noted still is.
  const rest = isAmong(by) ? { text, locale } : { ...before, text };
  return { ...rest, source: [by, before.source].find(isAmong) ?? only, sentences };
}
