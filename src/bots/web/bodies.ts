// Bodies of requests, read with a limit: never more than may be kept, never more at once than the memory bears.
import { TalesError } from '../../errors.ts';

type Body = ReadableStream<Uint8Array> | null;

const tooLarge = (size: number, limit: number): TalesError => new TalesError('picture-too-large', { size, limit });

/** What the sender says the length is; `undefined` when it does not say. */
export function declaredLength(headers: Headers): number | undefined {
  const given = headers.get('content-length');
  return given !== null && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

/** @throws TalesError `picture-too-large` rather than holding more than `limit` bytes. */
export async function readBody(body: Body, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge(size, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @returns `undefined` for what is no JSON, or too much of it. */
export async function readJson({ body, headers }: Request, limit = 64 * 1024): Promise<unknown> {
  if ((declaredLength(headers) ?? 0) > limit) return undefined;
  if (!/^application\/json\b/.test(headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readBody(body, limit)));
  } catch {
    // Whatever is wrong with it, the sender is told that it was not understood.
    return undefined;
  }
}

export interface Budget {
  /** Resolves when so many bytes may be held; the returned function gives them back. */
  take(bytes: number): Promise<() => void>;
}

/** Those who come later wait, in turn. Something larger than the whole budget waits until nothing else is held. */
export function createBudget(total: number): Budget {
  let held = 0;
  const queue: { readonly bytes: number; readonly go: () => void }[] = [];
  const next = (): void => {
    for (let first = queue[0]; first && (held === 0 || held + first.bytes <= total); first = queue[0]) {
      queue.shift();
      held += first.bytes;
      first.go();
    }
  };
  return {
    take: (bytes) =>
      new Promise((resolve) => {
        let isHeld = true;
        const giveBack = (): void => {
          if (!isHeld) return;
          isHeld = false;
          held -= bytes;
          next();
        };
        queue.push({ bytes, go: () => resolve(giveBack) });
        next();
      }),
  };
}
