// `storybook dataset …`, as it is typed.
import { ENGINES } from '../../config.ts';
import type { Locale } from '../../story.ts';
import { DATASET_HELP, type DatasetHelp } from '../dataset-help.ts';
import { type Command, choice, type JsonOption, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { decimal, seed, whole } from '../options.ts';

export interface BuildSettings extends JsonOption {
  readonly images: readonly string[];
  readonly annotations: readonly string[];
  readonly out: string;
  readonly captioner: CaptionerChoice;
  readonly model?: string;
  readonly batch: number;
  readonly split: 'auto' | 'books';
  readonly valShare: number;
  readonly restart?: boolean;
}

export interface SynthesizeSettings extends JsonOption {
  readonly out: string;
  readonly count: number;
  readonly seed: number;
  readonly size: number;
}

/** What `storybook dataset …` does. */
export interface DatasetActions {
  build(options: BuildSettings): Promise<void>;
  synthesize(options: SynthesizeSettings): Promise<void>;
}

/** Who says what is in a picture: an engine, those who annotated it, or nobody. */
export const CAPTIONER_CHOICES = [...ENGINES.captioner, 'annotations'] as const;
export type CaptionerChoice = (typeof CAPTIONER_CHOICES)[number];

const SPLITS = ['auto', 'books'] as const;
const MOST_PICTURES = 1_000_000;
const MOST_AT_ONCE = 256;

function addBuild(dataset: Command, help: DatasetHelp, json: string, open: () => Promise<DatasetActions>): void {
  dataset
    .command('build')
    .description(help.build)
    .addHelpText('after', help.buildExamples)
    .requiredOption('--images <paths...>', help.images)
    .requiredOption('--annotations <paths...>', help.annotations)
    .requiredOption('--out <folder>', help.buildOut)
    .addOption(choice('--captioner <name>', help.captioner, CAPTIONER_CHOICES, 'auto'))
    .option('--model <folder>', help.model)
    .addOption(optionOf('--batch <n>', help.batch, whole('--batch', 1, MOST_AT_ONCE)).default(16))
    .addOption(choice('--split <how>', help.split, SPLITS, 'auto'))
    .addOption(optionOf('--val-share <share>', help.valShare, decimal('--val-share', 0, 1)).default(0.1))
    .option('--restart', help.restart)
    .option('--json', json)
    .action(async (options: BuildSettings) => (await open()).build(options));
}

function addSynthesize(dataset: Command, help: DatasetHelp, json: string, open: () => Promise<DatasetActions>): void {
  dataset
    .command('synthesize')
    .description(help.synthesize)
    .requiredOption('--out <folder>', help.synthesizeOut)
    .addOption(optionOf('--count <n>', help.count, whole('--count', 1, MOST_PICTURES)).makeOptionMandatory())
    .addOption(optionOf('--seed <n>', help.seed, seed('--seed')).default(1))
    .addOption(optionOf('--size <pixels>', help.size, whole('--size', 64, 1024)).default(256))
    .option('--json', json)
    .action(async (options: SynthesizeSettings) => (await open()).synthesize(options));
}

export function addDataset(program: Command, locale: Locale, open: () => Promise<DatasetActions>): void {
  const help = DATASET_HELP[locale];
  const { json } = HELP[locale];
  const dataset = program
    .command('dataset')
    .description(help.dataset)
    .addHelpText('after', help.examples)
    .helpCommand(false);
  addBuild(dataset, help, json, open);
  addSynthesize(dataset, help, json, open);
}
