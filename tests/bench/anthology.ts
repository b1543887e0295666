// `npm run bench -- --anthology [books] [megabytes]`: a class's books of ten photographs each bound into one file, or
// into volumes within a budget: seconds and peak memory. The photographs lie on the disk and are read one at a time.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderAnthology } from '../../src/render/index.ts';
import type { Book, Page, Picture } from '../../src/story.ts';
import { noisyPhoto } from '../fakes/photos.ts';
import { peakMemory } from './intake.ts';

const PAGES = 10;
const SIZE = { width: 2000, height: 1500 };
/** So many photographs are made; each picture is one of them under a name of its own. */
const PHOTOGRAPHS = 10;
const MEBIBYTE = 2 ** 20;

const told = { text: '별이가 달을 바라봐요. 달도 별이를 바라봐요.', locale: 'ko', source: { kind: 'person' } } as const;
const fields = { name: '별이', i_action: '달을 바라본다', classification: '자연탐구' } as const;

function bookOf(child: number): Book {
  const pages = Array.from({ length: PAGES }, (_, page): Page => {
    const key = `${child}-${page}`;
    const picture: Picture = { key, mediaType: 'image/jpeg', size: 1, ...SIZE, sha256: 'ab'.repeat(32) };
    return { picture, scene: { fields }, told };
  });
  return { title: `${child + 1}번의 이야기`, locale: 'ko', level: '저학년', authors: [`아이 ${child + 1}`], pages };
}

export async function benchAnthology([count = '30', megabytes]: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    for (let seed = 0; seed < PHOTOGRAPHS; seed++)
      await writeFile(join(folder, `${seed}`), await noisyPhoto({ ...SIZE, seed: seed + 1, format: 'jpeg' }));
    const books = Array.from({ length: Number(count) }, (_, child) => bookOf(child));
    const begun = performance.now();
    const { volumes } = await renderAnthology(
      { title: '우리 반 이야기', locale: 'ko', className: '3학년 2반', books },
      {
        read: ({ key }) => readFile(join(folder, key.split('-')[1] ?? '')),
        format: 'square',
        ...(megabytes !== undefined && { budget: Number(megabytes) * MEBIBYTE }),
      },
    );
    const seconds = (performance.now() - begun) / 1000;
    const sizes = volumes.map(
      ({ bytes, pageCount }) => `${pageCount} pages ${(bytes.length / MEBIBYTE).toFixed(1)} MiB`,
    );
    console.log(`${count} books of ${PAGES} photographs → ${volumes.length} volume(s): ${sizes.join(', ')}`);
    console.log(`${seconds.toFixed(0)} s, peak memory ${(peakMemory() / MEBIBYTE).toFixed(0)} MiB`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
