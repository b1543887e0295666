// `storybook print`, as it is typed.
import { type Locale, PAGE_FORMATS, type PageFormat } from '../../story.ts';
import { Argument, type Command, choice, type JsonOption } from '../grammar.ts';
import { HELP } from '../help.ts';
import { PRINT_WORDING } from '../print-wording.ts';

export interface PrintOptions extends JsonOption {
  /** Absent, and without `coverApart`: one page per sheet, with bleed and crop marks. */
  readonly booklet?: boolean;
  readonly coverApart?: boolean;
  readonly bleed?: boolean;
  readonly testSheet?: PageFormat;
  readonly out?: string;
}

/** Either a book or `testSheet` is there. */
export type PrintAction = (book: string | undefined, options: PrintOptions) => Promise<void>;

export function addPrint(program: Command, locale: Locale, action: PrintAction): void {
  const words = PRINT_WORDING[locale];
  program
    .command('print')
    .description(words.about)
    .addHelpText('after', words.examples)
    .addArgument(new Argument('[book]', words.file))
    .option('--booklet', words.optionBooklet)
    .option('--cover-apart', words.optionCoverApart)
    .option('--bleed', words.optionBleed)
    .addOption(choice('--test-sheet <format>', words.optionTestSheet, PAGE_FORMATS))
    .option('--out <file>', HELP[locale].out)
    .option('--json', HELP[locale].json)
    .action((book: string | undefined, options: PrintOptions, command: Command) => {
      if (book === undefined && options.testSheet === undefined)
        command.error("error: missing required argument 'book'", { code: 'commander.missingArgument' });
      return action(book, options);
    });
}
