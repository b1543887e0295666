// The command line from outside: exit statuses, messages, files. Each test has a folder of its own.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSharp } from '../../src/raster.ts';
import { storybook } from '../fakes/command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storybook-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function drawPicture(name: string, background: string): Promise<void> {
  const sharp = await loadSharp();
  const create = { width: 320, height: 240, channels: 3, background } as const;
  await writeFile(join(folder, name), await sharp({ create }).png().toBuffer());
}

const page = (picture: string) => ({
  picture,
  fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' },
});

async function writeFields(name: string, value: unknown): Promise<void> {
  await writeFile(join(folder, name), JSON.stringify(value));
}

async function twoPictures(): Promise<void> {
  await drawPicture('1.png', '#88f');
  await drawPicture('2.png', '#8f8');
  await writeFields('f.json', { title: '달', authors: ['하늘'], pages: [page('1.png'), page('2.png')] });
}

const run = (...words: string[]) => storybook(words, { cwd: folder });

describe('storybook make', () => {
  test('makes a book and says where it is', async () => {
    await twoPictures();
    const { status, stdout } = await run('make', '.', '--fields', 'f.json');
    expect(status).toBe(0);
    expect(stdout).toContain('달.pdf');
    expect((await readFile(join(folder, '달.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await readdir(folder)).sort()).toEqual(['1.png', '2.png', 'f.json', '달.pdf']);
  });

  test('makes the same bytes twice and never overwrites a book that it named itself', async () => {
    await twoPictures();
    await run('make', '.', '--fields', 'f.json');
    await run('make', '.', '--fields', 'f.json');
    const first = await readFile(join(folder, '달.pdf'));
    expect(first.equals(await readFile(join(folder, '달-2.pdf')))).toBe(true);
  });

  test('prints its result as JSON and nothing else on standard output', async () => {
    await twoPictures();
    const { stdout } = await run('make', '--fields', 'f.json', '--out', 'book.pdf', '--title', '해', '--json');
    const made = JSON.parse(stdout) as { title: string; file: string; pages: readonly unknown[] };
    expect(made.title).toBe('해');
    expect(made.pages).toHaveLength(2);
  });

  test('passes over other files and says so', async () => {
    await twoPictures();
    await writeFile(join(folder, 'notes.txt'), 'hello');
    const { status, stderr } = await run('make', '.', '--fields', 'f.json');
    expect(status).toBe(0);
    expect(stderr).toContain('notes.txt');
  });

  test('says which pictures the fields leave out', async () => {
    await twoPictures();
    await drawPicture('3.png', '#fff');
    const { status, stderr } = await run('make', '.', '--fields', 'f.json');
    expect(status).toBe(0);
    expect(stderr).toMatch(/FIELDS\.json에 없어서.*3\.png/);
  });

  test('names every picture that cannot be used, and makes nothing', async () => {
    await drawPicture('1.png', '#88f');
    await writeFile(join(folder, '2.jpg'), '%PDF-1.7 a letter');
    await writeFile(join(folder, '3.png'), '');
    await writeFields('f.json', { title: '달', pages: ['1.png', '2.jpg', '3.png'].map(page) });
    const { status, stderr, stdout } = await run('make', '.', '--fields', 'f.json');
    expect(status).toBe(3);
    expect(stderr).toContain('2.jpg: 그림이 아니라 PDF 문서');
    expect(stderr).toContain('3.png: 빈 파일');
    expect(stdout).toBe('');
    expect(await readdir(folder)).not.toContain('달.pdf');
  });

  test('refuses eleven pictures, none, and pictures that nobody described', async () => {
    for (let index = 1; index <= 11; index += 1) await drawPicture(`${index}.png`, '#fff');
    const many = await run('make', '.');
    expect([many.status, many.stderr]).toEqual([3, expect.stringContaining('11장')]);
    await mkdir(join(folder, 'empty'));
    expect((await run('make', 'empty')).status).toBe(3);
    expect((await run('make')).status).toBe(3);
    const undescribed = await run('make', '1.png');
    expect([undescribed.status, undescribed.stderr]).toEqual([3, expect.stringContaining('--fields')]);
  });

  test('finds out that the book cannot be written before doing any work', async () => {
    await twoPictures();
    const { status, stderr } = await run('make', '.', '--fields', 'f.json', '--out', 'no/such/book.pdf');
    expect(status).toBe(4);
    expect(stderr).not.toContain('그림 읽기');
  });

  test.each(['그림 읽기', '책 만들기'])(
    'stopped by Ctrl-C at “%s”, leaves no half file and says so',
    async (interruptAt) => {
      await twoPictures();
      const words = ['make', '--fields', 'f.json', '--out', 'book.pdf'];
      const { status, stderr } = await storybook(words, { cwd: folder, interruptAt });
      expect(status).toBe(130);
      expect(stderr).toContain('멈추었어요');
      expect((await readdir(folder)).sort()).toEqual(['1.png', '2.png', 'f.json']);
    },
  );
});

describe('storybook tell', () => {
  test('needs no picture files', async () => {
    await writeFields('f.json', { pages: [{ ...page('nowhere.png'), text: '내가 쓴 글.' }, page('x.png')] });
    const { status, stdout } = await run('tell', 'f.json', '--json');
    expect(status).toBe(0);
    const told = JSON.parse(stdout) as readonly { text: string; source: { kind: string } }[];
    expect(told[0]).toMatchObject({ picture: 'nowhere.png', text: '내가 쓴 글.', source: { kind: 'person' } });
    expect(told[1]?.source).toEqual({ kind: 'rules', engine: 'frames' });
  });

  test('names what a fields file has wrong, by its path', async () => {
    await writeFields('f.json', { pages: [{ picture: 'a', fields: { name: 'x', classification: '체육' }, mood: 1 }] });
    const { status, stderr } = await run('tell', 'f.json');
    expect(status).toBe(3);
    for (const path of ['pages[0].fields.i_action', 'pages[0].fields.classification', 'pages[0].mood']) {
      expect(stderr).toContain(path);
    }
  });
});

describe('the command line', () => {
  test.each([
    ['an unknown option', ['make', '--pge', 'a5'], '--pge'],
    ['an unknown command', ['mkae'], 'mkae'],
    ['a page format that does not exist', ['make', '--page', 'b6'], '--page'],
    ['a seed that is no number', ['tell', 'f.json', '--seed', '-1'], '--seed'],
    ['an engine that does not exist', ['tell', 'f.json', '--storyteller', 'gpt'], 'gpt'],
    ['a missing file name', ['tell'], 'fields'],
  ])('answers %s with status 2 and its name', async (_, words, name) => {
    const { status, stderr } = await run(...words);
    expect([status, stderr]).toEqual([2, expect.stringContaining(name)]);
  });

  test('speaks the language of the system', async () => {
    const english = await storybook(['tell', 'no.json'], { cwd: folder, language: 'en' });
    expect([english.status, english.stderr]).toEqual([4, expect.stringContaining('No such file')]);
    expect((await run('tell', 'no.json')).stderr).toContain('파일이나 폴더가 없어요');
  });

  test('teaches when asked, and when asked nothing', async () => {
    for (const words of [[], ['--help'], ['make', '--help']]) {
      const { status, stdout } = await run(...words);
      expect([status, stdout]).toEqual([0, expect.stringContaining('쓰는 법:')]);
    }
  });

  test('ends without a word when nobody reads on', async () => {
    await writeFields('f.json', { pages: [page('1.png')] });
    const { status, stderr } = await storybook(['tell', 'f.json'], { cwd: folder, deaf: true });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('names every wrong variable of the environment at once', async () => {
    const env = { BOOK_LOCALE: 'fr', MAX_PICTURE_MB: 'many' };
    const { status, stderr } = await storybook(['doctor'], { cwd: folder, env });
    expect(status).toBe(2);
    expect(stderr).toMatch(/BOOK_LOCALE[\s\S]*MAX_PICTURE_MB/);
  });

  test('doctor says what is ready, which engines are used and why', async () => {
    const { status, stdout } = await run('doctor');
    expect(status).toBe(0);
    for (const word of ['Node', 'sharp', 'Jua', 'frames', '네트워크']) expect(stdout).toContain(word);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what is there already', () => {
  test('is replaced only if it is a book, and that is said', async () => {
    await twoPictures();
    const first = await run('make', '--fields', 'f.json', '--out', 'book.pdf');
    expect(first.stderr).not.toContain('있던 책');
    expect((await run('make', '--fields', 'f.json', '--out', 'book.pdf')).stderr).toContain('있던 책');
    for (const [out, status] of [
      ['1.png', 2],
      ['f.json', 2],
      ['notes.pdf', 4],
    ] as const) {
      await writeFile(join(folder, 'notes.pdf'), 'my notes');
      const before = await readFile(join(folder, out));
      expect((await run('make', '--fields', 'f.json', '--out', out)).status).toBe(status);
      expect((await readFile(join(folder, out))).equals(before)).toBe(true);
    }
  });
});

test('asked for JSON, a failure comes as JSON too', async () => {
  const { status, stdout } = await run('tell', 'no.json', '--json');
  expect(status).toBe(4);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'file-missing', details: { path: 'no.json' } } });
});
