// In which language a visitor is spoken to. Pure.
import { LOCALES, type Locale } from '../../story.ts';

const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/** What the visitor chose, else the first language of the browser's that we speak, else the house's. */
export function languageOf(chosen: string | undefined, accepted: string | undefined, otherwise: Locale): Locale {
  if (isLocale(chosen)) return chosen;
  const wished = (accepted ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return wished.find(isLocale) ?? otherwise;
}
