// Runs a program of this repository to its end, with an environment of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** @param program relative to the repository. */
export async function spawnProgram(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<Ended> {
  const path = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...words], {
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'ko_KR.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  });
  let output = '';
  const hear = (text: string): void => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const [status]: (number | null)[] = await once(child, 'close');
  return { status: status ?? null, output };
}
