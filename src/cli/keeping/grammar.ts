// The grammar of the commands about what is kept. The program's own is in `program.ts`, which hands itself over.
import type { Locale } from '../../story.ts';
import type { Command } from '../grammar.ts';
import type { ExportOptions, KeepingActions, PrivacyOptions } from './actions.ts';
import { KEEPING_HELP } from './help.ts';

type Json = { readonly json?: boolean };

/** What commander hands over follows from the grammar beside it. */
export function addKeeping(program: Command, locale: Locale, actions: () => Promise<KeepingActions>): void {
  const help = KEEPING_HELP[locale];
  const books = program.command('books').description(help.books).helpCommand(false);
  books.option('--json', help.json).action(async (options) => (await actions()).books(options as Json));
  books
    .command('delete <session>')
    .description(help.delete)
    .option('-y, --yes', help.yes)
    .action(async (id, options) => (await actions()).deleteBook(id as string, options as { readonly yes?: boolean }));
  program
    .command('export [session]')
    .description(help.export)
    .option('--all', help.all)
    .option('--out <folder>', help.outFolder)
    .option('--json', help.json)
    .action(async (id, options) => (await actions()).export(id as string | undefined, options as ExportOptions));
  program
    .command('privacy')
    .description(help.privacy)
    .option('--out <file>', help.outFile)
    .option('--locale <locale>', help.locale)
    .option('--json', help.json)
    .action(async (options) => (await actions()).privacy(options as PrivacyOptions));
}
