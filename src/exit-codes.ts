// What the exit status of a command, or of the program that talks, says.
import type { ErrorCode } from './errors.ts';

export const EXIT = { done: 0, bug: 1, usage: 2, input: 3, file: 4, cancelled: 130 } as const;

/** The exit status for an error's code. */
export function exitCodeFor(code: ErrorCode): number {
  switch (code) {
    case 'cancelled':
      return EXIT.cancelled;
    case 'option-invalid':
    case 'work-differs':
    case 'folder-busy':
    case 'engine-unknown':
    case 'model-unnamed':
    case 'config-invalid':
    case 'service-login':
    case 'engine-unconfigured':
    case 'service-model-missing':
    case 'model-unlisted':
    case 'port-unavailable':
    case 'nothing-to-start':
    case 'already-running':
      return EXIT.usage;
    case 'file-missing':
    case 'file-unreadable':
    case 'file-unwritable':
    case 'folder-not-empty':
    case 'output-not-a-book':
    case 'blob-missing':
    case 'store-unusable':
    case 'runtime-unavailable':
    case 'model-folder-missing':
    case 'model-file-missing':
    case 'model-file-damaged':
    case 'model-tensor-missing':
    case 'model-tensor-unusable':
    case 'model-unsupported':
    case 'download-corrupt':
    case 'disk-too-small':
      return EXIT.file;
    case 'unexpected':
      return EXIT.bug;
    default:
      return EXIT.input;
  }
}
