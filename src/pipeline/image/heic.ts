// HEIC → upright pixels, in a worker thread that lives for one picture. Colours are left as the file has them.
import { Worker } from 'node:worker_threads';
import { TalesError } from '../../errors.ts';
import type { HeicAnswer, HeicJob } from './heic-worker.ts';
import type { Pixels } from './raster.ts';

/** Planes, tiles and the interleaved copy live in the decoder's memory at the same time: about 11 bytes a pixel. */
const MEMORY_PER_PIXEL = 14;
const MEMORY_BASE = 64 * 2 ** 20;
/** A phone's 48 megapixels take about 10 s on a slow machine. */
const PATIENCE_SECONDS = 90;

/**
 * @param pixels width × height according to the header that was measured.
 * @throws TalesError `picture-damaged`, or `cancelled` when the signal fires: the thread is ended at once.
 */
export async function decodeHeic(bytes: Uint8Array, pixels: number, signal?: AbortSignal): Promise<Pixels> {
  const job: HeicJob = { bytes, pixels, memory: MEMORY_BASE + MEMORY_PER_PIXEL * pixels };
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), { workerData: job, execArgv: [] });
  const stop = new AbortController();
  const damaged = (cause: unknown): TalesError => new TalesError('picture-damaged', { format: 'HEIC' }, { cause });
  try {
    const answer = await new Promise<HeicAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      // Whatever the picture does is answered; only a full heap, or a fault of ours, comes out as an error.
      worker.once('error', (error) => reject(heapWasFull(error) ? damaged(error) : error));
      worker.once('exit', (code) => reject(damaged(`the decoder ended with ${code}`)));
      const cancel = (): void => reject(new TalesError('cancelled', {}, { cause: signal?.reason }));
      signal?.addEventListener('abort', cancel, { once: true, signal: stop.signal });
      const late = setTimeout(() => reject(damaged('the decoder did not come to an end')), PATIENCE_SECONDS * 1000);
      stop.signal.addEventListener('abort', () => clearTimeout(late));
    });
    if ('reason' in answer) throw damaged(answer.reason);
    return answer;
  } finally {
    stop.abort();
    await worker.terminate();
  }
}

const heapWasFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
