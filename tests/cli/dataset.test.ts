// `storybook dataset …` from outside: a synthetic data set made into tables by the real command, killed and started again,
// with a service on loopback that describes the pictures. What the tables hold is tested in `pipeline/dataset`.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { synthesize } from '../../src/pipeline/dataset/synthesize.ts';
import { storybook } from '../fakes/command.ts';
import { type Asked, startOpenAi } from '../fakes/openai/server.ts';
import { filesBelow, zipOf } from '../pipeline/dataset/zips.ts';
import { freshFolder } from '../support/folder.ts';
import { runCommand } from '../support/running.ts';

const COUNT = 24;
const FILES = ['annotations', 'captions', 'dataset'].flatMap((table) => [`${table}_train.csv`, `${table}_val.csv`]);

/** A folder with a synthetic data set in `set`. */
async function place() {
  const folder = await freshFolder();
  const run = (...words: string[]) => storybook(['dataset', ...words], { cwd: folder, language: 'en' });
  await synthesize({ out: join(folder, 'set'), count: COUNT, seed: 1, pixels: 64 });
  return { folder, run };
}

const build = (out: string, ...more: string[]): string[] => [
  ...['build', '--images', 'set', '--annotations', 'set', '--out', out],
  ...more,
];

/** One sentence for each picture, always the same. */
const sentenceOf = ({ pictures: [picture = ''] }: Asked) => ({
  sentence: `아이가 꽃을 ${Number.parseInt(createHash('sha256').update(picture).digest('hex').slice(0, 6), 16)}송이 본다.`,
});

async function service(answer: (asked: Asked) => unknown) {
  const server = await startOpenAi({ answer });
  onTestFinished(server.close);
  return server;
}

const environment = (url: string) => ({ OPENAI_BASE_URL: url, OPENAI_API_KEY: 'test', OPENAI_MODEL: 'gpt-test' });

const tablesOf = async (folder: string) =>
  Object.fromEntries(await Promise.all(FILES.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])));

const linesIn = async (path: string): Promise<number> =>
  (await readFile(path, 'utf8').catch(() => '')).split('\n').length - 1;

