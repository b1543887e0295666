// What a test needs to run programs that may reach only the addresses it names, and to read what they tried.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './folder.ts';

/** One process or thread that was guarded, or one thing that it tried. */
export interface Trace {
  readonly program: string;
  readonly pid: number;
  /** Where it wanted to go, such as `tcp 192.0.2.1:80`; absent for a program that has only begun. */
  readonly strayed?: string;
}

export interface Guarded {
  /** For the environment of the program. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of the programs that the guard stood before, in no particular order. */
  readonly programs: () => readonly string[];
  /** Where they wanted to go besides. */
  readonly strayed: () => readonly string[];
}

/** @param addresses such as `127.0.0.1:8080`: all that may be connected to, on this computer too. */
export async function guarded(...addresses: readonly string[]): Promise<Guarded> {
  const report = join(await freshFolder(), 'report');
  const module = new URL('./only-these.ts', import.meta.url).href;
  const traces = (): readonly Trace[] =>
    readFileSync(report, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Trace);
  return {
    environment: {
      NODE_OPTIONS: `--import=${module}`,
      ONLY_THESE: addresses.join(','),
      ONLY_THESE_REPORT: report,
    },
    programs: () => traces().flatMap(({ program, strayed }) => (strayed === undefined ? [program] : [])),
    strayed: () =>
      traces().flatMap(({ program, strayed }) => (strayed === undefined ? [] : [`${program}: ${strayed}`])),
  };
}
