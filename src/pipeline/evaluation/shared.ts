// Models that several evaluations work with one after another: each is opened by the first that needs it and stays open.
import type { TextEncoder } from './encoder.ts';
import type { Teller } from './teller.ts';

export interface SharedModels {
  /** What was opened before, or what this opens; closing it is not the caller's. */
  teller(open: () => Promise<Teller>): Promise<Teller>;
  encoder(open: () => Promise<TextEncoder>): Promise<TextEncoder>;
  close(): Promise<void>;
}

interface Closable {
  close(): Promise<void>;
}

function keeper<T extends Closable>() {
  let kept: T | undefined;
  return {
    async open(open: () => Promise<T>): Promise<T> {
      kept ??= await open();
      return { ...kept, close: async () => {} };
    },
    async close() {
      await kept?.close();
      kept = undefined;
    },
  };
}

/** For evaluations of one and the same model, by one and the same encoder. */
export function shareModels(): SharedModels {
  const [teller, encoder] = [keeper<Teller>(), keeper<TextEncoder>()];
  return {
    teller: teller.open,
    encoder: encoder.open,
    async close() {
      await teller.close();
      await encoder.close();
    },
  };
}
