// Data sets as a whole: from folders and archives to tables, with captioners of the tests' own. The command is tested in
// `tests/cli/dataset.test.ts`.
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/csv.ts';
import { TalesError } from '../../../src/errors.ts';
import { type BuildOptions, build } from '../../../src/pipeline/dataset/build.ts';
import { synthesize } from '../../../src/pipeline/dataset/synthesize.ts';
import type { Captioner, LoadedPicture, Translator } from '../../../src/pipeline/types.ts';
import type { Passage } from '../../../src/story.ts';
import { freshFolder } from '../../support/folder.ts';
import { filesBelow, zipOf } from './zips.ts';

const COUNT = 18;
const TABLES = ['annotations', 'captions', 'dataset'].flatMap((table) => [`${table}_train.csv`, `${table}_val.csv`]);

const english = (text: string): Passage => ({ text, locale: 'en', source: { kind: 'model', engine: 'test' } });
const sizeOf = ({ bytes }: LoadedPicture): string => `picture of ${bytes.length} bytes`;

interface Fake extends Captioner {
  /** What was asked, picture by picture. */
  readonly asked: string[];
}

/** Says how large each picture is. `before` may throw. */
function captioner(name: 'blip' | 'openai', before: (asked: readonly string[]) => unknown = () => {}): Fake {
  const asked: string[] = [];
  return {
    name,
    asked,
    async caption(pictures) {
      for (const picture of pictures) asked.push(sizeOf(picture));
      await before(pictures.map(sizeOf));
      return pictures.map((picture) => english(sizeOf(picture)));
    },
  };
}

const translator: Translator = {
  name: 't5',
  translate: async (passages) =>
    passages.map((passage) => ({
      ...passage,
      text: passage.text.replace(/\D+(\d+)\D+/, '$1바이트 그림'),
      locale: 'ko',
    })),
};
const noTranslator: Translator = { name: 'none', translate: async (passages) => passages };

async function aSet(): Promise<string> {
  const out = join(await freshFolder(), 'set');
  await synthesize({ out, count: COUNT, seed: 4, pixels: 64 });
  return out;
}

interface Given extends Partial<BuildOptions> {
  readonly from: string;
  readonly engine?: Captioner;
  readonly into?: Translator;
}

async function make({ from, engine = captioner('blip'), into = translator, ...more }: Given) {
  const out = more.out ?? join(await freshFolder(), 'out');
  const options: BuildOptions = {
    images: [from],
    annotations: [from],
    describing: { kind: 'engine', captioner: engine, translator: into },
    settings: { captioner: engine.name, captionerModel: 'm', translator: into.name, translatorModel: '' },
    ...{ split: 'auto', share: 0.5, restart: false, batch: 4 },
    limits: { bytes: 2 ** 20, pixels: 2 ** 20, frames: 10 },
    ...more,
    out,
  };
  return { out, built: await build(options) };
}

async function rowsOf(out: string, name: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const rows: Readonly<Record<string, string>>[] = [];
  for await (const { values } of readCsv(join(out, name), { columns: [] })) rows.push(values);
  return rows;
}

const tablesOf = async (out: string) =>
  Object.fromEntries(
    await Promise.all([...TABLES, 'report.csv'].map(async (name) => [name, await readFile(join(out, name), 'utf8')])),
  );

/** The JSON below a folder, first the first by name. */
async function jsonBelow(folder: string): Promise<readonly string[]> {
  return Object.keys(await filesBelow(folder))
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
    .map((name) => join(folder, name));
}

async function edit(path: string, change: (value: ReturnType<typeof JSON.parse>) => unknown): Promise<void> {
  const value = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(change(value) ?? value));
}

const pictureOf = (json: string): string =>
  json
    .replace('02.라벨링데이터', '01.원천데이터')
    .replace(/([TV])L_/, '$1S_')
    .replace(/json$/, 'jpg');

