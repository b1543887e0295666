// What a model is trained to tell from: a row's caption and fields as tokens, shuffled by the row's id.
// The form is that of `storyteller/kot5-input.ts`; unlike there, items that are blank between commas stay, as they did in
// the original's training.
import { OPTIONAL_FIELDS } from '../../story.ts';
import { pythonRandom, seedOfText } from '../random.ts';
import { EMPTY, inputText, type Part, REQUIRED_FIELDS } from '../storyteller/kot5-input.ts';
import { strip } from './python-text.ts';
import type { Annotated } from './rows.ts';

function partsOf(caption: string, row: Annotated): readonly Part[] {
  const required = REQUIRED_FIELDS.map(
    (field): Part => ({ field, value: strip(field === 'caption' ? caption : row[field]) || EMPTY }),
  );
  const optional = OPTIONAL_FIELDS.flatMap((field): readonly Part[] => {
    const value = row[field];
    const items = strip(value) === '' ? [EMPTY] : value.split(',').map(strip);
    return items.map((item) => ({ field, value: item }));
  });
  return [...required, ...optional];
}

/** @param caption blank where nobody has described the picture. */
export const trainingInput = (caption: string, row: Annotated): string =>
  inputText(pythonRandom(seedOfText(row.id)).shuffled(partsOf(caption, row)));
