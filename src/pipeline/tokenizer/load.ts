// A checkpoint folder's tokenizer.json as a tokenizer. The one importer of @huggingface/tokenizers.
// Where that library differs from the reference (the `tokenizers` of Python), it is put right here.
import { join } from 'node:path';
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import { readJson, readOptional } from '../onnx/folder.ts';
import { cleanedUp } from './clean-up.ts';
import { precompiledNormalizer } from './precompiled.ts';
import { splittable, trimmedEnd } from './whitespace.ts';
import { wordPieceFile } from './word-piece.ts';

export interface Tokenizer {
  /** Token ids, with those that the post-processor adds (`</s>`). */
  encode(text: string): readonly number[];
  /** Text without special tokens; ids beyond the vocabulary are passed over. Spaces cleaned up. */
  decode(ids: readonly number[]): string;
  /** `undefined` when the vocabulary has no such token. */
  idOf(token: string): number | undefined;
}

const stepSchema = z.looseObject({ type: z.string() });
const precompiledSchema = z.object({ type: z.literal('Precompiled'), precompiled_charsmap: z.string() });
const normalizerSchema = z.looseObject({ type: z.string(), normalizers: z.array(stepSchema).optional() });
const fileSchema = z.looseObject({
  normalizer: normalizerSchema.nullish(),
  pre_tokenizer: z.unknown(),
  added_tokens: z.array(z.looseObject({ id: z.number(), content: z.string(), special: z.boolean() })).default([]),
  model: z.looseObject({ type: z.string() }),
});
type TokenizerFile = z.infer<typeof fileSchema>;

type Normalize = (text: string) => string;

interface Split {
  /** The file without its precompiled normaliser. */
  readonly rest: TokenizerFile;
  readonly charsmap?: string;
}

/** Takes the precompiled normaliser, which always comes first, out of the file. */
function withoutPrecompiled(file: TokenizerFile): Split {
  const { normalizer } = file;
  const steps = normalizer?.type === 'Sequence' ? normalizer.normalizers : normalizer && [normalizer];
  const [first, ...others] = steps ?? [];
  const precompiled = precompiledSchema.safeParse(first);
  if (!precompiled.success) return { rest: file };
  const rest = others.length > 0 ? { type: 'Sequence', normalizers: others } : null;
  return { rest: { ...file, normalizer: rest }, charsmap: precompiled.data.precompiled_charsmap };
}

const mentions = (part: unknown, type: string): boolean => JSON.stringify(part ?? null).includes(`"${type}"`);

/** The folder's normaliser, exactly: the table, what follows it, and the white space that JavaScript sees otherwise. */
function normalizerOf({ rest, charsmap }: Split, library: Normalize): Normalize {
  const table: Normalize = charsmap === undefined ? (text) => text : precompiledNormalizer(charsmap);
  const trim: Normalize = mentions(rest.normalizer, 'Strip') ? trimmedEnd : (text) => text;
  const split: Normalize = mentions(rest.pre_tokenizer, 'WhitespaceSplit') ? splittable : (text) => text;
  // The library takes a text that normalises to the spelling of an added token for that token. The reference has then
  // already looked for those; a leading `▁`, which Metaspace would add, keeps the library from finding it.
  const added = mentions(rest.pre_tokenizer, 'Metaspace') ? rest.added_tokens : [];
  const spelled = new Set(added.filter(({ normalized }) => normalized !== true).map(({ content }) => content));
  const unspelled: Normalize = (text) => (spelled.has(text) ? `▁${text}` : text);
  return (text) => unspelled(split(library(trim(table(text)))));
}

async function readFile(folder: string): Promise<TokenizerFile> {
  const file = 'tokenizer.json';
  const made = (await readOptional(folder, file)) === undefined ? await wordPieceFile(folder) : undefined;
  return made === undefined ? readJson({ folder, file, schema: fileSchema }) : fileSchema.parse(made);
}

/**
 * The tokenizer of a checkpoint folder.
 * @throws TalesError `model-file-missing`, `model-file-damaged` or `model-unsupported`.
 */
export async function loadTokenizer(folder: string): Promise<Tokenizer> {
  const file = await readFile(folder);
  const { Tokenizer: Library } = await import('@huggingface/tokenizers');
  try {
    const split = withoutPrecompiled(file);
    const library = new Library(split.rest, {});
    const inner = library.normalizer;
    const normalize = normalizerOf(split, (text) => inner?.(text) ?? text);
    Object.assign(library, { normalizer: normalize });
    const special = new Set(file.added_tokens.filter((token) => token.special).map(({ id }) => id));
    return {
      encode: (text) => library.encode(text).ids,
      decode(ids) {
        const known = ids.filter((id) => !special.has(id) && library.id_to_token(id) !== undefined);
        if (known.length === 0) return '';
        return cleanedUp(library.decode([...known], { clean_up_tokenization_spaces: false }));
      },
      idOf: (token) => library.token_to_id(token),
    };
  } catch (cause) {
    throw new TalesError('model-file-damaged', { path: join(folder, 'tokenizer.json'), reason: 'strange' }, { cause });
  }
}
