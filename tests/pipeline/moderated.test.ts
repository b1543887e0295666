// What becomes of unfit words: in what people write, in what engines tell and suggest, and in what is printed.
import { describe, expect, it, vi } from 'vitest';
import { TalesError } from '../../src/errors.ts';
import { explain } from '../../src/explain.ts';
import { describePictures } from '../../src/pipeline/describe.ts';
import {
  assertSuitable,
  moderatedStoryteller,
  moderatedSuggester,
  writtenInBook,
} from '../../src/pipeline/moderated.ts';
import { createLocalModerator } from '../../src/pipeline/moderator/local.ts';
import { createModeratorWithService } from '../../src/pipeline/moderator/with-service.ts';
import { createFrames } from '../../src/pipeline/storyteller/frames.ts';
import type { Moderator, Storyteller } from '../../src/pipeline/types.ts';
import type { Book, Manuscript, Note, Passage, Scene } from '../../src/story.ts';

const moderator = createLocalModerator();
const scene = (more: Partial<Scene['fields']> = {}, rest: Partial<Scene> = {}): Scene => ({
  fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구', ...more },
  ...rest,
});
const manuscriptOf = (...scenes: readonly Scene[]): Manuscript => ({ locale: 'ko', level: '유아', seed: 1, scenes });
const said = (text: string): Passage => ({ text, locale: 'ko', source: { kind: 'person' } });

/** Tells each page what `tell` says of its seed and index. */
const teller = (tell: (seed: number, index: number) => string) => {
  const told = vi.fn<Storyteller['tell']>(async ({ seed, locale }, wanted, options) =>
    wanted.map((index) => {
      options?.onPage?.(index);
      return { text: tell(seed, index), locale, source: { kind: 'model', engine: 'fake' } as const };
    }),
  );
  return { told, storyteller: { name: 'fake', tell: told } satisfies Storyteller };
};

describe('a storyteller that is moderated', () => {
  it('tells what the storyteller tells, where nothing is wrong', async () => {
    const plain = createFrames();
    const manuscript = manuscriptOf(scene(), scene({ name: '토끼' }));
    expect(await moderatedStoryteller(plain, moderator).tell(manuscript, [0, 1])).toEqual(
      await plain.tell(manuscript, [0, 1]),
    );
  });

  it('refuses what people wrote before the engine sees it, naming every place and none of the words', async () => {
    const { told, storyteller } = teller(() => '달이 밝아요.');
    const manuscript = {
      ...manuscriptOf(
        scene({}, { caption: said('시발 고양이') }),
        scene({ feeling: '죽고 싶다' }, { text: '개새끼야' }),
      ),
      title: '병신 이야기',
    };
    const failing = moderatedStoryteller(storyteller, moderator).tell(manuscript, [0]);
    await expect(failing).rejects.toMatchObject({
      code: 'text-unsuitable',
      retryable: false,
      details: {
        places: [
          { part: 'title', topic: 'insult' },
          { page: 1, part: 'caption', topic: 'insult' },
          { page: 2, part: 'feeling', topic: 'self-harm' },
          { page: 2, part: 'text', topic: 'insult' },
        ],
      },
    });
    const error = (await failing.catch((caught: unknown) => caught)) as TalesError;
    expect(`${error.message} ${explain(error, 'ko')}`).not.toMatch(/시발|병신|새끼|죽고/);
    expect(explain(error, 'ko')).toContain('2쪽 감정: 스스로를 해치는 말');
    expect(told).not.toHaveBeenCalled();
  });

  it('has an unfit page told once more with another seed, and that page alone', async () => {
    const { told, storyteller } = teller((seed, index) => (seed === 1 && index === 1 ? '씨발' : `${index}쪽이에요.`));
    const pages: number[] = [];
    const texts = await moderatedStoryteller(storyteller, moderator).tell(manuscriptOf(scene(), scene()), [1, 0], {
      onPage: (index) => pages.push(index),
    });
    expect(texts.map(({ text }) => text)).toEqual(['1쪽이에요.', '0쪽이에요.']);
    expect(told.mock.calls.map(([, wanted]) => wanted)).toEqual([[1, 0], [1]]);
    expect(pages).toEqual([1, 0]);
  });

  it('fails with a page that stays unfit, and says what can be done', async () => {
    const { told, storyteller } = teller(() => '마약을 했어요.');
    const own = scene({}, { text: '내 글' });
    const failing = moderatedStoryteller(storyteller, moderator).tell(manuscriptOf(own, scene()), [0, 1]);
    await expect(failing).rejects.toMatchObject({
      details: { places: [{ page: 2, part: 'told', topic: 'drugs' }] },
    });
    expect(told).toHaveBeenCalledTimes(2);
    const error = (await failing.catch((caught: unknown) => caught)) as TalesError;
    expect(explain(error, 'ko')).toBe(
      '그림책에 싣기 어려운 말이 있는 것 같아요. 고쳐서 다시 해 주세요.\n  - 2쪽 컴퓨터가 지은 글: 술이나 약에 관한 말 (이 쪽의 이름이나 행동을 바꾸거나, 글을 직접 적어 주세요)',
    );
    expect(explain(error, 'en')).toContain(
      'Page 2, The text written by the computer: words about alcohol or drugs (change who',
    );
  });
});

