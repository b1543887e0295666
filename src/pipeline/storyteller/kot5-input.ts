// The text that KoT5 was trained to tell a page from: fields as tokens, in the order that Python's shuffle gives them.
// Cutting it to what the model reads is left to `kot5-fit.ts`.
import { type Fields, OPTIONAL_FIELDS } from '../../story.ts';
import { pythonRandom, seedOfText } from '../random.ts';

/** What a page is told from: its fields, and its caption in Korean. */
export interface Kot5Scene {
  /** Empty when nobody has described the picture. */
  readonly caption: string;
  readonly fields: Fields;
}

export type Kot5Field = 'caption' | keyof Fields;

/** One item of a field. An item of an absent field is `EMPTY`. */
export interface Part {
  readonly field: Kot5Field;
  readonly value: string;
}

export const EMPTY = '<empty>';

export const REQUIRED_FIELDS = [
  'caption',
  'name',
  'i_action',
  'classification',
] as const satisfies readonly Kot5Field[];

/** All fields, in the order in which the original lists them. */
export const FIELD_ORDER: readonly Kot5Field[] = [...REQUIRED_FIELDS, ...OPTIONAL_FIELDS];

/** The tokens that only mark a place: the model is not to attend to them. */
export const PLACEHOLDERS: readonly string[] = [...FIELD_ORDER.map((field) => `<${field}>`), EMPTY];

const itemsOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** As the original listed them before the shuffle: training's form, in which each item of a field has its own token. */
export function partsOf({ caption, fields }: Kot5Scene): readonly Part[] {
  const given = (field: Kot5Field): string => (field === 'caption' ? caption : (fields[field] ?? '')).trim();
  const required = REQUIRED_FIELDS.map((field): Part => ({ field, value: given(field) || EMPTY }));
  const optional = OPTIONAL_FIELDS.flatMap((field): readonly Part[] => {
    const items = itemsOf(given(field));
    return (items.length > 0 ? items : [EMPTY]).map((value) => ({ field, value }));
  });
  return [...required, ...optional];
}

/** What the original's app seeded the shuffle with. (Training took the number of the row.) */
export const seedTextOf = ({ caption, fields }: Kot5Scene): string => caption + fields.name + fields.i_action;

/** The scene's parts in the order in which the model reads them. */
export const shuffledParts = (scene: Kot5Scene, seedText = seedTextOf(scene)): readonly Part[] =>
  pythonRandom(seedOfText(seedText)).shuffled(partsOf(scene));

export const inputText = (parts: readonly Part[]): string =>
  `generate: ${parts.map(({ field, value }) => `<${field}> ${value}`).join(' ')}`;
