// What loading a model has in common, whichever model it is: precision, threads, one session per graph.
import { throwIfCancelled } from '../../errors.ts';
import type { SequenceModel } from '../generation/types.ts';
import type { CallOptions } from '../types.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { type DeviceChoice, type DeviceReport, openOn } from './device.ts';
import { openInt8 } from './int8.ts';
import { openSession, type Session, type SessionOptions } from './runtime.ts';
import { exactBytes } from './saturation.ts';

/** `fp32` computes with the weights as they are; `int8` with bytes, several times faster and not exactly the same. */
export type Precision = { readonly precision?: 'fp32' } | { readonly precision: 'int8'; readonly cacheDir: string };

/** `cacheDir`, absolute, keeps what int8 makes of the weights. The checkpoint folder is never written to. */
export type LoadOptions = CallOptions &
  Precision & {
    /** Cores to use. Default: all. */
    readonly threads?: number;
    /** Default `cpu`. What was used in the end is in the model's `device`. */
    readonly device?: DeviceChoice;
  };

/** A model with what computes it. */
export interface LoadedModel<Input> extends SequenceModel<Input> {
  readonly device: DeviceReport;
}

export interface Graphs {
  readonly encoder: (checkpoint: Checkpoint) => Uint8Array;
  readonly decoder: (checkpoint: Checkpoint) => Uint8Array;
}

export interface Sessions {
  readonly encoder: Session;
  readonly decoder: Session;
  readonly device: DeviceReport;
  close(): Promise<void>;
}

async function openWeights(folder: string, graphs: Graphs, options: LoadOptions): Promise<Checkpoint> {
  const checkpoint = await openCheckpoint(folder);
  if (options.precision !== 'int8') return checkpoint;
  const build = (asked: Checkpoint): void => {
    graphs.encoder(asked);
    graphs.decoder(asked);
  };
  return openInt8(checkpoint, { ...options, build, bytes: await exactBytes() });
}

async function openBoth(
  checkpoint: Checkpoint,
  graphs: Graphs,
  shared: Omit<SessionOptions, 'graph'> & CallOptions,
): Promise<Omit<Sessions, 'device'>> {
  const { signal, ...options } = shared;
  const encoder = await openSession({ ...options, graph: graphs.encoder(checkpoint) });
  try {
    throwIfCancelled(signal);
    const decoder = await openSession({ ...options, graph: graphs.decoder(checkpoint) });
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

/** Graphs are built anew each time: it takes milliseconds, and leaves nothing behind that could be out of date. */
export async function openSessions(folder: string, graphs: Graphs, options: LoadOptions): Promise<Sessions> {
  const { signal, threads, precision, device: choice = 'cpu' } = options;
  const checkpoint = await openWeights(folder, graphs, options);
  throwIfCancelled(signal);
  const shared = {
    folder: checkpoint.root,
    ...(threads !== undefined && { threads }),
    ...(signal && { signal }),
  };
  const { opened, device } = await openOn(choice, (tried) => {
    if (tried !== 'cpu' && precision === 'int8') throw new Error('int8 is computed by the processor');
    return openBoth(checkpoint, graphs, { ...shared, device: tried });
  });
  return { ...opened, device };
}
