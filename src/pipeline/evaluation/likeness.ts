// BERTScore of all told pages, each kept as soon as it is there.
import { join } from 'node:path';
import { z } from 'zod';
import { TalesError, throwIfCancelled } from '../../errors.ts';
import { readBertConfig } from '../onnx/bert-config.ts';
import { openCheckpoint } from '../onnx/checkpoint.ts';
import { loadTokenizer } from '../tokenizer/load.ts';
import { loadEncoder, type TextEncoder } from './encoder.ts';
import { type Journal, openJournal } from './journal.ts';
import { type BertScore, bertScore, evenly, makeRarity, type WeightOf } from './measures/bert-score.ts';
import type { BertWish, EvaluationCall, EvaluationRequest } from './request.ts';
import { keyOf, stampsOf } from './telling.ts';

const scoreSchema = z.object({ precision: z.number(), recall: z.number(), f1: z.number() });

/** Pages in one batch of the encoder, each with its reference. */
const TOGETHER = 8;

export interface TextPair {
  readonly told: string;
  readonly wanted: string;
}

/**
 * Looks at the folder before hours of work rely on it.
 * @throws TalesError `model-…`, or `option-invalid` for a layer that is not there.
 */
export async function checkEncoder({ folder, layer }: BertWish): Promise<void> {
  const { layers } = await readBertConfig(folder);
  if (layer < 1 || layer > layers) {
    const expected = { kind: 'number', least: 1, most: layers } as const;
    throw new TalesError('option-invalid', { option: '--bert-layer', value: String(layer), expected });
  }
  await loadTokenizer(folder);
  await openCheckpoint(folder);
}

/** Weights by rarity hang on all references, and so does what was kept of scores that were made with them. */
function weightsOf(encoder: TextEncoder, pairs: readonly TextPair[], idf: boolean) {
  if (!idf) return { weightOf: undefined, corpus: '' };
  const making = makeRarity();
  for (const { wanted } of pairs) making.add(encoder.idsOf(wanted));
  return { weightOf: making.finish(), corpus: keyOf(pairs.map(({ wanted }) => wanted).sort()) };
}

interface Scoring {
  readonly encoder: TextEncoder;
  readonly journal: Journal<BertScore>;
  readonly keyFor: (pair: TextPair) => string;
  readonly weightOf: WeightOf | undefined;
  readonly call: EvaluationCall;
}

async function scoreAll(pairs: readonly TextPair[], scoring: Scoring): Promise<void> {
  const { encoder, journal, keyFor, weightOf, call } = scoring;
  const open = pairs.filter((pair) => !journal.get(keyFor(pair)));
  // Texts of one length share a batch, so that little of it is padding.
  const byLength = open.toSorted((one, other) => one.told.length - other.told.length);
  for (let from = 0; from < byLength.length; from += TOGETHER) {
    throwIfCancelled(call.signal);
    const some = byLength.slice(from, from + TOGETHER);
    const rows = await encoder.encode(some.flatMap(({ told, wanted }) => [told, wanted]));
    for (const [at, pair] of some.entries()) {
      const [told, wanted] = [rows[2 * at], rows[2 * at + 1]];
      if (!told || !wanted) throw new RangeError('a text was not encoded');
      await journal.put(keyFor(pair), bertScore(told, wanted, weightOf ?? evenly(wanted)));
    }
    call.onDone?.(pairs.length - byLength.length + from + some.length);
  }
}

/** One score for each pair, in order. @throws as `checkEncoder` does, and `file-unwritable`, `cancelled`. */
export async function likenesses(
  pairs: readonly TextPair[],
  wish: BertWish,
  { request, call }: { readonly request: EvaluationRequest; readonly call: EvaluationCall },
): Promise<readonly BertScore[]> {
  const { load, out, shared } = request;
  const { folder, layer, idf } = wish;
  const journal = await openJournal(join(out, 'bert.jsonl'), scoreSchema);
  try {
    const how = { ...(load.device && { device: load.device }), ...(load.threads && { threads: load.threads }) };
    const open = () => loadEncoder(folder, { layers: layer, ...how, ...(call.signal && { signal: call.signal }) });
    const encoder = shared ? await shared.encoder(open) : await open();
    try {
      const { weightOf, corpus } = weightsOf(encoder, pairs, idf);
      const stamps = stampsOf(encoder.files);
      const keyFor = ({ told, wanted }: TextPair): string => keyOf(stamps, layer, corpus, told, wanted);
      const before = pairs.filter((pair) => journal.get(keyFor(pair))).length;
      call.onStage?.('encoding', pairs.length, before);
      await scoreAll(pairs, { encoder, journal, keyFor, weightOf, call });
      return pairs.map((pair) => journal.get(keyFor(pair)) ?? { precision: 0, recall: 0, f1: 0 });
    } finally {
      await encoder.close();
    }
  } finally {
    await journal.close();
  }
}
