// Pictures → captions: what a person said stays, what an engine says is put into the book's language.
import { expect, test } from 'vitest';
import { describePictures } from '../../src/pipeline/describe.ts';
import { lazily } from '../../src/pipeline/lazily.ts';
import { createNoTranslator } from '../../src/pipeline/translator/none.ts';
import type { Captioner, LoadedPicture, Translator } from '../../src/pipeline/types.ts';
import type { Passage } from '../../src/story.ts';

const picture = (key: string): LoadedPicture => ({
  picture: { key, mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: '' },
  bytes: Uint8Array.of(1),
});
const pictures = ['a', 'b', 'c'].map(picture);
const person: Passage = { text: '내가 그린 별', locale: 'ko', source: { kind: 'person' } };

/** Says the key of each picture in English, and nothing of `c`. */
const captioner = (asked: string[][] = []): Captioner => ({
  name: 'keys',
  async caption(wanted, { onPicture } = {}) {
    for (const index of wanted.keys()) onPicture?.(index);
    asked.push(wanted.map(({ picture: { key } }) => key));
    return wanted.map(({ picture: { key } }): Passage | undefined =>
      key === 'c' ? undefined : { text: key, locale: 'en', source: { kind: 'model', engine: 'keys' } },
    );
  },
});
const doubling: Translator = {
  name: 'doubling',
  translate: async (passages) =>
    passages.map(({ text }) => ({
      text: `${text}${text}`,
      locale: 'ko',
      source: { kind: 'model', engine: 'doubling' },
    })),
};

test('only pictures that nobody described are looked at, and what is said of them is translated', async () => {
  const asked: string[][] = [];
  const done: number[] = [];
  const options = { translator: doubling, locale: 'ko', onPicture: (index: number) => done.push(index) } as const;
  const captions = await describePictures(captioner(asked), pictures, [person, undefined, undefined], options);
  expect(done).toEqual([0, 1]);
  expect(asked).toEqual([['b', 'c']]);
  expect(captions[0]).toBe(person);
  expect(captions[1]).toMatchObject({ text: 'bb', locale: 'ko' });
  expect(captions[2]).toBeUndefined();
});

test('without a translator captions stay in their language, and say so', async () => {
  const options = { translator: createNoTranslator(), locale: 'ko' } as const;
  const [caption] = await describePictures(captioner(), pictures, [undefined, undefined, undefined], options);
  expect(caption).toMatchObject({ text: 'a', locale: 'en', note: { code: 'untranslated', locale: 'en' } });
});

test('nothing is asked of anybody when all is described', async () => {
  const asked: string[][] = [];
  const given = [person, person, person];
  const options = { translator: doubling, locale: 'ko' } as const;
  expect(await describePictures(captioner(asked), pictures, given, options)).toEqual(given);
  expect(asked).toEqual([]);
});

test('what is loaded lazily is loaded once, and again after a failure', async () => {
  let tries = 0;
  const load = lazily(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  await expect(load()).rejects.toThrow('not yet');
  expect(await Promise.all([load(), load(), load()])).toEqual([2, 2, 2]);
});
