// The one importer of commander: how options and commands are written down, and what it means when parsing stops.
// The commands themselves are in `commands/`.
import { Argument, Command, CommanderError, Option } from 'commander';
import type { Locale } from '../story.ts';
import { HELP } from './help.ts';
import { oneOf } from './options.ts';

export { Argument, type Command, Option };

export interface JsonOption {
  readonly json?: boolean;
}

export const optionOf = <T>(flags: string, about: string, parse: (value: string) => T): Option =>
  new Option(flags, about).argParser(parse);

export const choice = <T extends string>(flags: string, about: string, allowed: readonly T[], fallback?: T): Option => {
  const name = flags.split(' ')[0] ?? flags;
  const option = optionOf(flags, `${about} (${allowed.join(' | ')})`, oneOf(name, allowed));
  return fallback === undefined ? option : option.default(fallback);
};

export const engineOption = (flags: string, about: string, names: readonly string[]): Option =>
  new Option(flags, `${about} (${names.join(' | ')})`);

/** The program without its commands. Parsing throws CommanderError instead of exiting. */
export function createRoot(locale: Locale, version: string): Command {
  const help = HELP[locale];
  return new Command('storybook')
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
