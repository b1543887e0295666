// What the file system says while a model is kept, told so that people can act on it.
import { isTalesError, TalesError, type WriteFault } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import type { WeightsTools } from './types.ts';

const FAULTS: Readonly<Record<string, WriteFault>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EISDIR: 'is-folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
};

export interface Wanted {
  readonly path: string;
  /** Bytes still to be written. */
  readonly needed: number;
}

/** `disk-too-small` or `file-unwritable` with `error` as its cause; what is ours already passes as it is. */
export async function writeFault(
  { path, needed }: Wanted,
  error: unknown,
  { freeBytes }: Pick<WeightsTools, 'freeBytes'>,
): Promise<TalesError> {
  if (isTalesError(error)) return error;
  const errno = errnoOf(error) ?? '';
  if (errno === 'ENOSPC' || errno === 'EDQUOT')
    return new TalesError('disk-too-small', { path, needed, free: await freeBytes(path) }, { cause: error });
  return new TalesError('file-unwritable', { path, reason: FAULTS[errno] ?? 'failed' }, { cause: error });
}
