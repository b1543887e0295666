// The storyteller kot5 on a small checkpoint: whole ways from fields to text, identical to the reference's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKot5 } from '../../../src/pipeline/storyteller/kot5.ts';
import { type Kot5Engine, loadKot5, ORIGINAL_SETTINGS } from '../../../src/pipeline/storyteller/kot5-engine.ts';
import { loadTokenizer } from '../../../src/pipeline/tokenizer/load.ts';
import { createNoTranslator } from '../../../src/pipeline/translator/none.ts';
import type { Translator } from '../../../src/pipeline/types.ts';
import type { Fields, Manuscript, Scene } from '../../../src/story.ts';
import { storytellerContract } from '../../contracts/storyteller.ts';
import { checkpoint, golden } from '../golden.ts';

interface Stories {
  readonly checkpoint: string;
  readonly cases: readonly {
    readonly fields: Fields & { readonly caption: string };
    readonly inputText: string;
    readonly inputIds: readonly number[];
    readonly tokenIds: readonly number[];
    readonly text: string;
  }[];
}

const { cases, checkpoint: name } = golden<Stories>('stories.json');
const scenes = cases.map(({ fields: { caption, ...fields } }): Scene => {
  return { caption: { text: caption, locale: 'ko', source: { kind: 'person' } }, fields };
});
const manuscript: Manuscript = { locale: 'ko', level: '저학년', seed: 1, scenes };

let engine: Kot5Engine;
beforeAll(async () => {
  engine = await loadKot5(checkpoint(name));
});
afterAll(() => engine.close());
const storyteller = (translator: Translator = createNoTranslator()) => createKot5(async () => engine, translator);

describe('the engine', () => {
  test('tells every recorded scene as the reference did, from text to tokens to text', async () => {
    const read = cases.map(({ fields: { caption, ...fields } }) => ({ caption, fields }));
    const pages = await engine.write(read);
    expect(pages).toEqual(
      cases.map(({ inputText, inputIds, tokenIds, text }) => ({ inputText, inputIds, tokenIds, text, leftOut: [] })),
    );
  });

  test('follows other settings when it is given some', async () => {
    const [scene] = cases.map(({ fields: { caption, ...fields } }) => ({ caption, fields }));
    const [page] = await engine.write(scene ? [scene] : [], { settings: { maxLength: 6 } });
    expect(page?.tokenIds).toHaveLength(5);
    expect(ORIGINAL_SETTINGS.maxLength).toBe(128);
  });
});

describe('the engine on input texts of a data set', () => {
  test('tells the same pages from the recorded texts as from the scenes they were made of', async () => {
    const told = await engine.tell(cases.map(({ inputText }) => inputText));
    expect(told).toEqual(cases.map(({ tokenIds, text }) => ({ tokenIds, text, cut: false })));
  });

  test('cuts a longer text off as training did, at 127 ids and the end id, and says so', async () => {
    const words = (count: number): string => `generate: <name> ${'별 '.repeat(count).trim()}`;
    const { encode } = await loadTokenizer(checkpoint(name));
    const fitting = Array.from({ length: 200 }, (_, count) => words(count + 1)).findLast(
      (text) => encode(text).length <= 128,
    );
    const [whole, longer] = await engine.tell([fitting ?? '', `${fitting} 별 별`], { settings: { numBeams: 1 } });
    expect(whole?.cut).toBe(false);
    expect(longer?.cut).toBe(true);
    expect(encode(fitting ?? '')).toHaveLength(128);
    expect(longer?.tokenIds).toEqual(whole?.tokenIds);
  });
});

storytellerContract('kot5', () => storyteller());

describe('the storyteller', () => {
  test('tells the pages that are wanted, in their order, and says when each is done', async () => {
    const done: number[] = [];
    const told = await storyteller().tell(manuscript, [4, 0, 2], { onPage: (index) => done.push(index) });
    expect(told.map(({ text }) => text)).toEqual([4, 0, 2].map((index) => cases[index]?.text));
    expect(told.every(({ locale, source, note }) => locale === 'ko' && source.kind === 'model' && !note)).toBe(true);
    expect(done.toSorted()).toEqual([0, 2, 4]);
  });

  test('returns the text of a page that brings its own, word for word, and loads no model for it', async () => {
    const own = scenes.slice(0, 2).map((scene, index) => ({ ...scene, text: ` 내 글 ${index}\n둘째 줄 ` }));
    const done: number[] = [];
    const unloadable = createKot5(() => Promise.reject(new Error('no model')), createNoTranslator());
    const told = await unloadable.tell({ ...manuscript, scenes: own }, [0, 1], { onPage: (index) => done.push(index) });
    expect(told).toEqual(own.map(({ text }) => ({ text, locale: 'ko', source: { kind: 'person' } })));
    expect(done).toEqual([0, 1]);
  });

  test('reads captions in Korean when there is a translator', async () => {
    const korean: Translator = {
      name: 'dictionary',
      translate: async (passages) =>
        passages.map((passage) => ({ ...passage, locale: 'ko', text: cases[0]?.fields.caption ?? '' })),
    };
    const [first] = scenes;
    if (!first) throw new Error('no scene was recorded');
    const english: Scene = { ...first, caption: { text: 'a star', locale: 'en', source: { kind: 'person' } } };
    const [told] = await storyteller(korean).tell({ ...manuscript, scenes: [english] }, [0]);
    expect(told?.text).toBe(cases[0]?.text);
  });

  test('notes what did not fit, and that a book in English gets Korean', async () => {
    const [first] = scenes;
    if (!first) throw new Error('no scene was recorded');
    const long: Scene = { ...first, fields: { ...first.fields, prediction: '내일 다시 간다, '.repeat(40) } };
    const told = await storyteller().tell({ ...manuscript, locale: 'en', scenes: [long, first] }, [0, 1]);
    expect(told[0]?.note).toMatchObject({ code: 'left-out', fields: expect.arrayContaining(['prediction']) });
    expect(told[1]?.note).toEqual({ code: 'untranslated', locale: 'ko' });
  });
});

test('a T5 without the tokens of the fields is refused by name', async () => {
  await expect(loadKot5(checkpoint('blip'))).rejects.toMatchObject({ code: 'model-unsupported' });
  expect((await loadTokenizer(checkpoint('blip'))).idOf('<caption>')).toBeUndefined();
});
