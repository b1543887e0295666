// A printed book made ready for a printer: how it is to be printed is asked, one file at a time is made, and what to do
// with it is said. Pure.
import { fileNameFor } from '../../file-name.ts';
import { type JobOutput, PRINT_STYLES, type PrintStyle } from '../../jobs.ts';
import type { Locale } from '../../story.ts';
import { choice, labelled } from './form-parts.ts';
import type { Asking, Form, Problem } from './forms.ts';
import { printName, requestIn } from './print-name.ts';
import { notice, type Spoken } from './replies.ts';
import { type Booklet, type OpenSession, styleOf } from './session.ts';
import { checkValues } from './values.ts';
import { WORDING } from './wording.ts';

type Turn = Spoken<OpenSession>;

const fieldsIn = (locale: Locale): Form['fields'] => {
  const { printStyle, printStyles } = WORDING[locale];
  return [choice('style', printStyle, PRINT_STYLES[0], labelled(PRINT_STYLES, printStyles))];
};

/** The same for a book and for an anthology. */
export function printForm({ locale }: Pick<Asking, 'locale'>): Form {
  const words = WORDING[locale];
  return { id: 'print', title: words.printTitle, fields: fieldsIn(locale), submit: words.printSubmit, danger: false };
}

type Order = { readonly style: PrintStyle } | { readonly problems: readonly Problem[] };

/** What was chosen; a form that says nothing of it means the first. */
export function readOrder(values: Readonly<Record<string, string>>, locale: Locale): Order {
  const { good, problems } = checkValues({ fields: fieldsIn(locale) }, values, locale);
  const style = PRINT_STYLES.find((one) => one === (good['style'] ?? PRINT_STYLES[0]));
  return problems.length === 0 && style !== undefined ? { style } : { problems };
}

/** One file of a printed book at a time, until it is there. Of an earlier print, none is waited for. */
const isInTheMaking = ({ book, booklet }: OpenSession): boolean =>
  booklet !== undefined && booklet.of.job === book?.job && !booklet.delivered && booklet.failure === undefined;

const formFor = (request: number, asking: Asking): Form => ({ ...printForm(asking), scene: printName(request) });

/** @param outdated answers a press on a book that is not the printed one any more. */
export function askHowToPrint(asking: Asking, request: number, outdated: (asking: Asking) => Turn): Turn {
  const { session, locale } = asking;
  const { book } = session;
  if (!book?.delivered || book.request !== request) return outdated(asking);
  if (isInTheMaking(session)) return { session, answers: [notice(WORDING[locale].folding)] };
  return { session, answers: [{ to: 'actor', type: 'form', form: formFor(request, asking) }] };
}

/** The same wish twice makes one file; one that failed may be asked for again. */
export function makeForPrinter(
  asking: Asking,
  { scene, values }: { readonly scene?: string | undefined; readonly values: Readonly<Record<string, string>> },
  outdated: (asking: Asking) => Turn,
): Turn {
  const { session, locale } = asking;
  const words = WORDING[locale];
  const says = (after: OpenSession, text: string): Turn => ({ session: after, answers: [notice(text)] });
  const { book, booklet } = session;
  if (!book?.delivered || requestIn(scene) !== book.request) return outdated(asking);
  const order = readOrder(values, locale);
  if ('problems' in order) {
    const form = formFor(book.request, asking);
    return { session, answers: [{ to: 'actor', type: 'problems', form, problems: order.problems }] };
  }
  if (isInTheMaking(session)) return says(session, words.folding);
  const { style } = order;
  const isThere = booklet?.of.job === book.job && styleOf(booklet) === style && !booklet.failure;
  if (isThere) return says(session, words.bookletThere);
  const times = (booklet?.times ?? 0) + 1;
  return says({ ...session, booklet: { of: book, style, times, delivered: false } }, words.folding);
}

/** The name of the file. */
export const printFileName = (booklet: Booklet, locale: Locale): string =>
  fileNameFor(WORDING[locale].printNames[styleOf(booklet)](booklet.of.title), '.pdf');

/** What to do with the file. */
export function howToPrint(
  booklet: Pick<Booklet, 'style'>,
  { paper = '', sheets = 0 }: JobOutput<'fold'>,
  locale: Locale,
): string {
  return WORDING[locale].printReady[styleOf(booklet)](paper, sheets);
}
