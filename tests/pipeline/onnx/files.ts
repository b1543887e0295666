// Checkpoint files made for one test: a safetensors file of given tensors, and temporary folders.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'talesrunner-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface MadeTensor {
  readonly dtype?: string;
  readonly shape: readonly number[];
  readonly data: Uint8Array;
  /** Instead of where the bytes lie. */
  readonly range?: readonly [number, number];
}

export function safetensors(tensors: Readonly<Record<string, MadeTensor>>): Buffer {
  let offset = 0;
  const header = Object.entries(tensors).map(([name, { dtype = 'F32', shape, data, range }]) => {
    const from = offset;
    offset += data.length;
    return [name, { dtype, shape, data_offsets: range ?? [from, offset] }] as const;
  });
  const json = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(header) }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, ...Object.values(tensors).map(({ data }) => data)]);
}

export const bytesOf = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
