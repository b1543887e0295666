// What can be pressed about a whole class, and how it is written into a button. What is pressed about one book of it is
// an action of that book's conversation. Everything here is for teachers, but `shelf` and `send`.
import { CLASS_FORM_IDS, type ClassFormId } from './form-ids.ts';

export type ClassAction =
  /** A class is made of the channel, or opened again. */
  | { readonly type: 'on' }
  /** Nobody can begin a book there any more; those that are there stay. */
  | { readonly type: 'off' }
  /** The settings as one card, for whoever asks. */
  | { readonly type: 'settings' }
  | { readonly type: 'form'; readonly form: ClassFormId }
  /** The summary anew, below what was said since. */
  | { readonly type: 'summary' }
  /** The list of all books with what can be done with each; `from` is the place of the first, from 0. */
  | { readonly type: 'roster'; readonly from: number }
  /** One book of it. `book` is `ClassBook.key`. */
  | { readonly type: 'look'; readonly book: string }
  /** The form for what the child of that book is called. */
  | { readonly type: 'label'; readonly book: string }
  /** Approved books with their covers. */
  | { readonly type: 'shelf'; readonly from: number }
  /** An approved book once more, for everybody here. `request` is that of the printed book, so that the same press sends once. */
  | { readonly type: 'send'; readonly book: string; readonly request: number }
  /** An anthology, by its number, for everybody in the channel. */
  | { readonly type: 'show'; readonly anthology: number }
  /** Its booklet for printing. */
  | { readonly type: 'fold'; readonly anthology: number }
  /** Tries again to bind an anthology that could not be bound. */
  | { readonly type: 'again'; readonly anthology: number };

export type ClassActionType = ClassAction['type'];

type Shape = 'alone' | 'form' | 'number' | 'book' | 'book-number';
const SHAPES: Readonly<Record<ClassActionType, Shape>> = {
  on: 'alone',
  off: 'alone',
  settings: 'alone',
  form: 'form',
  summary: 'alone',
  roster: 'number',
  look: 'book',
  label: 'book',
  shelf: 'number',
  send: 'book-number',
  show: 'number',
  fold: 'number',
  again: 'number',
};

const PATTERNS: Readonly<Record<Shape, RegExp>> = {
  alone: /^$/,
  form: /^([a-z-]{1,12})$/,
  number: /^(\d{1,6})$/,
  book: /^(b\d{1,6})$/,
  'book-number': /^(b\d{1,6})\.(\d{1,6})$/,
};

/** At most 40 characters of `a-z A-Z 0-9 . -`, for a button's id. */
export function writeClassAction(action: ClassAction): string {
  const { type, ...rest } = action;
  return [type, ...Object.values(rest)].join('.');
}

/** `undefined` for what no button of ours carries. */
export function readClassAction(written: string): ClassAction | undefined {
  const [type = '', ...rest] = written.split('.');
  const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type as ClassActionType] : undefined;
  const match = shape && PATTERNS[shape].exec(rest.join('.'));
  if (!shape || !match) return undefined;
  const [, first = '', second = ''] = match;
  switch (shape) {
    case 'alone':
      return { type } as ClassAction;
    case 'form': {
      const form = CLASS_FORM_IDS.find((id) => id === first);
      return form && { type: 'form', form };
    }
    case 'number':
      return { type, [type === 'roster' || type === 'shelf' ? 'from' : 'anthology']: Number(first) } as ClassAction;
    case 'book':
      return { type, book: first } as ClassAction;
    case 'book-number':
      return { type, book: first, request: Number(second) } as ClassAction;
  }
}
