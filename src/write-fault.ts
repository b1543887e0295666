// Why something cannot be written, from what the file system threw.
import { TalesError, type WriteFault } from './errors.ts';
import { errnoOf } from './store-fault.ts';

const FAULTS: Readonly<Record<string, WriteFault>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EISDIR: 'is-folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

export const unwritable = (path: string, cause: unknown): TalesError =>
  new TalesError('file-unwritable', { path, reason: FAULTS[errnoOf(cause) ?? ''] ?? 'failed' }, { cause });
