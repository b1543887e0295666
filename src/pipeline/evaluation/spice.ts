// SPICE by its official program, a Java archive that is not part of this project: writes what it reads, runs it, reads what
// it wrote. It parses English sentences into scenes, so of Korean it sees little more than single words.
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { throwIfCancelled } from '../../errors.ts';

export interface SpiceCase {
  readonly key: number;
  readonly told: string;
  readonly wanted: string;
}

export interface SpiceProgram {
  /** The program and its first arguments. Default `java -Xmx8G`. */
  readonly java?: readonly string[];
  readonly jar: string;
  /** Where its input, its output and its cache lie. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}

export type SpiceOutcome =
  | { readonly scores: ReadonlyMap<number, number> }
  /** What Java, or the program, said. */
  | { readonly failed: string };

/** F may be NaN, which JSON has no word for. */
const outputSchema = z.array(
  z.object({
    image_id: z.coerce.number(),
    scores: z.object({ All: z.object({ f: z.union([z.number(), z.null(), z.string()]) }) }),
  }),
);

/** Of what is said, the last characters are kept. */
const MOST_SAID = 4000;

/** Exit status 0 gives `undefined`, anything else what was said. */
function run(command: readonly string[], signal: AbortSignal | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const [program = 'java', ...args] = command;
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(signal && { signal }) });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-MOST_SAID);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) =>
      resolve(status === 0 ? undefined : (said.trim().split('\n').find(Boolean) ?? `exit status ${status}`)),
    );
  });
}

/**
 * One score for each case, as far as the program gives one.
 * @throws TalesError `cancelled`; what goes wrong with the program comes back as `failed`.
 */
export async function spiceScores(cases: readonly SpiceCase[], program: SpiceProgram): Promise<SpiceOutcome> {
  const { java = ['java', '-Xmx8G'], jar, folder, signal } = program;
  const [input, output, cache] = [join(folder, 'input.json'), join(folder, 'output.json'), join(folder, 'cache')];
  await mkdir(cache, { recursive: true });
  const given = cases.map(({ key, told, wanted }) => ({ image_id: key, test: told, refs: [wanted] }));
  await writeFile(input, JSON.stringify(given));
  const fault = await run([...java, '-jar', jar, input, '-cache', cache, '-out', output, '-subset', '-silent'], signal);
  throwIfCancelled(signal);
  if (fault !== undefined) return { failed: fault };
  try {
    // NaN is written as a bare word, which JSON does not know.
    const text = (await readFile(output, 'utf8')).replace(/(:\s*)NaN\b/g, '$1null');
    const scored = outputSchema.parse(JSON.parse(text));
    const found = scored.map(({ image_id: key, scores }) => [key, Number(scores.All.f ?? Number.NaN)] as const);
    return { scores: new Map(found.filter(([, score]) => Number.isFinite(score))) };
  } catch (error) {
    return { failed: (error as Error).message.split('\n')[0] ?? 'unreadable output' };
  }
}
