// The worker as it is shipped, behind its queue: pictures in blobs become a book in blobs, the same book as without it.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openBlobFolder } from '../../src/blob-folder.ts';
import { getBlob } from '../../src/blobs.ts';
import { blobFolderOf } from '../../src/config.ts';
import type { Job, JobKind, JobNews, JobOutput } from '../../src/jobs.ts';
import { receivePicture } from '../../src/pipeline/image/receive.ts';
import { createChildQueue } from '../../src/pipeline/queue/child.ts';
import { createFrames } from '../../src/pipeline/storyteller/frames.ts';
import { renderBook } from '../../src/render/index.ts';
import type { Book, Manuscript, Page } from '../../src/story.ts';
import { freshFolder } from '../support/folder.ts';

const WORKER = new URL('../../src/worker.ts', import.meta.url);

async function stage({ onNews = () => {} }: { readonly onNews?: (news: JobNews) => void } = {}) {
  const dataDir = await freshFolder();
  const log = { warn: vi.fn(), error: vi.fn() };
  const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  const queue = createChildQueue({ module: WORKER, env, log, niceness: 0 });
  onTestFinished(() => queue.close());
  const told: JobNews[] = [];
  const waiting = new Map<string, (news: JobNews) => void>();
  queue.listen((news) => {
    told.push(news);
    onNews(news);
    if (news.type !== 'progress') waiting.get(news.id)?.(news);
  });
  const end = async (job: Job): Promise<JobNews> => {
    const ended = new Promise<JobNews>((resolve) => waiting.set(job.id, resolve));
    await queue.add(job);
    return ended;
  };
  const output = async <K extends JobKind>(job: Job<K>): Promise<JobOutput<K>> => {
    const news = await end(job as Job);
    if (news.type !== 'done') throw new Error(JSON.stringify(news));
    return news.output as JobOutput<K>;
  };
  const progressOf = (id: string): readonly string[] =>
    told.flatMap((news) => (news.id === id && news.type === 'progress' ? [`${news.done}/${news.total}`] : []));
  return { blobs: await openBlobFolder({ folder: blobFolderOf({ dataDir }) }), queue, end, output, progressOf };
}

const LIMITS = { bytes: 10 * 2 ** 20, pixels: 10e6, frames: 1 };

const receive = async (name: string) =>
  receivePicture(await readFile(new URL(`../../examples/moonlight-picnic/${name}.png`, import.meta.url)), {
    limits: LIMITS,
    name,
  });

const PICTURES = ['1-roof', '2-forest', '3-lake'] as const;
const ACTIONS = ['달을 바라본다', '숲을 걷는다', '조개를 줍는다'];

const manuscript: Manuscript = {
  title: '별이의 하루',
  locale: 'ko',
  level: '저학년',
  seed: 7,
  scenes: ACTIONS.map((i_action) => ({ fields: { name: '별이', i_action, classification: '자연탐구' } })),
};

describe('the worker', () => {
  it('makes of pictures in blobs the book that is made without it, byte for byte', async () => {
    const { blobs, output, progressOf } = await stage();
    const received = await Promise.all(PICTURES.map(receive));
    for (const { picture, bytes } of received) await blobs.put(picture.key, bytes);

    for (const [index, { picture }] of received.entries()) {
      const described = await output({
        id: `describe ${index}`,
        book: 'b',
        kind: 'describe',
        input: { picture, locale: 'ko' },
      });
      expect(described).toEqual({});
    }
    const wanted = [0, 1, 2];
    const { told } = await output({ id: 'write', book: 'b', kind: 'write', input: { manuscript, wanted } });
    expect(told).toEqual(await createFrames().tell(manuscript, wanted));
    expect(progressOf('write')).toEqual(['1/3', '2/3', '3/3']);

    const pages = received.flatMap(({ picture }, index): Page[] => {
      const [scene, text] = [manuscript.scenes[index], told[index]];
      return scene && text ? [{ picture, scene, told: text }] : [];
    });
    const book: Book = { title: '별이의 하루', locale: 'ko', level: '저학년', authors: ['하늘'], pages };
    const {
      pdf,
      pages: images,
      notes,
    } = await output({ id: 'print', book: 'b', kind: 'print', input: { book, format: 'square' } });
    const made = await getBlob(blobs, pdf.key);
    const expected = await renderBook(book, { read: ({ key }) => getBlob(blobs, key), format: 'square', images: true });
    expect(Buffer.compare(made, expected.bytes)).toBe(0);
    expect(notes).toEqual(expected.notes);
    expect(pdf).toEqual({
      key: expect.stringMatching(/^books\/[0-9a-f]{64}\.pdf$/),
      mediaType: 'application/pdf',
      size: made.length,
    });
    expect(images).toEqual(
      expected.images.map(({ jpeg, ...image }, index) => ({
        key: pdf.key.replace('.pdf', `-${index + 1}.jpg`),
        mediaType: 'image/jpeg',
        size: jpeg.length,
        ...image,
      })),
    );
    for (const [index, { key }] of images.entries()) {
      expect(Buffer.compare(await getBlob(blobs, key), expected.images[index]?.jpeg ?? new Uint8Array())).toBe(0);
    }
    expect(progressOf('print').at(-1)).toBe('10/10');
  });

  it('tells which picture is gone', async () => {
    const { end } = await stage();
    const { picture } = await receive('1-roof');
    const job = { id: 'a', book: 'b', kind: 'describe', input: { picture, locale: 'ko' } } as const;
    const failure = { code: 'blob-missing', details: { key: picture.key }, retryable: false };
    expect(await end(job)).toMatchObject({ type: 'failed', failure });
  });

  it.runIf(process.platform === 'linux')(
    'makes the same book when it is killed in the middle of printing',
    async () => {
      const children = (): readonly string[] =>
        readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
      let isKilled = false;
      // As soon as the printing is heard of: looked for on a beat, it could be over.
      const onNews = ({ id, type }: JobNews): void => {
        if (isKilled || id !== 'print' || type !== 'progress') return;
        isKilled = true;
        for (const pid of children()) process.kill(Number(pid), 'SIGKILL');
      };
      const { blobs, output, progressOf } = await stage({ onNews });
      const { picture, bytes } = await receive('1-roof');
      await blobs.put(picture.key, bytes);
      const told = { text: '별이가 달을 봐요.', locale: 'ko', source: { kind: 'person' } } as const;
      const fields = { name: '별이', i_action: '달을 본다', classification: '자연탐구' } as const;
      const pages = [{ picture, scene: { fields }, told }];
      const book: Book = { title: '달', locale: 'ko', level: '유아', authors: [], pages };
      const { pdf } = await output({ id: 'print', book: 'b', kind: 'print', input: { book, format: 'a5' } });
      const expected = await renderBook(book, { read: ({ key }) => getBlob(blobs, key), format: 'a5' });
      expect(Buffer.compare(await getBlob(blobs, pdf.key), expected.bytes)).toBe(0);
      // What the first worker said before it was dead, and all that the second one said.
      const progress = progressOf('print');
      expect(progress[0]).toBe('1/4');
      expect(progress.lastIndexOf('1/4')).toBeGreaterThan(0);
      expect(progress.slice(-4)).toEqual(['1/4', '2/4', '3/4', '4/4']);
    },
  );
});