describe('a data set', () => {
  it('has the columns of the original, in its order, and then what models are trained with', async () => {
    const { out, built } = await make({ from: await aSet() });
    const rows = await rowsOf(out, 'dataset_train.csv');
    expect(Object.keys(rows[0] ?? {}).join()).toBe(
      'id,img_path,caption,srcText,name,i_action,classification,character,setting,action,feeling,causalRelationship,outcomeResolution,prediction,input_text,output_text',
    );
    expect(Object.keys((await rowsOf(out, 'captions_val.csv'))[0] ?? {}).join()).toBe('id,img_path,caption');
    expect(Object.keys((await rowsOf(out, 'annotations_val.csv'))[0] ?? {}).join()).toBe(
      'id,srcText,name,i_action,classification,character,setting,action,feeling,causalRelationship,outcomeResolution,prediction',
    );
    expect(built).toMatchObject({ rows: { train: 16, val: 2 }, faults: {}, untranslated: 0, sharedBooks: 0 });
    for (const { caption, input_text, img_path, id } of rows) {
      expect(caption).toMatch(/^\d+바이트 그림$/);
      expect(input_text).toContain(`<caption> ${caption}`);
      expect(img_path).toMatch(new RegExp(`^Training/01\\.원천데이터/TS_.+/${id}\\.jpg$`));
    }
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
  });

  it('begins with no byte order mark, and ends its lines with line feeds', async () => {
    const { out } = await make({ from: await aSet() });
    const bytes = await readFile(join(out, 'dataset_val.csv'));
    expect(bytes.subarray(0, 3).toString()).toBe('id,');
    expect(bytes.includes('\r')).toBe(false);
    expect(bytes.at(-1)).toBe(0x0a);
  });

  it('is the same from folders and from archives, given by their folder or by themselves', async () => {
    const from = await aSet();
    const packed = join(await freshFolder(), 'packed');
    const leaves = new Set(Object.keys(await filesBelow(from)).map((name) => dirname(name)));
    for (const leaf of [...leaves].filter((name) => name !== '.')) {
      await mkdir(join(packed, dirname(leaf)), { recursive: true });
      await writeFile(join(packed, `${leaf}.zip`), await zipOf(await filesBelow(join(from, leaf))));
    }
    const [folders, archives] = [await make({ from }), await make({ from: packed })];
    expect(await tablesOf(archives.out)).toEqual(await tablesOf(folders.out));
    expect(archives.built.rows).toEqual({ train: 16, val: 2 });
    const zips = Object.keys(await filesBelow(packed)).map((name) => join(packed, name));
    const alone = await make({ from, images: zips, annotations: zips });
    expect(alone.built).toEqual({ ...folders.built, report: join(alone.out, 'report.csv') });
  });

  it('pairs by name wherever pictures and annotations lie', async () => {
    const from = await aSet();
    const [images, annotations] = [await freshFolder(), await freshFolder()];
    for (const [name, bytes] of Object.entries(await filesBelow(from)))
      await writeFile(join(name.endsWith('.json') ? annotations : images, basename(name)), bytes);
    const { built } = await make({ from, images: [images], annotations: [annotations], share: 0 });
    expect(built).toMatchObject({ rows: { train: COUNT, val: 0 }, faults: {} });
  });

  it('keeps each book in one part where folders do not tell, or are not to', async () => {
    const from = await aSet();
    const { out } = await make({ from, split: 'books', share: 0.5 });
    const booksIn = async (name: string) => new Set((await rowsOf(out, name)).map(({ id }) => id?.split('_')[3]));
    const [train, val] = [await booksIn('dataset_train.csv'), await booksIn('dataset_val.csv')];
    expect(train.size * val.size).toBeGreaterThan(0);
    expect([...val].filter((book) => train.has(book))).toEqual([]);
  });

  it('says how many books were delivered in both parts', async () => {
    const from = await aSet();
    const [first = '', ...others] = await jsonBelow(join(from, 'Training'));
    const { isbn } = JSON.parse(await readFile(first, 'utf8'));
    const [inVal = ''] = await jsonBelow(join(from, 'Validation'));
    await edit(inVal, (value) => ({ ...value, isbn }));
    expect(others.length).toBeGreaterThan(0);
    expect((await make({ from })).built.sharedBooks).toBe(1);
  });

  it('takes the captions of those who annotated it, or none', async () => {
    const from = await aSet();
    const asked = await make({ from, describing: { kind: 'annotations' } });
    const [row] = await rowsOf(asked.out, 'dataset_train.csv');
    expect(row?.['caption']).toMatch(/에서 .*있는/);
    const none = await make({ from, describing: { kind: 'none' } });
    const [empty] = await rowsOf(none.out, 'dataset_train.csv');
    expect([empty?.['caption'], empty?.['input_text']]).toEqual(['', expect.stringContaining('<caption> <empty>')]);
  });
});

