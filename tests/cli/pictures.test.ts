import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FieldsPage } from '../../src/cli/fields-file.ts';
import { gatherPictures, matchPictures } from '../../src/cli/pictures.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storybook-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, text = 'PICTURE') => writeFile(join(folder, name), text);
const isPicture = (head: Uint8Array): boolean => Buffer.from(head).toString().startsWith('PICTURE');
const page = (picture: string): FieldsPage => ({
  picture,
  fields: { name: '별이', i_action: '본다', classification: '자연탐구' },
});

describe('gathering pictures', () => {
  test('takes a folder in the natural order of its names', async () => {
    for (const name of ['10.png', '2.png', '1.png']) await put(name);
    const { pictures } = await gatherPictures([folder], isPicture);
    expect(pictures.map(({ name }) => name)).toEqual(['1.png', '2.png', '10.png']);
  });

  test('passes over other files and folders and says which, but not hidden files', async () => {
    await put('a.png');
    await put('notes.txt', 'hello');
    await put('.DS_Store', 'x');
    await mkdir(join(folder, 'more'));
    const { pictures, passedOver } = await gatherPictures([folder], isPicture);
    expect(pictures.map(({ name }) => name)).toEqual(['a.png']);
    expect(passedOver).toEqual(['more/', 'notes.txt']);
  });

  test('passes over links to nowhere', async () => {
    await put('a.png');
    await symlink(join(folder, 'gone'), join(folder, 'link'));
    const { pictures, passedOver } = await gatherPictures([folder], isPicture);
    expect(pictures.map(({ name }) => name)).toEqual(['a.png']);
    expect(passedOver).toEqual(['link']);
  });

  test('takes a picture whose name does not say so, and whatever is named like a picture', async () => {
    await put('scan');
    await put('letter.jpg', '%PDF-1.7');
    const { pictures } = await gatherPictures([folder], isPicture);
    expect(pictures.map(({ name }) => name)).toEqual(['letter.jpg', 'scan']);
  });

  test('keeps files in the order in which they are named', async () => {
    await put('1.png');
    await put('2.png');
    const { pictures } = await gatherPictures([join(folder, '2.png'), join(folder, '1.png')], isPicture);
    expect(pictures.map(({ name }) => name)).toEqual(['2.png', '1.png']);
  });

  test('refuses what is not there', async () => {
    await expect(gatherPictures([join(folder, 'no')], isPicture)).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('matching pages to pictures', () => {
  test('goes by the name, whatever its case and Unicode form, in the order of the pages', async () => {
    const decomposed = '별.png'.normalize('NFD');
    await put(decomposed);
    await put('B.PNG');
    const { pictures } = await gatherPictures([folder], isPicture);
    const matched = await matchPictures([page('b.png'), page('별.png')], pictures, folder, 'f.json');
    expect(matched.map(({ name }) => name)).toEqual(['B.PNG', '별.png']);
  });

  test('finds pictures beside the fields file without any being named', async () => {
    await put('1.png');
    const matched = await matchPictures([page('1.png')], [], folder, 'f.json');
    expect(matched.map(({ path }) => path)).toEqual([join(folder, '1.png')]);
  });

  test('names every page whose picture is nowhere', async () => {
    const refusal = matchPictures([page('x.png'), page('y.png')], [], folder, 'f.json');
    await expect(refusal).rejects.toMatchObject({
      code: 'fields-invalid',
      details: { problems: [{ path: 'pages[0].picture', kind: 'no-file' }, { path: 'pages[1].picture' }] },
    });
  });
});
