// `storybook evaluate`, as it is typed.
import type { Locale } from '../../story.ts';
import { EVALUATE_HELP } from '../evaluate-help.ts';
import type { StorySettings } from '../generation.ts';
import { type Command, choice, type JsonOption, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { seed, whole } from '../options.ts';
import { addModelOption, addSearchOptions } from './beam-options.ts';

const CIDER_WORDS = ['spaces', 'bare'] as const;

/** Either `results`, or `data` with a model, is there. */
export interface EvaluateOptions extends StorySettings, JsonOption {
  readonly data?: string;
  readonly model?: string;
  readonly results?: string;
  readonly against?: string;
  readonly sample?: number;
  readonly seed: number;
  readonly bert?: string;
  readonly bertLayer?: number;
  readonly bertIdf?: boolean;
  readonly spice?: string;
  readonly ciderWords?: (typeof CIDER_WORDS)[number];
  readonly out?: string;
}

export type EvaluateAction = (options: EvaluateOptions) => Promise<void>;

const MOST_ROWS = 10_000_000;

export function addEvaluate(program: Command, locale: Locale, action: EvaluateAction): void {
  const help = EVALUATE_HELP[locale];
  const command = program
    .command('evaluate')
    .description(help.about)
    .addHelpText('after', help.examples)
    .option('--data <file>', help.data);
  addModelOption(command, locale)
    .option('--results <file>', help.results)
    .option('--against <folder>', help.against)
    .addOption(optionOf('--sample <number>', help.sample, whole('--sample', 1, MOST_ROWS)))
    .addOption(optionOf('--seed <number>', help.seed, seed('--seed')).default(1))
    .option('--bert <folder>', help.bert)
    .addOption(optionOf('--bert-layer <number>', `${help.bertLayer} (9)`, whole('--bert-layer', 1, 1000)))
    .option('--bert-idf', help.bertIdf)
    .option('--spice <jar>', help.spice)
    .addOption(choice('--cider-words <way>', help.ciderWords, CIDER_WORDS))
    .option('--out <folder>', help.out)
    .option('--json', HELP[locale].json)
    .action((options: EvaluateOptions, self: Command) => {
      if (options.results === undefined && options.data === undefined)
        self.error("error: missing required option '--data <file>'", { code: 'commander.missingMandatoryOptionValue' });
      return action(options);
    });
  addSearchOptions(command, locale, (about) => about);
}
