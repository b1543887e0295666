// `storybook evaluate` from outside: tables, files, comparisons, refusals, and going on after Ctrl-C.
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { readResults } from '../../../src/pipeline/index.ts';
import { storybook } from '../../fakes/command.ts';
import { writeData } from '../../pipeline/evaluation/data.ts';
import { BERT } from '../../pipeline/evaluation/golden.ts';
import { goldenFolder } from '../../pipeline/golden-models.ts';
import { freshFolder } from '../../support/folder.ts';

const [GATED, RELU] = [goldenFolder('t5-gated'), goldenFolder('t5-relu')];
const QUICK = ['--beams', '1', '--max-length', '24'];

let folder: string;
beforeEach(async () => {
  folder = await freshFolder();
  await writeData(folder, 8);
});

const run = (words: readonly string[], more: object = {}) =>
  storybook(['evaluate', ...words], { cwd: folder, ...more });
const measured = (...more: string[]) => run(['--data', 'val.csv', '--model', GATED, ...QUICK, ...more]);

describe('storybook evaluate', () => {
  test('prints a table and leaves every page, the summary and a chart', async () => {
    const { status, stdout, stderr } = await measured('--bert', BERT, '--bert-layer', '3');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /8쪽을 재었어요[\s\S]*BERTScore F1 +0\.\d{4} {2}0\.\d{4} – 0\.\d{4}[\s\S]*METEOR[\s\S]*이름 담기 +\d+\.\d%/,
    );
    expect(stderr).toContain('이야기 쓰기');
    const out = join(folder, 'evaluation', basename(GATED));
    expect((await readdir(out)).sort()).toEqual([
      'bert.jsonl',
      'chart.png',
      'chart.svg',
      'model.json',
      'rows.csv',
      'summary.csv',
      'summary.json',
      'told.jsonl',
    ]);
    const rows = await readResults(join(out, 'rows.csv'));
    expect(rows).toHaveLength(8);
    // Spreadsheets know UTF-8 by its mark alone.
    expect((await readFile(join(out, 'rows.csv'), 'utf8')).startsWith('\uFEFFnumber,id,told,wanted,')).toBe(true);
    expect((await readFile(join(out, 'chart.png'))).subarray(1, 4).toString()).toBe('PNG');
    const summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8'));
    const mean = rows.reduce((sum, { measured: { meteor = 0 } }) => sum + meteor, 0) / 8;
    expect(summary.summary.meteor.mean).toBeCloseTo(mean, 12);
    expect(summary.settings).toMatchObject({ numBeams: 1, maxLength: 24, repetitionPenalty: 1.5 });
  });

  test('tells nothing twice, and leaves the same bytes', async () => {
    await measured('--out', 'x');
    const first = await readFile(join(folder, 'x/rows.csv'));
    const { status, stderr } = await measured('--out', 'x');
    expect(status).toBe(0);
    expect(stderr).toContain('전에 지어 둔 8쪽');
    expect((await readFile(join(folder, 'x/rows.csv'))).equals(first)).toBe(true);
  });

  test('prints its result as JSON and nothing else on standard output', async () => {
    const { stdout } = await measured('--sample', '4', '--json');
    const made = JSON.parse(stdout);
    expect(made).toMatchObject({ model: 't5-gated', pages: 4, summary: { meteor: { count: 4 } } });
    expect(made.notes).toContainEqual({ code: 'no-bert' });
  });

  test('compares two models on the same pages, and their results once more without telling anything', async () => {
    const { status, stdout } = await measured('--against', RELU, '--out', 'x');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /같은 8쪽에서[\s\S]*가: t5-gated\n +나: t5-relu[\s\S]*METEOR +0\.\d{4} +0\.\d{4} +[+−]0\.\d{4}/,
    );
    expect(await readFile(join(folder, 'x/comparison.csv'), 'utf8')).toMatch(
      /^measure,one,other,difference,low,high,above,count\nmeteor,/,
    );
    const again = await run(['--results', 'x', '--against', 'x/against/rows.csv', '--json']);
    const { comparison } = JSON.parse(again.stdout);
    expect(comparison).toEqual(JSON.parse(await readFile(join(folder, 'x/comparison.json'), 'utf8')));
    expect(again.stderr).toBe('');
  });

  test('compares two settings of one model', async () => {
    await measured('--out', 'one');
    const { stdout } = await run(
      ['--data', 'val.csv', '--model', GATED, '--beams', '1', '--max-length', '12', '--out', 'two', '--against', 'one'],
      { language: 'en' },
    );
    expect(stdout).toMatch(/on the same 8 pages[\s\S]*words between spaces[^\n]*differs/);
  });

  test('compares with the results that it is about to replace', async () => {
    await measured();
    const before = JSON.parse(await readFile(join(folder, 'evaluation/t5-gated/summary.json'), 'utf8'));
    const words = ['--data', 'val.csv', '--model', GATED, '--beams', '1', '--max-length', '12', '--json'];
    const { stdout } = await run([...words, '--against', 'evaluation/t5-gated']);
    const { against, summary } = JSON.parse(stdout);
    expect(against.summary.eojeol.mean).toBe(before.summary.eojeol.mean);
    expect(summary.eojeol.mean).toBeLessThan(before.summary.eojeol.mean);
  });

  test('takes all pages where more are asked for, and says so', async () => {
    const { status, stdout, stderr } = await measured('--sample', '9', '--json');
    expect([status, JSON.parse(stdout).pages]).toEqual([0, 8]);
    expect(stderr).toContain('--sample은 9쪽이지만 쓸 수 있는 쪽은 모두 8쪽이에요');
  });

  describe('with two models whose folders have one name', () => {
    const of = (place: string, ...more: readonly string[]) =>
      run(['--data', 'val.csv', '--model', `${place}/checkpoint`, ...QUICK, '--sample', '2', ...more]);
    const rowsOf = (place: string) => readFile(join(folder, 'evaluation', place, 'rows.csv'), 'utf8');
    beforeEach(async () => {
      await cp(GATED, join(folder, 'a/checkpoint'), { recursive: true });
      await cp(RELU, join(folder, 'b/checkpoint'), { recursive: true });
    });

    test('keeps the results of each in a folder of its own, says so, and goes on in it', async () => {
      await of('a');
      const first = await rowsOf('checkpoint');
      const { status, stderr } = await of('b');
      expect(status).toBe(0);
      expect(stderr).toContain(join('evaluation', 'checkpoint-2'));
      expect(await rowsOf('checkpoint')).toBe(first);
      expect(await rowsOf('checkpoint-2')).not.toBe(first);
      expect((await of('b')).stderr).toContain('전에 지어 둔 2쪽');
      expect(await readdir(join(folder, 'evaluation'))).toHaveLength(2);
    });

    test('refuses to put one’s results among the other’s, and changes nothing', async () => {
      await of('a', '--out', 'x');
      const first = await readFile(join(folder, 'x/rows.csv'), 'utf8');
      const { status, stderr } = await of('b', '--out', 'x');
      expect(status).toBe(2);
      expect(stderr).toMatch(/--out.*다른 것의 결과가 있어요.*checkpoint/);
      expect(await readFile(join(folder, 'x/rows.csv'), 'utf8')).toBe(first);
    });

    test('keeps apart what one model is compared with', async () => {
      await of('a', '--against', 'b/checkpoint', '--out', 'x');
      const first = await readFile(join(folder, 'x/against/rows.csv'), 'utf8');
      await of('a', '--against', GATED, '--out', 'x');
      expect(await readFile(join(folder, 'x/against/rows.csv'), 'utf8')).toBe(first);
      expect(await readdir(join(folder, 'x/against-2'))).toContain('rows.csv');
    });

    test('leaves a name free that only a refused try has taken', async () => {
      expect((await of('a', '--bert', BERT)).status).toBe(2);
      await of('b');
      expect(await readdir(join(folder, 'evaluation'))).toEqual(['checkpoint']);
    });
  });

  test('says that results of other pages cannot be compared, and does not call that done', async () => {
    const head = 'number,id,told,wanted,meteor\n';
    await writeFile(join(folder, 'a.csv'), `${head}1,a,x,y,0.5\n`);
    await writeFile(join(folder, 'b.csv'), `${head}2,b,x,y,0.5\n`);
    const words = ['--results', 'a.csv', '--against', 'b.csv'];
    const { status, stdout, stderr } = await run(words);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('아무것도 견주지 못했어요: a.csv, b.csv');
    expect(JSON.parse((await run([...words, '--json'])).stdout)).toMatchObject({ error: { code: 'nothing-shared' } });
  });

  test('shows what was measured where it can be compared with nothing', async () => {
    await writeFile(join(folder, 'b.csv'), 'number,id,told,wanted,meteor\n99,b,x,y,0.5\n');
    const { status, stdout } = await measured('--sample', '2', '--against', 'b.csv', '--out', 'x');
    expect(status).toBe(3);
    expect(stdout).toContain('2쪽을 재었어요');
    expect(await readResults(join(folder, 'x/rows.csv'))).toHaveLength(2);
  });

  test('keeps what was told when it is stopped, says how to go on, and goes on', async () => {
    await writeData(folder, 100);
    const slow = ['--data', 'val.csv', '--model', GATED];
    const stopped = await run(slow, { interruptAt: '이야기 쓰기' });
    expect(stopped.status).toBe(130);
    expect(stopped.stderr).toMatch(/멈추었어요\. 지은 \d+쪽은 남겨 두었어요/);
    const out = join(folder, 'evaluation/t5-gated');
    expect((await readdir(out)).sort()).toEqual(['model.json', 'told.jsonl']);
    const { status } = await run([...slow, ...QUICK]);
    expect(status).toBe(0);
    expect(await readResults(join(out, 'rows.csv'))).toHaveLength(100);
  });

  // A program of that name is put before the real one, as only systems with execute permissions allow.
  test.skipIf(process.platform === 'win32')('measures SPICE with the Java and the jar that are there', async () => {
    await mkdir(join(folder, 'bin'));
    const standIn = fileURLToPath(new URL('../../fakes/spice.ts', import.meta.url));
    await writeFile(join(folder, 'bin/java'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${standIn}" "$@"\n`);
    await chmod(join(folder, 'bin/java'), 0o755);
    await writeFile(join(folder, 'spice.jar'), '');
    const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` };
    const words = ['--data', 'val.csv', '--model', GATED, ...QUICK, '--spice', 'spice.jar', '--out', 'x'];
    const { status, stdout } = await run(words, { env });
    expect(status).toBe(0);
    expect(stdout).toMatch(/SPICE +0\.\d{4}[\s\S]*SPICE는 영어 문장을 풀어/);
  });
});

describe('storybook evaluate refuses', () => {
  const model = ['--model', GATED];
  const data = ['--data', 'val.csv', ...model];

  test.each([
    ['nothing to measure', [], 2, '--data'],
    ['no model', ['--data', 'val.csv'], 2, 'KOT5_DIR'],
    ['a folder that is not there', ['--data', 'val.csv', '--model', 'none'], 4, 'none'],
    ['a folder that is no model', ['--data', 'val.csv', '--model', '.'], 4, 'config.json'],
    ['a second folder that is no model', [...data, '--against', '.'], 4, 'config.json'],
    ['a file that is not there', ['--data', 'none.csv', ...model], 4, 'none.csv'],
    ['a BERT that is not there', [...data, '--bert', 'none'], 4, 'none'],
    ['a layer that is not there', [...data, '--bert', BERT], 2, '--bert-layer'],
    ['a layer of no BERT', [...data, '--bert-layer', '3'], 2, '--bert'],
    ['a jar that is not there', [...data, '--spice', 'none.jar'], 4, 'none.jar'],
    ['a file where results should go', [...data, '--out', 'val.csv'], 2, '--out'],
    ['results that are none', ['--results', 'val.csv'], 3, 'number, told, wanted'],
    ['options that mean nothing beside results', ['--results', 'x.csv', '--sample', '3'], 2, '--results'],
    ['to tell with a model beside results', ['--results', 'x.csv', '--against', RELU], 2, 'rows.csv'],
    ['an option that nobody knows', [...data, '--beam', '3'], 2, '--beam'],
  ])('%s, and names it', async (_, words, wanted, named) => {
    const { status, stderr } = await run(words);
    expect(stderr).toContain(named);
    expect(status).toBe(wanted);
  });

  test('a remembered model that is gone, and speaks of no variable that nobody has set', async () => {
    const env = { DATA_DIR: join(folder, 'data') };
    await mkdir(env.DATA_DIR);
    const models = { kot5: { origin: 'by-hand', folder: join(folder, 'gone') } };
    await writeFile(join(env.DATA_DIR, 'models.json'), JSON.stringify({ version: 1, models }));
    for (const command of ['evaluate', 'search-decoding']) {
      const { status, stderr } = await storybook([command, '--data', 'val.csv'], { cwd: folder, env });
      expect(status).toBe(4);
      expect(stderr).toContain('npx storybook models add로');
      expect(stderr).not.toContain('KOT5_DIR');
    }
  });

  test.each([
    ['no such columns', 'id,text\na,b\n', 'input_text, output_text'],
    ['no rows', 'id,input_text,output_text\n', '줄이 하나도 없어요'],
  ])('a file with %s', async (_, content, named) => {
    await writeFile(join(folder, 'val.csv'), content);
    const { status, stderr } = await run(data);
    expect([status, stderr]).toEqual([3, expect.stringContaining(named)]);
  });
});
