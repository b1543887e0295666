// `storybook make`, as it is typed.
import { itemsIn } from '../../items.ts';
import { type Locale, MAX_AUTHORS, PAGE_FORMATS, type PageFormat, TEXT_LIMITS } from '../../story.ts';
import { Argument, type Command, choice, engineOption, optionOf } from '../grammar.ts';
import { HELP } from '../help.ts';
import { MODEL_HELP } from '../model-help.ts';
import { text } from '../options.ts';
import { addStoryOptions, type EngineNames, type StoryOptions } from './story-options.ts';

export interface MakeOptions extends StoryOptions {
  readonly fields?: string;
  readonly authors?: readonly string[];
  readonly page: PageFormat;
  readonly roomy?: boolean;
  readonly notice?: string;
  readonly captioner?: string;
  readonly model?: string;
  readonly out?: string;
}

export type MakeAction = (paths: readonly string[], options: MakeOptions) => Promise<void>;

export function addMake(program: Command, locale: Locale, engines: EngineNames, action: MakeAction): void {
  const help = HELP[locale];
  const command = program.command('make').description(help.make).addHelpText('after', help.makeExamples);
  command
    .addArgument(new Argument('[pictures...]', help.pictures))
    .option('--fields <file>', help.fields)
    .addOption(
      optionOf('--authors <names>', help.authors, (names) =>
        itemsIn(text('--authors', MAX_AUTHORS * TEXT_LIMITS.author)(names)),
      ),
    )
    .addOption(choice('--page <format>', help.page, PAGE_FORMATS, 'square'))
    .option('--roomy', help.roomy)
    .addOption(optionOf('--notice <text>', help.notice, text('--notice', TEXT_LIMITS.notice)))
    .addOption(engineOption('--captioner <name>', help.captioner, engines.captioners))
    .option('--model <folder>', MODEL_HELP[locale].model)
    .option('--out <file>', help.out);
  addStoryOptions(command, locale, engines).action((paths: readonly string[], options: MakeOptions) =>
    action(paths, options),
  );
}
