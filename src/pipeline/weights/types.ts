// What the verbs of this folder share: files as the hub lists them, what they tell while they work, and what of the
// outside world they need.
import type { FileHandle } from 'node:fs/promises';
import type { HubConfig } from '../../config.ts';
import type { Clock } from './retry.ts';

/** What a file's bytes have to hash to: the hub knows large files by SHA-256, small ones by git's own hash. */
export interface FileHash {
  readonly kind: 'sha256' | 'git-sha1';
  /** Lower case; the file's name among the blobs of the cache. */
  readonly hex: string;
}

export interface HubFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly hash: FileHash;
}

/** What is told while a model is fetched or looked at. Sizes are bytes. */
export type WeightsEvent =
  /** Fetching begins; `done` bytes were there from an earlier time. */
  | { readonly kind: 'fetching'; readonly file: string; readonly size: number; readonly done: number }
  | { readonly kind: 'progress'; readonly file: string; readonly size: number; readonly done: number }
  /** Its hash is being computed. */
  | { readonly kind: 'checking'; readonly file: string; readonly size: number }
  /** It was there already, and is right. */
  | { readonly kind: 'found'; readonly file: string }
  /** It was there already, and is not what it should be: it is fetched anew. */
  | { readonly kind: 'broken'; readonly file: string }
  /** Another process is fetching it. */
  | { readonly kind: 'waiting'; readonly file: string }
  /** The connection or the hub failed; it is tried again after the pause. */
  | { readonly kind: 'retrying'; readonly file: string; readonly seconds: number };

/** The outside world; see `createTools`. */
export interface WeightsTools {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Bytes that may still be written to the disk that holds this folder. */
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly write: (file: FileHandle, bytes: Uint8Array, position: number) => Promise<void>;
  readonly symlink: (target: string, path: string) => Promise<void>;
  /** How long a connection may be silent, in milliseconds. */
  readonly silence: number;
}

/** What every verb that speaks to the hub is given. */
export interface HubContext {
  readonly hub: HubConfig;
  readonly tools: WeightsTools;
  readonly signal: AbortSignal;
  readonly tell: (event: WeightsEvent) => void;
}
