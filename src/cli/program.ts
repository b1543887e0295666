// The command line's grammar: commands, options and their help. What commands do is handed in by the door.
// The one importer of commander.
import { Argument, Command, CommanderError, Option } from 'commander';
import { itemsIn } from '../items.ts';
import {
  LOCALES,
  type Locale,
  MAX_AUTHORS,
  PAGE_FORMATS,
  type PageFormat,
  READING_LEVELS,
  type ReadingLevel,
  TEXT_LIMITS,
} from '../story.ts';
import type { CaptionSettings, StorySettings } from './generation.ts';
import { HELP } from './help.ts';
import type { KeepingActions } from './keeping/actions.ts';
import { addKeeping } from './keeping/grammar.ts';
import { MODEL_HELP } from './model-help.ts';
import { MODELS_HELP } from './models-help.ts';
import { decimal, oneOf, seed, text, whole } from './options.ts';

export interface StoryOptions {
  readonly title?: string;
  readonly locale?: Locale;
  readonly level?: ReadingLevel;
  readonly seed: number;
  /** Default: what the configuration names. */
  readonly storyteller?: string;
  readonly json?: boolean;
}

export interface MakeOptions extends StoryOptions {
  readonly fields?: string;
  readonly authors?: readonly string[];
  readonly page: PageFormat;
  readonly captioner?: string;
  readonly model?: string;
  readonly out?: string;
}

export interface TellOptions extends StoryOptions, StorySettings {
  readonly model?: string;
}

export interface CaptionOptions extends CaptionSettings {
  readonly model?: string;
  readonly json?: boolean;
}

interface JsonOption {
  readonly json?: boolean;
}

/** What `storybook models …` does. */
export interface ModelActions {
  list(options: JsonOption): Promise<void>;
  pull(names: readonly string[], options: JsonOption): Promise<void>;
  verify(names: readonly string[], options: JsonOption): Promise<void>;
  add(engine: ModelEngine, folder: string, options: JsonOption): Promise<void>;
  remove(name: string, options: JsonOption & { readonly yes?: boolean }): Promise<void>;
}

/** Engines that work from a folder. */
const MODEL_ENGINES = ['blip', 't5', 'kot5'] as const;
type ModelEngine = (typeof MODEL_ENGINES)[number];

/** Names of engines that can be chosen, seam by seam. */
export interface EngineNames {
  readonly captioners: readonly string[];
  readonly storytellers: readonly string[];
}

export interface Actions {
  make(paths: readonly string[], options: MakeOptions): Promise<void>;
  tell(fields: string, options: TellOptions): Promise<void>;
  caption(paths: readonly string[], options: CaptionOptions): Promise<void>;
  doctor(options: JsonOption): Promise<void>;
  models(): Promise<ModelActions>;
  keeping(): Promise<KeepingActions>;
}

const optionOf = <T>(flags: string, about: string, parse: (value: string) => T): Option =>
  new Option(flags, about).argParser(parse);

const choice = <T extends string>(flags: string, about: string, allowed: readonly T[], fallback?: T): Option => {
  const name = flags.split(' ')[0] ?? flags;
  const option = optionOf(flags, `${about} (${allowed.join(' | ')})`, oneOf(name, allowed));
  return fallback === undefined ? option : option.default(fallback);
};

const engineOption = (flags: string, about: string, names: readonly string[]): Option =>
  new Option(flags, `${about} (${names.join(' | ')})`);

function addStoryOptions(command: Command, locale: Locale, { storytellers }: EngineNames): Command {
  const help = HELP[locale];
  return command
    .addOption(optionOf('--title <title>', help.title, text('--title', TEXT_LIMITS.title)))
    .addOption(choice('--locale <locale>', help.locale, LOCALES))
    .addOption(choice('--level <level>', help.level, READING_LEVELS))
    .addOption(optionOf('--seed <number>', help.seed, seed('--seed')).default(1))
    .addOption(engineOption('--storyteller <name>', help.storyteller, storytellers))
    .option('--json', help.json);
}

function addMake(program: Command, locale: Locale, engines: EngineNames, actions: Actions): void {
  const help = HELP[locale];
  const command = program.command('make').description(help.make).addHelpText('after', help.makeExamples);
  command
    .addArgument(new Argument('[pictures...]', help.pictures))
    .option('--fields <file>', help.fields)
    .addOption(
      optionOf('--authors <names>', help.authors, (names) =>
        itemsIn(text('--authors', MAX_AUTHORS * TEXT_LIMITS.author)(names)),
      ),
    )
    .addOption(choice('--page <format>', help.page, PAGE_FORMATS, 'square'))
    .addOption(engineOption('--captioner <name>', help.captioner, engines.captioners))
    .option('--model <folder>', MODEL_HELP[locale].model)
    .option('--out <file>', help.out);
  addStoryOptions(command, locale, engines).action((paths: readonly string[], options: MakeOptions) =>
    actions.make(paths, options),
  );
}

/** The options that beams take, for all that generates. */
function addBeamOptions(command: Command, locale: Locale, longest: number): Command {
  const help = MODEL_HELP[locale];
  return command
    .option('--model <folder>', help.model)
    .addOption(optionOf('--beams <number>', help.beams, whole('--beams', 1, 64)))
    .addOption(optionOf('--max-length <number>', help.maxLength, whole('--max-length', 2, longest)));
}

