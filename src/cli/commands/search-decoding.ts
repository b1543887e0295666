// `storybook search-decoding`, as it is typed.
import { WAYS, type Way } from '../../pipeline/index.ts';
import type { Locale } from '../../story.ts';
import { type Command, choice, type JsonOption, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { seed, whole } from '../options.ts';
import { SEARCH_HELP } from '../search-decoding/help.ts';

const CIDER_WORDS = ['spaces', 'bare'] as const;
const MOST_ROWS = 10_000_000;

export interface SearchOptions extends JsonOption {
  readonly data: string;
  /** Absent: the configured KoT5. */
  readonly model?: string;
  readonly out?: string;
  readonly grid?: string;
  readonly sample?: number;
  readonly seed: number;
  readonly choose: Way;
  readonly bert?: string;
  readonly bertLayer?: number;
  readonly bertIdf?: boolean;
  readonly spice?: string;
  readonly ciderWords?: (typeof CIDER_WORDS)[number];
}

export type SearchAction = (options: SearchOptions) => Promise<void>;

export function addSearchDecoding(program: Command, locale: Locale, action: SearchAction): void {
  const help = SEARCH_HELP[locale];
  program
    .command('search-decoding')
    .description(help.about)
    .addHelpText('after', help.examples)
    .requiredOption('--data <file>', help.data)
    .option('--model <folder>', help.model)
    .option('--out <folder>', help.out)
    .option('--grid <file>', help.grid)
    .addOption(optionOf('--sample <number>', help.sample, whole('--sample', 1, MOST_ROWS)))
    .addOption(optionOf('--seed <number>', help.seed, seed('--seed')).default(1))
    .addOption(choice('--choose <way>', help.choose, WAYS, 'mean'))
    .option('--bert <folder>', help.bert)
    .addOption(optionOf('--bert-layer <number>', `${help.bertLayer} (9)`, whole('--bert-layer', 1, 1000)))
    .option('--bert-idf', help.bertIdf)
    .option('--spice <jar>', help.spice)
    .addOption(choice('--cider-words <way>', help.ciderWords, CIDER_WORDS))
    .option('--json', HELP[locale].json)
    .action((options: SearchOptions) => action(options));
}
