// What a picture shows, for those who cannot see it: its caption, else a sentence from the fields.
import type { Locale, Page } from '../story.ts';
import { oneLine } from './text/clean.ts';
import { WORDING } from './wording.ts';

export function describePicture(page: Page, locale: Locale): { readonly text: string; readonly locale: Locale } {
  const caption = page.scene.caption;
  const seen = oneLine(caption?.text ?? '');
  if (caption !== undefined && seen !== '') return { text: seen, locale: caption.locale };
  const { name, i_action } = page.scene.fields;
  const action = oneLine(i_action);
  return { text: WORDING[locale].alt(oneLine(name), /[.!?…]$/u.test(action) ? action : `${action}.`), locale };
}
