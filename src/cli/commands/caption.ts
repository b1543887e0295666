// `storybook caption`, as it is typed.
import type { Locale } from '../../story.ts';
import type { CaptionSettings } from '../generation.ts';
import { Argument, type Command, type JsonOption } from '../grammar.ts';
import { HELP } from '../help.ts';
import { MODEL_HELP } from '../model-help.ts';
import { addBeamOptions, addModelOption } from './beam-options.ts';

export interface CaptionOptions extends CaptionSettings, JsonOption {
  readonly model?: string;
}

export type CaptionAction = (paths: readonly string[], options: CaptionOptions) => Promise<void>;

export function addCaption(program: Command, locale: Locale, action: CaptionAction): void {
  const help = MODEL_HELP[locale];
  const command = program.command('caption').description(help.caption).addHelpText('after', help.captionExamples);
  addBeamOptions(addModelOption(command, locale), locale, 512)
    .addArgument(new Argument('<pictures...>', help.pictures))
    .option('--json', HELP[locale].json)
    .action((paths: readonly string[], options: CaptionOptions) => action(paths, options));
}
