// The summary for teachers: how many are ready, who waits, who may need help, and every book in a line. What it says of
// time is rounded, so that it changes only when there is something to see.
import { explain } from '../../explain.ts';
import type { ClassAnthology, ClassBook } from './facts.ts';
import type { Asking } from './forms.ts';
import { troubleOf, unfolded } from './jobs-owed.ts';
import { inOrder, labelOf } from './labels.ts';
import type { ClassButton, ClassView } from './replies.ts';
import { shelfOf } from './shelf.ts';
import { type Standing, standingOf } from './standing.ts';
import { bookLine, classButton, pickOf } from './views.ts';
import { WORDING } from './wording.ts';

/** Most books that it names one by one. */
const MOST_LINES = 30;

export const needsHelp = (standing: Standing): boolean => standing === 'trouble' || typeof standing === 'object';

/** How the whole class stands, in books. */
interface Count {
  readonly waiting: readonly ClassBook[];
  readonly helpless: readonly ClassBook[];
  readonly ready: readonly ClassBook[];
  readonly rest: readonly ClassBook[];
}

export function countOf({ classroom, locale }: Asking): Count {
  const compare = inOrder(locale);
  const all = classroom.books
    .map((book) => ({ book, label: labelOf(classroom, book), standing: standingOf(book, classroom.now) }))
    .sort((a, b) => compare(a.label, b.label));
  const those = (wanted: (standing: Standing) => boolean): readonly ClassBook[] =>
    all.filter(({ standing }) => wanted(standing)).map(({ book }) => book);
  return {
    waiting: those((standing) => standing === 'waiting'),
    helpless: those(needsHelp),
    ready: those((standing) => standing === 'ready'),
    rest: those((standing) => standing !== 'waiting' && standing !== 'ready' && !needsHelp(standing)),
  };
}

function countLines(asking: Asking, { waiting, helpless, ready }: Count): readonly string[] {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const { books } = classroom;
  if (books.length === 0) return [words.nobodyYet];
  const names = (some: readonly ClassBook[]): string => some.map((book) => labelOf(classroom, book)).join(', ');
  const owners = books.flatMap(({ digest }) => digest?.owner ?? []);
  const counted = new Set(owners).size === owners.length ? words.counted : words.countedBooks;
  return [
    counted(ready.length, books.length),
    ...(waiting.length > 0 ? [words.waitingFor(names(waiting))] : []),
    ...(helpless.length > 0 ? [words.needHelp(names(helpless))] : []),
  ];
}

function anthologyLine({ classroom, locale }: Asking, anthology: ClassAnthology): readonly string[] {
  const words = WORDING[locale];
  const { title } = anthology;
  const trouble = troubleOf(classroom, anthology);
  if (trouble) return [words.isStuck(title, explain(trouble, locale))];
  if (!anthology.bound) return [words.isBinding(title)];
  return unfolded(anthology).length > 0 ? [words.isFolding(title)] : [];
}

function nextOf({ classroom, locale }: Asking, { waiting, helpless, ready, rest }: Count): string {
  const words = WORDING[locale];
  if (waiting.length > 0) return words.nextWaiting;
  if (helpless.length > 0) return words.nextStuck;
  if (ready.length > 0 && rest.length === 0) return words.nextAll;
  if (!classroom.settings.on) return words.nextOff;
  return classroom.books.length > 0 ? words.nextGoing : words.nextNobody;
}

function buttonsOf({ classroom, locale }: Asking): readonly ClassButton[] {
  const words = WORDING[locale];
  const button = (...given: Parameters<typeof classButton> extends [unknown, ...infer R] ? R : never): ClassButton =>
    classButton(classroom, ...given);
  const again = classroom.anthologies.filter((anthology) => troubleOf(classroom, anthology));
  return [
    button({ type: 'roster', from: 0 }, words.roster, 'primary'),
    button({ type: 'shelf', from: 0 }, words.shelf),
    ...(shelfOf(classroom).length > 0 ? [button({ type: 'form', form: 'bind' }, words.bind)] : []),
    ...again.slice(-2).map(({ number }) => button({ type: 'again', anthology: number }, words.again)),
    button({ type: 'settings' }, words.settings),
    button({ type: 'summary' }, words.summary),
  ];
}

export function summaryView(asking: Asking): ClassView {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const count = countOf(asking);
  const { waiting, helpless, ready, rest } = count;
  // Those who need somebody come first, so that they are there however many there are.
  const inNeed = [...waiting, ...helpless];
  const shown = [...inNeed, ...rest, ...ready].slice(0, MOST_LINES);
  const more = classroom.books.length - shown.length;
  return {
    heading: words.summaryHeading(classroom.settings.title),
    about: [
      ...(classroom.settings.on ? [] : [words.isOff]),
      ...countLines(asking, count),
      ...classroom.anthologies.flatMap((anthology) => anthologyLine(asking, anthology)),
      ...(more > 0 ? [words.andMore(more)] : []),
    ],
    books: shown.map((book) => bookLine(asking, book)),
    ...pickOf(asking, [...inNeed, ...rest, ...ready]),
    next: nextOf(asking, count),
    buttons: buttonsOf(asking),
  };
}
