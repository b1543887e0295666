// What loading a model has in common, whichever model it is: precision, threads, one session per graph.
import { throwIfCancelled } from '../../errors.ts';
import type { CallOptions } from '../types.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { openInt8 } from './int8.ts';
import { openSession, type Session } from './runtime.ts';
import { needsExactPairs } from './saturation.ts';

/** `fp32` computes with the weights as they are; `int8` with bytes, several times faster and not exactly the same. */
export type Precision = { readonly precision?: 'fp32' } | { readonly precision: 'int8'; readonly cacheDir: string };

/** `cacheDir`, absolute, keeps what int8 makes of the weights. The checkpoint folder is never written to. */
export type LoadOptions = CallOptions &
  Precision & {
    /** Cores to use. Default: all. */
    readonly threads?: number;
  };

export interface Graphs {
  readonly encoder: (checkpoint: Checkpoint) => Uint8Array;
  readonly decoder: (checkpoint: Checkpoint) => Uint8Array;
}

export interface Sessions {
  readonly encoder: Session;
  readonly decoder: Session;
  close(): Promise<void>;
}

async function openWeights(folder: string, graphs: Graphs, options: LoadOptions): Promise<Checkpoint> {
  const checkpoint = await openCheckpoint(folder);
  if (options.precision !== 'int8') return checkpoint;
  const build = (asked: Checkpoint): void => {
    graphs.encoder(asked);
    graphs.decoder(asked);
  };
  return openInt8(checkpoint, { ...options, build });
}

/** Graphs are built anew each time: it takes milliseconds, and leaves nothing behind that could be out of date. */
export async function openSessions(folder: string, graphs: Graphs, options: LoadOptions): Promise<Sessions> {
  const { signal, threads } = options;
  const checkpoint = await openWeights(folder, graphs, options);
  throwIfCancelled(signal);
  const exactPairs = options.precision === 'int8' && (await needsExactPairs());
  const shared = { folder: checkpoint.root, exactPairs, ...(threads !== undefined && { threads }) };
  const encoder = await openSession({ ...shared, graph: graphs.encoder(checkpoint) });
  try {
    throwIfCancelled(signal);
    const decoder = await openSession({ ...shared, graph: graphs.decoder(checkpoint) });
    return {
      encoder,
      decoder,
      close: async () => {
        await encoder.close();
        await decoder.close();
      },
    };
  } catch (error) {
    await encoder.close();
    throw error;
  }
}
