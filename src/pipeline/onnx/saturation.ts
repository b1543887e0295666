// Whether this processor adds up products of bytes exactly. Those without VNNI add them in pairs of 16 bits, which
// overflow with large weights; onnxruntime then needs to be told to take a slower way.
import { graphBuilder } from './graph.ts';
import { openSession } from './runtime.ts';

/** The largest products that bytes can have, in every place. */
const LENGTH = 64;
const WEIGHT = 127;

function probe(): Uint8Array {
  const g = graphBuilder('probe');
  const row = g.input('row', 'float', [1, LENGTH]);
  const weight = g.bytes(Array<number>(LENGTH * LENGTH).fill(WEIGHT), [LENGTH, LENGTH]);
  const scales = g.floats(Array<number>(LENGTH).fill(1));
  g.output('sums', g.op('DynamicQuantizeMatMul', [row, weight, scales]), 'float', [1, LENGTH]);
  return g.finish();
}

/** Computes sums that would overflow, and sees whether they did. */
export async function addsExactly(exactPairs: boolean): Promise<boolean> {
  const session = await openSession({ graph: probe(), folder: import.meta.dirname, threads: 1, exactPairs });
  try {
    const row = { data: new Float32Array(LENGTH).fill(1), shape: [1, LENGTH] };
    const { sums } = await session.run({ row }, ['sums']);
    const expected = LENGTH * WEIGHT;
    return Array.from(sums?.data ?? [], Number).every((sum) => Math.abs(sum - expected) < expected * 0.01);
  } finally {
    await session.close();
  }
}

let known: Promise<boolean> | undefined;

/** Whether sessions over int8 weights have to be opened with `exactPairs` here. Found out once. */
export function needsExactPairs(): Promise<boolean> {
  known ??= addsExactly(false).then((exact) => !exact);
  return known;
}
