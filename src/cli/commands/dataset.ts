// `storybook dataset …`, as it is typed.
import type { Locale } from '../../story.ts';
import { DATASET_HELP } from '../dataset-help.ts';
import { type Command, type JsonOption, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { seed, whole } from '../options.ts';

export interface SynthesizeSettings extends JsonOption {
  readonly out: string;
  readonly count: number;
  readonly seed: number;
  readonly size: number;
}

/** What `storybook dataset …` does. */
export interface DatasetActions {
  synthesize(options: SynthesizeSettings): Promise<void>;
}

const MOST_PICTURES = 1_000_000;

export function addDataset(program: Command, locale: Locale, open: () => Promise<DatasetActions>): void {
  const help = DATASET_HELP[locale];
  const dataset = program
    .command('dataset')
    .description(help.dataset)
    .addHelpText('after', help.examples)
    .helpCommand(false);
  dataset
    .command('synthesize')
    .description(help.synthesize)
    .requiredOption('--out <folder>', help.synthesizeOut)
    .addOption(optionOf('--count <n>', help.count, whole('--count', 1, MOST_PICTURES)).makeOptionMandatory())
    .addOption(optionOf('--seed <n>', help.seed, seed('--seed')).default(1))
    .addOption(optionOf('--size <pixels>', help.size, whole('--size', 64, 1024)).default(256))
    .option('--json', HELP[locale].json)
    .action(async (options: SynthesizeSettings) => (await open()).synthesize(options));
}
