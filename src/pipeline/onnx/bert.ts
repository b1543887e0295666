// A BERT checkpoint folder as an encoder of token ids. Making ids of texts is left to the callers.
import { TalesError, throwIfCancelled } from '../../errors.ts';
import type { CallOptions } from '../types.ts';
import { readBertConfig } from './bert-config.ts';
import { bertEncoder } from './bert-graph.ts';
import { openCheckpoint, type WeightsStamp } from './checkpoint.ts';
import { type DeviceChoice, type DeviceReport, openOn } from './device.ts';
import { HIDDEN } from './layers.ts';
import { type Arrays, openSession } from './runtime.ts';

export interface BertOptions extends CallOptions {
  /** How many layers are computed; the rows are what comes out of the last of them. */
  readonly layers: number;
  /** Default `cpu`. */
  readonly device?: DeviceChoice;
  /** Cores to use. Default: all. */
  readonly threads?: number;
}

export interface BertEncoder {
  readonly device: DeviceReport;
  /** Most ids of a text. */
  readonly maxPositions: number;
  readonly width: number;
  readonly files: readonly WeightsStamp[];
  /** All texts in one batch. For each of them a row for each id. [length, width] */
  encode(texts: readonly (readonly number[])[]): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}

/** Shorter texts are filled up with ids that nobody sees. */
function batchOf(texts: readonly (readonly number[])[], longest: number): Arrays {
  const tokens = new Int32Array(texts.length * longest);
  const mask = new Float32Array(texts.length * longest).fill(HIDDEN);
  texts.forEach((ids, text) => {
    tokens.set(ids, text * longest);
    mask.fill(0, text * longest, text * longest + ids.length);
  });
  return {
    tokens: { data: tokens, shape: [texts.length, longest] },
    positions: { data: Int32Array.from({ length: longest }, (_, at) => at), shape: [longest] },
    mask: { data: mask, shape: [texts.length, 1, 1, longest] },
  };
}

/** @throws TalesError `model-…`, or `option-invalid` when the checkpoint has fewer layers. */
export async function loadBert(
  folder: string,
  { layers, device: choice = 'cpu', threads, signal }: BertOptions,
): Promise<BertEncoder> {
  const config = await readBertConfig(folder);
  if (layers < 1 || layers > config.layers) {
    const expected = { kind: 'number', least: 1, most: config.layers } as const;
    throw new TalesError('option-invalid', { option: '--bert-layer', value: String(layers), expected });
  }
  const checkpoint = await openCheckpoint(folder);
  throwIfCancelled(signal);
  const graph = bertEncoder(config, checkpoint, layers);
  const shared = { graph, folder: checkpoint.root, ...(threads !== undefined && { threads }) };
  const { opened, device } = await openOn(choice, (tried) => openSession({ ...shared, device: tried }));
  const { width, maxPositions } = config;
  return {
    device,
    maxPositions,
    width,
    files: checkpoint.files,
    async encode(texts) {
      const longest = Math.max(1, ...texts.map((ids) => ids.length));
      const { rows } = await opened.run(batchOf(texts, longest), ['rows']);
      const all = rows?.data as Float32Array;
      return texts.map((ids, text) => all.slice(text * longest * width, (text * longest + ids.length) * width));
    },
    close: () => opened.close(),
  };
}
