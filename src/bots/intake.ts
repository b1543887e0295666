// What can be said about an upload before its bytes are looked at. Decoding, and so the last word, is the pipeline's.
import type { NotAPicture } from '../errors.ts';
import type { JobFailure } from '../jobs.ts';

export interface IntakeLimits {
  /** Length of a file. */
  readonly bytes: number;
}

/** What is said of a file by whoever sends it. */
export interface Declared {
  /** In bytes. */
  readonly size?: number;
  readonly mediaType?: string;
}

/** Declared types that no picture ever has. All others are decided by the bytes: services and phones guess badly. */
const NEVER: readonly (readonly [RegExp, NotAPicture])[] = [
  [/^video\//i, 'video'],
  [/^audio\//i, 'audio'],
  [/^application\/pdf\b/i, 'pdf'],
];

/** Why a file is not worth fetching; `undefined` when it is. */
export function refusalOf({ size, mediaType = '' }: Declared, { bytes }: IntakeLimits): JobFailure | undefined {
  const [, found] = NEVER.find(([pattern]) => pattern.test(mediaType)) ?? [];
  if (found !== undefined) return { code: 'picture-not-a-picture', details: { found }, retryable: false };
  if (size === 0) return { code: 'picture-empty', details: {}, retryable: false };
  if (size !== undefined && size > bytes) {
    return { code: 'picture-too-large', details: { size, limit: bytes }, retryable: false };
  }
  return undefined;
}
