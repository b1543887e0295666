// The door at a prompt: `storybook make | tell | doctor`. Reads the environment, turns signals into
// cancellation, and everything thrown into a sentence and an exit status. Commands live in `cli/` and load when asked for.
import { existsSync } from 'node:fs';
import manifest from '../package.json' with { type: 'json' };
import { EXIT, exitCodeFor } from './cli/exit-codes.ts';
import { type Actions, createProgram, usageStop } from './cli/program.ts';
import { createProgress } from './cli/progress.ts';
import { printDoctor, printMade, printTold } from './cli/results.ts';
import type { Surroundings } from './cli/surroundings.ts';
import { WORDING } from './cli/wording.ts';
import { readConfig } from './config.ts';
import { isTalesError } from './errors.ts';
import { explain } from './explain.ts';
import { CAPTIONER_NAMES, chooseCaptioner, chooseStoryteller, STORYTELLER_NAMES } from './pipeline/index.ts';
import { errnoOf } from './store-fault.ts';
import type { Locale } from './story.ts';

const systemLocale = Intl.DateTimeFormat().resolvedOptions().locale;
/** Messages are Korean on a Korean system and English elsewhere. */
const locale: Locale = systemLocale.startsWith('ko') ? 'ko' : 'en';

const progress = createProgress(process.stderr, () => performance.now());
const cancellation = new AbortController();

function surroundings(): Surroundings {
  const { signal } = cancellation;
  const { stdin: input, stderr: output } = process;
  const canAsk = input.isTTY && output.isTTY;
  return {
    config: readConfig(process.env),
    locale,
    progress,
    signal,
    ...(canAsk && { terminal: { input, output, signal } }),
  };
}

const actions: Actions = {
  async make(paths, { fields, page, captioner, storyteller, json, ...book }) {
    const around = surroundings();
    const { make } = await import('./cli/make.ts');
    const made = await make(
      {
        ...book,
        paths,
        ...(fields !== undefined && { fieldsPath: fields }),
        format: page,
        captioner: await chooseCaptioner(captioner, around.config),
        storyteller: await chooseStoryteller(storyteller, around.config),
      },
      around,
    );
    printMade(process.stdout, made, locale, json ?? false);
  },
  async tell(fields, { storyteller, json, ...book }) {
    const { config, signal } = surroundings();
    const { tell } = await import('./cli/tell.ts');
    const told = await tell(fields, book, await chooseStoryteller(storyteller, config), config.locale, signal);
    printTold(process.stdout, told, locale, json ?? false);
  },
  async doctor({ json }) {
    const { doctor } = await import('./cli/doctor.ts');
    const findings = await doctor(surroundings());
    printDoctor(process.stdout, findings, json ?? false);
    if (findings.some(({ state }) => state === 'broken')) process.exitCode = EXIT.file;
  },
};

/** Says what went wrong and returns the exit status. */
function fail(error: unknown): number {
  progress.end();
  if (isTalesError(error)) {
    process.stderr.write(`${explain(error, locale)}\n`);
    return exitCodeFor(error.code);
  }
  const stop = usageStop(error, locale);
  if (stop) {
    if (stop.sentence !== undefined) process.stderr.write(`${stop.sentence}\n`);
    return stop.sentence === undefined ? EXIT.done : EXIT.usage;
  }
  process.stderr.write(`${WORDING[locale].unexpected}\n`);
  console.error(error);
  return EXIT.bug;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // The first asks politely; a second one does not wait.
  process.once(signal, () => {
    cancellation.abort();
    process.once(signal, () => process.exit(EXIT.cancelled));
  });
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error) => {
  if (errnoOf(error) !== 'EPIPE') throw error;
});

const engines = { captioners: CAPTIONER_NAMES, storytellers: STORYTELLER_NAMES };

// Without a command, teach.
const words = process.argv.length > 2 ? process.argv : [...process.argv, '--help'];
try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await createProgram(locale, manifest.version, engines, actions).parseAsync(words);
} catch (error) {
  process.exitCode = fail(error);
}
