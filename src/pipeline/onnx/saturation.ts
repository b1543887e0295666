// Whether this processor adds up products of signed bytes exactly. Those without VNNI add them in pairs of 16 bits, which
// overflow with large weights; weights without a sign then go another way, which is slower and exact.
import { graphBuilder } from './graph.ts';
import type { ByteType } from './protobuf.ts';
import { openSession } from './runtime.ts';

/** The largest products that bytes can have, in every place. */
const LENGTH = 64;
const WEIGHT = 127;

function probe(bytes: ByteType): Uint8Array {
  const g = graphBuilder('probe');
  const row = g.input('row', 'float', [1, LENGTH]);
  const zero = bytes === 'uint8' ? 128 : 0;
  const weight = g.bytes(Array<number>(LENGTH * LENGTH).fill(WEIGHT + zero), [LENGTH, LENGTH], bytes);
  const scales = g.floats(Array<number>(LENGTH).fill(1));
  const product = g.op('DynamicQuantizeMatMul', [row, weight, scales, g.bytes([zero], [1], bytes)]);
  g.output('sums', product, 'float', [1, LENGTH]);
  return g.finish();
}

/** Computes sums that would overflow, and sees whether they did. */
export async function addsExactly(bytes: ByteType): Promise<boolean> {
  const session = await openSession({ graph: probe(bytes), folder: import.meta.dirname, threads: 1 });
  try {
    const row = { data: new Float32Array(LENGTH).fill(1), shape: [1, LENGTH] };
    const { sums } = await session.run({ row }, ['sums']);
    const expected = LENGTH * WEIGHT;
    return Array.from(sums?.data ?? [], Number).every((sum) => Math.abs(sum - expected) < expected * 0.01);
  } finally {
    await session.close();
  }
}

let known: Promise<ByteType> | undefined;

/** How int8 weights have to be kept for this processor. Found out once. */
export function exactBytes(): Promise<ByteType> {
  known ??= addsExactly('int8').then((exact) => (exact ? 'int8' : 'uint8'));
  return known;
}
