// What `storybook print` says when it has made a file: where it is, and what to do with it at the printer.
import type { Locale } from '../story.ts';
import type { Printable } from './print.ts';
import { PRINT_WORDING } from './print-wording.ts';
import { json, type Output, shown } from './results.ts';
import { sizeText } from './sizes.ts';

export function printPrintable(output: Output, made: Printable, locale: Locale, asJson: boolean): void {
  if (asJson) {
    output.write(json(made));
    return;
  }
  const words = PRINT_WORDING[locale];
  const { booklet } = made;
  const how = booklet ? words.howBooklet(booklet.paper, booklet.sheets, booklet.blanks) : words.howPages;
  output.write(`${words.made(shown(made.file), sizeText(made.size))}\n${how}\n`);
}
