// The program as it is shipped, in a process of its own with a worker below it: started, killed, and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled.ts';

/** Each door with what it says when it is ready. */
const DOORS = { main: 'Ready.', worker: 'The worker is ready.' } as const;

export interface Program {
  /** What it has written on standard error so far. */
  errors(): string;
  /** As by a power cut: no last words, no last writes. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Ids of the processes below it. Linux alone tells. */
  children(): Promise<readonly number[]>;
  /** Asks it to stop, and resolves with its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the program and resolves when it says that it is ready.
 * @param environment all that it knows besides where programs are and that people here read English.
 */
export async function startProgram(
  environment: Readonly<Record<string, string>>,
  cwd: string,
  door: keyof typeof DOORS = 'main',
): Promise<Program> {
  const env = { ...COMPILED, PATH: process.env['PATH'] ?? '', LC_ALL: 'C', LOG_LEVEL: 'error', ...environment };
  const child = spawn(process.execPath, [fileURLToPath(new URL(`../../src/${door}.ts`, import.meta.url))], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let errors = '';
  const ready = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
      if (errors.includes(DOORS[door])) resolve();
    });
  });
  const tooSoon = ended.then(([code, signal]) => {
    throw new Error(`the program ended (${code ?? signal}) before it was ready:\n${errors}`);
  });
  tooSoon.catch(() => {});
  await Promise.race([ready, tooSoon]);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [code]: (number | null)[] = await ended;
    return code ?? null;
  };
  return {
    errors: () => errors,
    children: async () => {
      const listed = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
      return listed.split(' ').filter(Boolean).map(Number);
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}
