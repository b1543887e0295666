// Why a file or folder that people named cannot be read.
import { TalesError } from '../errors.ts';
import { errnoOf } from '../store-fault.ts';

/** To be thrown for what `node:fs` said about `path`: `file-missing` when nothing is there, else `file-unreadable`. */
export function readFault(path: string, cause: unknown): TalesError {
  const isMissing = ['ENOENT', 'ENOTDIR'].includes(errnoOf(cause) ?? '');
  return new TalesError(isMissing ? 'file-missing' : 'file-unreadable', { path }, { cause });
}
