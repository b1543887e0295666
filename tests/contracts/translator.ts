// What every translator promises, whichever engine is behind it.
import { describe, expect, test } from 'vitest';
import type { Translator } from '../../src/pipeline/types.ts';
import type { Passage } from '../../src/story.ts';

const korean: Passage = { text: '별이 빛난다', locale: 'ko', source: { kind: 'person' } };
const english: Passage = { text: 'two red circles flying in the sky', locale: 'en', source: { kind: 'person' } };

export function translatorContract(name: string, make: () => Translator): void {
  describe(`${name} keeps the promises of a translator:`, () => {
    test('one passage comes back for each, in order; those in the wanted language as they are', async () => {
      const translated = await make().translate([korean, english, korean, english], 'ko');
      expect(translated).toHaveLength(4);
      expect(translated[0]).toEqual(korean);
      expect(translated[2]).toEqual(korean);
      expect(translated[1]).toEqual(translated[3]);
    });

    test('what is not translated keeps its words and says so', async () => {
      for (const to of ['ko', 'en'] as const) {
        for (const passage of await make().translate([korean, english], to)) {
          if (passage.locale !== to) {
            expect([korean.text, english.text]).toContain(passage.text);
            expect(passage.note).toEqual({ code: 'untranslated', locale: passage.locale });
          } else expect(passage.note).toBeUndefined();
        }
      }
    });

    test('nothing is translated into nothing', async () => {
      expect(await make().translate([], 'ko')).toEqual([]);
    });
  });
}
