// `storybook search-decoding` from outside: what it prints and leaves, how it goes on after a kill, and what it refuses.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { csvWriter } from '../../src/csv.ts';
import { storybook } from '../fakes/command.ts';
import { checkpoint, golden } from '../pipeline/golden.ts';
import { runCommand } from '../support/running.ts';

interface Stories {
  readonly checkpoint: string;
  readonly cases: readonly {
    readonly fields: { readonly name: string; readonly i_action: string };
    readonly inputText: string;
    readonly text: string;
  }[];
}

const { checkpoint: kot5, cases } = golden<Stories>('stories.json');
const BERT = join(import.meta.dirname, '../golden/evaluation/checkpoints/bert');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  const line = await csvWriter();
  const rows = cases.map(({ inputText, text, fields }, at) => [
    `r${at}`,
    inputText,
    text,
    fields.name,
    fields.i_action,
  ]);
  const head = ['id', 'input_text', 'output_text', 'name', 'i_action'];
  await writeFile(join(folder, 'val.csv'), [head, ...rows].map(line).join(''));
  await writeFile(join(folder, 'grid.json'), JSON.stringify({ num_beams: [1, 3], max_length: [64, 128] }));
  await writeFile(join(folder, 'empty.csv'), `${head.join()}\n`);
});
afterEach(() => rm(folder, { recursive: true }));

const words = (...more: readonly string[]): readonly string[] => [
  ...['search-decoding', '--data', 'val.csv', '--model', checkpoint(kot5), '--out', 'out'],
  ...more,
];
const run = (...more: readonly string[]) => storybook(words(...more), { cwd: folder });
const read = (name: string) => readFile(join(folder, name), 'utf8');

describe('a search', () => {
  test('finds the settings whose texts are those of the data, and says how to use them', async () => {
    const { status, stdout, stderr } = await run('--grid', 'grid.json', '--bert', BERT, '--bert-layer', '2');
    expect(stderr).toContain('설정 4가지로 이야기 쓰기 (48)');
    expect(status).toBe(0);
    // The texts of the data are what the model tells with three beams and 128 ids.
    expect(stdout).toContain('권하는 설정: num_beams 3, max_length 64');
    expect(stdout).toMatch(/다른 1가지도 글이 똑같아요/);
    expect(stdout).toMatch(/\n {2}1 +3 +64 .* \+1\n/);
    expect(stdout).not.toMatch(/\n {2}2 /);
    expect(stdout).toMatch(/\n {2}사람 +100\.0%/);
    expect(stdout).toContain('견준 값: BERTScore, METEOR, CIDEr. SPICE 없이');
    expect(stdout).toContain(`--storyteller kot5 --model ${checkpoint(kot5)} --beams 3 --max-length 64`);
    const [head, first, ...others] = (await read('out/settings.csv')).trimEnd().split('\n');
    expect(head).toMatch(/^rank,num_beams,max_length,bert_f1,.*,meteor,cider,.*,mean,weighted,top5,picked_by$/);
    expect(first).toMatch(/^1,3,64,1(\.0+\d*)?,/);
    expect(others).toHaveLength(3);
  });

  test('tells programs everything, with the way that was asked for', async () => {
    const { stdout } = await run('--grid', 'grid.json', '--sample', '5', '--choose', 'weighted', '--json');
    const found = JSON.parse(stdout) as Record<string, unknown>;
    expect(found).toMatchObject({
      ...{ engine: 'kot5', pages: 5, way: 'weighted', comparedBy: ['meteor', 'cider'] },
      chosen: { num_beams: 3, max_length: 64 },
      sameTexts: [{ num_beams: 3, max_length: 128 }],
      againstOriginal: { settings: { num_beams: 3, max_length: 128 }, mean: 0, count: 5 },
    });
    expect(found['settings']).toHaveLength(4);
    expect(JSON.parse(await read('out/search.json'))).toEqual(found);
  });

  test('takes all rows where more are asked for, and says so', async () => {
    await writeFile(join(folder, 'grid.json'), '{"num_beams": [1]}');
    const { status, stdout, stderr } = await run('--grid', 'grid.json', '--sample', '99', '--json');
    expect([status, (JSON.parse(stdout) as { pages: number }).pages]).toEqual([0, cases.length]);
    expect(stderr).toContain(`--sample은 99쪽이지만 쓸 수 있는 쪽은 모두 ${cases.length}쪽이에요`);
  });

  test('keeps what two models of one name tell apart', async () => {
    await writeFile(join(folder, 'grid.json'), '{"num_beams": [1], "max_length": [8]}');
    const words = ['search-decoding', '--data', 'val.csv', '--sample', '2', '--grid', 'grid.json'];
    for (const [place, name] of [
      ['a', kot5],
      ['b', 'gpt2'],
    ] as const) {
      await cp(checkpoint(name), join(folder, place, 'checkpoint'), { recursive: true });
      expect((await storybook([...words, '--model', `${place}/checkpoint`], { cwd: folder })).status).toBe(0);
    }
    const modelOf = async (place: string): Promise<string> => JSON.parse(await read(`${place}/search.json`)).model;
    expect(await modelOf('decoding/checkpoint')).toBe(join(folder, 'a/checkpoint'));
    expect(await modelOf('decoding/checkpoint-2')).toBe(join(folder, 'b/checkpoint'));
    const out = ['--out', 'decoding/checkpoint'];
    const refused = await storybook([...words, '--model', 'b/checkpoint', ...out], { cwd: folder });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--out');
  });

  test('takes a KoGPT2 as well', async () => {
    const gpt2 = ['search-decoding', '--data', 'val.csv', '--model', checkpoint('gpt2'), '--sample', '3'];
    const { status, stdout, stderr } = await storybook([...gpt2, '--grid', 'grid.json'], { cwd: folder });
    expect(status).toBe(0);
    expect(stdout).toContain('--storyteller kogpt2');
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^BERTScore는 재지 않았어요/);
    expect(stdout).toContain(join('decoding', 'gpt2'));
  });
});

