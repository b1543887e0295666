// A BERT folder as what BERTScore needs: texts in, rows of their tokens out, cut off where bert-score cuts.
import { z } from 'zod';
import { type BertOptions, loadBert } from '../onnx/bert.ts';
import type { WeightsStamp } from '../onnx/checkpoint.ts';
import type { DeviceReport } from '../onnx/device.ts';
import { readJson, readOptional } from '../onnx/folder.ts';
import { loadTokenizer } from '../tokenizer/load.ts';
import type { Encoded } from './measures/bert-score.ts';

export interface TextEncoder {
  readonly device: DeviceReport;
  readonly files: readonly WeightsStamp[];
  /** Ids with those of [CLS] and [SEP] at the ends. */
  idsOf(text: string): readonly number[];
  encode(texts: readonly string[]): Promise<readonly Encoded[]>;
  close(): Promise<void>;
}

const schema = z.looseObject({ model_max_length: z.number().positive().nullish() });

/** What the tokenizer's own settings allow; transformers writes 1e30 where there is no limit. */
async function mostIds(folder: string): Promise<number> {
  const file = 'tokenizer_config.json';
  if ((await readOptional(folder, file)) === undefined) return Infinity;
  return (await readJson({ folder, file, schema })).model_max_length ?? Infinity;
}

/** @throws TalesError `model-…`, or `option-invalid` for a layer that the checkpoint does not have. */
export async function loadEncoder(folder: string, options: BertOptions): Promise<TextEncoder> {
  const tokenizer = await loadTokenizer(folder);
  const limit = await mostIds(folder);
  const bert = await loadBert(folder, options);
  const most = Math.min(limit, bert.maxPositions);
  const idsOf = (text: string): readonly number[] => {
    const ids = tokenizer.encode(text.trim());
    return ids.length <= most ? ids : [...ids.slice(0, most - 1), ...ids.slice(-1)];
  };
  return {
    device: bert.device,
    files: bert.files,
    idsOf,
    async encode(texts) {
      const ids = texts.map(idsOf);
      const rows = await bert.encode(ids);
      return rows.map((each, at) => ({ ids: ids[at] ?? [], rows: each, width: bert.width }));
    },
    close: () => bert.close(),
  };
}
