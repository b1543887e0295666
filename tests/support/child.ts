// Runs one of the tests' own programs in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly process: ChildProcess;
  /** What it has written on standard output so far. */
  output(): string;
  /** Its exit code, or `null` when a signal ended it, with what it wrote on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

/** `program` is relative to the folder `tests`. */
export function startChild(program: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(`../${program}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    process: child,
    output: () => output,
    ended: once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, errors })),
  };
}