describe('a search that is cut short', () => {
  const GRID = { num_beams: [3, 5], length_penalty: [0.6, 0.8, 1.4], no_repeat_ngram_size: [2, 3] };
  const PAGES = 12 * cases.length;
  const told = async (out: string): Promise<readonly string[]> =>
    (await read(join(out, 'told.jsonl')).catch(() => '')).split('\n').slice(0, -1);
  const keysOf = (lines: readonly string[]) => lines.map((line) => (JSON.parse(line) as { key: string }).key);
  const begin = () => runCommand(words('--grid', 'grid.json'), { cwd: folder, env: {} });

  test('by a kill goes on where it was: nothing is told twice, and the outcome is the same', {
    timeout: 120_000,
  }, async () => {
    await writeFile(join(folder, 'grid.json'), JSON.stringify(GRID));
    const killed = begin();
    await vi.waitFor(async () => expect((await told('out')).length).toBeGreaterThan(30), { timeout: 60_000 });
    killed.kill('SIGKILL');
    await killed.ended;
    const before = await told('out');
    expect(before.length).toBeLessThan(PAGES);

    const { status, stderr } = await begin().ended;
    expect(status, stderr).toBe(0);
    const keys = keysOf((await told('out')).filter((line) => line.startsWith('{"key"') && line.endsWith('}}')));
    expect(keys.slice(0, before.length - 1)).toEqual(keysOf(before.slice(0, -1)));
    expect(new Set(keys).size).toBe(keys.length);

    const csv = await read('out/settings.csv');
    await rm(join(folder, 'out'), { recursive: true });
    expect((await begin().ended).status).toBe(0);
    expect(await read('out/settings.csv')).toBe(csv);
    expect(new Set(keysOf(await told('out')))).toEqual(new Set(keys));
  });

  test('by Ctrl-C says that what was told is kept', async () => {
    await writeFile(join(folder, 'grid.json'), JSON.stringify(GRID));
    const stopped = begin();
    await vi.waitFor(async () => expect((await told('out')).length).toBeGreaterThan(3), { timeout: 60_000 });
    stopped.kill('SIGINT');
    const { status, stderr, stdout } = await stopped.ended;
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(stderr).toContain('The same command goes on from there.');
  });
});

describe('refuses', () => {
  test.each<readonly [readonly string[], number, string]>([
    [['--grid', 'nowhere.json'], 4, 'nowhere.json'],
    [['--grid', 'val.csv'], 2, '--grid'],
    [['--sample', '0'], 2, '--sample'],
    [['--choose', 'best'], 2, 'weighted'],
    [['--data', 'empty.csv'], 3, 'empty.csv'],
    [['--data', 'nowhere.csv'], 4, 'nowhere.csv'],
    [['--data', 'grid.json'], 3, 'grid.json'],
    [['--model', 'nowhere'], 4, 'nowhere'],
    [['--model', '.'], 4, 'config.json'],
    [['--model', checkpoint('blip')], 4, 'model_type'],
    [['--bert', 'nowhere'], 4, 'nowhere'],
    [['--bert', BERT], 2, '--bert-layer'],
    [['--bert-layer', '2'], 2, '--bert'],
    [['--out', 'val.csv'], 2, '--out'],
  ])('%j with status %i, naming %s', async (more, status, said) => {
    const finished = await run(...more);
    expect(finished).toMatchObject({ status, stdout: '' });
    expect(finished.stderr).toContain(said);
  });

  test('a grid with an option or a value that nothing follows, before anything is told', async () => {
    for (const [grid, said] of [
      ['{"temperature": [0.7]}', 'num_beams'],
      ['{"num_beams": [300]}', '--grid num_beams'],
      ['{"max_length": [20], "min_length": [0, 30]}', 'minLength'],
    ] as const) {
      await writeFile(join(folder, 'grid.json'), grid);
      const { status, stderr } = await run('--grid', 'grid.json');
      expect(status).toBe(2);
      expect(stderr).toContain(said);
    }
    await expect(read('out/told.jsonl')).rejects.toThrow();
  });
});