describe('what cannot be used', () => {
  const reported = async (out: string) =>
    (await rowsOf(out, 'report.csv')).map(({ kind, id, detail }) => [kind, id, detail]);
  const stem = (path: string): string => basename(path).replace(/\.\w+$/, '');

  it('is left out, counted, and named with its reason', async () => {
    const from = await aSet();
    const [broken = '', lonely = '', nameless = '', damaged = '', twice = '', again = ''] = await jsonBelow(from);
    await writeFile(broken, '{"imageInfo": [');
    await rm(pictureOf(lonely));
    await edit(nameless, (value) => void value.imageInfo[0].entity.pop());
    await writeFile(pictureOf(damaged), 'no picture at all');
    await mkdir(join(from, 'copies'));
    await cp(pictureOf(twice), join(from, 'copies', basename(pictureOf(twice))));
    await cp(again, join(from, 'copies', basename(again)));
    await cp(pictureOf(again), join(from, 'extra.jpg'));
    const { out, built } = await make({ from });
    expect(built.faults).toEqual({
      'broken-json': 1,
      'no-picture': 1,
      'missing-field': 1,
      'refused-picture': 1,
      'doubled-picture': 1,
      'doubled-annotation': 1,
      'no-annotation': 1,
    });
    expect(built.rows.train + built.rows.val).toBe(COUNT - 4);
    expect(await reported(out)).toEqual([
      ['no-picture', stem(lonely), ''],
      ['no-annotation', 'extra', ''],
      ['doubled-picture', stem(twice), ''],
      ['doubled-annotation', stem(again), ''],
      ['broken-json', stem(broken), ''],
      ['missing-field', stem(nameless), 'name i_action'],
      ['refused-picture', stem(damaged), 'picture-not-a-picture'],
    ]);
  });

  it('is an id that was there before', async () => {
    const from = await aSet();
    const [first = '', second = ''] = await jsonBelow(from);
    const { imageInfo } = JSON.parse(await readFile(second, 'utf8'));
    await edit(first, (value) => void value.imageInfo.push(imageInfo[0]));
    const { built } = await make({ from });
    expect(built.faults).toEqual({ 'doubled-id': 1 });
    expect(built.rows.train + built.rows.val).toBe(COUNT);
  });

  it('is a picture that the captioner has nothing to say of, and it is not asked again', async () => {
    const from = await aSet();
    const silent: Captioner = { name: 'blip', caption: async (pictures) => pictures.map(() => undefined) };
    const { out, built } = await make({ from, engine: silent });
    expect(built).toMatchObject({ rows: { train: 0, val: 0 }, faults: { 'no-caption': COUNT } });
    const later = captioner('blip');
    await make({ from, engine: later, out });
    expect(later.asked).toEqual([]);
  });

  it('is nothing at all where there are no pictures, or no annotations', async () => {
    const from = await aSet();
    const empty = await freshFolder();
    const none = { code: 'nothing-paired' };
    await expect(make({ from, images: [empty] })).rejects.toMatchObject({
      ...none,
      details: { pictures: 0, annotations: COUNT },
    });
    await expect(make({ from, annotations: [empty] })).rejects.toMatchObject({
      ...none,
      details: { pictures: COUNT, annotations: 0 },
    });
  });
});

