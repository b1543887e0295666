// What the handlers make of engines and blobs, with small fakes for both.
import { describe, expect, it, vi } from 'vitest';
import { memoryBlobs } from '../../src/blobs.ts';
import { createLocalSuggester } from '../../src/pipeline/keywords/local.ts';
import { moderatedStoryteller, moderatedSuggester } from '../../src/pipeline/moderated.ts';
import { createFrames } from '../../src/pipeline/storyteller/frames.ts';
import type { Captioner, Moderator, Storyteller, Translator } from '../../src/pipeline/types.ts';
import { loadSharp } from '../../src/raster.ts';
import type { Passage, Picture } from '../../src/story.ts';
import { createHandlers } from '../../src/worker/handlers.ts';
import { once } from '../../src/worker/once.ts';
import type { Engines } from '../../src/worker/tools.ts';

const picture: Picture = { key: 'pictures/a', mediaType: 'image/png', size: 3, width: 1, height: 1, sha256: 'a' };
const seen: Passage = { text: 'a moon', locale: 'en', source: { kind: 'model', engine: 'fake' } };
const limits = { bytes: 1e6, pixels: 1e6, frames: 1 };
const context = { signal: new AbortController().signal, onProgress: () => {} };

const captioner: Captioner = {
  name: 'fake',
  caption: async (pictures) =>
    pictures.map(({ bytes }) => ({ ...seen, text: `${seen.text} of ${bytes.length} bytes` })),
};
const translator: Translator = {
  name: 'fake',
  translate: async (passages, to) =>
    passages.map((passage) => ({ ...passage, text: `${to}: ${passage.text}`, locale: to })),
};
const broken = () => Promise.reject(new Error('not asked for'));
const storyteller = async (): Promise<Storyteller> => broken();
const none: Engines = { captioner: broken, translator: broken, keywords: broken, storyteller };

describe('describing', () => {
  it('reads the picture by its key and puts its caption into the language asked for', async () => {
    const blobs = memoryBlobs();
    await blobs.put(picture.key, new Uint8Array(3));
    const { describe } = createHandlers({
      limits,
      blobs: async () => blobs,
      engines: () => ({ ...none, captioner: async () => captioner, translator: async () => translator }),
    });
    expect(await describe({ picture, locale: 'ko' }, context)).toEqual({
      caption: { ...seen, text: 'ko: a moon of 3 bytes', locale: 'ko' },
    });
  });
});

describe('receiving', () => {
  const receiving = async (bytes: Uint8Array) => {
    const blobs = memoryBlobs();
    await blobs.put('uploads/a', bytes);
    const { receive } = createHandlers({
      blobs: async () => blobs,
      limits,
      engines: () => none,
    });
    const upload = { key: 'uploads/a', mediaType: 'application/octet-stream', size: bytes.length };
    return { blobs, received: receive({ upload, keep: 'pictures/mine', name: 'moon.png' }, context) };
  };

  it('keeps what can be printed under the key asked for', async () => {
    const sharp = await loadSharp();
    const create = { width: 40, height: 30, channels: 3, background: '#88f' } as const;
    const { blobs, received } = await receiving(await sharp({ create }).png().toBuffer());
    const { picture: kept } = await received;
    expect(kept).toMatchObject({ key: 'pictures/mine', width: 40, height: 30, name: 'moon.png' });
    expect((await blobs.get('pictures/mine'))?.length).toBe(kept.size);
  });

  it('keeps a small JPEG of it for screens, on white where it is transparent', async () => {
    const sharp = await loadSharp();
    const create = { width: 900, height: 600, channels: 4, background: '#88ff0000' } as const;
    const { blobs, received } = await receiving(await sharp({ create }).png().toBuffer());
    const { thumbnail } = await received;
    expect(thumbnail).toMatchObject({ key: 'thumbnails/mine', mediaType: 'image/jpeg' });
    const bytes = (await blobs.get('thumbnails/mine')) ?? new Uint8Array();
    expect(bytes.length).toBe(thumbnail.size);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 512, height: 341, channels: 3 });
    const { channels } = await sharp(bytes).stats();
    expect(Math.min(...channels.map(({ min }) => min))).toBeGreaterThan(250);
  });

  it('refuses what is no picture, and keeps nothing', async () => {
    const { blobs, received } = await receiving(new TextEncoder().encode('%PDF-1.7'));
    await expect(received).rejects.toMatchObject({ code: 'picture-not-a-picture' });
    expect(await blobs.get('pictures/mine')).toBeUndefined();
  });
});

describe('printing', () => {
  it('names a book by its pictures too, so that two that look the same can be deleted one by one', async () => {
    const blobs = memoryBlobs();
    const sharp = await loadSharp();
    const create = { width: 40, height: 30, channels: 3, background: '#88f' } as const;
    const bytes = await sharp({ create }).png().toBuffer();
    const { print } = createHandlers({
      blobs: async () => blobs,
      limits,
      engines: () => none,
    });
    const printed = async (key: string) => {
      await blobs.put(key, bytes);
      const mine: Picture = { ...picture, key, size: bytes.length, width: 40, height: 30 };
      const fields = { name: '별이', i_action: '잔다', classification: '자연탐구' } as const;
      const told = { text: '별이가 자요.', locale: 'ko', source: { kind: 'person' } } as const;
      const book = {
        title: '별',
        locale: 'ko',
        level: '유아',
        authors: [],
        pages: [{ picture: mine, scene: { fields }, told }],
      } as const;
      return print({ book, format: 'square' }, context);
    };
    const [first, again, other] = [
      await printed('pictures/a'),
      await printed('pictures/a'),
      await printed('pictures/b'),
    ];
    expect(again).toEqual(first);
    expect(await blobs.get(other.pdf.key)).toEqual(await blobs.get(first.pdf.key));
    const keys = ({ pdf, pages }: typeof first) => [pdf, ...pages].map(({ key }) => key);
    expect(keys(other).filter((key) => keys(first).includes(key))).toEqual([]);
  });
});

