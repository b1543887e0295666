// Rows of a data set: what is read of them, what is passed over, how a sample is drawn, and what is said of files that
// cannot be used.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvWriter } from '../../../src/csv.ts';
import { drawRows, readRows, surveyRows } from '../../../src/pipeline/evaluation/rows.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rows-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function written(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'data.csv');
  await writeFile(path, content);
  return path;
}

const HEADER = 'id,caption,name,i_action,input_text,output_text\n';

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('rows of a data set', () => {
  it('come with what they are told from and compared with', async () => {
    const path = await written(
      `${HEADER}a1,"공, 하나",별이,달을 본다,generate: <name> 별이,"별이가 ""와"" 했어요.\n정말요."\n`,
    );
    expect(await surveyRows(path)).toEqual({ usable: [1], blank: [] });
    expect(await collected(readRows(path, [1]))).toEqual([
      {
        number: 1,
        id: 'a1',
        name: '별이',
        action: '달을 본다',
        inputText: 'generate: <name> 별이',
        outputText: '별이가 "와" 했어요.\n정말요.',
      },
    ]);
  });

  it('come back as they were written', async () => {
    const line = await csvWriter();
    const values = ['7', 'a,b', '"', '두\n줄', 'generate: ,', '"따옴표" 끝'];
    const path = await written(HEADER + line(values));
    const [row] = await collected(readRows(path, [1]));
    expect(row).toMatchObject({
      id: '7',
      name: '"',
      action: '두\n줄',
      inputText: 'generate: ,',
      outputText: '"따옴표" 끝',
    });
  });

  it('may begin with a byte order mark and end their lines as Windows does', async () => {
    const path = await written(`\uFEFF${HEADER}a,,,,in,out\n`.replaceAll('\n', '\r\n'));
    expect(await collected(readRows(path, [1]))).toMatchObject([{ id: 'a', inputText: 'in', outputText: 'out' }]);
  });

  it('do without columns that only help', async () => {
    const path = await written('output_text,id,input_text\nout,a,in\n');
    expect(await collected(readRows(path, [1]))).toMatchObject([{ id: 'a', name: '', action: '' }]);
  });

  it('are passed over where nothing can be told or compared, and their lines are named', async () => {
    const path = await written(`${HEADER}a,,,,in,out\nb,,,, ,out\nc,,,,in,\nd,,,,in,out\n`);
    expect(await surveyRows(path)).toEqual({ usable: [1, 4], blank: [3, 4] });
  });

  it('are given by their places, however few are wanted', async () => {
    const path = await written(HEADER + Array.from({ length: 9 }, (_, at) => `id${at},,,,in,out\n`).join(''));
    expect((await collected(readRows(path, [2, 9]))).map(({ id }) => id)).toEqual(['id1', 'id8']);
    expect(await collected(readRows(path, []))).toEqual([]);
  });
});

describe('a sample', () => {
  const survey = { usable: [1, 2, 4, 5, 7, 8, 9, 11], blank: [] };

  it('is the same for the same seed, in the order of the file, and another for another', () => {
    const drawn = drawRows(survey, { sample: 4, seed: 1 });
    expect(drawn).toEqual(drawRows(survey, { sample: 4, seed: 1 }));
    expect(drawn).toEqual([...drawn].sort((one, other) => one - other));
    expect(new Set(drawn).size).toBe(4);
    expect(drawn.every((place) => survey.usable.includes(place))).toBe(true);
    expect(drawRows(survey, { sample: 4, seed: 2 })).not.toEqual(drawn);
  });

  it('is everything where none is asked for', () => {
    expect(drawRows(survey, { seed: 1 })).toEqual(survey.usable);
  });

  it('of more rows than there are is everything', () => {
    expect(drawRows(survey, { sample: 9, seed: 1 })).toEqual(survey.usable);
  });

  it('of no row is refused with what is possible', () => {
    expect(() => drawRows(survey, { sample: 0, seed: 1 })).toThrow(
      expect.objectContaining({
        code: 'option-invalid',
        details: { option: '--sample', value: '0', expected: { kind: 'number', least: 1 } },
      }),
    );
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['has no such columns', 'id,text\na,b\n', { reason: 'columns', columns: ['input_text', 'output_text'] }],
    ['has a first line alone', HEADER, { reason: 'empty' }],
    ['is empty', '', { reason: 'empty' }],
    ['has a line of another length', `${HEADER}a,,,,in,out\nb,in\n`, { reason: 'syntax', line: 3 }],
    ['has a quotation mark that is never closed', `${HEADER}a,,,,in,"out\n`, { reason: 'syntax' }],
    ['is in the code page of Korean Windows', Buffer.from([0xb0, 0xa1, 0x0a]), { reason: 'encoding' }],
    ['has nothing to tell', `${HEADER}a,,,,,out\n`, { reason: 'value', columns: ['input_text', 'output_text'] }],
  ])('is named with its fault: it %s', async (_, content, details) => {
    const path = await written(content);
    await expect(surveyRows(path)).rejects.toMatchObject({ code: 'data-unusable', details: { path, ...details } });
  });

  it('is named when it is not there', async () => {
    const path = join(folder, 'none.csv');
    await expect(surveyRows(path)).rejects.toMatchObject({ code: 'file-missing', details: { path } });
  });

  it('is named when it is a folder', async () => {
    await expect(surveyRows(folder)).rejects.toMatchObject({ code: 'file-unreadable', details: { path: folder } });
  });

  it('is left alone once nobody wants it any more', async () => {
    const path = await written(`${HEADER}a,,,,in,out\n`);
    await expect(surveyRows(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