describe('describing pictures', () => {
  const failing = (): never => {
    throw new TalesError('service-quota', { service: 'test' });
  };

  it.each(['blip', 'openai'] as const)(
    'is done once for each picture by %s, however often it is broken off',
    async (name) => {
      const from = await aSet();
      const out = join(await freshFolder(), 'out');
      const asked: string[] = [];
      for (let round = 0; round < 4; round += 1) {
        let calls = 0;
        const engine = captioner(name, () => {
          calls += 1;
          if (calls > (name === 'blip' ? 1 : 4)) failing();
        });
        await expect(make({ from, engine, out })).rejects.toMatchObject({ code: 'service-quota' });
        asked.push(...engine.asked.slice(0, 4));
      }
      const last = captioner(name);
      const { built } = await make({ from, engine: last, out });
      asked.push(...last.asked);
      expect(built.rows).toEqual({ train: 16, val: 2 });
      const whole = captioner(name);
      const straight = await make({ from, engine: whole });
      expect(asked.sort()).toEqual(whole.asked.sort());
      expect(await tablesOf(out)).toEqual(await tablesOf(straight.out));
    },
  );

  it('keeps what was said when the translator fails, and then only translates', async () => {
    const from = await aSet();
    const out = join(await freshFolder(), 'out');
    const first = captioner('blip');
    const broken: Translator = { name: 't5', translate: async () => failing() };
    await expect(make({ from, engine: first, into: broken, out })).rejects.toMatchObject({ code: 'service-quota' });
    expect(first.asked).toHaveLength(4);
    const second = captioner('blip');
    const { built } = await make({ from, engine: second, out });
    expect(second.asked).toHaveLength(COUNT - 4);
    expect(built.untranslated).toBe(0);
    expect(await tablesOf(out)).toEqual(await tablesOf((await make({ from })).out));
  });

  it('keeps what others of a batch said when one of them cannot be described', async () => {
    const from = await aSet();
    const unusable = new TalesError('answer-unusable', { model: 'test', reason: 'refused' });
    for (const name of ['blip', 'openai'] as const) {
      const all = captioner(name);
      await make({ from, engine: all });
      const bad = all.asked[2] ?? '';
      const alike = all.asked.filter((asked) => asked === bad).length;
      const refuse = (asked: readonly string[]): void => {
        if (asked.includes(bad)) throw unusable;
      };
      const { built } = await make({ from, engine: captioner(name, refuse) });
      expect(built.faults).toEqual({ 'refused-picture': alike });
      expect(built.rows.train + built.rows.val).toBe(COUNT - alike);
    }
  });

  it('says how many captions nobody could translate', async () => {
    const { out, built } = await make({ from: await aSet(), into: noTranslator });
    expect(built.untranslated).toBe(COUNT);
    expect((await rowsOf(out, 'captions_val.csv'))[0]?.['caption']).toMatch(/^picture of/);
  });

  it('tells how far it has come, what was done before among it', async () => {
    const from = await aSet();
    const out = join(await freshFolder(), 'out');
    const stop = new AbortController();
    const steps: [string, number, number][] = [];
    const done: number[] = [];
    const watch = {
      onStep: (step: string, total: number, before: number) => void steps.push([step, total, before]),
      onDone(count: number) {
        if (steps.at(-1)?.[0] !== 'captions') return;
        done.push(count);
        if (count === 8) stop.abort();
      },
    };
    await expect(make({ from, out, ...watch, signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
    await make({ from, out, ...watch, signal: new AbortController().signal });
    expect(steps.filter(([step]) => step === 'captions')).toEqual([
      ['captions', COUNT, 0],
      ['captions', COUNT, 8],
    ]);
    expect(done).toEqual([0, 4, 8, 8, 12, 16, 18]);
  });
});

describe('the folder of a data set', () => {
  it('is taken up only with the settings that its captions were made with', async () => {
    const from = await aSet();
    const { out } = await make({ from });
    const before = await tablesOf(out);
    const other = captioner('openai');
    await expect(make({ from, engine: other, out })).rejects.toMatchObject({
      code: 'work-differs',
      details: { path: out, settings: ['captioner blip → openai'] },
    });
    expect(await tablesOf(out)).toEqual(before);
    const nowhere = await freshFolder();
    const lost = make({ from, engine: other, out, restart: true, images: [nowhere] });
    await expect(lost).rejects.toMatchObject({ code: 'nothing-paired' });
    const same = captioner('blip');
    await make({ from, engine: same, out });
    expect(same.asked).toEqual([]);
    await make({ from, engine: other, out, restart: true });
    expect(other.asked).toHaveLength(COUNT);
  });

  it('is left alone where it holds something else', async () => {
    const out = await freshFolder();
    await writeFile(join(out, 'dataset_train.csv'), 'mine');
    const from = await aSet();
    await expect(make({ from, out, restart: true })).rejects.toMatchObject({ code: 'folder-not-empty' });
    expect(await readFile(join(out, 'dataset_train.csv'), 'utf8')).toBe('mine');
  });

  it('may lie among the annotations, and is not taken for one', async () => {
    const from = await aSet();
    const out = join(from, 'out');
    await make({ from, out });
    const { built } = await make({ from, out });
    expect(built.faults).toEqual({});
  });

  it('holds no halves of files afterwards, nor what a killed run left', async () => {
    const from = await aSet();
    const { out } = await make({ from });
    await writeFile(join(out, '.01234567-89ab-cdef-0123-456789abcdef.partial'), 'half');
    await make({ from, out });
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual(['.lock']);
  });

  it('is worked in by one run at a time', async () => {
    const from = await aSet();
    const out = join(await freshFolder(), 'out');
    let second: Promise<unknown> = Promise.resolve();
    const engine = captioner('blip', async () => {
      second = make({ from, out });
      await second.catch(() => {});
    });
    await make({ from, out, engine, batch: COUNT });
    await expect(second).rejects.toMatchObject({ code: 'folder-busy', details: { path: out } });
  });

  it('goes on with pictures that came later', async () => {
    const from = await aSet();
    const aside = join(await freshFolder(), 'aside');
    await rename(join(from, 'Validation'), aside);
    const first = captioner('blip');
    const { out } = await make({ from, engine: first });
    await rename(aside, join(from, 'Validation'));
    const second = captioner('blip');
    await make({ from, engine: second, out });
    expect([first.asked.length, second.asked.length]).toEqual([16, 2]);
    expect(await tablesOf(out)).toEqual(await tablesOf((await make({ from })).out));
  });
});