/** Commander takes every `--no-…` for a switch that turns something off; this one has a value. */
function noRepeatOption(about: string): Option {
  const option = optionOf('--no-repeat-ngram <number>', about, whole('--no-repeat-ngram', 0, 512));
  option.negate = false;
  return option;
}

function addTell(program: Command, locale: Locale, engines: EngineNames, actions: Actions): void {
  const help = HELP[locale];
  const more = MODEL_HELP[locale];
  const only = (about: string): string => `${about} (${more.kot5Only})`;
  const command = addStoryOptions(program.command('tell'), locale, engines)
    .description(help.tell)
    .addArgument(new Argument('<fields>', help.fieldsFile))
    .addHelpText('after', help.tellExamples)
    .action((fields: string, options: TellOptions) => actions.tell(fields, options));
  addBeamOptions(command, locale, 1024)
    .addOption(optionOf('--length-penalty <number>', only(more.lengthPenalty), decimal('--length-penalty', -100, 100)))
    .addOption(
      optionOf(
        '--repetition-penalty <number>',
        only(more.repetitionPenalty),
        decimal('--repetition-penalty', 0.01, 100),
      ),
    )
    .addOption(noRepeatOption(only(more.noRepeatNgram)))
    .option('--early-stopping', only(more.earlyStopping))
    .option('--no-early-stopping', only(more.noEarlyStopping));
}

function addCaption(program: Command, locale: Locale, actions: Actions): void {
  const help = MODEL_HELP[locale];
  const command = program.command('caption').description(help.caption).addHelpText('after', help.captionExamples);
  addBeamOptions(command, locale, 512)
    .addArgument(new Argument('<pictures...>', help.pictures))
    .option('--json', HELP[locale].json)
    .action((paths: readonly string[], options: CaptionOptions) => actions.caption(paths, options));
}

function addModels(program: Command, locale: Locale, actions: Actions): void {
  const help = MODELS_HELP[locale];
  const models = program
    .command('models')
    .description(help.models)
    .addHelpText('after', help.examples)
    .helpCommand(false);
  const verb = (name: string, about: string): Command =>
    models.command(name).description(about).option('--json', HELP[locale].json);
  verb('list', help.list).action(async (options: JsonOption) => (await actions.models()).list(options));
  verb('pull', help.pull)
    .addArgument(new Argument('[names...]', help.pullNames))
    .action(async (names: readonly string[], options: JsonOption) => (await actions.models()).pull(names, options));
  verb('verify', help.verify)
    .addArgument(new Argument('[names...]', help.verifyNames))
    .action(async (names: readonly string[], options: JsonOption) => (await actions.models()).verify(names, options));
  verb('add', help.add)
    .addArgument(new Argument('<engine>', `${help.engine} (${MODEL_ENGINES.join(' | ')})`))
    .addArgument(new Argument('<folder>', help.folder))
    .action(async (engine: string, folder: string, options: JsonOption) =>
      (await actions.models()).add(oneOf('models add', MODEL_ENGINES)(engine), folder, options),
    );
  verb('remove', help.remove)
    .addArgument(new Argument('<name>', help.name))
    .option('-y, --yes', help.yes)
    .action(async (name: string, options: JsonOption & { readonly yes?: boolean }) =>
      (await actions.models()).remove(name, options),
    );
}

/** The program, ready for `parseAsync`. Parsing throws CommanderError instead of exiting. */
export function createProgram(locale: Locale, version: string, engines: EngineNames, actions: Actions): Command {
  const help = HELP[locale];
  const program = new Command('storybook')
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand(false)
    .addHelpText('after', help.exitCodes)
    .configureHelp({
      styleTitle: (title) => help.headings[title] ?? title,
      styleSubcommandTerm: (term) => term.replace('[options]', `[${help.options}]`),
      styleUsage: (usage) => usage.replace('[options]', `[${help.options}]`).replace('[command]', `[${help.command}]`),
      optionDescription: ({ description, defaultValue, negate }) =>
        defaultValue === undefined || negate || typeof defaultValue === 'boolean'
          ? description
          : `${description} (${help.fallback}: ${defaultValue})`,
    })
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
  addMake(program, locale, engines, actions);
  addTell(program, locale, engines, actions);
  addCaption(program, locale, actions);
  program
    .command('doctor')
    .description(help.doctor)
    .option('--json', help.json)
    .action((options: JsonOption) => actions.doctor(options));
  addModels(program, locale, actions);
  addKeeping(program, locale, () => actions.keeping());
  return program;
}

/** What commander stopped for: `sentence` is absent where help or the version was asked for and printed. */
export interface UsageStop {
  readonly sentence?: string;
}

/** `undefined` for errors that are none of commander's. */
export function usageStop(error: unknown, locale: Locale): UsageStop | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  if (error.exitCode === 0) return {};
  const about = /'([^']+)'/.exec(error.message)?.[1] ?? error.message;
  const near = /Did you mean (?:one of )?([^?,]+)/.exec(error.message)?.[1];
  return { sentence: HELP[locale].usageError(error.code, about, near) };
}
