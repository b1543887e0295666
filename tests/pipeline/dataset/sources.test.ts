// Where pictures and annotations are found: folders, archives, archives inside of folders; and what archives may not do.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type FindOptions,
  findSources,
  pathOf,
  readFound,
  type Sources,
} from '../../../src/pipeline/dataset/sources.ts';
import { freshFolder } from '../../support/folder.ts';
import { meddled, renamed, zipOf } from './zips.ts';

const LIMIT = 1000;

async function place(files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const folder = await freshFolder();
  for (const [name, data] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), data);
  }
  return folder;
}

async function find(paths: readonly string[], options?: FindOptions): Promise<Sources> {
  const sources = await findSources(paths, 'annotation', options);
  onTestFinished(() => sources.close());
  return sources;
}

const paths = ({ found }: Sources): string[] => found.map(pathOf).sort();

/** What is read of each file, by its path. */
async function contents({ found }: Sources): Promise<Record<string, string>> {
  const read = await Promise.all(
    found.map(async (each) => {
      const bytes = await readFound(each, LIMIT);
      return [pathOf(each), typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()] as const;
    }),
  );
  return Object.fromEntries(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('finding files', () => {
  it('looks into folders to their bottom, at their endings in any case, and passes over what systems leave behind', async () => {
    const folder = await place({
      'a.json': '1',
      'b/c/d.JSON': '2',
      'b/e.txt': '',
      '.hidden.json': '',
      '__MACOSX/a.json': '',
      'b/._a.json': '',
    });
    const sources = await find([folder]);
    expect(await contents(sources)).toEqual({ 'a.json': '1', 'b/c/d.JSON': '2' });
    expect(sources.others).toBe(1);
  });

  it('shows what is in an archive as if it were unpacked beside it', async () => {
    const zip = await zipOf({ 'x/a.json': '1', 'b.json': '2', 'c.txt': '' });
    const folder = await place({ 'part/TL_01.zip': zip });
    expect(await contents(await find([folder]))).toEqual({ 'part/TL_01/b.json': '2', 'part/TL_01/x/a.json': '1' });
    expect(await contents(await find([join(folder, 'part', 'TL_01.zip')]))).toEqual({ 'b.json': '2', 'x/a.json': '1' });
  });

  it('reads stored and deflated files alike', async () => {
    const folder = await place({ 'a.zip': await zipOf({ 'a.json': 'kept as it is' }, false) });
    expect(await contents(await find([folder]))).toEqual({ 'a/a.json': 'kept as it is' });
  });

  it('reads names in CP949, as Korean Windows writes them', async () => {
    const zip = renamed(await zipOf({ 'aaaa/1.json': '1' }), 'aaaa', Buffer.from([0xb1, 0xd7, 0xb8, 0xb2]));
    expect(paths(await find([await place({ 'z.zip': zip })]))).toEqual(['z/그림/1.json']);
  });

  it('takes names that are spelled apart and together for the same', async () => {
    const folder = await place({ ['가.json'.normalize('NFD')]: '1' });
    expect((await find([folder])).found[0]?.stem).toBe('가'.normalize('NFC'));
  });

  it('does not run in circles, and leaves out the folder that it is told to', async () => {
    const folder = await place({ 'a/1.json': '1', 'out/settings.json': '{}' });
    await symlink(folder, join(folder, 'a', 'again'));
    expect(paths(await find([folder], { except: join(folder, 'out') }))).toEqual(['a/1.json']);
  });

  it('names the pieces of archives that were not put together', async () => {
    const folder = await place({ 'x/TL1.zip.part0': '', 'x/TL1.zip.part1073741824': '', 'a.json': '1' });
    expect([...(await find([folder])).pieces].sort()).toEqual(['x/TL1.zip.part0', 'x/TL1.zip.part1073741824']);
  });

  it('says which path is not there', async () => {
    const path = join(await freshFolder(), 'nowhere');
    await expect(findSources([path], 'annotation')).rejects.toMatchObject({ code: 'file-missing', details: { path } });
  });

  it.each([
    ['cut off', async () => (await zipOf({ 'a.json': '{}' })).subarray(0, 60)],
    ['something else', async () => Buffer.from('<html>Not found</html>')],
    ['empty', async () => Buffer.alloc(0)],
  ])('names an archive that is %s', async (_, make) => {
    const folder = await place({ 'x/broken.zip': await make() });
    await expect(findSources([folder], 'annotation')).rejects.toMatchObject({
      code: 'data-unusable',
      details: { path: join(folder, 'x', 'broken.zip'), reason: 'archive' },
    });
  });
});

describe('files of an archive that cannot be had', () => {
  const only = async (zip: Buffer) => Object.values(await contents(await find([await place({ 'z.zip': zip })])));
  const small = () => zipOf({ 'a.json': '{"a": 1, "b": 2, "c": 3}' });

  it('are those whose names lead elsewhere', async () => {
    for (const name of ['../evil.json', '/etc/evl.json', 'C:/evil.json', '..\\evil.json', 'e\u0000vl123.json']) {
      const plain = 'x'.repeat(Buffer.byteLength(name) - 5).concat('.json');
      expect(await only(renamed(await zipOf({ [plain]: '1' }), plain, Buffer.from(name)))).toEqual(['name']);
    }
  });

  it('are those that are larger than they may be, before anything is unpacked', async () => {
    expect(await only(await zipOf({ 'bomb.json': Buffer.alloc(50_000_000) }))).toEqual(['too-large']);
  });

  it('are those that are not as long as they say', async () => {
    expect(await only(meddled(await small(), 'size', 5))).toEqual(['damaged']);
    expect(await only(meddled(await small(), 'size', 500))).toEqual(['damaged']);
  });

  it('are those whose bytes are not what they were', async () => {
    expect(await only(meddled(await small(), 'crc', 1))).toEqual(['damaged']);
    const zip = await zipOf({ 'a.json': 'a'.repeat(900) });
    zip[38] = 0xff;
    expect(await only(zip)).toEqual(['damaged']);
  });

  it('are those that are encrypted or packed in another way', async () => {
    expect(await only(meddled(await small(), 'flags', 1))).toEqual(['encrypted']);
    expect(await only(meddled(await small(), 'method', 12))).toEqual(['compression']);
  });
});
