// What is written as CSV is read back as it was, whatever is in it, and by other readers too.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csvWriter, readCsv } from '../src/csv.ts';
import { freshFolder } from './support/folder.ts';

const TEXTS = [
  '',
  ' 빈칸 ',
  '쉼표, 둘',
  '따옴표 "안녕"',
  '줄\n바꿈',
  '줄\r바꿈',
  '줄\r\n바꿈',
  '줄\u2028바꿈',
  '=1+1',
  '\ufeff',
  "'",
];

it('gives back every text', async () => {
  const line = await csvWriter();
  const path = join(await freshFolder(), 'table.csv');
  await writeFile(path, [['id', 'text'], ...TEXTS.map((text, index) => [String(index), text])].map(line).join(''));
  const read: (string | undefined)[] = [];
  for await (const { values } of readCsv(path, { columns: ['text'] })) read.push(values['text']);
  expect(read).toEqual(TEXTS);
});

it('quotes what any reader takes for the end of a line', async () => {
  const line = await csvWriter();
  expect(['a\rb', 'a\nb', 'a\r\nb'].map((text) => line([text]))).toEqual(['"a\rb"\n', '"a\nb"\n', '"a\r\nb"\n']);
  expect(line(['a', 1, '나, "다"'])).toBe('a,1,"나, ""다"""\n');
});
