// Whether a folder holds a checkpoint that can tell pages: everything about it but the numbers in its weights.
import { z } from 'zod';
import { openCheckpoint } from '../onnx/checkpoint.ts';
import { readJson } from '../onnx/folder.ts';
import { placeholderIds } from '../storyteller/kot5-engine.ts';
import { loadTokenizer } from '../tokenizer/load.ts';
import { tellerKind } from './teller.ts';

const schema = z.looseObject({ model_type: z.string() });

/** @throws TalesError `model-…` saying what is wrong with it. */
export async function checkTeller(folder: string): Promise<void> {
  await tellerKind(folder);
  const tokenizer = await loadTokenizer(folder);
  const { model_type: type } = await readJson({ folder, file: 'config.json', schema });
  if (type === 't5') placeholderIds(folder, tokenizer);
  await openCheckpoint(folder);
}
