// Tries a device on a sum, so that the doctor can say what will compute before a model is loaded.
import { type DeviceChoice, type DeviceReport, openOn } from './device.ts';
import { graphBuilder } from './graph.ts';
import { openSession } from './runtime.ts';

function sumGraph(): Uint8Array {
  const g = graphBuilder('sum');
  const given = g.input('given', 'float', [1]);
  g.output('sum', g.op('Add', [given, g.floats([2])]), 'float', [1]);
  return g.finish();
}

/** @throws when not even the processor can add. */
export async function probeDevice(choice: DeviceChoice): Promise<DeviceReport> {
  const { device } = await openOn(choice, async (tried) => {
    const session = await openSession({ graph: sumGraph(), folder: import.meta.dirname, threads: 1, device: tried });
    try {
      const { sum } = await session.run({ given: { data: Float32Array.of(3), shape: [1] } }, ['sum']);
      if (Number(sum?.data[0]) !== 5) throw new Error(`3 + 2 came out as ${sum?.data[0]}`);
    } finally {
      await session.close();
    }
  });
  return device;
}