describe('a suggester that is moderated', () => {
  it('leaves out what is unfit and keeps the rest in order', async () => {
    const suggester = moderatedSuggester(
      {
        name: 'fake',
        keywords: async () => ({
          suggested: { setting: ['숲속', '병신'], action: ['술을 마신다', '웃는다'], feeling: [] },
        }),
        titles: async () => ({
          suggested: ['씨발 이야기', '달빛 소풍'],
          note: { code: 'instead', wanted: 'openai', used: 'local' },
        }),
      },
      moderator,
    );
    expect(await suggester.keywords({ locale: 'ko', scene: { fields: {} }, others: [] })).toEqual({
      suggested: { setting: ['숲속'], action: ['웃는다'], feeling: [] },
    });
    expect(await suggester.titles(manuscriptOf(scene()))).toEqual({
      suggested: ['달빛 소풍'],
      note: { code: 'instead', wanted: 'openai', used: 'local' },
    });
  });
});

describe('captions', () => {
  const picture = { key: 'a', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: 'a' };
  const pictures = [0, 1].map(() => ({ picture, bytes: new Uint8Array(1) }));
  const captioner = {
    name: 'fake',
    caption: async () => ['a sexy girl', 'a cat'].map((text) => ({ ...said(text), locale: 'en' as const })),
  };
  const translator = { name: 'none', translate: async (passages: readonly Passage[]) => passages };

  it('that are unfit are left to the person, and it is said which', async () => {
    const left: number[] = [];
    const onUnsuitable = (index: number) => left.push(index);
    const options = { translator, locale: 'en', moderator, onUnsuitable } as const;
    const captions = await describePictures(captioner, pictures, [undefined, undefined], options);
    expect(captions.map((caption) => caption?.text)).toEqual([undefined, 'a cat']);
    expect(left).toEqual([0]);
  });

  it('stay as they are where nobody asked for moderation', async () => {
    const captions = await describePictures(captioner, pictures, [undefined, undefined], { translator, locale: 'en' });
    expect(captions.map((caption) => caption?.text)).toEqual(['a sexy girl', 'a cat']);
  });
});

describe('a book to be printed', () => {
  const picture = { key: 'a', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: 'a' };
  const book = (more: Partial<Book>): Book => ({
    title: '달빛 소풍',
    locale: 'ko',
    level: '유아',
    authors: ['별님반'],
    pages: [{ picture, scene: scene(), told: said('달이 밝아요.') }],
    ...more,
  });

  it('passes when title, authors and pages are fit', async () => {
    await expect(assertSuitable(moderator, writtenInBook(book({})))).resolves.toBeUndefined();
  });

  it('is refused for its title, its authors, and a page that its author locked', async () => {
    const pages = [{ picture, scene: scene(), told: said('지랄하네') }];
    const bad = book({ title: '씨1발', authors: ['별님반', 'f*ck'], pages });
    await expect(assertSuitable(moderator, writtenInBook(bad))).rejects.toMatchObject({
      details: {
        places: [
          { part: 'title', topic: 'insult' },
          { part: 'authors', topic: 'insult' },
          { page: 1, part: 'text', topic: 'insult' },
        ],
      },
    });
  });
});

describe('a service that moderates', () => {
  const log = () => ({ warn: vi.fn(), info: vi.fn() });
  const service = (check: Moderator['check']): Moderator => ({ name: 'openai', check });

  it('is asked about what the local words let pass, and only about that', async () => {
    const check = vi.fn<Moderator['check']>(async (texts) =>
      texts.map((text) => (text === '나쁜 글' ? 'violence' : undefined)),
    );
    const both = createModeratorWithService(async () => service(check), moderator, log());
    expect(await both.check(['달님', '씨발', '나쁜 글'])).toEqual([undefined, 'insult', 'violence']);
    expect(check.mock.calls.map(([texts]) => texts)).toEqual([['달님', '나쁜 글']]);
  });

  it('leaves it to the local words when it has no such endpoint, and the log says so once', async () => {
    const lines = log();
    const open = vi.fn(async () => undefined);
    const local = createModeratorWithService(open, moderator, lines);
    expect(await local.check(['달님', '씨발'])).toEqual([undefined, 'insult']);
    expect(await local.check(['해님'])).toEqual([undefined]);
    expect(open).toHaveBeenCalledTimes(1);
    expect(lines.info).toHaveBeenCalledTimes(1);
  });

  it('leaves it to the local words while it cannot be reached, says so, and is asked again', async () => {
    const lines = log();
    const open = vi
      .fn<() => Promise<Moderator | undefined>>()
      .mockRejectedValueOnce(new TalesError('service-unreachable', { service: 'OpenAI' }, { retryable: true }))
      .mockResolvedValue(service(async (texts) => texts.map(() => 'violence')));
    const both = createModeratorWithService(open, moderator, lines);
    const notes: Note[] = [];
    expect(await both.check(['달님'], { onNote: (note) => notes.push(note) })).toEqual([undefined]);
    expect(notes).toEqual([{ code: 'moderated-by-list' }]);
    expect(lines.warn).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(lines.warn.mock.calls)).not.toContain('달님');
    expect(await both.check(['달님'])).toEqual(['violence']);
  });

  it('hides no fault of this program and no cancellation', async () => {
    const broken = createModeratorWithService(async () => Promise.reject(new Error('oh')), moderator, log());
    await expect(broken.check(['달님'])).rejects.toThrow('oh');
    const cancelled = createModeratorWithService(
      async () => Promise.reject(new TalesError('cancelled', {})),
      moderator,
      log(),
    );
    await expect(cancelled.check(['달님'])).rejects.toMatchObject({ code: 'cancelled' });
  });
});
