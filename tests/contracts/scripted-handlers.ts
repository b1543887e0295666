// Handlers that do what each job's own input tells them, so that the contract of queues can drive handlers
// in another process too, and sees there only what went through files and news.
import { existsSync, watch } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { TalesError } from '../../src/errors.ts';
import type { Job, JobHandlers } from '../../src/jobs.ts';
import { type Manuscript, type PageImages, thumbnailKey } from '../../src/story.ts';

export interface Script {
  /** A file that gets a line each time the job is run. */
  readonly runs: string;
  /** How many steps to tell of. The first is told before anything else. */
  readonly steps?: number;
  /** A file to wait for, in a folder that exists. */
  readonly hold?: string;
  readonly fail?: 'full' | 'busy' | 'crash' | 'not-json';
}

/** A job to write one page, which says `text` when its script lets it. */
export function scriptedJob(id: string, book: string, script: Script): Job<'write'> {
  const manuscript: Manuscript = { title: JSON.stringify(script), locale: 'ko', level: '유아', seed: 1, scenes: [] };
  return { id, book, kind: 'write', input: { manuscript, wanted: [0] } };
}

function fileAppears(path: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(dirname(path), (_, name) => name === basename(path) && watcher.close());
    watcher.on('close', () => (signal.aborted ? reject(new TalesError('cancelled', {})) : resolve()));
    signal.addEventListener('abort', () => watcher.close());
    if (existsSync(path) || signal.aborted) watcher.close();
  });
}

function failAs(fail: NonNullable<Script['fail']>): unknown {
  switch (fail) {
    case 'full':
      throw new TalesError('book-too-big', { size: 2, limit: 1 });
    case 'busy':
      throw new TalesError('store-unusable', { path: 'somewhere', reason: 'busy' }, { retryable: true });
    case 'crash':
      throw new Error('a bug');
    case 'not-json':
      return { told: [1n] };
  }
}

/** Images of a cover and one page, under keys that begin with `name`. */
export function scriptedPages(name: string): PageImages {
  const image = { mediaType: 'image/jpeg', size: 1, width: 1200, height: 1200 };
  return [
    { ...image, key: `${name}-1.jpg`, text: 'a cover' },
    { ...image, key: `${name}-2.jpg`, text: 'a page' },
  ];
}

export const scriptedHandlers: JobHandlers = {
  async receive({ upload, keep, name }) {
    const { mediaType, size } = upload;
    const picture = {
      key: keep,
      mediaType,
      size,
      width: 40,
      height: 30,
      sha256: '0'.repeat(64),
      ...(name && { name }),
    };
    return { picture, thumbnail: { key: thumbnailKey(keep), mediaType: 'image/jpeg', size: 1 } };
  },
  async describe({ picture, locale }) {
    return { caption: { text: `seen: ${picture.key}`, locale, source: { kind: 'model', engine: 'scripted' } } };
  },
  async suggest() {
    return { keywords: { setting: ['언덕'], action: ['달린다'], feeling: ['설렘'] } };
  },
  async entitle() {
    return { titles: ['언덕 위의 하루'] };
  },
  async write({ manuscript, wanted }, { signal, onProgress }) {
    const { runs, steps = 0, hold, fail }: Script = JSON.parse(manuscript.title ?? '{}');
    await appendFile(runs, 'run\n');
    for (let step = 1; step <= steps; step += 1) onProgress(step, steps);
    if (hold !== undefined) await fileAppears(hold, signal);
    if (fail !== undefined) return failAs(fail) as { told: [] };
    return { told: wanted.map((index) => ({ text: `page ${index}`, locale: 'ko', source: { kind: 'person' } })) };
  },
  async bind({ anthology }) {
    const name = `anthologies/${anthology.title}`;
    const pdf = { key: `${name}.pdf`, mediaType: 'application/pdf', size: 1 };
    const volumes = [{ title: anthology.title, pdf, pageCount: anthology.books.length }];
    return { volumes, cover: scriptedPages(name)[0], notes: [] };
  },
  async fold({ pdf }) {
    return { pdf: { ...pdf, key: `booklets/${pdf.key}` }, paper: 'A4', sheets: 2 };
  },
  async print({ book }) {
    const name = `books/${book.title}`;
    return {
      pdf: { key: `${name}.pdf`, mediaType: 'application/pdf', size: 1 },
      pages: scriptedPages(name),
      notes: [],
    };
  },
};
