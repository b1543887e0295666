import { describe, expect, test } from 'vitest';
import { formatFieldsFile, parseFieldsFile, readFieldsFile } from '../../src/cli/fields-file.ts';
import { settingOf } from '../../src/cli/manuscript.ts';
import { decodeText } from '../../src/cli/text-file.ts';
import { isTalesError, type TalesError } from '../../src/errors.ts';

const page = { picture: '1.png', fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' } };
const parse = (value: unknown) => parseFieldsFile(JSON.stringify(value), 'f.json');

function faultOf(act: () => unknown): TalesError {
  try {
    act();
  } catch (error) {
    if (isTalesError(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function problemsOf(value: unknown): readonly string[] {
  const fault = faultOf(() => parse(value));
  if (fault.code !== 'fields-invalid') throw fault;
  const { problems } = fault.details as { problems: readonly { path: string; kind: string }[] };
  return problems.map(({ path, kind }) => `${path} ${kind}`);
}

describe('a fields file', () => {
  test('is read with its optional parts left open', () => {
    expect(parse({ pages: [page] })).toEqual({ pages: [page] });
  });

  test('is trimmed and put into NFC, and blank or null optional fields count as absent', () => {
    const decomposed = '별이'.normalize('NFD');
    const fields = { ...page.fields, name: ` ${decomposed} `, feeling: '  ', setting: null };
    const read = parse({ pages: [{ ...page, fields }] });
    expect(read.pages[0]?.fields.name).toBe('별이');
    expect(read.pages[0]?.fields.feeling).toBeUndefined();
    expect(read.pages[0]?.fields.setting).toBeUndefined();
  });

  test('may ask for large and wide type, and say what stands where the book tells of AI', () => {
    const notice = '선생님과 함께 지었어요.';
    expect(parse({ roomy: true, notice: ` ${notice} `, pages: [page] })).toMatchObject({ roomy: true, notice });
    expect(problemsOf({ roomy: 'yes', notice: '가'.repeat(201), pages: [page] })).toEqual([
      'roomy type',
      'notice long',
    ]);
    const file = parse({ pages: [page], notice });
    expect(settingOf(file, {})).toEqual({ notice });
    expect(settingOf({ ...file, roomy: true }, { notice: '다른 말' })).toEqual({ roomy: true, notice: '다른 말' });
    expect(settingOf(parse({ pages: [page] }), { roomy: true })).toEqual({ roomy: true });
  });

  test('may begin with a byte order mark, as Windows editors write it', () => {
    expect(parseFieldsFile(`\uFEFF${JSON.stringify({ pages: [page] })}`, 'f.json').pages).toHaveLength(1);
  });

  test('survives being written and read again', () => {
    const file = parse({
      title: '달',
      authors: ['하늘'],
      locale: 'en',
      level: '유아',
      pages: [{ ...page, text: '안녕.' }],
    });
    expect(parseFieldsFile(formatFieldsFile(file), 'f.json')).toEqual(file);
  });

  test.each([
    ['nothing', {}, ['pages missing']],
    ['no pages', { pages: [] }, ['pages empty']],
    ['eleven pages', { pages: Array(11).fill(page) }, ['pages many']],
    ['an unknown key', { pages: [page], titel: 'x' }, ['titel unknown']],
    [
      'an unknown field',
      { pages: [{ ...page, fields: { ...page.fields, mood: 'x' } }] },
      ['pages[0].fields.mood unknown'],
    ],
    [
      'another classification',
      { pages: [{ ...page, fields: { ...page.fields, classification: '체육' } }] },
      ['pages[0].fields.classification choice'],
    ],
    ['a blank name', { pages: [{ ...page, fields: { ...page.fields, name: ' ' } }] }, ['pages[0].fields.name empty']],
    [
      'a number for an action',
      { pages: [{ ...page, fields: { ...page.fields, i_action: 3 } }] },
      ['pages[0].fields.i_action type'],
    ],
    ['an endless title', { title: 'x'.repeat(201), pages: [page] }, ['title long']],
    [
      'no required field at all',
      { pages: [{ picture: 'a', fields: {} }] },
      ['pages[0].fields.name missing', 'pages[0].fields.i_action missing', 'pages[0].fields.classification missing'],
    ],
  ])('with %s is refused at the very path', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
  });

  test('that is no JSON is refused with the reason', () => {
    expect(faultOf(() => parseFieldsFile('{', 'f.json')).code).toBe('fields-not-json');
  });

  test('that is a folder cannot be read, and one that is not there is missing', async () => {
    await expect(readFieldsFile(import.meta.dirname)).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(readFieldsFile('no-such.json')).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('a fields file from a school computer', () => {
  const text = JSON.stringify({ title: '달', pages: [page] });
  // 달 and the rest of the Korean in the code page of Windows (cp949), as its own editor once saved it.
  const KOREAN: Readonly<Record<string, readonly number[]>> = { 달: [0xb4, 0xde] };

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is read from %s', (_, bytes) => {
    expect(parseFieldsFile(decodeText(bytes), 'f.json').title).toBe('달');
  });

  test('is read from the Korean code page of Windows', () => {
    expect(decodeText(Uint8Array.from([0x22, ...(KOREAN['달'] ?? []), 0x22]))).toBe('"달"');
  });

  test.each(['신체운동·건강', '신체운동_건강', '신체운동 · 건강', '신체운동/건강'])(
    'may write %s as people see it',
    (classification) => {
      const file = parse({ pages: [{ ...page, fields: { ...page.fields, classification } }] });
      expect(file.pages[0]?.fields.classification).toBe('신체운동_건강');
    },
  );
});
