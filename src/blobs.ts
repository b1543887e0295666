// Bytes by key: what every place for them promises, and the one in memory for tests.
// The folder is in `blob-folder.ts`; which keys there are is left to the callers.
import { checkBlobKey } from './blob-key.ts';
import { TalesError } from './errors.ts';

/**
 * Keys are `kind/name`, such as `pictures/<hex>` (see `blob-key.ts`); any other is a TypeError.
 * Every method throws TalesError `store-unusable` when the place does not answer.
 */
export interface Blobs {
  /** Kept, whole and for good, when this resolves. Under a key that exists the new bytes replace the old as a whole, and its age starts anew. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** A copy of one's own; `undefined` when there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Whether there was one. */
  delete(key: string): Promise<boolean>;
  /** Deletes what was last put before `olderThan` (Unix milliseconds), but for keys that are in use. Returns how many. */
  sweep(olderThan: number, isInUse?: (key: string) => boolean): Promise<number>;
}

/**
 * The bytes that a stored reference promises.
 * @throws TalesError `blob-missing`
 */
export async function getBlob(blobs: Pick<Blobs, 'get'>, key: string): Promise<Uint8Array> {
  const bytes = await blobs.get(key);
  if (bytes === undefined) throw new TalesError('blob-missing', { key });
  return bytes;
}

/** Bytes that last as long as this process, for tests. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly at: number }>();
  return {
    async put(key, bytes) {
      checkBlobKey(key);
      kept.set(key, { bytes: Uint8Array.from(bytes), at: Date.now() });
    },
    async get(key) {
      checkBlobKey(key);
      const found = kept.get(key);
      return found && Uint8Array.from(found.bytes);
    },
    async delete(key) {
      checkBlobKey(key);
      return kept.delete(key);
    },
    async sweep(olderThan, isInUse = () => false) {
      const old = [...kept].filter(([key, { at }]) => at < olderThan && !isInUse(key));
      for (const [key] of old) kept.delete(key);
      return old.length;
    },
  };
}
