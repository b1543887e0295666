// The door at a prompt: every `storybook …` command. Reads the environment, turns signals into cancellation, and
// everything thrown into a sentence and an exit status. Commands live in `cli/` and load when asked for.
import manifest from '../package.json' with { type: 'json' };
import { refuseSettings, settingsOf } from './cli/generation.ts';
import { usageStop } from './cli/grammar.ts';
import { withModel } from './cli/model-folder.ts';
import { offerCaptioner } from './cli/offer.ts';
import { type Actions, createProgram } from './cli/program.ts';
import { createProgress } from './cli/progress.ts';
import { printCaptioned, printFailure, printInspected, printMade, printTold } from './cli/results.ts';
import type { Engines } from './cli/story-of.ts';
import type { Surroundings } from './cli/surroundings.ts';
import { WORDING } from './cli/wording.ts';
import { ENGINES, readConfig } from './config.ts';
import { loadEnvironment, systemLocale } from './environment.ts';
import { isTalesError } from './errors.ts';
import { EXIT, exitCodeFor } from './exit-codes.ts';
import { explain } from './explain.ts';
import {
  chooseCaptioner,
  chooseModerator,
  chooseStoryteller,
  chooseTranslator,
  openBlip,
  openKogpt2,
  openKot5,
  withRememberedModels,
} from './pipeline/index.ts';
import { errnoOf } from './store-fault.ts';

const locale = systemLocale();

const progress = createProgress(process.stderr, () => performance.now());
const cancellation = new AbortController();

/** The configuration is as the environment has it. */
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

/** With the models that were fetched or named by command. */
async function furnished(): Promise<Surroundings> {
  const around = surroundings();
  return { ...around, config: await withRememberedModels(around.config) };
}

/** All that making a book takes. */
const enginesFor = async (
  config: Surroundings['config'],
  { captioner, storyteller }: { readonly captioner: string | undefined; readonly storyteller: string | undefined },
): Promise<Engines> => ({
  captioner: await chooseCaptioner(config, captioner),
  translator: await chooseTranslator(config),
  storyteller: await chooseStoryteller(config, storyteller),
  moderator: await chooseModerator(config),
});

