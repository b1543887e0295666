// `storybook anthology`, as it is typed.
import { LOCALES, type Locale, PAGE_FORMATS, type PageFormat, TEXT_LIMITS } from '../../story.ts';
import { ANTHOLOGY_WORDING } from '../anthology-wording.ts';
import { Argument, type Command, choice, engineOption, type JsonOption, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { MODEL_HELP } from '../model-help.ts';
import { decimal, seed, text } from '../options.ts';
import type { EngineNames } from './story-options.ts';

export interface AnthologyOptions extends JsonOption {
  readonly title?: string;
  readonly class?: string;
  readonly locale?: Locale;
  readonly page: PageFormat;
  readonly roomy?: boolean;
  readonly notice?: string;
  /** Megabytes. */
  readonly budget?: number;
  readonly seed: number;
  readonly captioner?: string;
  readonly storyteller?: string;
  readonly model?: string;
  readonly out?: string;
}

export type AnthologyAction = (paths: readonly string[], options: AnthologyOptions) => Promise<void>;

const MOST_MEGABYTES = 10_000;

export function addAnthology(program: Command, locale: Locale, engines: EngineNames, action: AnthologyAction): void {
  const help = HELP[locale];
  const words = ANTHOLOGY_WORDING[locale];
  program
    .command('anthology')
    .description(words.about)
    .addHelpText('after', words.examples)
    .addArgument(new Argument('<books...>', words.books))
    .addOption(optionOf('--title <title>', words.title, text('--title', TEXT_LIMITS.title)))
    .addOption(optionOf('--class <name>', words.className, text('--class', TEXT_LIMITS.author)))
    .addOption(choice('--locale <locale>', words.locale, LOCALES))
    .addOption(choice('--page <format>', help.page, PAGE_FORMATS, 'square'))
    .addOption(optionOf('--budget <megabytes>', words.budget, decimal('--budget', 0.1, MOST_MEGABYTES)))
    .addOption(optionOf('--seed <number>', help.seed, seed('--seed')).default(1))
    .option('--roomy', help.roomy)
    .addOption(optionOf('--notice <text>', help.notice, text('--notice', TEXT_LIMITS.notice)))
    .addOption(engineOption('--captioner <name>', help.captioner, engines.captioners))
    .addOption(engineOption('--storyteller <name>', help.storyteller, engines.storytellers))
    .option('--model <folder>', MODEL_HELP[locale].model)
    .option('--out <file>', words.out)
    .option('--json', help.json)
    .action((paths: readonly string[], options: AnthologyOptions) => action(paths, options));
}
