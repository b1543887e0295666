// `npm run bench`: a whole book of ten 12-megapixel photographs, as `storybook make` does it: seconds a step and
// peak memory, in a process of its own. The figures of the intake alone are printed by `intake.ts`.
// `npm run bench -- --models`: the models, see `models.ts`.
// With `-- --anthology`: a whole class bound into one, see `anthology.ts`.
// With `-- --acknowledge`: how soon an interaction is acknowledged while workers keep the machine busy.
// With `-- --class`: a class at work while processes die, see `class.ts`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readPictures } from '../../src/cli/read-pictures.ts';
import { readConfig } from '../../src/config.ts';
import { createFrames } from '../../src/pipeline/storyteller/frames.ts';
import { writeBook } from '../../src/pipeline/write.ts';
import { renderBook } from '../../src/render/index.ts';
import type { Manuscript } from '../../src/story.ts';
import { makePhotos, peakMemory } from './intake.ts';
import { benchModels } from './models.ts';

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

/** A photograph of a camera is larger than what a chat service lets through; the bench takes it all the same. */
const CONFIG = { ...readConfig({}), maxPictureBytes: 200 * 2 ** 20 };

function manuscriptOf(count: number): Manuscript {
  const fields = { name: '별이', i_action: '달을 바라본다', classification: '자연탐구' } as const;
  return { title: '열 장의 사진', locale: 'ko', level: '저학년', seed: 1, scenes: Array(count).fill({ fields }) };
}

async function makeBook(files: readonly string[]): Promise<void> {
  const { signal } = new AbortController();
  const clock = (): number => performance.now() / 1000;
  const times: string[] = [];
  const begun = clock();
  let last = begun;
  const lap = (step: string): void => {
    times.push(`${step} ${(clock() - last).toFixed(1)} s`);
    last = clock();
  };
  const named = files.map((path) => ({ path, name: basename(path) }));
  const loaded = await readPictures(named, CONFIG, signal, () => {});
  lap('intake');
  const pictures = loaded.map(({ picture }) => picture);
  const book = await writeBook(createFrames(), manuscriptOf(files.length), pictures, ['하늘']);
  lap('story');
  const bytesOf = new Map(loaded.map(({ picture, bytes }) => [picture.key, bytes]));
  const read = async ({ key }: { readonly key: string }) => bytesOf.get(key) ?? new Uint8Array();
  const { bytes, pageCount } = await renderBook(book, { read, format: 'square' });
  lap('rendering');
  console.log(`${files.length} photographs → ${pageCount} pages, ${mebibytes(bytes.length)}`);
  console.log(`${times.join(', ')}; in all ${(clock() - begun).toFixed(1)} s, peak memory ${mebibytes(peakMemory())}`);
}

const [, , verb, ...files] = process.argv;
if (verb === 'book') await makeBook(files);
else if (verb === '--models') await benchModels(files);
else if (verb === '--anthology') await (await import('./anthology.ts')).benchAnthology(files);
else if (verb === '--class') await (await import('./class.ts')).benchClass(files);
else if (verb === '--acknowledge') await (await import('./acknowledge.ts')).benchAcknowledge();
else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    console.log(`Node ${process.versions.node}, ${availableParallelism()} CPU`);
    const photos = makePhotos(folder);
    for (const run of [1, 2, 3]) {
      console.log(`run ${run}`);
      // As `bin/storybook.js` starts it.
      const env = { MALLOC_ARENA_MAX: '2', ...process.env };
      spawnSync(process.execPath, [import.meta.filename, 'book', ...photos], { stdio: 'inherit', env });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