describe('a thing made once', () => {
  it('is made when it is first wanted, and kept', async () => {
    const make = vi.fn(async () => ({}));
    const get = once(make);
    expect(make).not.toHaveBeenCalled();
    const [first, second] = await Promise.all([get(), get()]);
    expect(await get()).toBe(first);
    expect(second).toBe(first);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is tried again after a failure', async () => {
    const make = vi.fn().mockRejectedValueOnce(new Error('busy')).mockResolvedValue('made');
    const get = once<string>(make);
    await expect(get()).rejects.toThrow('busy');
    expect(await get()).toBe('made');
  });
});

describe('moderation', () => {
  const moderator: Moderator = {
    name: 'fake',
    check: async (texts) => texts.map((text) => (/나쁜|moon/.test(text) ? 'insult' : undefined)),
  };
  const tools = {
    limits,
    engines: () => ({
      ...none,
      captioner: async () => captioner,
      translator: async () => translator,
      moderator: async () => moderator,
    }),
  };

  it('leaves a picture without a caption where the machine’s is unfit: people then describe it', async () => {
    const blobs = memoryBlobs();
    await blobs.put(picture.key, new Uint8Array(3));
    const { describe } = createHandlers({ ...tools, blobs: async () => blobs });
    expect(await describe({ picture, locale: 'ko' }, context)).toEqual({ withheld: true });
  });

  it('says with every kind of work that only the list of words was looked through', async () => {
    const blobs = memoryBlobs();
    await blobs.put(picture.key, new Uint8Array(3));
    const alone: Moderator = {
      name: 'fake',
      async check(texts, options) {
        options?.onNote?.({ code: 'moderated-by-list' });
        return texts.map(() => undefined);
      },
    };
    const teller: Storyteller = {
      name: 'frames',
      tell: async ({ locale }, wanted) =>
        wanted.map((page) =>
          page === 0
            ? { text: '내 글', locale, source: { kind: 'person' } }
            : { text: '지은 글', locale, source: { kind: 'rules', engine: 'frames' } },
        ),
    };
    const engines = (): Engines => ({
      ...none,
      captioner: async () => captioner,
      translator: async () => translator,
      keywords: async () => moderatedSuggester(createLocalSuggester(), alone),
      storyteller: async () => moderatedStoryteller(teller, alone),
      moderator: async () => alone,
    });
    const handlers = createHandlers({ limits, blobs: async () => blobs, engines });
    const note = { code: 'moderated-by-list' };
    const fields = { name: '별이', i_action: '잔다', classification: '자연탐구' } as const;
    const manuscript = { locale: 'ko', level: '유아', seed: 1, scenes: [{ fields }, { fields }] } as const;
    expect(await handlers.describe({ picture, locale: 'ko' }, context)).toMatchObject({ note });
    expect(await handlers.suggest({ locale: 'ko', scene: { fields }, others: [] }, context)).toMatchObject({ note });
    expect(await handlers.entitle({ manuscript }, context)).toMatchObject({ note });
    const { told } = await handlers.write({ manuscript, wanted: [0, 1] }, context);
    expect(told.map((passage) => passage.note)).toEqual([undefined, note]);
  });

  it('looks at who is named in a book with all else that people wrote, so that every fault is told at once', async () => {
    const engines = (): Engines => ({
      ...none,
      storyteller: async () => moderatedStoryteller(createFrames(), moderator),
    });
    const { write } = createHandlers({ limits, blobs: async () => memoryBlobs(), engines });
    const fields = { name: '나쁜 별', i_action: '잔다', classification: '자연탐구' } as const;
    const manuscript = { locale: 'ko', level: '유아', seed: 1, scenes: [{ fields }] } as const;
    await expect(write({ manuscript, wanted: [0], authors: ['나쁜 반'] }, context)).rejects.toMatchObject({
      code: 'text-unsuitable',
      details: {
        places: [
          { part: 'authors', topic: 'insult' },
          { page: 1, part: 'name', topic: 'insult' },
        ],
      },
    });
  });

  it('refuses to print what a page says that no storyteller has seen', async () => {
    const { print } = createHandlers({ ...tools, blobs: async () => memoryBlobs() });
    const fields = { name: '별이', i_action: '잔다', classification: '자연탐구' } as const;
    const told = { text: '나쁜 말', locale: 'ko', source: { kind: 'person' } } as const;
    const book = {
      title: '별',
      locale: 'ko',
      level: '유아',
      authors: [],
      pages: [{ picture, scene: { fields }, told }],
    } as const;
    await expect(print({ book, format: 'square' }, context)).rejects.toMatchObject({
      code: 'text-unsuitable',
      retryable: false,
      details: { places: [{ page: 1, part: 'text', topic: 'insult' }] },
    });
  });
});
