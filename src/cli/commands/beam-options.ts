// The options that beams take, for all that generates.
import type { Locale } from '../../story.ts';
import { type Command, optionOf } from '../grammar.ts';
import { MODEL_HELP } from '../model-help.ts';
import { whole } from '../options.ts';

/** @param longest tokens that a text may have. */
export function addBeamOptions(command: Command, locale: Locale, longest: number): Command {
  const help = MODEL_HELP[locale];
  return command
    .option('--model <folder>', help.model)
    .addOption(optionOf('--beams <number>', help.beams, whole('--beams', 1, 64)))
    .addOption(optionOf('--max-length <number>', help.maxLength, whole('--max-length', 2, longest)));
}
