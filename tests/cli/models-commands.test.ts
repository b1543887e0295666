// `storybook models …` from outside: a model is fetched from a hub on loopback by the real command and then describes a
// picture; two at once, killed and stopped ones; and what is offered to those who have none.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../src/pipeline/weights/manifest.ts';
import { storybook } from '../fakes/command.ts';
import { type HubOptions, sha256, startHub, type Trouble } from '../fakes/hub/server.ts';
import { TINY_FILES } from '../fakes/hub/tiny-blip.ts';
import { torchBin } from '../fakes/hub/torch-bin.ts';
import { checkpoint, golden, pictureFile } from '../pipeline/golden.ts';
import { freshFolder } from '../support/folder.ts';
import { runCommand } from '../support/running.ts';

interface Captions {
  readonly cases: readonly {
    readonly checkpoint: string;
    readonly picture: string;
    readonly beams: number;
    readonly caption: string;
  }[];
}

const PICTURE = '07-landscape.jpg';
const expectedCaption = golden<Captions>('captions.json').cases.find(
  ({ checkpoint: name, picture, beams }) => name === 'blip' && picture === PICTURE && beams === 1,
)?.caption;

/** As in the real repository, whose weights are torch's own file. */
const { 'model.safetensors': safetensors = Buffer.alloc(0), ...others } = TINY_FILES;
const weights = torchBin(safetensors);
const files = { ...others, 'pytorch_model.bin': weights };
const HALF = Math.floor(weights.length / 2);

