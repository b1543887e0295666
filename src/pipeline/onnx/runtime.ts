// The one importer of onnxruntime-node: loads it on first use, opens sessions over graphs held in memory
// whose weights stay in their files. What the graphs compute is left to their builders.
import { availableParallelism } from 'node:os';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { TalesError } from '../../errors.ts';
import type { Device } from './device.ts';

/** Arrays as they go in and out of a graph. */
export type Data = Float32Array | Int32Array | BigInt64Array;
export interface NdArray {
  readonly data: Data;
  readonly shape: readonly number[];
}
export type Arrays = Readonly<Record<string, NdArray>>;

export interface SessionOptions {
  readonly graph: Uint8Array;
  /** The folder that weights are relative to. */
  readonly folder: string;
  /** Default: as many as the machine has cores. */
  readonly threads?: number;
  /** Default: the processor. */
  readonly device?: Device;
}

export interface Session {
  /**
   * Computes the named outputs. Where `into` names an array, the result is written there (its shape has to be the
   * result's), and nothing is allocated.
   */
  run(inputs: Arrays, outputs: readonly string[], into?: Arrays): Promise<Record<string, NdArray>>;
  close(): Promise<void>;
}

/**
 * Microseconds that a thread waits awake for more work. Between operators that is enough; onnxruntime's own, much longer
 * wait keeps other programs off the core that this one is waiting for, and makes both several times slower.
 */
const SPIN = '100';

let loaded: Promise<typeof import('onnxruntime-node')> | undefined;

function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  loaded ??= import('onnxruntime-node').then(
    (ort) => {
      // Whatever goes wrong is thrown as well; printed too, a card that is merely absent would look like a fault.
      ort.env.logLevel = 'fatal';
      return ort;
    },
    (cause: unknown) => {
      loaded = undefined;
      throw new TalesError('runtime-unavailable', { reason: (cause as Error).message }, { cause });
    },
  );
  return loaded;
}

const TYPES = new Map<unknown, 'float32' | 'int32' | 'int64'>([
  [Float32Array, 'float32'],
  [Int32Array, 'int32'],
  [BigInt64Array, 'int64'],
]);

export async function openSession({
  graph,
  folder,
  threads = availableParallelism(),
  device = 'cpu',
}: SessionOptions): Promise<Session> {
  const ort = await loadRuntime();
  const session: InferenceSession = await ort.InferenceSession.create(graph, {
    // Without the processor behind it, a card's provider refuses graphs with any operator it lacks.
    executionProviders: device === 'cpu' ? ['cpu'] : [device, 'cpu'],
    intraOpNumThreads: threads,
    logSeverityLevel: 4,
    extra: {
      session: {
        model_external_initializers_file_folder_path: folder,
        intra_op: { spin_duration_us: SPIN },
      },
    },
  });
  const tensor = ({ data, shape }: NdArray): Tensor =>
    new ort.Tensor(TYPES.get(data.constructor) as 'float32', data as Float32Array, shape);
  return {
    async run(inputs, outputs, into = {}) {
      const feeds = Object.fromEntries(Object.entries(inputs).map(([name, array]) => [name, tensor(array)]));
      const fetches = Object.fromEntries(outputs.map((name) => [name, into[name] ? tensor(into[name]) : null]));
      const results = await session.run(feeds, fetches);
      return Object.fromEntries(
        outputs.map((name) => {
          const result = results[name] as Tensor;
          return [name, { data: result.data as Data, shape: result.dims }];
        }),
      );
    },
    close: () => session.release(),
  };
}
