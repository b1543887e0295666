// What a KoGPT2 goes on from: the same fields that KoT5 reads, always in one order. Which way of writing them down a
// folder was fine-tuned with shows in its vocabulary: the original's comparison wrote `[caption] …`, and a folder that
// knows KoT5's `<caption>` reads KoT5's text in one order with ` story:` behind it. Any other way cannot be known.
import { TalesError } from '../../errors.ts';
import { OPTIONAL_FIELDS } from '../../story.ts';
import type { Tokenizer } from '../tokenizer/load.ts';
import { EMPTY, FIELD_ORDER, inputText, type Kot5Field, type Kot5Scene, type Part, partsOf } from './kot5-input.ts';

export interface PromptForm {
  /** Ids of the tokens that only mark a place: never words of a story. */
  readonly places: ReadonlySet<number>;
  /** In the fixed order. */
  parts(scene: Kot5Scene): readonly Part[];
  text(parts: readonly Part[]): string;
}

type Way = Omit<PromptForm, 'places'> & { readonly tokens: readonly string[] };

/** Joins what stands under one field, as a column of the data set has it. */
const joined = (parts: readonly Part[]): readonly Part[] =>
  FIELD_ORDER.flatMap((field): readonly Part[] => {
    const items = parts.filter((part) => part.field === field);
    return items.length === 0 ? [] : [{ field, value: items.map(({ value }) => value).join(',') }];
  });

/** As the original's notebook of the comparison had it: fields whole, with their commas. */
const BRACKETS: Way = {
  tokens: [...FIELD_ORDER.map((field) => `[${field}]`), EMPTY],
  parts({ caption, fields }) {
    const given = (field: Kot5Field): string => (field === 'caption' ? caption : (fields[field] ?? '')).trim();
    return FIELD_ORDER.map((field) => ({ field, value: given(field) || EMPTY }));
  },
  text: (parts) =>
    joined(parts)
      .map(({ field, value }) => `[${field}] ${value}`)
      .join(' '),
};

const ANGLES: Way = {
  tokens: [...FIELD_ORDER.map((field) => `<${field}>`), EMPTY],
  parts: partsOf,
  text: (parts) => `${inputText(parts)} story:`,
};

/** @throws TalesError `model-unsupported` when the tokenizer knows neither way's tokens. */
export function promptForm(folder: string, { idOf }: Pick<Tokenizer, 'idOf'>): PromptForm {
  const known = [BRACKETS, ANGLES].find(({ tokens }) => tokens.every((token) => idOf(token) !== undefined));
  if (known) return { ...known, places: new Set(known.tokens.map((token) => idOf(token) as number)) };
  const missing = BRACKETS.tokens.find((token) => idOf(token) === undefined) ?? '';
  const supported = { kind: 'tokens', examples: ['[caption] … <empty>', '<caption> … <empty>'] } as const;
  throw new TalesError('model-unsupported', { folder, option: 'tokenizer.json', value: `- ${missing}`, supported });
}

const MARK = new RegExp(`<(${FIELD_ORDER.join('|')})>`, 'u');
const isOptional = (field: Kot5Field): boolean => OPTIONAL_FIELDS.some((optional) => optional === field);

/**
 * The parts of an input text of a data set, put into the fixed order; items of one field stay as they follow each other.
 * `undefined` for a text that is not written that way.
 */
export function partsIn(text: string): readonly Part[] | undefined {
  const [, ...pieces] = text.split(MARK);
  const found = pieces.flatMap((field, at): readonly Part[] =>
    at % 2 === 0 ? [{ field: field as Kot5Field, value: (pieces[at + 1] ?? '').trim() || EMPTY }] : [],
  );
  if (found.length === 0) return undefined;
  const given = new Set(found.map(({ field }) => field));
  const absent = FIELD_ORDER.filter((field) => isOptional(field) && !given.has(field));
  const all = [...found, ...absent.map((field): Part => ({ field, value: EMPTY }))];
  return FIELD_ORDER.flatMap((field) => all.filter((part) => part.field === field));
}
