// The options that beams take, for all that generates.
import type { Locale } from '../../story.ts';
import { type Command, type Option, optionOf } from '../grammar.ts';
import { MODEL_HELP } from '../model-help.ts';
import { decimal, whole } from '../options.ts';

export const addModelOption = (command: Command, locale: Locale): Command =>
  command.option('--model <folder>', MODEL_HELP[locale].model);

/** @param longest tokens that a text may have. */
export function addBeamOptions(command: Command, locale: Locale, longest: number): Command {
  const help = MODEL_HELP[locale];
  return command
    .addOption(optionOf('--beams <number>', help.beams, whole('--beams', 1, 64)))
    .addOption(optionOf('--max-length <number>', help.maxLength, whole('--max-length', 2, longest)));
}

/** Commander takes every `--no-…` for a switch that turns something off; this one has a value. */
function noRepeatOption(about: string): Option {
  const option = optionOf('--no-repeat-ngram <number>', about, whole('--no-repeat-ngram', 0, 512));
  option.negate = false;
  return option;
}

/** The same, and what else decides how a story is told. `only` is what help says of engines that follow none of it. */
export function addSearchOptions(command: Command, locale: Locale, only: (about: string) => string): Command {
  const help = MODEL_HELP[locale];
  const [length, repetition] = ['--length-penalty', '--repetition-penalty'] as const;
  return addBeamOptions(command, locale, 1024)
    .addOption(optionOf(`${length} <number>`, only(help.lengthPenalty), decimal(length, -100, 100)))
    .addOption(optionOf(`${repetition} <number>`, only(help.repetitionPenalty), decimal(repetition, 0.01, 100)))
    .addOption(noRepeatOption(only(help.noRepeatNgram)))
    .option('--early-stopping', only(help.earlyStopping))
    .option('--no-early-stopping', only(help.noEarlyStopping));
}