async function place(options: Partial<HubOptions> = {}) {
  const folder = await freshFolder();
  const model = MODELS.find(({ name }) => name === 'blip')?.hub;
  const { repo, revision } = model ?? { repo: '', revision: '' };
  const hub = await startHub({ repo, revision, files, largeFrom: 10_000, ...options });
  const home = join(folder, 'hf');
  const env = { HF_HOME: home, HF_ENDPOINT: hub.endpoint, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
  const repoFolder = join(home, 'hub', `models--${repo.replace('/', '--')}`);
  const run = (...words: string[]) => storybook(words, { cwd: folder, env, language: 'en' });
  return {
    ...{ folder, hub, env, run, revision },
    snapshot: join(repoFolder, 'snapshots', revision),
    part: join(repoFolder, 'blobs', `${sha256(weights)}.incomplete`),
    start: (...words: string[]) => runCommand(words, { cwd: folder, env }),
    ranges: () => hub.requests.filter(({ origin }) => origin === 'storage').map(({ range }) => range),
  };
}

/** The first connection for the weights stops in the middle until `until` is kept, or for ever. */
function stoppingOnce(until: Promise<unknown> = new Promise(() => {})): Pick<HubOptions, 'trouble'> {
  const troubles: Trouble[] = [{ pauseAt: HALF, until }];
  return { trouble: ({ origin }) => (origin === 'storage' ? troubles.shift() : undefined) };
}

const isSound = async (snapshot: string): Promise<boolean> =>
  (await readFile(join(snapshot, 'pytorch_model.bin'))).equals(weights);

/** Resolves when the file has at least so many bytes. */
async function grown(path: string, size: number): Promise<void> {
  const sizeNow = async (): Promise<number> => (await stat(path).catch(() => ({ size: 0 }))).size;
  while ((await sizeNow()) < size) await new Promise((resolve) => setImmediate(resolve));
}

describe('storybook models pull', () => {
  it('fetches a model from the hub, and the model then describes a picture without being named', async () => {
    const { run, snapshot, folder } = await place();
    expect((await run('models', 'list')).stdout).toContain('npx storybook models pull blip');
    const pulled = await run('models', 'pull', 'blip');
    expect(pulled).toMatchObject({ status: 0, stdout: expect.stringContaining(snapshot) });
    expect(pulled.stderr).toContain('BSD-3-Clause');
    expect(await isSound(snapshot)).toBe(true);
    await copyFile(pictureFile(PICTURE), join(folder, 'a.jpg'));
    expect(await run('caption', 'a.jpg')).toMatchObject({ status: 0, stdout: `a.jpg: ${expectedCaption}\n` });
    const doctor = await run('doctor');
    expect(doctor.stdout).toContain(snapshot);
    expect((await run('models', 'list')).stdout).toContain(`here and in use · ${snapshot}`);
  });

  it('tells programs in JSON what it did, and fetches nothing the second time', async () => {
    const { run, hub, snapshot } = await place();
    const first = JSON.parse((await run('models', 'pull', '--json')).stdout);
    expect(first).toEqual([{ name: 'blip', folder: snapshot, size: first[0].size, fetched: first[0].size }]);
    const before = hub.requests.length;
    const [second] = JSON.parse((await run('models', 'pull', 'blip', '--json')).stdout);
    expect(second).toMatchObject({ fetched: 0 });
    expect(hub.requests.slice(before).map(({ about }) => about)).not.toContain('pytorch_model.bin');
    const [listed] = JSON.parse((await run('models', 'list', '--json')).stdout);
    expect(listed).toMatchObject({ name: 'blip', state: 'used', folder: snapshot, licence: 'BSD-3-Clause' });
  });

  it('goes on where it was killed', async () => {
    const { start, run, part, ranges, snapshot } = await place(stoppingOnce());
    const killed = start('models', 'pull', 'blip');
    await grown(part, HALF);
    killed.kill('SIGKILL');
    expect((await killed.ended).status).toBe(null);
    expect((await run('models', 'list')).stdout).toContain('only a part of it is here');
    expect((await run('models', 'pull', 'blip')).status).toBe(0);
    expect(ranges()).toEqual([undefined, `bytes=${HALF}-`]);
    expect(await isSound(snapshot)).toBe(true);
  });

  it('keeps what has come when it is stopped, says so, and goes on from there', async () => {
    const { start, run, part, ranges, snapshot } = await place(stoppingOnce());
    const stopped = start('models', 'pull', 'blip', '--json');
    await grown(part, HALF);
    stopped.kill('SIGINT');
    const { status, stderr, stdout } = await stopped.ended;
    expect(status).toBe(130);
    expect(stderr).toContain('What came so far is kept. To go on from there: npx storybook models pull blip');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'cancelled' } });
    expect((await run('models', 'pull', 'blip')).status).toBe(0);
    expect(ranges()).toEqual([undefined, `bytes=${HALF}-`]);
    expect(await isSound(snapshot)).toBe(true);
  });

  it('fetches once when two do it at the same time: the second waits and finds it there', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { start, part, ranges, snapshot } = await place(stoppingOnce(promise));
    const first = start('models', 'pull', 'blip');
    await grown(part, HALF);
    const second = start('models', 'pull', 'blip');
    await second.says('Another program is fetching it');
    resolve();
    expect((await first.ended).status).toBe(0);
    expect((await second.ended).status).toBe(0);
    expect(ranges()).toEqual([undefined]);
    expect(await isSound(snapshot)).toBe(true);
  });

  it('goes on for the one that was killed while it waited', async () => {
    const { start, part, ranges, snapshot } = await place(stoppingOnce());
    const first = start('models', 'pull', 'blip');
    await grown(part, HALF);
    const second = start('models', 'pull', 'blip');
    await second.says('Another program is fetching it');
    first.kill('SIGKILL');
    expect((await second.ended).status).toBe(0);
    expect(ranges()).toEqual([undefined, `bytes=${HALF}-`]);
    expect(await isSound(snapshot)).toBe(true);
  });

  it('says what it cannot do, and how to mend it', async () => {
    const denied = await place({ trouble: () => ({ status: 401 }) });
    expect(await denied.run('models', 'pull', 'blip')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('HF_TOKEN'),
    });
    expect(await denied.run('models', 'pull', 'gpt')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('gpt'),
    });
    expect(await denied.run('models', 'pull', 'kot5')).toMatchObject({ status: 2 });
    const wrong = await place({
      trouble: ({ origin }) => (origin === 'storage' ? { body: Buffer.alloc(weights.length) } : undefined),
    });
    expect(await wrong.run('models', 'pull', 'blip')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('pytorch_model.bin'),
    });
    expect(existsSync(wrong.part)).toBe(false);
  });
});

