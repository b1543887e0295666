// `storybook print`: files for printers, made from books that are there already.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { print } from '../../src/cli/print.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { readConfig } from '../../src/config.ts';
import { renderBook } from '../../src/render/index.ts';
import { storybook } from '../fakes/command.ts';
import { makeBook } from '../render/books.ts';
import { freshFolder } from '../support/folder.ts';

const progress = { step() {}, at() {}, say() {}, end: () => [], transfer() {}, count() {} };
const around: Surroundings = { config: readConfig({}), locale: 'ko', progress, signal: new AbortController().signal };

async function aBook(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await freshFolder();
  const { book, read } = await makeBook([['night', 200, 200, '달이 떴어요.']]);
  const file = join(folder, '달.pdf');
  await writeFile(file, (await renderBook(book, { read, format: 'a5' })).bytes);
  return { folder, file };
}

describe('storybook print', () => {
  it('puts what it makes beside the book, under names that overwrite nothing', async () => {
    const { folder, file } = await aBook();
    await print(file, { booklet: true }, around);
    await print(file, { coverApart: true }, around);
    await print(file, {}, around);
    expect((await readdir(folder)).sort()).toEqual([
      '달 - 인쇄소용.pdf',
      '달 - 접는 책-2.pdf',
      '달 - 접는 책.pdf',
      '달.pdf',
    ]);
    expect(await readFile(join(folder, '달 - 접는 책.pdf'))).not.toEqual(
      await readFile(join(folder, '달 - 접는 책-2.pdf')),
    );
  });

  it.each([
    ['no-pdf', async () => new TextEncoder().encode('not a book')],
    [
      'pages',
      async () => {
        const odd = await PDFDocument.create();
        odd.addPage([100, 100]);
        return odd.save();
      },
    ],
  ])('refuses what cannot be folded (%s), and leaves nothing', async (reason, bytes) => {
    const folder = await freshFolder();
    const path = join(folder, 'x.pdf');
    await writeFile(path, await bytes());
    await expect(print(path, { booklet: true }, around)).rejects.toMatchObject({
      code: 'book-unprintable',
      details: { path, reason },
    });
    expect(await readdir(folder)).toEqual(['x.pdf']);
  });

  it('as a command says how to print, and what is missing', async () => {
    const { folder } = await aBook();
    const made = await storybook(['print', '달.pdf', '--booklet', '--out', '접기.pdf'], { cwd: folder });
    expect([made.status, made.stdout]).toEqual([0, expect.stringContaining('A4 종이 1장')]);
    const missing = await storybook(['print'], { cwd: folder });
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('꼭 있어야 할 값이 없어요: book')]);
    const sheet = await storybook(['print', '--test-sheet', 'a5', '--json'], { cwd: folder });
    expect(JSON.parse(sheet.stdout)).toMatchObject({ booklet: { paper: 'a4', sheets: 1 } });
  });
});
