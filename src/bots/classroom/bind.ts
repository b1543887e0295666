// An anthology as a teacher asks for it: which books of the shelf, in which order. Binding itself is work (`jobs-owed.ts`).
import type { PageFormat } from '../../story.ts';
import type { Problem } from '../conversation/form-parts.ts';
import { refilled } from '../conversation/forms.ts';
import { checkValues } from '../conversation/values.ts';
import type { ClassAnthology, Classroom } from './facts.ts';
import { type Asking, bindForm } from './forms.ts';
import { inOrder, labelOf } from './labels.ts';
import { readSelection } from './selection.ts';
import { type Shelved, shelfOf } from './shelf.ts';
import { answerForm, type ClassSpoken, notice } from './spoken.ts';
import { WORDING } from './wording.ts';
import { ORDERS, type Order } from './words.ts';

interface Asked {
  readonly values: Readonly<Record<string, string>>;
  readonly by: string;
  readonly at: number;
}

function sorted(chosen: readonly Shelved[], order: Order, { classroom, locale }: Asking): readonly Shelved[] {
  const compare = inOrder(locale);
  const by: Readonly<Record<Order, (one: Shelved) => string>> = {
    number: ({ number }) => `${number}`,
    label: ({ book }) => labelOf(classroom, book),
    title: ({ approved }) => approved.title,
  };
  const name = by[order];
  // Children with the same name, and books with the same title, stay as they lie on the shelf.
  return chosen.toSorted((a, b) => compare(name(a), name(b)) || a.number - b.number);
}

function faultsOf(typed: string, shelf: readonly Shelved[], locale: Asking['locale']) {
  const words = WORDING[locale];
  const read = readSelection(
    typed,
    shelf.map(({ number }) => number),
  );
  const texts = [
    ...(read.unread.length > 0 ? [words.problemUnread(read.unread.join(', '))] : []),
    ...(read.missing.length > 0 ? [words.problemMissing(read.missing.join(', '))] : []),
    ...(read.numbers.length + read.unread.length + read.missing.length === 0 ? [words.problemNone] : []),
  ];
  const problems: readonly Problem[] = texts.length > 0 ? [{ field: 'books', text: texts.join(' ') }] : [];
  return { numbers: read.numbers, problems };
}

const withAnthology = (classroom: Classroom, anthology: Omit<ClassAnthology, 'number' | 'posted'>): Classroom => {
  const number = classroom.bindings + 1;
  return {
    ...classroom,
    bindings: number,
    anthologies: [...classroom.anthologies, { ...anthology, number, posted: [] }],
  };
};

export function bindFrom(asking: Asking, { values, by, at }: Asked): ClassSpoken {
  const { classroom, locale } = asking;
  const words = WORDING[locale];
  const shelf = shelfOf(classroom);
  if (shelf.length === 0) return notice(classroom, words.nothingToBind);
  const form = bindForm(asking);
  // What was left alone is taken as it stood in the form.
  const prefilled = form.fields.flatMap((field) =>
    field.kind === 'pictures' ? [] : [[field.name, field.value] as const],
  );
  const { good, problems } = checkValues(form, { ...Object.fromEntries(prefilled), ...values }, locale);
  const { numbers, problems: faults } = faultsOf(good['books'] ?? '', shelf, locale);
  const all = [...problems, ...faults];
  if (all.length > 0) return { classroom, answers: [answerForm(refilled(form, values), all)] };
  const order = ORDERS.find((one) => one === good['order']) ?? 'number';
  const chosen = sorted(
    shelf.filter(({ number }) => numbers.includes(number)),
    order,
    asking,
  );
  const title = good['title'] ?? words.anthologyTitle(classroom.settings.title);
  const format = (good['format'] ?? classroom.settings.format) as PageFormat;
  const books = chosen.map(({ book }) => book.key);
  return notice(withAnthology(classroom, { title, books, format, by, asked: at }), words.binding(title, books.length));
}
