// The commands that look into models, from outside: what they print, and what they refuse.
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '../../src/story.ts';
import { storybook } from '../fakes/command.ts';
import { checkpoint, golden, pictureFile } from '../pipeline/golden.ts';

interface Captions {
  readonly cases: readonly {
    readonly checkpoint: string;
    readonly picture: string;
    readonly beams: number;
    readonly tokenIds: readonly number[];
    readonly caption: string;
  }[];
}
interface Stories {
  readonly checkpoint: string;
  readonly cases: readonly {
    readonly fields: Fields & { readonly caption: string };
    readonly inputText: string;
    readonly inputIds: readonly number[];
    readonly tokenIds: readonly number[];
    readonly text: string;
  }[];
}

interface Kogpt2Stories {
  readonly cases: readonly (Stories['cases'][number] & { readonly checkpoint: string; readonly whole: string })[];
}

const captions = golden<Captions>('captions.json').cases.filter((row) => row.checkpoint === 'blip');
const stories = golden<Stories>('stories.json');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storybook-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  storybook(words, { cwd: folder, env });

async function writeFields(locale: 'ko' | 'en' = 'ko'): Promise<void> {
  const pages = stories.cases.map(({ fields: { caption, ...fields } }) => ({ picture: '1.png', caption, fields }));
  await writeFile(join(folder, 'f.json'), JSON.stringify({ title: '달', locale, pages: pages.slice(0, 3) }));
}

describe('storybook caption', () => {
  test('prints tokens and captions as the reference makes them of the same files', async () => {
    for (const beams of [1, 3]) {
      const rows = captions.filter((row) => row.beams === beams);
      const files = rows.map(({ picture }) => pictureFile(picture));
      const more = beams === 1 ? [] : ['--beams', String(beams)];
      const { status, stdout } = await run(['caption', ...files, '--model', checkpoint('blip'), ...more, '--json']);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual(
        rows.map(({ tokenIds, caption }, index) => ({ picture: files[index], tokenIds, caption })),
      );
    }
  });

  test('takes folders, the folder of .env, and a length', async () => {
    await copyFile(pictureFile('07-landscape.jpg'), join(folder, 'a.jpg'));
    const { stdout } = await run(['caption', '.', '--max-length', '4'], { BLIP_DIR: checkpoint('blip') });
    const whole = captions.find((row) => row.picture === '07-landscape.jpg' && row.beams === 1)?.caption ?? '';
    expect(stdout.trimEnd().startsWith('a.jpg: ')).toBe(true);
    expect(whole.startsWith(stdout.trimEnd().slice('a.jpg: '.length))).toBe(true);
  });

  test('computes in int8 when it is told to, and keeps what that takes in the data folder', async () => {
    const env = { PRECISION: 'int8', DATA_DIR: join(folder, 'data'), BLIP_DIR: checkpoint('blip') };
    const { status, stdout } = await run(['caption', pictureFile('07-landscape.jpg'), '--json'], env);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        picture: pictureFile('07-landscape.jpg'),
        tokenIds: expect.any(Array),
        caption: expect.stringMatching(/^[a-z ,'?!-]+$/),
      },
    ]);
    expect(await readdir(join(folder, 'data', 'models'))).not.toEqual([]);
  });

  test.each([
    [['caption', 'x.png', '--model', 'nowhere'], 4, 'x.png'],
    [['caption', '.'], 3, '그림을 찾지 못했어요'],
    [['caption', 'f.txt', '--model', '.'], 4, 'preprocessor_config.json'],
    [['caption', 'f.txt', '--model', 'nowhere'], 4, 'nowhere'],
    [['caption', 'f.txt'], 2, 'BLIP_DIR'],
    [['caption', 'f.txt', '--beams', '0'], 2, '--beams'],
    [['caption', 'f.txt', '--max-length', '1'], 2, '--max-length'],
  ] as const)('%j ends with %i and says %s', async (words, status, said) => {
    await writeFile(join(folder, 'f.txt'), 'no picture');
    const finished = await run(words);
    expect(finished).toMatchObject({ status, stdout: '' });
    expect(finished.stderr).toContain(said);
  });
});

