// The `tokenizer.json` that a folder with nothing but BERT's own `vocab.txt` would have.
import { z } from 'zod';
import { readJson, readOptional } from '../onnx/folder.ts';

const settingsSchema = z.looseObject({ do_lower_case: z.boolean().nullish(), strip_accents: z.boolean().nullish() });

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];

async function settingsOf(folder: string): Promise<z.infer<typeof settingsSchema>> {
  const file = 'tokenizer_config.json';
  if ((await readOptional(folder, file)) === undefined) return {};
  return readJson({ folder, file, schema: settingsSchema });
}

/** [CLS] text [SEP] */
function postProcessor(vocab: Readonly<Record<string, number>>): object {
  const place = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const whole = [place('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, place('[SEP]')];
  const ends = ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [vocab[id] ?? 0], tokens: [id] }]);
  return { type: 'TemplateProcessing', single: whole, pair: whole, special_tokens: Object.fromEntries(ends) };
}

/** `undefined` when the folder has no `vocab.txt`. Capitals are kept only where `tokenizer_config.json` says so. */
export async function wordPieceFile(folder: string): Promise<unknown> {
  const text = await readOptional(folder, 'vocab.txt');
  if (text === undefined) return undefined;
  const vocab = Object.fromEntries(
    text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((piece, id) => [piece, id]),
  );
  const { do_lower_case: lowercase, strip_accents: accents } = await settingsOf(folder);
  const special = SPECIAL.filter((content) => vocab[content] !== undefined);
  return {
    added_tokens: special.map((content) => ({
      id: vocab[content],
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: accents ?? null,
      lowercase: lowercase ?? true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: postProcessor(vocab),
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}
