// `storybook models …` from outside: a model is fetched from a hub on loopback by the real command and then describes a
// picture; two at once, killed and stopped ones; and what is offered to those who have none. What is printed otherwise is
// tested in `models-actions.test.ts`.
import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../src/pipeline/weights/manifest.ts';
import { storybook } from '../fakes/command.ts';
import { type HubOptions, sha256, startHub, type Trouble } from '../fakes/hub/server.ts';
import { TINY_FILES } from '../fakes/hub/tiny-blip.ts';
import { torchBin } from '../fakes/hub/torch-bin.ts';
import { golden, pictureFile } from '../pipeline/golden.ts';
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
    const pulled = await run('models', 'pull', 'blip');
    expect(pulled).toMatchObject({ status: 0, stdout: expect.stringContaining(snapshot) });
    expect(pulled.stderr).toContain('BSD-3-Clause');
    expect(await isSound(snapshot)).toBe(true);
    await copyFile(pictureFile(PICTURE), join(folder, 'a.jpg'));
    expect(await run('caption', 'a.jpg')).toMatchObject({ status: 0, stdout: `a.jpg: ${expectedCaption}\n` });
    expect((await run('doctor')).stdout).toContain(snapshot);
  });

  it('goes on where it was killed', async () => {
    const { start, run, part, ranges, snapshot } = await place(stoppingOnce());
    const killed = start('models', 'pull', 'blip');
    await grown(part, HALF);
    killed.kill('SIGKILL');
    expect((await killed.ended).status).toBe(null);
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
});

describe('storybook models', () => {
  it('teaches in both languages', async () => {
    const { folder } = await place();
    const help = (language: 'ko' | 'en') => storybook(['models'], { cwd: folder, language });
    expect(await help('ko')).toMatchObject({ status: 0, stdout: expect.stringContaining('이어서 받아요') });
    expect(await help('en')).toMatchObject({ status: 0, stdout: expect.stringContaining('where it was cut off') });
  });
});

describe('the offer of a captioner', () => {
  it('is one line after a book whose pictures nobody described, and fetches nothing', async () => {
    const { run, folder, hub } = await place();
    await copyFile(pictureFile(PICTURE), join(folder, 'a.jpg'));
    const fields = { name: '별이', i_action: '달을 본다', classification: '자연탐구' };
    await writeFile(join(folder, 'f.json'), JSON.stringify({ title: 'x', pages: [{ picture: 'a.jpg', fields }] }));
    const { stderr } = await run('make', '--fields', 'f.json', '--out', 'x.pdf');
    expect(stderr.split('npx storybook models pull blip')).toHaveLength(2);
    expect(hub.requests).toEqual([]);
  });
});