describe('storybook dataset synthesize', () => {
  test('says what it drew and where, in both languages', async () => {
    const folder = await freshFolder();
    const words = ['dataset', 'synthesize', '--count', '9', '--size', '64', '--out'];
    const ko = await storybook([...words, '가'], { cwd: folder });
    expect([ko.status, ko.stdout]).toEqual([0, expect.stringMatching(/그림 9장을 지어냈어요 .*: 가\n/)]);
    const en = await storybook([...words, 'b'], { cwd: folder, language: 'en' });
    expect(en.stdout).toMatch(
      /^Drew 9 pictures of 2 books \(8 for training, 1 for validation\): b\n {2}English captions: b/,
    );
    const json = await storybook([...words, 'c', '--json'], { cwd: folder });
    expect(JSON.parse(json.stdout)).toMatchObject({ folder: 'c', pictures: 9, training: 8, validation: 1 });
    expect(await filesBelow(join(folder, 'b'))).toEqual(await filesBelow(join(folder, '가')));
  });

  test.each([
    [['--count', '9'], '--out'],
    [['--out', 'x'], '--count'],
    [['--out', 'x', '--count', '0'], '--count'],
    [['--out', 'x', '--count', '9', '--size', '8'], '--size'],
  ])('%j is refused, naming %s', async (words, named) => {
    const folder = await freshFolder();
    const { status, stderr } = await storybook(['dataset', 'synthesize', ...words], { cwd: folder });
    expect([status, stderr]).toEqual([2, expect.stringContaining(named)]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('storybook dataset build', () => {
  test('makes the tables of what people wrote, and says how many rows there are', async () => {
    const { folder, run } = await place();
    const { status, stdout, stderr } = await run(...build('out', '--captioner', 'annotations'));
    expect([status, stdout]).toEqual([0, 'Made the data set: out\n  21 rows for training, 3 for validation\n']);
    expect(stderr).toContain('Captions are what people wrote');
    expect(await readdir(join(folder, 'out'))).toEqual(
      expect.arrayContaining([...FILES, 'report.csv', 'settings.json']),
    );
    const json = await run(...build('out', '--captioner', 'annotations', '--json'));
    expect(JSON.parse(json.stdout)).toMatchObject({ folder: 'out', rows: { train: 21, val: 3 }, faults: {} });
  });

  test('killed at any time, goes on with the same command and asks for no caption twice', async () => {
    const { folder } = await place();
    let answered = 0;
    const stuck = await service((asked) => {
      answered += 1;
      return answered > 5 ? { kind: 'silence' } : sentenceOf(asked);
    });
    const first = runCommand(['dataset', ...build('out')], { cwd: folder, env: environment(stuck.url) });
    const journal = join(folder, 'out', 'captions.jsonl');
    await expect.poll(() => linesIn(journal)).toBe(5);
    first.kill('SIGKILL');
    await first.ended;
    await writeFile(journal, '{"id":"03_01T', { flag: 'a' });
    expect(await readdir(join(folder, 'out'))).not.toContain('dataset_train.csv');

    const well = await service(sentenceOf);
    const env = environment(well.url);
    const second = await storybook(['dataset', ...build('out')], { cwd: folder, language: 'en', env });
    expect([second.status, second.stdout]).toEqual([
      0,
      expect.stringContaining('21 rows for training, 3 for validation'),
    ]);
    expect(second.stderr).toContain('5 pictures are described already');
    const told = new Set(stuck.asked.slice(0, 5).map(({ pictures: [picture] }) => picture));
    expect(well.asked).toHaveLength(COUNT - 5);
    expect(well.asked.filter(({ pictures: [picture] }) => told.has(picture))).toEqual([]);

    const straight = await storybook(['dataset', ...build('straight')], { cwd: folder, env });
    expect(straight.status).toBe(0);
    expect(await tablesOf(join(folder, 'out'))).toEqual(await tablesOf(join(folder, 'straight')));
  });

  test('stopped by Ctrl-C, says what is kept', async () => {
    const { folder } = await place();
    let answered = 0;
    const server = await service((asked) => {
      answered += 1;
      return answered > 4 ? { kind: 'silence' } : sentenceOf(asked);
    });
    const command = ['dataset', ...build('out', '--batch', '4')];
    const running = runCommand(command, { cwd: folder, env: environment(server.url) });
    await expect.poll(() => server.asked.length).toBeGreaterThan(4);
    running.kill('SIGINT');
    const { status, stderr } = await running.ended;
    expect([status, stderr]).toEqual([130, expect.stringContaining('The 4 captions made so far are kept')]);
  });

  test('stops when the service refuses, says why, and keeps what it said', async () => {
    const { folder } = await place();
    const body = { error: { message: 'no more', type: 'insufficient_quota', code: 'insufficient_quota', param: null } };
    let answered = 0;
    const server = await service((asked) => {
      answered += 1;
      return answered > 4 ? { kind: 'error', status: 429, body } : sentenceOf(asked);
    });
    const { status, stderr, stdout } = await storybook(['dataset', ...build('out', '--batch', '4')], {
      cwd: folder,
      language: 'en',
      env: environment(server.url),
    });
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('The 4 captions made so far are kept');
    expect(stderr).toMatch(/quota/i);
    expect(await linesIn(join(folder, 'out', 'captions.jsonl'))).toBe(4);
  });

  test('does not mix captions of two kinds', async () => {
    const { folder, run } = await place();
    await run(...build('out', '--captioner', 'annotations'));
    const before = await filesBelow(join(folder, 'out'));
    const { status, stderr } = await run(...build('out', '--captioner', 'none'));
    expect([status, stderr]).toEqual([2, expect.stringMatching(/captioner annotations → none[\s\S]*--restart/)]);
    expect(await filesBelow(join(folder, 'out'))).toEqual(before);
    expect((await run(...build('out', '--captioner', 'none', '--restart'))).status).toBe(0);
  });

  test('asks who is to describe where nobody can, rather than leave captions out', async () => {
    const { folder, run } = await place();
    const { status, stderr } = await run(...build('out'));
    expect([status, stderr]).toEqual([2, expect.stringMatching(/--captioner.*none, blip, openai, annotations/)]);
    expect(stderr).toContain('There is no model or service that describes pictures');
    expect(await readdir(folder)).not.toContain('out');
  });

  test('teaches when asked for nothing', async () => {
    const { status, stdout } = await storybook(['dataset'], { cwd: await freshFolder() });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/dataset synthesize[\s\S]*dataset build/)]);
  });

  test('makes the same of archives', async () => {
    const { folder, run } = await place();
    await writeFile(join(folder, 'all.zip'), await zipOf(await filesBelow(join(folder, 'set'))));
    const words = ['--captioner', 'annotations', '--out'];
    await run('build', '--images', 'set', '--annotations', 'set', ...words, 'a');
    await run('build', '--images', 'all.zip', '--annotations', 'all.zip', ...words, 'b');
    expect(await tablesOf(join(folder, 'b'))).toEqual(await tablesOf(join(folder, 'a')));
  });

  test('lists by kind what it left out', async () => {
    const { folder } = await place();
    const names = Object.keys(await filesBelow(join(folder, 'set')));
    const [broken = '', lonely = ''] = names.filter((name) => name.endsWith('.json'));
    await writeFile(join(folder, 'set', broken), '{');
    const picture = names.find((name) => name.includes(`${lonely.split('/').at(-1)?.replace('.json', '.jpg')}`)) ?? '';
    await rm(join(folder, 'set', picture));
    const ko = await storybook(['dataset', ...build('out', '--captioner', 'annotations')], { cwd: folder });
    expect(ko.status).toBe(0);
    expect(ko.stdout).toMatch(
      /건너뛴 것 2개.*report\.csv.*\n {4}짝이 되는 그림이 없어요: 1\n {4}JSON을 읽을 수 없어요: 1\n/,
    );
    expect(await linesIn(join(folder, 'out', 'report.csv'))).toBe(3);
  });

  test('makes nothing of an empty folder, of a broken archive, or of paths that are not there', async () => {
    const { folder, run } = await place();
    await mkdir(join(folder, 'empty'));
    await writeFile(join(folder, 'half.zip'), (await zipOf({ 'a.json': '{}' })).subarray(0, 50));
    const words = (annotations: string) => ['--annotations', annotations, '--out', 'out', '--captioner', 'annotations'];
    const empty = await run('build', '--images', 'set', ...words('empty'));
    expect([empty.status, empty.stderr]).toEqual([3, expect.stringContaining('24 pictures (.jpg) and 0 annotations')]);
    const half = await run('build', '--images', 'set', ...words('half.zip'));
    expect([half.status, half.stderr]).toEqual([3, expect.stringMatching(/half\.zip.*ZIP archive/)]);
    const nowhere = await run('build', '--images', 'set', ...words('nowhere'));
    expect([nowhere.status, nowhere.stderr]).toEqual([4, expect.stringContaining('nowhere')]);
  });

  test('says that it cannot write, before anything is read', async () => {
    const { folder, run } = await place();
    await writeFile(join(folder, 'file'), '');
    for (const out of ['file', 'file/below']) {
      const { status, stderr } = await run(...build(out, '--captioner', 'annotations'));
      expect([status, stderr]).toEqual([2, expect.stringMatching(/--out.*folder/)]);
      expect(stderr).not.toContain('Reading annotations');
    }
  });

  test.skipIf(process.getuid?.() === 0)(
    'says so of a folder without the right to (skipped for root, who may)',
    async () => {
      const { folder, run } = await place();
      await mkdir(join(folder, 'closed'));
      await chmod(join(folder, 'closed'), 0o500);
      const { status, stderr } = await run(...build('closed', '--captioner', 'annotations'));
      expect([status, stderr]).toEqual([4, expect.stringContaining('closed')]);
    },
  );

  test('refuses a model for a captioner that has none, and shares that are none', async () => {
    const { run } = await place();
    const model = await run(...build('out', '--captioner', 'annotations', '--model', 'x'));
    expect([model.status, model.stderr]).toEqual([2, expect.stringContaining('--model')]);
    const share = await run(...build('out', '--val-share', '2'));
    expect([share.status, share.stderr]).toEqual([2, expect.stringContaining('--val-share')]);
  });
});
