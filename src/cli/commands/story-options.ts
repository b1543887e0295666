// The options that all commands have which tell a story.
import { LOCALES, type Locale, READING_LEVELS, type ReadingLevel, TEXT_LIMITS } from '../../story.ts';
import { type Command, choice, engineOption, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { seed, text } from '../options.ts';

export interface StoryOptions {
  readonly title?: string;
  readonly locale?: Locale;
  readonly level?: ReadingLevel;
  readonly seed: number;
  /** Default: what the configuration names. */
  readonly storyteller?: string;
  readonly json?: boolean;
}

/** Names of engines that can be chosen, seam by seam. */
export interface EngineNames {
  readonly captioners: readonly string[];
  readonly storytellers: readonly string[];
}

export function addStoryOptions(command: Command, locale: Locale, { storytellers }: EngineNames): Command {
  const help = HELP[locale];
  return command
    .addOption(optionOf('--title <title>', help.title, text('--title', TEXT_LIMITS.title)))
    .addOption(choice('--locale <locale>', help.locale, LOCALES))
    .addOption(choice('--level <level>', help.level, READING_LEVELS))
    .addOption(optionOf('--seed <number>', help.seed, seed('--seed')).default(1))
    .addOption(engineOption('--storyteller <name>', help.storyteller, storytellers))
    .option('--json', help.json);
}
