// What `storybook models …` prints, and how it ends, in this process.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createModelActions } from '../../src/cli/models.ts';
import { offerCaptioner } from '../../src/cli/offer.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';
import { MODELS } from '../../src/pipeline/weights/manifest.ts';
import { readRemembered, rememberedPath } from '../../src/pipeline/weights/remembered.ts';
import { verifyModels } from '../../src/pipeline/weights/verify.ts';
import type { Book, Locale } from '../../src/story.ts';
import { type HubOptions, startHub } from '../fakes/hub/server.ts';
import { TINY_FILES } from '../fakes/hub/tiny-blip.ts';
import { checkpoint } from '../pipeline/golden.ts';
import { freshFolder } from '../support/folder.ts';

/** Keeps what is written. */
function paper() {
  const stream = new PassThrough();
  let text = '';
  stream.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  return {
    stream,
    /** What was written since it was last asked. */
    take(): string {
      const taken = text;
      text = '';
      return taken;
    },
  };
}

interface PlaceOptions extends Partial<HubOptions> {
  readonly locale?: Locale;
  readonly environment?: Readonly<Record<string, string>>;
}

async function place({ locale = 'en', environment = {}, ...options }: PlaceOptions = {}) {
  const folder = await freshFolder();
  const model = MODELS.find(({ name }) => name === 'blip')?.hub;
  const { repo, revision } = model ?? { repo: '', revision: '' };
  const hub = await startHub({ repo, revision, files: TINY_FILES, ...options });
  const config = readConfig({
    DATA_DIR: join(folder, 'data'),
    HF_HOME: join(folder, 'hf'),
    HF_ENDPOINT: hub.endpoint,
    ...environment,
  });
  const [out, err] = [paper(), paper()];
  const statuses: number[] = [];
  const progress = createProgress(err.stream, () => performance.now());
  const { signal } = new AbortController();
  const around = { config, locale, progress, signal };
  const actions = createModelActions({
    ...around,
    stdout: { write: (text) => out.stream.write(text) },
    end: (status) => void statuses.push(status),
  });
  const cache = join(folder, 'hf', 'hub');
  const snapshot = join(cache, `models--${repo.replace('/', '--')}`, 'snapshots', revision);
  return { folder, hub, config, around, actions, out, err, statuses, cache, snapshot };
}

