// `storybook anthology` from outside. Each test has a folder of its own.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSharp } from '../../src/raster.ts';
import { storybook } from '../fakes/command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storybook-'));
});
afterEach(() => rm(folder, { recursive: true }));

const page = (picture: string) => ({
  picture,
  fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' },
  text: '별이가 달을 봐요.',
});

/** A child's folder with one picture. */
async function child(name: string, background: string, fields = 'fields.json'): Promise<void> {
  const sharp = await loadSharp();
  const create = { width: 200, height: 150, channels: 3, background } as const;
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, '1.png'), await sharp({ create }).png().toBuffer());
  await writeFile(
    join(folder, name, fields),
    JSON.stringify({ title: `${name}의 책`, authors: [name], pages: [page('1.png')] }),
  );
}

const run = (...words: string[]) => storybook(['anthology', ...words], { cwd: folder, env: { TMPDIR: folder } });

interface Bound {
  readonly volumes: readonly { readonly file: string; readonly pageCount: number }[];
  readonly books: readonly { readonly title: string; readonly page: number; readonly volume: number }[];
}

test('binds the folders of a class in the order of their names, and leaves nothing else behind', async () => {
  for (const [index, name] of ['2 바다', '10 하늘', '1 별'].entries()) await child(join('반', name), `#8${index}f`);
  const { status, stdout, stderr } = await run('반', '--title', '우리 반', '--class', '3학년 2반', '--json');
  expect([status, stderr]).toEqual([0, expect.stringContaining('이야기 쓰기')]);
  const { books, volumes }: Bound = JSON.parse(stdout);
  expect(books.map(({ title, page: at }) => [title, at])).toEqual([
    ['반/1 별의 책', 3],
    ['반/2 바다의 책', 5],
    ['반/10 하늘의 책', 7],
  ]);
  expect(volumes).toHaveLength(1);
  expect((await readFile(join(folder, '우리 반.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await readdir(folder)).sort()).toEqual(['반', '우리 반.pdf']);
});

test('names every book that cannot be bound, and makes nothing', async () => {
  await child('하늘', '#88f');
  await child('바다', '#8f8');
  await writeFile(join(folder, '바다', '1.png'), '%PDF-1.7 a letter');
  await child('솔', '#fff', 'a.json');
  await writeFile(join(folder, '솔', 'b.json'), '{}');
  const unclear = await run('하늘', '솔', '없는곳', '--out', 'a.pdf');
  expect([unclear.status, unclear.stdout]).toEqual([3, '']);
  expect(unclear.stderr).toContain('없는곳');
  const broken = await run('하늘', '바다', '--out', 'a.pdf');
  expect([broken.status, broken.stdout]).toEqual([3, '']);
  expect(broken.stderr).toMatch(/바다: .*1\.png: 그림이 아니라 PDF 문서/s);
  expect(broken.stderr).not.toContain('이야기 쓰기');
  expect((await readdir(folder)).sort()).toEqual(['바다', '솔', '하늘']);
});

test('says which files could be the book of a folder', async () => {
  await child('솔', '#fff', 'a.json');
  await writeFile(join(folder, '솔', 'b.json'), '{}');
  const { status, stderr } = await run('솔');
  expect([status, stderr]).toEqual([3, expect.stringContaining('a.json, b.json')]);
});

test('stopped by Ctrl-C, leaves nothing behind', async () => {
  await child('하늘', '#88f');
  const { status } = await storybook(['anthology', '하늘', '--out', 'a.pdf'], {
    cwd: folder,
    env: { TMPDIR: folder },
    interruptAt: '책 만들기',
  });
  expect(status).toBe(130);
  expect(await readdir(folder)).toEqual(['하늘']);
});