const actions: Actions = {
  async make(paths, { fields, page, captioner, storyteller, model, json, ...book }) {
    const around = await furnished();
    const config = withModel(around.config, model, {
      ...(captioner && { captioner }),
      ...(storyteller && { storyteller }),
    });
    const { make } = await import('./cli/make.ts');
    const made = await make(
      {
        ...book,
        paths,
        ...(fields !== undefined && { fieldsPath: fields }),
        format: page,
        ...(await enginesFor(config, { captioner, storyteller })),
      },
      around,
    );
    printMade(process.stdout, made, locale, json ?? false);
    await offerCaptioner(made.book, { captioner, json }, { ...around, config });
  },
  async anthology(paths, { page, captioner, storyteller, model, json, class: className, budget, ...rest }) {
    const around = await furnished();
    const config = withModel(around.config, model, {
      ...(captioner && { captioner }),
      ...(storyteller && { storyteller }),
    });
    const { anthology } = await import('./cli/anthology.ts');
    const { printAnthology } = await import('./cli/anthology-results.ts');
    const made = await anthology(
      {
        ...rest,
        paths,
        ...(className && { className }),
        ...(budget !== undefined && { budget: budget * 1024 ** 2 }),
        format: page,
        ...(await enginesFor(config, { captioner, storyteller })),
      },
      around,
    );
    printAnthology(process.stdout, made, locale, json ?? false);
  },
  async tell(fieldsPath, options) {
    const around = await furnished();
    const { storyteller, json = false, model } = options;
    if (storyteller === 'kot5' || storyteller === 'kogpt2') {
      const config = withModel(around.config, model, { storyteller });
      const { tellWithKot5 } = await import('./cli/tell-kot5.ts');
      const translator = await chooseTranslator(config);
      const open = () => ({ kot5: openKot5, kogpt2: openKogpt2 })[storyteller](config, { signal: around.signal });
      const book = await tellWithKot5(
        {
          ...options,
          storyteller,
          fieldsPath,
          settings: settingsOf(options),
          translator,
          open,
          moderator: await chooseModerator(config),
        },
        around,
      );
      printInspected(process.stdout, book, locale, json);
      return;
    }
    refuseSettings(options);
    const { tell } = await import('./cli/tell.ts');
    const { config, signal } = around;
    const told = await tell(fieldsPath, options, await chooseStoryteller(config, storyteller), config.locale, signal);
    printTold(process.stdout, told, locale, json);
  },
  async caption(paths, options) {
    const around = await furnished();
    const config = withModel(around.config, options.model, { captioner: 'blip' });
    const { caption } = await import('./cli/caption.ts');
    const captioned = await caption(
      paths,
      settingsOf(options),
      () => openBlip(config, { signal: around.signal }),
      around,
    );
    printCaptioned(process.stdout, captioned, options.json ?? false);
  },
  async print(book, { testSheet, json = false, ...options }) {
    const around = surroundings();
    const { print, printTestSheet } = await import('./cli/print.ts');
    const { printPrintable } = await import('./cli/print-results.ts');
    const made = testSheet
      ? await printTestSheet(testSheet, options, around)
      : await print(book ?? '', options, around);
    printPrintable(process.stdout, made, locale, json);
  },
  async doctor({ json }) {
    const { doctor } = await import('./cli/doctor.ts');
    const { hasBroken, printDoctor } = await import('./cli/doctor/print.ts');
    const sections = await doctor(surroundings());
    printDoctor(process.stdout, sections, locale, json ?? false);
    if (hasBroken(sections)) process.exitCode = EXIT.file;
  },
  async models() {
    const { createModelActions } = await import('./cli/models.ts');
    const end = (status: number): void => {
      process.exitCode = status;
    };
    return createModelActions({ ...surroundings(), stdout: process.stdout, end });
  },
  async dataset() {
    const { createDatasetActions } = await import('./cli/dataset.ts');
    const end = (status: number): void => {
      process.exitCode = status;
    };
    return createDatasetActions({ ...(await furnished()), stdout: process.stdout, end });
  },
  async searchDecoding(options) {
    const { searchDecoding } = await import('./cli/search-decoding.ts');
    const end = (status: number): void => {
      process.exitCode = status;
    };
    await searchDecoding(options, { ...(await furnished()), stdout: process.stdout, end });
  },
  async evaluate(options) {
    const { runEvaluate } = await import('./cli/evaluate/run.ts');
    const end = (status: number): void => {
      process.exitCode = status;
    };
    await runEvaluate(options, { ...(await furnished()), stdout: process.stdout, end });
  },
  async keeping() {
    const { createKeepingActions } = await import('./cli/keeping.ts');
    const end = (status: number): void => {
      process.exitCode = status;
    };
    return createKeepingActions({ ...(await furnished()), stdout: process.stdout, end });
  },
};

/** Says what went wrong and returns the exit status. */
function fail(error: unknown): number {
  progress.end();
  if (isTalesError(error)) {
    const message = explain(error, locale);
    process.stderr.write(`${message}\n`);
    // Programs that asked for JSON get the reason as JSON too.
    if (process.argv.includes('--json')) printFailure(process.stdout, error, message);
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

const engines = { captioners: ENGINES.captioner, storytellers: ENGINES.storyteller };

// Without a command, teach.
const [first, ...others] = process.argv.slice(2);
const isBare = first === undefined || (['models', 'dataset'].includes(first) && others.length === 0);
const words = isBare ? [...process.argv, '--help'] : process.argv;
try {
  loadEnvironment();
  await createProgram(locale, manifest.version, engines, actions).parseAsync(words);
} catch (error) {
  process.exitCode = fail(error);
}
