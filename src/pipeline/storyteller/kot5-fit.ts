// Makes a scene fit into the ids that a model reads. The original cut the text off at its end, and the shuffle may have put
// a required field there; here optional items go first, from the end, and what had to go is told.
import type { Tokenizer } from '../tokenizer/load.ts';
import { EMPTY, FIELD_ORDER, inputText, type Kot5Field, type Part, REQUIRED_FIELDS } from './kot5-input.ts';

/** What the original tokenised to, the closing `</s>` included. */
export const MOST_IDS = 128;

export interface Fitted {
  readonly inputText: string;
  readonly inputIds: readonly number[];
  /** Fields that are there only in part, or not at all, in the original's order. */
  readonly leftOut: readonly Kot5Field[];
}

const REQUIRED: ReadonlySet<Kot5Field> = new Set(REQUIRED_FIELDS);
/** Required texts are shortened only when nothing else is left, the longest-winded first. */
const SHORTENED = ['caption', 'i_action', 'name'] as const satisfies readonly Kot5Field[];

interface Cut {
  readonly parts: readonly Part[];
  /** Absent when nothing that anybody wrote was lost. */
  readonly lost?: Kot5Field;
}

const replacedAt = (parts: readonly Part[], at: number, ...by: readonly Part[]): readonly Part[] =>
  parts.toSpliced(at, 1, ...by);

/** Takes out the last item of an optional field. A field left without any is then shown as an absent one. */
function withoutLastItem(parts: readonly Part[]): Cut | undefined {
  const at = parts.findLastIndex(({ field, value }) => !REQUIRED.has(field) && value !== EMPTY);
  const field = parts[at]?.field;
  if (field === undefined) return undefined;
  const alone = parts.filter((part) => part.field === field).length === 1;
  return { parts: alone ? replacedAt(parts, at, { field, value: EMPTY }) : replacedAt(parts, at), lost: field };
}

/** Takes out the last optional field that is absent anyway. */
function withoutLastEmpty(parts: readonly Part[]): Cut | undefined {
  const at = parts.findLastIndex(({ field }) => !REQUIRED.has(field));
  return at < 0 ? undefined : { parts: replacedAt(parts, at) };
}

/** Without the last word; a single word loses a tenth of its characters. */
function shortened(value: string): string {
  const words = value.split(/\s+/);
  if (words.length > 1) return words.slice(0, -1).join(' ');
  const characters = Array.from(value);
  return characters.slice(0, -Math.ceil(characters.length / 10)).join('');
}

function withShorterText(parts: readonly Part[]): Cut | undefined {
  for (const wanted of SHORTENED) {
    const at = parts.findIndex(({ field }) => field === wanted);
    const value = shortened(parts[at]?.value ?? '');
    if (value !== '') return { parts: replacedAt(parts, at, { field: wanted, value }), lost: wanted };
  }
  return undefined;
}

/** The scene, and what becomes of it cut by cut, each of them shorter than the one before. */
function shorterAndShorter(inOrder: readonly Part[]): readonly Cut[] {
  const cuts: Cut[] = [{ parts: inOrder }];
  let parts = inOrder;
  for (;;) {
    const cut = withoutLastItem(parts) ?? withoutLastEmpty(parts) ?? withShorterText(parts);
    if (!cut) return cuts;
    cuts.push(cut);
    parts = cut.parts;
  }
}

export interface Reading {
  /** Default: what KoT5 reads. */
  readonly mostIds?: number;
  /** How parts are written down. Default: as for KoT5. */
  readonly textOf?: (parts: readonly Part[]) => string;
}

/**
 * The parts, in their order, with as little left out as makes them fit.
 * @throws RangeError when not even the shortest form fits, which no tokenizer of ours can bring about.
 */
export function fit(
  inOrder: readonly Part[],
  tokenizer: Pick<Tokenizer, 'encode'>,
  { mostIds = MOST_IDS, textOf = inputText }: Reading = {},
): Fitted {
  const whole = textOf(inOrder);
  const inputIds = tokenizer.encode(whole);
  if (inputIds.length <= mostIds) return { inputText: whole, inputIds, leftOut: [] };
  const cuts = shorterAndShorter(inOrder);
  let tooLong = 0;
  let fitting = cuts.length - 1;
  while (fitting - tooLong > 1) {
    const middle = (tooLong + fitting) >> 1;
    if (tokenizer.encode(textOf(cuts[middle]?.parts ?? [])).length <= mostIds) fitting = middle;
    else tooLong = middle;
  }
  const text = textOf(cuts[fitting]?.parts ?? []);
  const ids = tokenizer.encode(text);
  if (ids.length > mostIds) throw new RangeError(`${ids.length} ids cannot be made ${mostIds}`);
  const lost = new Set(cuts.slice(0, fitting + 1).map((cut) => cut.lost));
  return { inputText: text, inputIds: ids, leftOut: FIELD_ORDER.filter((field) => lost.has(field)) };
}
