import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertWritable, freeName, writeWhole } from '../../src/cli/output.ts';
import { fileNameFor } from '../../src/file-name.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storybook-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing a file', () => {
  test('replaces the old one and leaves nothing else', async () => {
    const path = join(folder, 'book.pdf');
    await writeFile(path, 'old');
    await writeWhole(path, new Uint8Array([1, 2, 3]));
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual(['book.pdf']);
  });

  test('works for the longest name that a title makes', async () => {
    const name = fileNameFor('🙂'.repeat(60), '.pdf');
    await writeWhole(join(folder, name), 'x');
    expect(await readdir(folder)).toEqual([name]);
  });

  test('that cannot be finished leaves no half of it', async () => {
    await mkdir(join(folder, 'book.pdf'));
    await expect(writeWhole(join(folder, 'book.pdf'), 'x')).rejects.toMatchObject({ code: 'file-unwritable' });
    expect(await readdir(folder)).toEqual(['book.pdf']);
  });

  test('where nothing can be written is found out beforehand, without a trace', async () => {
    await expect(assertWritable(join(folder, 'no', 'book.pdf'))).rejects.toMatchObject({ code: 'file-unwritable' });
    await expect(assertWritable(folder)).rejects.toMatchObject({ code: 'file-unwritable' });
    await assertWritable(join(folder, 'book.pdf'));
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('naming a file after a title', () => {
  test.each([
    ['달빛 소풍', '달빛 소풍.pdf'],
    ['a/b\\c: "d"?', 'a b c d.pdf'],
    ['../..', 'storybook.pdf'],
    ['  ', 'storybook.pdf'],
    ['별'.repeat(200), `${'별'.repeat(60)}.pdf`],
    ['줄\n바꿈', '줄 바꿈.pdf'],
  ])('%j gives %s', (title, name) => {
    expect(fileNameFor(title, '.pdf')).toBe(name);
  });

  test('never takes a name that is in use', async () => {
    await writeFile(join(folder, '달.pdf'), '');
    await writeFile(join(folder, '달-2.pdf'), '');
    expect(basename(await freeName(folder, '달.pdf', '.pdf'))).toBe('달-3.pdf');
    expect(basename(await freeName(folder, '해.pdf', '.pdf'))).toBe('해.pdf');
  });
});
