// What is wrong with the pages that a language model wrote, for it to read and mend. What a page may look like, in which
// language and how long, is judged by the files beside this one. Pure.
import { type Locale, type Manuscript, TEXT_LIMITS } from '../../story.ts';
import { formFaults } from './openai-check-form.ts';
import { givenForeign, languageFault } from './openai-check-language.ts';
import { namesIn, untoldNames } from './openai-check-names.ts';
import { isPolite } from './openai-check-style.ts';
import { type Fault, wordFault } from './openai-faults.ts';
import { limitsFor, MEASURES, type Measure } from './openai-measures.ts';
import { countWords, likeness, pageText, sentencesOf } from './openai-text.ts';

export interface WrittenPage {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** From here on two pages say the same: a changed name or word alone makes no other page. */
const ALIKE = 0.8;
/** More than a model would work through at once. */
const MOST_FAULTS = 20;

function countFaults(pages: readonly WrittenPage[], open: ReadonlySet<number>): readonly Fault[] {
  const numbers = pages.map(({ number }) => number);
  const unasked = [...new Set(numbers)].filter((number) => !open.has(number - 1));
  const asked = [...open].map((index) => index + 1);
  return [
    ...unasked.map((page): Fault => ({ code: 'unasked', page })),
    ...asked.filter((page) => !numbers.includes(page)).map((page): Fault => ({ code: 'missing', page })),
    ...asked
      .filter((page) => numbers.filter((number) => number === page).length > 1)
      .map((page): Fault => ({ code: 'twice', page })),
  ];
}

function lengthFaults(page: number, text: string, measure: Measure, names: number): readonly Fault[] {
  const { least, most, words, page: whole } = limitsFor(measure, names);
  const sentences = sentencesOf(text);
  const inAll = countWords(text);
  const long = sentences.flatMap((sentence, index): Fault[] => {
    const found = countWords(sentence);
    return found <= words ? [] : [{ code: 'long-sentence', page, sentence: index + 1, found, most: measure.words }];
  });
  const { length: found } = sentences;
  return [
    ...(found < least || found > most
      ? [{ code: 'sentences', page, found, least: measure.least, most: measure.most } as const]
      : []),
    ...long,
    ...(inAll > whole ? [{ code: 'long-page', page, found: inAll, most: measure.most * measure.words } as const] : []),
  ];
}

const styleFaults = (page: number, text: string, locale: Locale): readonly Fault[] =>
  locale === 'ko'
    ? sentencesOf(text).flatMap((sentence, index): Fault[] =>
        isPolite(sentence) ? [] : [{ code: 'style', page, sentence: index + 1 }],
      )
    : [];

function pageFaults(
  { number: page, text: answered }: WrittenPage,
  { scenes, locale, level }: Manuscript,
  given: ReadonlySet<string>,
): readonly Fault[] {
  if (answered.length > TEXT_LIMITS.text) return [{ code: 'endless', page, most: TEXT_LIMITS.text }];
  const text = pageText(answered);
  if (text === '') return [{ code: 'empty', page }];
  const language = languageFault(text, locale, given);
  const names = namesIn(scenes[page - 1]?.fields.name ?? '', locale);
  return [
    ...(language ? [{ code: language, page } as const] : []),
    ...formFaults(answered, text).map((code): Fault => ({ code, page })),
    ...lengthFaults(page, text, MEASURES[locale][level], names.length),
    ...styleFaults(page, text, locale),
    ...untoldNames(names, text, locale).map((item): Fault => ({ code: 'name', page, item })),
  ];
}

/** Pages that say again what another page of the book, or their own earlier telling, says. */
function repeatFaults(pages: readonly WrittenPage[], { scenes }: Manuscript, open: ReadonlySet<number>) {
  const short = pages.filter(({ text }) => text.length <= TEXT_LIMITS.text);
  const standing = scenes.flatMap(({ text, told }, index): WrittenPage[] => {
    const said = text ?? told;
    return open.has(index) || said === undefined ? [] : [{ number: index + 1, text: said }];
  });
  return short.flatMap((page, place): Fault[] => {
    const isLike = (other: string): boolean => likeness(page.text, other) >= ALIKE;
    const other = [...standing, ...short.slice(0, place)].find(
      ({ number, text }) => number !== page.number && isLike(text),
    );
    const before = scenes[page.number - 1]?.told;
    return [
      ...(other ? [{ code: 'alike', page: page.number, other: other.number } as const] : []),
      ...(before !== undefined && isLike(before) ? [{ code: 'as-before', page: page.number } as const] : []),
    ];
  });
}

/**
 * Nothing when the pages can be printed.
 * @param open indices of the scenes that were to be written.
 */
export function faultsIn(
  pages: readonly WrittenPage[],
  manuscript: Manuscript,
  open: ReadonlySet<number>,
): readonly string[] {
  const given = givenForeign(manuscript);
  const asked = pages.filter(({ number }) => open.has(number - 1));
  const faults = [
    ...countFaults(pages, open),
    ...asked.flatMap((page) => pageFaults(page, manuscript, given)),
    ...repeatFaults(asked, manuscript, open),
  ];
  return faults.slice(0, MOST_FAULTS).map((fault) => wordFault(fault, manuscript.locale));
}
