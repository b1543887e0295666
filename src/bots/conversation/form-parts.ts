// What forms are made of, whatever they ask for: their fields, and what stands in those. Platforms draw them within their
// own limits. Which forms there are is in `forms.ts` and, for classes, in `classroom/`.
import { type Tap, tapOf } from './tapping.ts';

/**
 * A, B, C describe a scene: what is needed, and twice what may be added. `caption` is what is seen in it, by itself;
 * `text` is a page's own text, `versions` its earlier ones, `pictures` an upload, `book` what holds for the whole book.
 * `print` asks how the book is to be printed. In a class, a teacher gives a book back with `return`, and to another owner with `hand`.
 */
export const FORM_IDS = [
  'A',
  'B',
  'C',
  'caption',
  'text',
  'versions',
  'pictures',
  'book',
  'delete',
  'return',
  'hand',
  'print',
] as const;
export type FormId = (typeof FORM_IDS)[number];

export interface Choice {
  readonly value: string;
  /** At most 75 characters. */
  readonly label: string;
}

export type FormField = {
  readonly name: string;
  /** At most 45 characters. */
  readonly label: string;
  /** At most 100 characters. */
  readonly hint?: string;
  readonly required: boolean;
} & (
  | {
      /** One line, or several. */
      readonly kind: 'line' | 'lines';
      readonly value: string;
      /** In UTF-16 code units. */
      readonly limit: number;
      /** To be tapped instead of typed; each fits the field. */
      readonly suggestions: readonly string[];
      /** What tapping does (`tapping.ts`). */
      readonly tap: Tap;
    }
  /** Exactly one of 2 to 10. */
  | { readonly kind: 'choice'; readonly value: string; readonly choices: readonly Choice[] }
  /** Somebody of the chat service, by the service's own id. */
  | { readonly kind: 'person'; readonly value: string }
  /** Picture files; their values come as a `posted` event. */
  | { readonly kind: 'pictures'; readonly most: number }
);

/** At most five fields, as the strictest chat service allows. A form without fields asks to be confirmed. */
export interface Form {
  readonly id: FormId;
  /** The scene it is about; of `return` and `print`, the printed book that is meant (`print-name.ts`). */
  readonly scene?: string;
  /** At most 24 characters. */
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly FormField[];
  /** At most 24 characters. */
  readonly submit: string;
  readonly danger: boolean;
}

export interface Problem {
  /** The `name` of the field. */
  readonly field: string;
  readonly text: string;
}

interface Text {
  readonly value: string | undefined;
  readonly limit: number;
  readonly required?: boolean;
  readonly kind?: 'line' | 'lines';
  readonly hint?: string;
  readonly suggestions?: readonly string[];
}

export const text = (name: string, label: string, { value = '', hint, ...given }: Text): FormField => ({
  name,
  label,
  kind: given.kind ?? 'line',
  value: value.slice(0, given.limit),
  limit: given.limit,
  required: given.required ?? false,
  suggestions: given.suggestions ?? [],
  tap: tapOf(name),
  ...(hint && { hint }),
});

export const choice = (name: string, label: string, value: string, choices: readonly Choice[]): FormField => ({
  name,
  label,
  kind: 'choice',
  required: true,
  value,
  choices,
});

/** Choices out of labels. */
export const labelled = <T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
): readonly Choice[] => values.map((value) => ({ value, label: labels[value] }));
