// What a picture shows, for those who cannot see it: its caption where that is in the book's language, else a sentence
// from the fields. A book never mixes languages without a word.
import type { Locale, Page } from '../story.ts';
import { oneLine } from './text/clean.ts';
import { WORDING } from './wording.ts';

/** @param locale of the book */
export function describePicture(page: Page, locale: Locale): { readonly text: string; readonly locale: Locale } {
  const { caption } = page.scene;
  const seen = caption?.locale === locale ? oneLine(caption.text) : '';
  if (seen !== '') return { text: seen, locale };
  const { name, i_action } = page.scene.fields;
  const action = oneLine(i_action);
  return { text: WORDING[locale].alt(oneLine(name), /[.!?…]$/u.test(action) ? action : `${action}.`), locale };
}
