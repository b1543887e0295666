// The journal of captions: what a crash may leave of it, and what it gives back.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type JournalEntry, openJournal } from '../../../src/pipeline/dataset/journal.ts';
import { freshFolder } from '../../support/folder.ts';

const said = (id: string, text: string | null, final = true): JournalEntry => ({ id, text, locale: 'ko', final });

async function begun(...entries: readonly JournalEntry[]): Promise<string> {
  const path = join(await freshFolder(), 'captions.jsonl');
  const journal = await openJournal(path);
  await journal.add(entries);
  await journal.close();
  return path;
}

async function known(path: string, ids: readonly string[]): Promise<readonly (JournalEntry | undefined)[]> {
  const journal = await openJournal(path);
  await journal.close();
  return ids.map((id) => journal.get(id));
}

it('gives back what was written last of each picture, whatever is in it', async () => {
  const odd = said('b', '줄\n바꿈\u2028과 "따옴표"\r');
  const path = await begun(said('a', '먼저', false), odd, said('a', '나중'), said('c', null));
  expect(await known(path, ['a', 'b', 'c', 'd'])).toEqual([said('a', '나중'), odd, said('c', null), undefined]);
});

it('loses no more than the line that was being written', async () => {
  const path = await begun(said('a', '하나'), said('b', '둘'), said('c', '셋'));
  const whole = await readFile(path);
  const lines = [0, ...[...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1)];
  for (let length = 0; length <= whole.length; length += 1) {
    await writeFile(path, whole.subarray(0, length));
    const left = (await known(path, ['a', 'b', 'c'])).filter((entry) => entry !== undefined).length;
    expect(left).toBe(lines.filter((end) => end <= length).length - 1);
    expect((await readFile(path)).length).toBe(lines.filter((end) => end <= length).at(-1));
  }
});

it('goes on behind a torn line', async () => {
  const path = await begun(said('a', '하나'));
  await writeFile(path, '{"id":"b","te', { flag: 'a' });
  const journal = await openJournal(path);
  await journal.add([said('c', '셋')]);
  await journal.close();
  expect(await known(path, ['a', 'b', 'c'])).toEqual([said('a', '하나'), undefined, said('c', '셋')]);
});

it('names a whole line that is none of its own', async () => {
  const path = await begun(said('a', '하나'));
  await writeFile(path, 'scribble\n', { flag: 'a' });
  await expect(openJournal(path)).rejects.toMatchObject({ code: 'data-unusable', details: { path, line: 2 } });
});

it('says where it cannot be written', async () => {
  const folder = await freshFolder();
  await expect(openJournal(folder)).rejects.toMatchObject({ code: 'file-unwritable', details: { path: folder } });
});
