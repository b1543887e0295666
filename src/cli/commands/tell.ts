// `storybook tell`, as it is typed.
import type { Locale } from '../../story.ts';
import type { StorySettings } from '../generation.ts';
import { Argument, type Command, type Option, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { MODEL_HELP } from '../model-help.ts';
import { decimal, whole } from '../options.ts';
import { addBeamOptions } from './beam-options.ts';
import { addStoryOptions, type EngineNames, type StoryOptions } from './story-options.ts';

export interface TellOptions extends StoryOptions, StorySettings {
  readonly model?: string;
}

export type TellAction = (fields: string, options: TellOptions) => Promise<void>;

/** Commander takes every `--no-…` for a switch that turns something off; this one has a value. */
function noRepeatOption(about: string): Option {
  const option = optionOf('--no-repeat-ngram <number>', about, whole('--no-repeat-ngram', 0, 512));
  option.negate = false;
  return option;
}

export function addTell(program: Command, locale: Locale, engines: EngineNames, action: TellAction): void {
  const help = HELP[locale];
  const more = MODEL_HELP[locale];
  const only = (about: string): string => `${about} (${more.kot5Only})`;
  const command = addStoryOptions(program.command('tell'), locale, engines)
    .description(help.tell)
    .addArgument(new Argument('<fields>', help.fieldsFile))
    .addHelpText('after', help.tellExamples)
    .action((fields: string, options: TellOptions) => action(fields, options));
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