describe('what is said of models', () => {
  it('names what each is for, its licence, its size, whether it is there, and how to get it', async () => {
    const { actions, out, hub } = await place({ locale: 'ko' });
    await actions.list({});
    const text = out.take();
    for (const part of [
      'blip – 그림',
      'BSD-3-Clause',
      '약 0.9 GB',
      '없어요',
      '받으려면: npx storybook models pull blip',
    ])
      expect(text).toContain(part);
    expect(text).toContain('모델 폴더가 있으면: npx storybook models add kot5 폴더');
    expect(hub.requests).toEqual([]);
  });

  it('shows the licence before anything is fetched, and how large the weights are', async () => {
    const { actions, err, out, snapshot } = await place();
    await actions.pull(['blip'], {});
    const told = err.take();
    expect(told.indexOf('BSD-3-Clause')).toBeGreaterThanOrEqual(0);
    expect(told.indexOf('BSD-3-Clause')).toBeLessThan(told.indexOf('model.safetensors (587 KB)'));
    expect(out.take()).toBe(`Fetched blip (596 KB): ${snapshot}\n`);
  });

  it('tells programs in JSON what it did, and fetches nothing the second time', async () => {
    const { actions, out, hub, snapshot } = await place();
    await actions.pull([], { json: true });
    const [first] = JSON.parse(out.take());
    expect(first).toEqual({ name: 'blip', folder: snapshot, size: first.size, fetched: first.size });
    const before = hub.requests.length;
    await actions.pull(['blip'], { json: true });
    expect(JSON.parse(out.take())).toMatchObject([{ name: 'blip', fetched: 0 }]);
    expect(hub.requests.slice(before).every(({ about }) => about === 'tree')).toBe(true);
    await actions.list({ json: true });
    expect(JSON.parse(out.take())[0]).toMatchObject({ state: 'used', folder: snapshot, licence: 'BSD-3-Clause' });
  });

  it('calls what came so far a part', async () => {
    const { actions, out, snapshot } = await place();
    await actions.pull([], {});
    await rm(join(snapshot, 'config.json'));
    out.take();
    await actions.list({});
    expect(out.take()).toContain('only a part of it is here');
  });

  it('says when the environment names another folder', async () => {
    const { actions, err } = await place({ environment: { BLIP_DIR: checkpoint('blip') } });
    await actions.pull(['blip'], {});
    expect(err.take()).toContain(`the folder named in BLIP_DIR comes first: ${checkpoint('blip')}`);
  });

  it('says so, too, when a folder is added that the environment goes before', async () => {
    const { actions, err, out } = await place({ environment: { BLIP_DIR: checkpoint('blip') } });
    await actions.add('t5', checkpoint('t5-relu'), {});
    expect(err.take()).toBe('');
    await actions.add('blip', checkpoint('blip'), {});
    expect(err.take()).toContain(`the folder named in BLIP_DIR comes first: ${checkpoint('blip')}`);
    expect(out.take()).not.toContain('from now on');
  });

  it('speaks of a variable only where the environment names the folder that is gone', async () => {
    const { actions, out, config, folder } = await place({ locale: 'ko' });
    const model = join(folder, 'mine');
    await cp(checkpoint('blip'), model, { recursive: true });
    await actions.add('blip', model, {});
    await rm(model, { recursive: true });
    out.take();
    await actions.verify([], {});
    const said = out.take();
    expect(said).toContain('npx storybook models add로 지금 있는 폴더를 알려 주거나');
    expect(said).not.toContain('BLIP_DIR');
    const added = await actions.add('t5', model, {}).catch((error: unknown) => error);
    expect(added).toMatchObject({ details: { engine: 't5', folder: model } });
    expect(added).not.toHaveProperty('details.variable');
    const named = { ...config, blipDir: join(folder, 'named') };
    const [verified] = await verifyModels(['blip'], named, { signal: new AbortController().signal, tell: () => {} });
    expect(verified?.fault?.details).toMatchObject({ variable: 'BLIP_DIR' });
  });

  it('finds a file that has changed, and its pull mends it', async () => {
    const { actions, out, err, statuses, snapshot } = await place();
    await actions.verify([], {});
    expect(out.take()).toContain('no model to check');
    await actions.pull([], {});
    out.take();
    await actions.verify([], {});
    expect(out.take()).toContain('✓ model.safetensors: right');
    expect(statuses).toEqual([]);
    await writeFile(join(snapshot, 'tokenizer.json'), '{}');
    await actions.verify(['blip'], {});
    expect(out.take()).toContain('✗ tokenizer.json: not as it should be');
    expect(err.take()).toContain('npx storybook models pull blip');
    expect(statuses).toEqual([4]);
    await actions.verify(['blip'], { json: true });
    expect(JSON.parse(out.take())).toMatchObject([{ name: 'blip', isSound: false }]);
    await actions.pull(['blip'], {});
    out.take();
    await actions.verify(['blip'], { json: true });
    expect(JSON.parse(out.take())).toMatchObject([{ name: 'blip', isSound: true }]);
  });

  it('takes a folder of one’s own into use, and says when it has vanished', async () => {
    const { actions, out, config, folder, statuses } = await place();
    await expect(actions.add('kot5', join(folder, 'nowhere'), {})).rejects.toMatchObject({
      code: 'model-folder-missing',
    });
    await actions.add('t5', checkpoint('t5-relu'), {});
    expect(out.take()).toContain(checkpoint('t5-relu'));
    const text = await readFile(rememberedPath(config), 'utf8');
    await writeFile(rememberedPath(config), text.replace(checkpoint('t5-relu'), join(folder, 'gone')));
    await actions.list({});
    expect(out.take()).toContain(`its folder is gone · ${join(folder, 'gone')}`);
    await actions.verify([], {});
    expect(out.take()).toContain(`The model folder of t5 is not there: ${join(folder, 'gone')}`);
    expect(statuses).toEqual([4]);
    await actions.remove('t5', {});
    expect(out.take()).toContain('t5 is not used any more');
    expect((await readRemembered(config)).models).toEqual({});
  });

  it('deletes nothing that was fetched without being told twice', async () => {
    const { actions, out, snapshot, cache } = await place();
    await actions.pull([], {});
    out.take();
    await expect(actions.remove('blip', {})).rejects.toMatchObject({
      code: 'option-invalid',
      details: { expected: { kind: 'with', options: ['--yes'] } },
    });
    expect(existsSync(snapshot)).toBe(true);
    await actions.remove('blip', { yes: true });
    expect(out.take()).toContain('Deleted blip');
    expect(await readdir(cache)).toEqual(['.locks']);
    await actions.remove('blip', { yes: true });
    expect(out.take()).toContain('nothing to delete');
  });

  it('refuses what is not in the list, and what cannot be fetched', async () => {
    const { actions } = await place();
    for (const name of ['gpt', 'kot5'])
      await expect(actions.pull([name], {})).rejects.toMatchObject({
        code: 'model-unlisted',
        details: { known: ['blip'] },
      });
    await expect(actions.remove('gpt', {})).rejects.toMatchObject({ code: 'model-unlisted' });
    await expect(actions.verify(['gpt'], {})).rejects.toMatchObject({ code: 'model-unlisted' });
  });
});

describe('the offer of a captioner', () => {
  const OFFER = 'npx storybook models pull blip';
  const book = (caption?: string): Pick<Book, 'pages'> => {
    const fields = { name: '별이', i_action: '달을 본다', classification: '자연탐구' } as const;
    const source = { kind: 'person' } as const;
    const scene = { fields, ...(caption && { caption: { text: caption, locale: 'ko' as const, source } }) };
    const picture = {
      key: 'pictures/a',
      name: 'a.jpg',
      mediaType: 'image/jpeg',
      sha256: 'a',
      width: 1,
      height: 1,
      size: 1,
    };
    return { pages: [{ picture, scene, told: { text: 'x', locale: 'ko', source } }] };
  };

  it('is made where a picture has no caption, and makes no data folder of its own', async () => {
    const { around, err, config } = await place();
    await offerCaptioner(book(), {}, around);
    expect(err.take().split(OFFER)).toHaveLength(2);
    expect(existsSync(config.dataDir)).toBe(false);
  });

  it('is made once where there is a data folder to remember it in', async () => {
    const { around, err, config } = await place();
    await mkdir(config.dataDir);
    await offerCaptioner(book(), {}, around);
    await offerCaptioner(book(), {}, around);
    expect(err.take().split(OFFER)).toHaveLength(2);
  });

  it.each([
    ['all pictures are described', '달을 보는 아이', {}, {}],
    ['the configuration wants none', undefined, { CAPTIONER: 'none' }, {}],
    ['there is one', undefined, { BLIP_DIR: 'anywhere' }, {}],
    ['a service does it', undefined, { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, {}],
    ['what is printed is for programs', undefined, {}, { json: true }],
    ['an engine was chosen', undefined, {}, { captioner: 'none' }],
  ])('is not made where %s', async (_, caption, environment, asked) => {
    const { around, err } = await place({ environment });
    await offerCaptioner(book(caption), asked, around);
    expect(err.take()).toBe('');
  });
});