describe('storybook models verify, add and remove', () => {
  it('finds a file that has changed, and its pull mends it', async () => {
    const { run, snapshot } = await place();
    expect((await run('models', 'verify')).stdout).toContain('no model to check');
    await run('models', 'pull');
    expect(await run('models', 'verify')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('✓ pytorch_model.bin'),
    });
    await writeFile(join(snapshot, 'tokenizer.json'), '{}');
    const broken = await run('models', 'verify', 'blip');
    expect(broken).toMatchObject({ status: 4, stdout: expect.stringContaining('✗ tokenizer.json') });
    expect(broken.stderr).toContain('npx storybook models pull blip');
    expect((await run('models', 'pull')).status).toBe(0);
    expect((await run('models', 'verify')).status).toBe(0);
  });

  it('takes a folder of one’s own into use, and says when it has vanished', async () => {
    const { run, folder } = await place();
    expect(await run('models', 'add', 'kot5', 'nowhere')).toMatchObject({ status: 4 });
    expect(await run('models', 'add', 't5', checkpoint('t5-relu'))).toMatchObject({ status: 0 });
    expect((await run('doctor')).stdout).toContain(checkpoint('t5-relu'));
    await mkdir(join(folder, 'data'), { recursive: true });
    const remembered = join(folder, 'data', 'models.json');
    const text = await readFile(remembered, 'utf8');
    await writeFile(remembered, text.replace(checkpoint('t5-relu'), join(folder, 'gone')));
    expect((await run('models', 'list')).stdout).toContain(`its folder is gone · ${join(folder, 'gone')}`);
    expect(await run('doctor')).toMatchObject({ status: 4, stdout: expect.stringContaining(join(folder, 'gone')) });
  });

  it('deletes nothing without being told twice', async () => {
    const { run, snapshot, folder } = await place();
    await run('models', 'pull');
    expect(await run('models', 'remove', 'blip')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--yes'),
    });
    expect(existsSync(snapshot)).toBe(true);
    expect(await run('models', 'remove', 'blip', '--yes')).toMatchObject({ status: 0 });
    expect(await readdir(join(folder, 'hf', 'hub'))).toEqual(['.locks']);
    expect((await run('models', 'remove', 'blip', '--yes')).stdout).toContain('nothing to delete');
  });

  it('teaches in both languages', async () => {
    const { folder } = await place();
    const help = (language: 'ko' | 'en') => storybook(['models'], { cwd: folder, language });
    expect(await help('ko')).toMatchObject({ status: 0, stdout: expect.stringContaining('이어서 받아요') });
    expect(await help('en')).toMatchObject({ status: 0, stdout: expect.stringContaining('where it was cut off') });
  });
});

describe('the offer of a captioner', () => {
  const OFFER = 'npx storybook models pull blip';
  const page = (caption?: string) => ({
    picture: 'a.jpg',
    ...(caption && { caption }),
    fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' },
  });

  async function book(caption?: string) {
    const at = await place();
    await copyFile(pictureFile(PICTURE), join(at.folder, 'a.jpg'));
    await writeFile(join(at.folder, 'f.json'), JSON.stringify({ title: 'x', pages: [page(caption)] }));
    const make = (...words: string[]) => at.run('make', '--fields', 'f.json', '--out', 'x.pdf', ...words);
    return { ...at, make };
  }

  it('is one line after a book whose pictures nobody described, once, and fetches nothing', async () => {
    const { make, folder, hub } = await book();
    await mkdir(join(folder, 'data'));
    expect((await make()).stderr.split(OFFER)).toHaveLength(2);
    expect((await make()).stderr).not.toContain(OFFER);
    expect(hub.requests).toEqual([]);
  });

  it('makes no data folder of its own', async () => {
    const { make, folder } = await book();
    expect((await make()).stderr).toContain(OFFER);
    expect((await readdir(folder)).sort()).toEqual(['a.jpg', 'f.json', 'x.pdf']);
  });

  it.each([
    ['what is printed is for programs', ['--json'], undefined, {}],
    ['nobody wants an engine', ['--captioner', 'none'], undefined, {}],
    ['all pictures are described', [], '달을 보는 아이', {}],
    ['the configuration wants none', [], undefined, { CAPTIONER: 'none' }],
  ])('is not made where %s', async (_, words, caption, more) => {
    const { folder, env } = await book(caption);
    const command = ['make', '--fields', 'f.json', '--out', 'x.pdf', ...words];
    const { status, stderr } = await storybook(command, { cwd: folder, env: { ...env, ...more }, language: 'en' });
    expect(status).toBe(0);
    expect(stderr).not.toContain(OFFER);
  });
});
