// `storybook tell`, as it is typed.
import type { Locale } from '../../story.ts';
import type { StorySettings } from '../generation.ts';
import { Argument, type Command } from '../grammar.ts';
import { HELP } from '../help.ts';
import { MODEL_HELP } from '../model-help.ts';
import { addModelOption, addSearchOptions } from './beam-options.ts';
import { addStoryOptions, type EngineNames, type StoryOptions } from './story-options.ts';

export interface TellOptions extends StoryOptions, StorySettings {
  readonly model?: string;
}

export type TellAction = (fields: string, options: TellOptions) => Promise<void>;

export function addTell(program: Command, locale: Locale, engines: EngineNames, action: TellAction): void {
  const help = HELP[locale];
  const more = MODEL_HELP[locale];
  const command = addStoryOptions(program.command('tell'), locale, engines)
    .description(help.tell)
    .addArgument(new Argument('<fields>', help.fieldsFile))
    .addHelpText('after', help.tellExamples)
    .action((fields: string, options: TellOptions) => action(fields, options));
  addSearchOptions(addModelOption(command, locale), locale, (about) => `${about} (${more.kot5Only})`);
}
