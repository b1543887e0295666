// The command line as a process that can be watched, stopped and killed while it runs. It is the program itself, without
// the launcher before it, so that a kill hits it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

export interface RunningCommand {
  /** Resolves when standard error holds this text; rejects when the program ends without. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }>;
}

export function runCommand(
  words: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): RunningCommand {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, LC_ALL: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  let listeners: (() => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const listener of listeners) listener();
  });
  const ended = once(child, 'close').then(([status]: (number | null)[]) => ({
    status: status ?? null,
    stdout,
    stderr,
  }));
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    says(text) {
      const said = new Promise<void>((resolve) => {
        const look = (): void => {
          if (!stderr.includes(text)) return;
          listeners = listeners.filter((listener) => listener !== look);
          resolve();
        };
        listeners = [...listeners, look];
        look();
      });
      const tooLate = ended.then(() => {
        if (!stderr.includes(text)) throw new Error(`it ended without saying ${JSON.stringify(text)}:\n${stderr}`);
      });
      return Promise.race([said, tooLate]);
    },
  };
}
