// Runs the command line as a process of its own, as a person's shell would: no terminal, a fixed language.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILED } from '../support/compiled.ts';

const COMMAND = fileURLToPath(new URL('../../bin/storybook.js', import.meta.url));

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly language?: 'ko' | 'en';
  readonly env?: Readonly<Record<string, string>>;
  /** Sent a SIGINT as soon as standard error holds this text. */
  readonly interruptAt?: string;
  /** Closes the reading end of standard output at once. */
  readonly deaf?: boolean;
}

const LANGUAGES = { ko: 'ko_KR.UTF-8', en: 'en_US.UTF-8' } as const;

export function storybook(words: readonly string[], options: CommandOptions): Promise<Finished> {
  const { cwd, language = 'ko', env = {}, interruptAt, deaf } = options;
  const LC_ALL = LANGUAGES[language];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...words], {
      cwd,
      // Any port: somebody may be using the usual one.
      env: { ...COMPILED, PATH: process.env['PATH'] ?? '', HOME: cwd, LC_ALL, WEB_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (deaf) child.stdout.destroy();
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      const before = stderr;
      stderr += chunk.toString();
      if (interruptAt && !before.includes(interruptAt) && stderr.includes(interruptAt)) child.kill('SIGINT');
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
