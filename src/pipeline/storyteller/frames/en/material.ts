// What a page gives to tell from: whom it is about, who else is there, and every field read.
// How it is told is left to `page.ts`.
import type { PagePlan } from '../types.ts';
import { othersOf } from './cast.ts';
import type { Shared } from './draft.ts';
import { type Figure, figureOf, figuresOf } from './figures.ts';
import { type Place, readPlace } from './places.ts';
import { type Readers, type Reading, readText } from './reading.ts';
import { isMany, type Subject } from './subject.ts';
import { join } from './tell-main.ts';
import { countWords, hasLetters } from './text.ts';

/** The page's material, read. */
export interface Material {
  readonly deeds: readonly Reading[];
  readonly more: readonly Reading[];
  readonly places: readonly Place[];
  /** Settings and characters that are sentences or could not be read. */
  readonly asides: readonly Reading[];
}

const NOBODY = figureOf('somebody');

/** Sentences typed as a character ("the bear is sleeping") are told, not cast. */
const isTold = (reading: Reading): boolean => reading.kind === 'whole' || reading.kind === 'clause';

const ALONG =
  /^(?:all )?(?:work|works|worked|working|help|helps|helped|helping) (?:together|each other|one another)\.?$/i;

export function readMaterial(page: PagePlan, figures: readonly Figure[], readers: Readers, shared: Shared): Material {
  const read = (text: string): Reading => readText(text, readers);
  // "work together" says how the deed was done: it comes with it, not after it.
  const along = page.moreActions.filter((text) => ALONG.test(text));
  const deeds = [...along, ...page.actions].map(read);
  const more = page.moreActions.filter((text) => !along.includes(text)).map(read);
  const phrases = deeds.flatMap((deed) => (deed.kind === 'phrase' ? [deed.predicate] : []));
  const long =
    phrases.length > 1 &&
    along.length === 0 &&
    countWords(join(phrases, isMany(figures)).past) + 1 > shared.measure.words;
  const later = long ? deeds.slice(1) : [];
  const settings = page.settings.map((text) => {
    const reading = read(text);
    return isTold(reading) && !/^it(?: is|'s| was) (?:raining|snowing)\.?$/i.test(text)
      ? undefined
      : readPlace(readers.cased(text));
  });
  return {
    deeds: long ? deeds.slice(0, 1) : deeds,
    more: [...later, ...more],
    places: settings.flatMap((place) => place ?? []),
    asides: [
      ...page.settings.filter((_, at) => settings[at] === undefined).map(read),
      ...page.characters.map(read).filter(isTold),
    ],
  };
}

/** `pronouns`: a "she" in a deed is the page's subject; elsewhere it stays what the person typed. */
export function readersOf(subject: Subject, shared: Shared, pronouns: boolean): Readers {
  const names = subject.figures.flatMap((figure) => [figure.first, figure.later, figure.key]);
  const all = [shared.cast.call(subject.figures), ...(subject.figures.length === 1 ? names : [])];
  const stood = isMany(subject.figures) ? ['they', 'we'] : ['he', 'she'];
  return {
    names: shared.names.lower,
    cased: shared.names.cased,
    subjects: new Set([...all, ...(pronouns ? stood : [])].map((name) => name.toLowerCase())),
  };
}

const TOGETHER = /\b(?:together|each other|one another|bec[ao]mes? friends)\b/i;

/** Whom the page is about and who is there besides: those who do something together are all its subject. */
export function rolesOf(
  page: PagePlan,
  shared: Shared,
): { readonly subject: Subject; readonly others: readonly Figure[] } {
  const named = figuresOf(page.names);
  const figures = named.length > 0 ? named : [NOBODY];
  const readers = readersOf({ figures, alone: true }, shared, true);
  const present = page.characters.filter((text) => hasLetters(text) || /\p{Extended_Pictographic}/u.test(text));
  const others = othersOf(
    present.filter((text) => !isTold(readText(text, readers))),
    figures,
  );
  const joint = !isMany(figures) && others.length > 0 && page.actions.some((action) => TOGETHER.test(action));
  const all = joint ? [...figures, ...others] : figures;
  const left = joint ? [] : others;
  return { subject: { figures: all, alone: left.length === 0 }, others: left };
}
