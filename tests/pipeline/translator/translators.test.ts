// Translators: English captions into Korean by a small checkpoint, and the translator that is not there.
import { describe, expect, test } from 'vitest';
import { createNoTranslator } from '../../../src/pipeline/translator/none.ts';
import { createT5Translator } from '../../../src/pipeline/translator/t5.ts';
import type { Passage } from '../../../src/story.ts';
import { translatorContract } from '../../contracts/translator.ts';
import { checkpoint, golden } from '../golden.ts';

interface Translations {
  readonly checkpoint: string;
  readonly prefix: string;
  readonly cases: readonly { readonly text: string; readonly translation: string }[];
}

const { cases, prefix, checkpoint: name } = golden<Translations>('translations.json');
const folder = checkpoint(name);
const english = (text: string): Passage => ({ text, locale: 'en', source: { kind: 'model', engine: 'blip' } });

translatorContract('t5', () => createT5Translator({ folder, prefix }));
translatorContract('none', createNoTranslator);

describe('t5', () => {
  test('translates what the reference translates, all texts in one batch', async () => {
    const translator = createT5Translator({ folder, prefix });
    const translated = await translator.translate(
      cases.map(({ text }) => english(text)),
      'ko',
    );
    expect(translated).toEqual(
      cases.map(({ translation }) => ({
        text: translation,
        locale: 'ko',
        source: { kind: 'model', engine: 'blip + t5' },
      })),
    );
  });

  test('names itself alone where a person wrote the English', async () => {
    const passage: Passage = { text: cases[0]?.text ?? '', locale: 'en', source: { kind: 'person' } };
    const [translated] = await createT5Translator({ folder, prefix }).translate([passage], 'ko');
    expect(translated?.source).toEqual({ kind: 'model', engine: 't5' });
  });

  test('leaves Korean as it is, and notes what it cannot translate', async () => {
    const korean: Passage = { text: '별', locale: 'ko', source: { kind: 'person' } };
    const translator = createT5Translator({ folder: 'no folder at all', prefix });
    expect(await translator.translate([korean], 'ko')).toEqual([korean]);
    expect(await translator.translate([korean], 'en')).toEqual([
      { ...korean, note: { code: 'untranslated', locale: 'ko' } },
    ]);
  });

  test('says which file its folder lacks, again at each try', async () => {
    const translator = createT5Translator({ folder: 'no folder at all', prefix });
    for (const text of ['one', 'two']) {
      await expect(translator.translate([english(text)], 'ko')).rejects.toMatchObject({ code: 'model-file-missing' });
    }
  });

  test('stops when it is told to', async () => {
    const translator = createT5Translator({ folder, prefix });
    const signal = AbortSignal.abort();
    await expect(translator.translate([english('a star')], 'ko', { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

test('without a translator a text stays in its language, with a note', async () => {
  const [kept] = await createNoTranslator().translate([english('a star')], 'ko');
  expect(kept).toEqual({ ...english('a star'), note: { code: 'untranslated', locale: 'en' } });
});
