// The captioner behind a service: one plain sentence for each picture, in the book's language.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { captionFaults, createOpenAiCaptioner } from '../../../src/pipeline/captioner/openai.ts';
import { describePictures } from '../../../src/pipeline/describe.ts';
import { createNoTranslator } from '../../../src/pipeline/translator/none.ts';
import type { LoadedPicture } from '../../../src/pipeline/types.ts';
import { ERRORS } from '../../fakes/openai/replies.ts';
import { inTurn, type Stage, stage } from '../llm/stage.ts';

async function photo(width: number, height: number): Promise<LoadedPicture> {
  const background = { r: 200, g: 40, b: 40 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .withExif({ IFD0: { Artist: '보리' } })
    .jpeg()
    .toBuffer();
  return { picture: { key: 'a', mediaType: 'image/jpeg', size: bytes.length, width, height, sha256: '' }, bytes };
}
const bytesOf = (url = ''): Buffer => Buffer.from(url.replace(/^.*,/, ''), 'base64');
const says = (sentence: string | null) => ({ sentence });
const KOREAN = '두 아이가 꽃밭에서 웃고 있다.';
const ENGLISH = 'Two children are laughing in a flower bed.';

async function captionerOn(options: Stage) {
  const staged = await stage({ ...options, config: { visionModel: 'gpt-eyes', ...options.config } });
  return { ...staged, captioner: createOpenAiCaptioner(staged.model, { engine: 'gpt-eyes' }) };
}

test('each picture is asked about by itself, small and without what a camera wrote into it', async () => {
  const { captioner, server, usage, onUsage } = await captionerOn({ answer: () => says(KOREAN) });
  const done: number[] = [];
  const pictures = [await photo(3000, 1500), await photo(64, 200)];
  const captions = await captioner.caption(pictures, { locale: 'ko', onUsage, onPicture: (index) => done.push(index) });
  const passage = { text: KOREAN, locale: 'ko', source: { kind: 'model', engine: 'gpt-eyes' } };
  expect(captions).toEqual([passage, passage]);
  expect(done.toSorted()).toEqual([0, 1]);
  expect(usage).toHaveLength(2);
  const sizes: string[] = [];
  for (const { pictures: shown, model } of server.asked) {
    expect(model).toBe('gpt-eyes');
    expect(shown).toHaveLength(1);
    const { width, height, format, exif } = await sharp(bytesOf(shown[0])).metadata();
    expect([format, exif]).toEqual(['jpeg', undefined]);
    sizes.push(`${width}×${height}`);
  }
  expect(sizes.toSorted()).toEqual(['1024×512', '64×200']);
});

test('captions come in the order of their pictures, whichever is answered first', async () => {
  const { captioner } = await captionerOn({
    answer: ({ pictures }) => says(`Picture of ${bytesOf(pictures[0]).length} bytes`),
  });
  const pictures = await Promise.all([100, 400, 700].map((width) => photo(width, 100)));
  const captions = await captioner.caption(pictures, { locale: 'en' });
  const sizes = captions.map((caption) => Number(/\d+/.exec(caption?.text ?? '')?.[0]));
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(new Set(sizes).size).toBe(3);
});

test.each([
  ['ko', KOREAN, ENGLISH],
  ['en', ENGLISH, KOREAN],
] as const)(
  'a book in %s gets its captions in it, after a word with a model that did otherwise',
  async (locale, good, bad) => {
    const { captioner, server } = await captionerOn({ answer: inTurn(says(bad), says(good)) });
    const [caption] = await captioner.caption([await photo(64, 64)], { locale });
    expect(caption).toMatchObject({ text: good, locale });
    expect(server.asked[1]?.faults).toEqual([expect.stringContaining(locale === 'ko' ? 'Korean' : 'English')]);
  },
);

describe('what is no caption:', () => {
  test.each([
    ['ko', '이 그림은 두 아이를 보여 준다.'],
    ['ko', '그림 속에는 두 아이가 있다.'],
    ['ko', '사진에는 두 아이가 있다.'],
    ['ko', '두 아이가 있다. 둘은 웃고 있다.'],
    ['ko', '두 아이가\n웃고 있다'],
    ['ko', '两个孩子가 웃고 있다.'],
    ['ko', `아이가 ${'아주 '.repeat(200)}크게 웃는다.`],
    ['en', 'This image shows two children.'],
    ['en', 'A colorful drawing of two children.'],
    ['en', 'The photo depicts two children.'],
    ['en', 'Two children laugh! They play.'],
  ] as const)('%s %s', (locale, sentence) => {
    expect(captionFaults(sentence, locale)).toHaveLength(1);
  });

  test.each([
    ['ko', KOREAN],
    ['ko', '그림 그리는 아이가 웃고 있다'],
    ['ko', '사진을 찍는 아이와 LEGO 블록이 있다.'],
    ['ko', '이 아이가 이미지라는 이름표를 달고 있다.'],
    ['en', ENGLISH],
    ['en', 'A child is drawing a picture of a cat'],
    ['en', 'The picture on the wall hangs above a 김치 jar.'],
  ] as const)('and what is one: %s %s', (locale, sentence) => {
    expect(captionFaults(sentence, locale)).toEqual([]);
  });
});

test('nothing is asked about no pictures', async () => {
  const { captioner, server } = await captionerOn({});
  expect(await captioner.caption([])).toEqual([]);
  expect(server.heard).toEqual([]);
});

test('a picture in which nothing can be made out is left to the person', async () => {
  const { captioner } = await captionerOn({ answer: inTurn(says(null), says(' ')) });
  expect(await captioner.caption([await photo(64, 64)])).toEqual([undefined]);
  expect(await captioner.caption([await photo(64, 64)])).toEqual([undefined]);
});

test('when one cannot be described nobody goes on asking about the others', async () => {
  const { captioner, server } = await captionerOn({
    answer: ({ number }) => (number === 1 ? ERRORS.quota : { kind: 'silence' }),
    config: { concurrency: 2 },
  });
  const picture = await photo(64, 64);
  await expect(captioner.caption([picture, picture, picture, picture])).rejects.toMatchObject({
    code: 'service-quota',
  });
  expect(server.asked.length).toBeLessThan(4);
});

test('stops when it is told to', async () => {
  const { captioner, server } = await captionerOn({ answer: () => ({ kind: 'silence' }) });
  const stop = new AbortController();
  const asked = captioner.caption([await photo(64, 64)], { signal: stop.signal });
  await server.silent(1);
  stop.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
});

test('a description is asked for in the language of the book, and then needs no translator', async () => {
  const { captioner, server } = await captionerOn({ answer: () => says(ENGLISH) });
  const options = { translator: createNoTranslator(), locale: 'en' } as const;
  const [caption] = await describePictures(captioner, [await photo(64, 64)], [undefined], options);
  expect(caption).toEqual({ text: ENGLISH, locale: 'en', source: { kind: 'model', engine: 'gpt-eyes' } });
  expect(server.asked[0]?.system).toContain('English sentence');
});
