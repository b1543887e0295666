// A small data set to evaluate on, made of recorded stories, and requests that measure the recorded model with it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvWriter } from '../../../src/csv.ts';
import type { EvaluationRequest } from '../../../src/pipeline/evaluation/request.ts';
import type { Fields } from '../../../src/story.ts';
import { golden } from '../golden.ts';
import { goldenFolder } from '../golden-models.ts';

interface InputTexts {
  readonly cases: readonly { readonly fields: Fields; readonly inputText: string }[];
}

export const MODEL = goldenFolder('t5-gated');
const CASES = golden<InputTexts>('input-texts.json').cases;

/** A CSV with the columns that evaluation reads, and one that it does not. */
export async function writeData(folder: string, rows: number): Promise<string> {
  const line = await csvWriter();
  const lines = CASES.slice(0, rows).map(({ fields, inputText }, at) => {
    const wanted = `${fields.name}는 ${fields.setting ?? '마을'}에서 놀았어요. 참 좋은 하루였어요!`;
    return line([`row-${at}`, '', fields.name, fields.i_action, inputText, wanted]);
  });
  const path = join(folder, 'val.csv');
  await writeFile(path, line(['id', 'caption', 'name', 'i_action', 'input_text', 'output_text']) + lines.join(''));
  return path;
}

/** One thread, so that tests beside each other do not stand in each other's way. */
export const requestFor = (data: string, out: string): EvaluationRequest => ({
  data,
  out,
  model: MODEL,
  settings: { numBeams: 1, maxLength: 24 },
  load: { threads: 1 },
  seed: 1,
  ciderWords: 'spaces',
});
