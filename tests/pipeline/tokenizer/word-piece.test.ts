// Tokenizers of folders that hold BERT's list of words and no tokenizer.json.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../src/pipeline/tokenizer/load.ts';
import { freshFolder } from '../../support/folder.ts';

const WORDS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'hello', 'Hello', '##s', '별', '##이', ',', '中'];

async function tokenizer(settings?: object) {
  const folder = await freshFolder();
  await writeFile(join(folder, 'vocab.txt'), `${WORDS.join('\n')}\n`);
  if (settings) await writeFile(join(folder, 'tokenizer_config.json'), JSON.stringify(settings));
  const { encode } = await loadTokenizer(folder);
  return (text: string): readonly (string | undefined)[] => encode(text).map((id) => WORDS[id]);
}

describe('a list of words', () => {
  test('cuts texts into its pieces, between [CLS] and [SEP]', async () => {
    const pieces = await tokenizer({ do_lower_case: false });
    expect(pieces('별이, Hellos 中中 없다')).toEqual([
      '[CLS]',
      '별',
      '##이',
      ',',
      'Hello',
      '##s',
      '中',
      '中',
      '[UNK]',
      '[SEP]',
    ]);
  });

  test('knows no capitals and no accents unless the folder says so', async () => {
    const pieces = await tokenizer();
    expect(pieces('Héllo')).toEqual(['[CLS]', 'hello', '[SEP]']);
  });
});

test('a folder with neither is refused for what it should have', async () => {
  await expect(loadTokenizer(await freshFolder())).rejects.toMatchObject({
    code: 'model-file-missing',
    details: { files: ['tokenizer.json'] },
  });
});
