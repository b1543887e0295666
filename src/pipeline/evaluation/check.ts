// Whether a folder holds a checkpoint that can tell pages: everything about it but the numbers in its weights.
import { openCheckpoint } from '../onnx/checkpoint.ts';
import { promptForm } from '../storyteller/kogpt2-prompt.ts';
import { placeholderIds } from '../storyteller/kot5-engine.ts';
import { loadTokenizer } from '../tokenizer/load.ts';
import { tellerKind } from './teller.ts';

/** @throws TalesError `model-…` saying what is wrong with it. */
export async function checkTeller(folder: string): Promise<void> {
  const { engine } = await tellerKind(folder);
  const tokenizer = await loadTokenizer(folder);
  if (engine === 'kot5') placeholderIds(folder, tokenizer);
  else promptForm(folder, tokenizer);
  await openCheckpoint(folder);
}
