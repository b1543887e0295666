// The translator behind a service: all texts in one question, and what cannot be translated says so.
import { describe, expect, test } from 'vitest';
import type { LanguageModel } from '../../../src/pipeline/llm/types.ts';
import { createOpenAiTranslator } from '../../../src/pipeline/translator/openai.ts';
import type { Passage } from '../../../src/story.ts';
import { translatorContract } from '../../contracts/translator.ts';
import { answer, ERRORS } from '../../fakes/openai/replies.ts';
import type { Asked } from '../../fakes/openai/server.ts';
import { inTurn, stage } from '../llm/stage.ts';

const english = (text: string, source: Passage['source'] = { kind: 'model', engine: 'blip' }): Passage => ({
  text,
  locale: 'en',
  source,
});
const korean: Passage = { text: '별이 빛난다', locale: 'ko', source: { kind: 'person' } };
const KOREAN: Readonly<Record<string, string>> = { 'a star': '별이 있다', 'a moon': '달이 있다' };
const textsOf = ({ material }: Asked) => (material as { readonly texts: readonly string[] }).texts;
const translating = (asked: Asked) => ({ translations: textsOf(asked).map((text) => KOREAN[text] ?? null) });

/** Answers in the wanted language, without any service. */
const fluent: LanguageModel = {
  name: 'fluent',
  ask: async ({ task, material, answer: shape }) => {
    const { texts } = material as { readonly texts: readonly string[] };
    return shape.parse({ translations: texts.map(() => (task.includes('Korean') ? '옮긴 말' : 'translated words')) });
  },
};
translatorContract('openai', () => createOpenAiTranslator(fluent));

describe('openai', () => {
  test('asks once for all texts, each one time, and names all that had a hand in them', async () => {
    const { model, server, usage, onUsage } = await stage({ answer: translating });
    const person = english('a moon', { kind: 'person' });
    const given = [english('a star'), korean, person, english('a star')];
    const translated = await createOpenAiTranslator(model).translate(given, 'ko', { onUsage });
    const star = { text: '별이 있다', locale: 'ko', source: { kind: 'model', engine: 'blip + gpt-test' } };
    expect(translated).toEqual([
      star,
      korean,
      { text: '달이 있다', locale: 'ko', source: { kind: 'model', engine: 'gpt-test' } },
      star,
    ]);
    expect(server.asked.map(textsOf)).toEqual([['a star', 'a moon']]);
    expect(usage).toHaveLength(1);
  });

  test('asks nothing where there is nothing to translate', async () => {
    const { model, server } = await stage();
    const blank = english(' ');
    const note = { code: 'untranslated', locale: 'en' };
    expect(await createOpenAiTranslator(model).translate([korean, blank], 'ko')).toEqual([korean, { ...blank, note }]);
    expect(server.heard).toEqual([]);
  });

  test('keeps what means nothing, with a note', async () => {
    const { model } = await stage({ answer: translating });
    const given = [english('asdf'), english('a star')];
    const [kept, star] = await createOpenAiTranslator(model).translate(given, 'ko');
    expect(kept).toEqual({ ...given[0], note: { code: 'untranslated', locale: 'en' } });
    expect(star?.text).toBe('별이 있다');
  });

  test('tells a model that lost a text, or that answers in another language', async () => {
    const { model, server } = await stage({
      answer: inTurn(
        { translations: [] },
        { translations: ['별이 있다'] },
        { translations: ['star'] },
        { translations: ['별'] },
      ),
    });
    const translator = createOpenAiTranslator(model);
    for (const text of ['별이 있다', '별']) {
      expect(await translator.translate([english('a star')], 'ko')).toMatchObject([{ text }]);
    }
    expect(server.asked.flatMap(({ faults = [] }) => faults)).toEqual([
      'There are 0 translations of 1 texts.',
      'Translation 1 is not in Korean.',
    ]);
  });

  test('leaves texts as they are, with notes, where the model cannot do it', async () => {
    const { model } = await stage({ answer: () => answer({ translations: ['star'] }) });
    const [kept] = await createOpenAiTranslator(model).translate([english('a star')], 'ko');
    expect(kept).toEqual({ ...english('a star'), note: { code: 'untranslated', locale: 'en' } });
  });

  test('fails where the service does, so that it can be tried again', async () => {
    const { model } = await stage({ answer: () => ERRORS.broken });
    const translating = createOpenAiTranslator(model).translate([english('a star')], 'ko');
    await expect(translating).rejects.toMatchObject({ code: 'service-refused', retryable: true });
    const signal = AbortSignal.abort();
    await expect(createOpenAiTranslator(model).translate([korean], 'ko', { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
