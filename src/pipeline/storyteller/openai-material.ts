// Manuscript → what a language model is shown of it: every scene in order, in people's own words, as data.
// What is to be done with it is the task's. Pure.
import { CLASSIFICATION_LABELS, FIELD_LABELS } from '../../labels.ts';
import { type Manuscript, OPTIONAL_FIELDS, type Scene } from '../../story.ts';
import { splitItems, tidy, tidyLine } from './frames/items.ts';

/** Of a page that is only to be fitted to, its beginning and its end say enough. In characters. */
const HEAD = 500;
const TAIL = 300;

function shortened(text: string): string {
  const characters = [...tidy(text)];
  if (characters.length <= HEAD + TAIL) return characters.join('');
  return `${characters.slice(0, HEAD).join('')} … ${characters.slice(-TAIL).join('')}`;
}

export interface MaterialPage {
  /** Counted from 1. */
  readonly number: number;
  readonly picture?: string;
  /** By what people know the fields as, in the book's language. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** What the page says and goes on saying. */
  readonly text?: string;
  /** What the page says so far, where it is to be told anew. */
  readonly told_before?: string;
}

export interface Material {
  readonly title?: string;
  readonly pages: readonly MaterialPage[];
}

function fieldsOf({ fields }: Scene, { locale }: Manuscript): MaterialPage['fields'] {
  const labels = FIELD_LABELS[locale];
  const optional = OPTIONAL_FIELDS.flatMap((field) => {
    const said = tidy(fields[field] ?? '');
    return said === '' ? [] : [[labels[field], said] as const];
  });
  return {
    [labels.name]: splitItems(fields.name, locale),
    [labels.i_action]: tidy(fields.i_action),
    [labels.classification]: CLASSIFICATION_LABELS[locale][fields.classification],
    ...Object.fromEntries(optional),
  };
}

/** @param open indices of the scenes that are to be written. */
export function materialOf(manuscript: Manuscript, open: ReadonlySet<number>): Material {
  const title = tidyLine(manuscript.title ?? '');
  const pages = manuscript.scenes.map((scene, index): MaterialPage => {
    const picture = tidy(scene.caption?.text ?? '');
    const said = shortened(scene.text ?? scene.told ?? '');
    return {
      number: index + 1,
      ...(picture && { picture }),
      fields: fieldsOf(scene, manuscript),
      ...(said && (open.has(index) ? { told_before: said } : { text: said })),
    };
  });
  return { ...(title && { title }), pages };
}