describe('storybook tell --storyteller kot5', () => {
  const kot5 = ['tell', 'f.json', '--storyteller', 'kot5', '--model', checkpoint(stories.checkpoint)];

  test('prints what the model read and wrote, as the reference', async () => {
    await writeFields();
    const { status, stdout } = await run([...kot5, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(stories.cases.slice(0, 3).map(({ fields: _, ...page }) => page));
  });

  test('prints its texts for people', async () => {
    await writeFields();
    const { stdout } = await run(kot5);
    for (const { text } of stories.cases.slice(0, 3)) expect(stdout).toContain(text);
  });

  test('says what did not fit into what the model reads', async () => {
    const fields = { name: '별이', i_action: '본다', classification: '자연탐구', setting: '언덕, 숲속, '.repeat(30) };
    await writeFile(join(folder, 'f.json'), JSON.stringify({ locale: 'ko', pages: [{ picture: '1.png', fields }] }));
    const [page] = JSON.parse((await run([...kot5, '--json'])).stdout) as readonly Record<string, unknown>[];
    expect(page?.['leftOut']).toEqual(['setting']);
    expect(page?.['inputIds']).toHaveProperty(
      'length',
      expect.toSatisfy((length: number) => length <= 128),
    );
    expect((await run(kot5)).stdout).toMatch(/덜어 냈어요: 배경/);
  });

  test('follows every setting, and the original settings spelled out are the defaults', async () => {
    await writeFields();
    const spelled = '--beams 3 --length-penalty 0.8 --repetition-penalty 1.5 --no-repeat-ngram 3 --early-stopping';
    const same = await run([...kot5, '--json', ...spelled.split(' '), '--max-length', '128']);
    expect(JSON.parse(same.stdout)).toEqual(stories.cases.slice(0, 3).map(({ fields: _, ...page }) => page));
    const other = await run([...kot5, '--json', '--no-early-stopping', '--max-length', '7']);
    const pages = JSON.parse(other.stdout) as readonly { readonly tokenIds: readonly number[] }[];
    expect(pages.map(({ tokenIds }) => tokenIds.length)).toEqual([6, 6, 6]);
  });

  test.each([
    [['tell', 'f.json', '--storyteller', 'kot5'], 2, 'KOT5_DIR'],
    [['tell', 'f.json', '--beams', '3'], 2, '--beams'],
    [['tell', 'f.json', '--storyteller', 'frames', '--no-early-stopping'], 2, '--early-stopping'],
    [['tell', 'f.json', '--storyteller', 'frames', '--model', '.'], 2, '--model'],
    [['tell', 'f.json', '--storyteller', 'kot5', '--repetition-penalty', '0'], 2, '--repetition-penalty'],
    [['tell', 'f.json', '--storyteller', 'kot5', '--no-repeat-ngram', 'two'], 2, '--no-repeat-ngram'],
  ] as const)('%j ends with %i and names %s', async (words, status, said) => {
    await writeFields();
    const finished = await run(words);
    expect(finished).toMatchObject({ status, stdout: '' });
    expect(finished.stderr).toContain(said);
  });
});

describe('storybook tell --storyteller kogpt2', () => {
  const { cases } = golden<Kogpt2Stories>('kogpt2-stories.json');
  const rows = cases.filter((row) => row.checkpoint === 'gpt2').slice(0, 2);
  const expected = rows.map(({ checkpoint: _, fields: __, ...page }) => page);

  async function write(): Promise<void> {
    const pages = rows.map(({ fields: { caption, ...fields } }) => ({ picture: '1.png', caption, fields }));
    await writeFile(join(folder, 'f.json'), JSON.stringify({ locale: 'ko', pages }));
  }

  test('prints what the model read and wrote, and both in one as the original’s comparison did', async () => {
    await write();
    const named = ['tell', 'f.json', '--storyteller', 'kogpt2', '--model', checkpoint('gpt2'), '--json'];
    const { status, stdout } = await run(named);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('is found by STORYTELLER and KOGPT2_DIR, and never picked by itself', async () => {
    await write();
    const env = { KOGPT2_DIR: checkpoint('gpt2') };
    const told = JSON.parse((await run(['tell', 'f.json', '--json'], { ...env, STORYTELLER: 'kogpt2' })).stdout);
    expect(told).toMatchObject(rows.map(({ text }) => ({ text, source: { kind: 'model', engine: 'kogpt2' } })));
    const [page] = JSON.parse((await run(['tell', 'f.json', '--json'], env)).stdout) as readonly unknown[];
    expect(page).toMatchObject({ source: { engine: 'frames' } });
    const { stdout } = await run(['doctor'], { ...env, STORYTELLER: 'kogpt2' });
    expect(stdout).toMatch(/✓ 이야기 쓰기 +kogpt2: .*견주어/);
  });

  test.each([
    [[], 'KOGPT2_DIR'],
    [['--model', 'nowhere'], 'nowhere'],
    [['--model', checkpoint('t5-relu')], 'model_type'],
    [['--model', checkpoint('blip')], '[caption]'],
    [['--model', checkpoint('gpt2'), '--max-length', '1000'], 'maxLength'],
  ] as const)('refuses %j, naming %s', async (more, said) => {
    await write();
    const finished = await run(['tell', 'f.json', '--storyteller', 'kogpt2', ...more]);
    expect(finished.status).toBeGreaterThan(1);
    expect(finished.stderr).toContain(said);
  });
});

describe('with folders of models in .env', () => {
  const env = {
    BLIP_DIR: checkpoint('blip'),
    KOT5_DIR: checkpoint('t5-gated'),
    TRANSLATOR_DIR: checkpoint('t5-bin'),
  };

  test('a Korean book is told by the model, an English one by rules', async () => {
    await writeFields('ko');
    const korean = JSON.parse((await run(['tell', 'f.json', '--json'], env)).stdout) as readonly unknown[];
    expect(korean[0]).toMatchObject({ text: stories.cases[0]?.text, source: { kind: 'model', engine: 'kot5' } });
    await writeFields('en');
    const english = JSON.parse((await run(['tell', 'f.json', '--json'], env)).stdout) as readonly unknown[];
    expect(english[0]).toMatchObject({ source: { kind: 'rules', engine: 'frames' } });
  });

  test('a book is made whole: seen, translated, told, printed', async () => {
    await copyFile(pictureFile('07-landscape.jpg'), join(folder, '1.jpg'));
    const fields = { name: '별이', i_action: '별을 바라본다', classification: '자연탐구' };
    await writeFile(join(folder, 'f.json'), JSON.stringify({ title: '달', pages: [{ picture: '1.jpg', fields }] }));
    const { status, stdout } = await run(['make', '--fields', 'f.json', '--out', 'book.pdf', '--json'], env);
    expect(status).toBe(0);
    const { pages } = JSON.parse(stdout) as { readonly pages: readonly { readonly caption: string }[] };
    expect(pages[0]).toMatchObject({ source: { kind: 'model', engine: 'kot5' } });
    expect(pages[0]?.caption).toMatch(/^[가-힣 ,.!]+$/);
    expect((await readFile(join(folder, 'book.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a device that cannot be used gives way to the processor, and that is said', async () => {
    const asked = { ...env, DEVICE: 'cuda', CUDA_VISIBLE_DEVICES: '' };
    const { status, stdout, stderr } = await run(['caption', pictureFile('02-square-48.png')], asked);
    expect(status).toBe(0);
    expect(stdout).toContain(captions.find((row) => row.picture === '02-square-48.png')?.caption);
    expect(stderr).toMatch(/계산할 수 없어요: cuda .*대신 쓰는 것: cpu/);
    expect((await run(['doctor'], asked)).stdout).toMatch(/– 모델 계산 .*cuda/);
    expect((await run(['doctor'], env)).stdout).toMatch(/✓ 모델 계산 +(cpu|cuda), fp32/);
  });

  test('doctor finds them sound, and says what is wrong with a folder that is not', async () => {
    const good = await run(['doctor'], env);
    expect(good.status).toBe(0);
    for (const dir of Object.values(env)) expect(good.stdout).toContain(dir);
    const bad = await run(['doctor'], { ...env, KOT5_DIR: checkpoint('blip'), BLIP_DIR: 'nowhere' });
    expect(bad.status).toBe(4);
    expect(bad.stdout).toMatch(/✗ 그림 설명 .*nowhere/);
    expect(bad.stdout).toMatch(/✗ 이야기 쓰기 .*model_type/);
  });
});
