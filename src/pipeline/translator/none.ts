// The translator that is not there: every text stays in its own language, and says so.
import type { Translator } from '../types.ts';

export function createNoTranslator(): Translator {
  return {
    name: 'none',
    translate: async (passages, to) =>
      passages.map((passage) =>
        passage.locale === to ? passage : { ...passage, note: { code: 'untranslated', locale: passage.locale } },
      ),
  };
}
