// A whole model: fetched, listed, remembered, checked again and removed, in a cache that other programs share.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, readConfig } from '../../../src/config.ts';
import { addModel } from '../../../src/pipeline/weights/add.ts';
import { listModels } from '../../../src/pipeline/weights/list.ts';
import type { ListedModel } from '../../../src/pipeline/weights/manifest.ts';
import { MODELS, manifestSchema, modelNamed } from '../../../src/pipeline/weights/manifest.ts';
import { pullModel } from '../../../src/pipeline/weights/pull.ts';
import { readRemembered, rememberedPath, withRememberedModels } from '../../../src/pipeline/weights/remembered.ts';
import { planRemoval, removeModel } from '../../../src/pipeline/weights/remove.ts';
import type { WeightsTools } from '../../../src/pipeline/weights/types.ts';
import { verifyModels } from '../../../src/pipeline/weights/verify.ts';
import { outside } from '../../fakes/hub/outside.ts';
import { type HubOptions, sha256, startHub } from '../../fakes/hub/server.ts';
import { NEEDED, NEEDED_BYTES, TINY, TINY_FILES } from '../../fakes/hub/tiny-blip.ts';
import { freshFolder } from '../../support/folder.ts';
import { checkpoint } from '../golden.ts';

const BY_HAND: ListedModel = { name: 'kot5', engine: 'kot5', about: { ko: '글', en: 'text' } };
const LIST = [TINY, BY_HAND];

async function place(hubOptions: Partial<HubOptions> = {}, environment: Readonly<Record<string, string>> = {}) {
  const folder = await freshFolder();
  const { repo, revision } = TINY.hub;
  const hub = await startHub({ repo, revision, files: TINY_FILES, ...hubOptions });
  const config = readConfig({
    DATA_DIR: join(folder, 'data'),
    HF_HOME: join(folder, 'hf'),
    HF_ENDPOINT: hub.endpoint,
    ...environment,
  });
  const context = outside({ home: config.hub.home, hub });
  const { signal, tell, told } = context;
  const repoFolder = join(config.hub.home, 'hub', 'models--someone--tiny');
  const pull = (tools: Partial<WeightsTools> = {}) =>
    pullModel(TINY, config, { signal, tell, tools: { clock: context.tools.clock, random: () => 0, ...tools } });
  const snapshot = join(repoFolder, 'snapshots', revision);
  return { folder, hub, config, signal, tell, told, repoFolder, snapshot, pull };
}

const stateOf = async (config: Config, name = TINY.name) =>
  (await listModels(config, LIST)).find((entry) => entry.name === name);

describe('the list of models', () => {
  it('pins whole commits, names a licence for all that is fetched, and says what each is for in both languages', () => {
    for (const { hub, licence, about } of MODELS) {
      expect(about.ko).toMatch(/[가-힣]/);
      expect(about.en).not.toMatch(/[가-힣]/);
      if (hub) expect([hub.revision, licence]).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), expect.any(String)]);
    }
    expect(MODELS.find(({ name }) => name === 'blip')?.hub?.repo).toBe('Salesforce/blip-image-captioning-base');
  });

  it.each(['../config.json', 'a/../../b', '/etc/passwd', 'a//b', '', './x'])('refuses a file called %j', (file) => {
    const models = [{ ...TINY, hub: { ...TINY.hub, files: [file] } }];
    expect(manifestSchema.safeParse({ models }).success).toBe(false);
    expect(manifestSchema.safeParse({ models: [TINY] }).success).toBe(true);
  });

  it('says which models there are when another is asked for', () => {
    expect(() => modelNamed('nothing', LIST)).toThrow(
      expect.objectContaining({ code: 'model-unlisted', details: { model: 'nothing', known: ['tiny', 'kot5'] } }),
    );
  });
});

describe('pulling a model', () => {
  it('fetches anew what a link leads elsewhere for, and leaves alone what lies there', async () => {
    const { pull, snapshot, folder } = await place();
    const theirs = join(folder, 'theirs.safetensors');
    await writeFile(theirs, 'weights of their own');
    await mkdir(snapshot, { recursive: true });
    await symlink(theirs, join(snapshot, 'model.safetensors'));
    await pull();
    expect(await readFile(theirs, 'utf8')).toBe('weights of their own');
    expect(await readFile(join(snapshot, 'model.safetensors'))).toEqual(TINY_FILES['model.safetensors']);
  });

  it('fetches what is needed and nothing else, from a listing of several pages', async () => {
    const { pull, snapshot, hub, repoFolder } = await place({ pageSize: 2 });
    expect(await pull()).toEqual({ name: 'tiny', folder: snapshot, size: NEEDED_BYTES, fetched: NEEDED_BYTES });
    expect((await readdir(snapshot)).sort()).toEqual([...NEEDED].sort());
    for (const name of NEEDED)
      expect((await readFile(join(snapshot, name))).equals(TINY_FILES[name] as Buffer)).toBe(true);
    expect(hub.requests.filter(({ about }) => about === 'tree').length).toBeGreaterThan(3);
    expect(await readFile(join(repoFolder, 'refs', 'main'), 'utf8')).toBe(TINY.hub.revision);
  });

  it('remembers the folder, so that the engine is used from then on', async () => {
    const { pull, snapshot, config } = await place();
    expect((await withRememberedModels(config)).blipDir).toBeUndefined();
    await pull();
    expect((await withRememberedModels(config)).blipDir).toBe(snapshot);
    expect(await stateOf(config)).toMatchObject({ state: 'used', folder: snapshot, isNamed: false });
  });

  it('fetches nothing that another program has fetched, and keeps what that knows of the branch', async () => {
    const { pull, snapshot, repoFolder, hub, config } = await place();
    await mkdir(join(repoFolder, 'refs'), { recursive: true });
    await writeFile(join(repoFolder, 'refs', 'main'), 'c'.repeat(40));
    await mkdir(join(repoFolder, 'blobs'));
    await mkdir(snapshot, { recursive: true });
    for (const name of NEEDED) {
      const blob = join(repoFolder, 'blobs', `as-${name}`);
      await writeFile(blob, TINY_FILES[name] as Buffer);
      await symlink(relative(snapshot, blob), join(snapshot, name));
    }
    expect(await stateOf(config)).toMatchObject({ state: 'unused' });
    expect((await pull()).fetched).toBe(0);
    expect(hub.requests.filter(({ about }) => about !== 'tree')).toEqual([]);
    expect(await readFile(join(repoFolder, 'refs', 'main'), 'utf8')).toBe('c'.repeat(40));
    expect(await stateOf(config)).toMatchObject({ state: 'used' });
  });

  it('looks for room first, counting what is there already', async () => {
    const { pull, hub, repoFolder } = await place();
    const weights = TINY_FILES['model.safetensors'] as Buffer;
    await mkdir(join(repoFolder, 'blobs'), { recursive: true });
    await writeFile(join(repoFolder, 'blobs', `${sha256(weights)}.incomplete`), weights.subarray(0, 100_000));
    const needed = NEEDED_BYTES - 100_000;
    await expect(pull({ freeBytes: async () => needed - 1 })).rejects.toMatchObject({
      code: 'disk-too-small',
      details: { needed, free: needed - 1 },
    });
    expect(hub.requests.filter(({ about }) => about !== 'tree')).toEqual([]);
    expect((await pull({ freeBytes: async () => needed })).fetched).toBe(needed);
  });

  it('names what the revision does not have', async () => {
    const { 'tokenizer.json': _, ...files } = TINY_FILES;
    const { pull, config } = await place({ files });
    await expect(pull()).rejects.toMatchObject({
      code: 'hub-not-found',
      details: { address: expect.stringContaining('tokenizer.json') },
    });
    expect((await readRemembered(config)).models).toEqual({});
  });

  it('tries the listing again, and says when there is no such repository or the answer is none', async () => {
    let tries = 0;
    const flaky = await place({
      trouble: ({ about }) => (about === 'tree' && ++tries === 1 ? { status: 502 } : undefined),
    });
    expect((await flaky.pull()).fetched).toBe(NEEDED_BYTES);
    const gone = await place({ revision: 'd'.repeat(40) });
    await expect(gone.pull()).rejects.toMatchObject({ code: 'hub-not-found' });
    const odd = await place({ trouble: () => ({ status: 200 }) });
    await expect(odd.pull()).rejects.toMatchObject({ code: 'service-refused' });
  });

  it('does not take a model into use that cannot be used', async () => {
    const { pull, config } = await place({ files: { ...TINY_FILES, 'config.json': Buffer.from('{}') } });
    await expect(pull()).rejects.toMatchObject({ code: expect.stringMatching(/^model-/) });
    expect((await withRememberedModels(config)).blipDir).toBeUndefined();
  });
});

describe('what is remembered', () => {
  it('comes after what the environment names', async () => {
    const { pull, config } = await place({}, { BLIP_DIR: checkpoint('blip') });
    await pull();
    expect((await withRememberedModels(config)).blipDir).toBe(checkpoint('blip'));
    expect(await stateOf(config)).toMatchObject({ state: 'by-hand', folder: checkpoint('blip'), isNamed: true });
  });

  it('takes folders placed by hand, after a look at them', async () => {
    const { config, signal } = await place();
    const added = await addModel('t5', checkpoint('t5-relu'), config, signal);
    expect(added).toMatchObject({ folder: checkpoint('t5-relu') });
    await expect(addModel('blip', checkpoint('t5-relu'), config, signal)).rejects.toMatchObject({
      code: 'model-unsupported',
    });
    await expect(addModel('kot5', '/no/such/folder', config, signal)).rejects.toMatchObject({
      code: 'model-folder-missing',
    });
    expect((await readRemembered(config)).models).toEqual({
      t5: { origin: 'by-hand', folder: checkpoint('t5-relu') },
    });
  });

  it('stays in the configuration when its folder has vanished, so that whoever needs it says so', async () => {
    const { config, signal, folder } = await place();
    const model = join(folder, 'mine');
    await cp(checkpoint('blip'), model, { recursive: true });
    await addModel('blip', model, config, signal);
    await rename(model, `${model}-elsewhere`);
    expect(await stateOf(config)).toMatchObject({ state: 'vanished', folder: model });
    const { checkEngine, chooseCaptioner } = await import('../../../src/pipeline/index.ts');
    const furnished = await withRememberedModels(config);
    const gone = { code: 'model-folder-missing', details: { engine: 'blip', folder: model } };
    await expect(chooseCaptioner(furnished)).rejects.toMatchObject(gone);
    await expect(checkEngine({ seam: 'captioner', name: 'blip', known: [] }, furnished)).rejects.toMatchObject(gone);
  });

  it.each([
    ['{', 'damaged'],
    ['{"version":1,"models":{"blip":{"origin":"pulled"}}}', 'damaged'],
    ['{"version":2,"models":{}}', 'newer'],
  ])('that cannot be read (%s) is said, not passed over', async (text, reason) => {
    const { config } = await place();
    await mkdir(config.dataDir);
    await writeFile(rememberedPath(config), text);
    await expect(withRememberedModels(config)).rejects.toMatchObject({
      code: 'store-unusable',
      details: { path: rememberedPath(config), reason },
    });
  });

  it('loses nothing when several are remembered at once', async () => {
    const { config, signal } = await place();
    await Promise.all([
      addModel('blip', checkpoint('blip'), config, signal),
      addModel('t5', checkpoint('t5-relu'), config, signal),
    ]);
    expect(Object.keys((await readRemembered(config)).models).sort()).toEqual(['blip', 't5']);
  });
});

describe('checking again', () => {
  it('finds every file right, without the hub', async () => {
    const { pull, config, signal, tell, hub } = await place();
    await pull();
    const before = hub.requests.length;
    const [tiny, ...others] = await verifyModels([], config, { signal, tell }, LIST);
    expect(tiny?.files.map(({ path, state }) => [path, state])).toEqual(NEEDED.map((name) => [name, 'sound']));
    expect(tiny?.fault).toBeUndefined();
    expect(others).toEqual([]);
    expect(hub.requests).toHaveLength(before);
  });

  it('says which files are wrong or missing, and pulling mends them', async () => {
    const { pull, config, signal, tell, snapshot } = await place();
    await pull();
    const weights = await readFile(join(snapshot, 'model.safetensors'));
    weights[weights.length - 1] = (weights.at(-1) ?? 0) ^ 1;
    await writeFile(join(snapshot, 'model.safetensors'), weights);
    await rm(join(snapshot, 'tokenizer.json'));
    expect(await stateOf(config)).toMatchObject({ state: 'partly' });
    const [tiny] = await verifyModels(['tiny'], config, { signal, tell }, LIST);
    expect(tiny?.files).toContainEqual({ path: 'model.safetensors', state: 'wrong' });
    expect(tiny?.files).toContainEqual({ path: 'tokenizer.json', state: 'absent' });
    expect(tiny?.fault).toMatchObject({ code: 'model-file-missing' });
    await pull();
    const [mended] = await verifyModels(['tiny'], config, { signal, tell }, LIST);
    expect(mended?.files.every(({ state }) => state === 'sound')).toBe(true);
  });

  it('knows what another program has fetched by the names of its blobs', async () => {
    const { pull, config, signal, tell, snapshot } = await place();
    await pull();
    await rm(rememberedPath(config));
    const [sound] = await verifyModels([], config, { signal, tell }, LIST);
    expect(sound?.files.map(({ state }) => state)).toEqual(NEEDED.map(() => 'sound'));
    await writeFile(join(snapshot, 'config.json'), '{}');
    const [wrong] = await verifyModels([], config, { signal, tell }, LIST);
    expect(wrong?.files).toContainEqual({ path: 'config.json', state: 'wrong' });
  });
});

describe('removing', () => {
  it('deletes what was fetched and forgets it', async () => {
    const { pull, config, signal, repoFolder } = await place();
    await pull();
    const removal = await planRemoval(TINY, config);
    expect(removal).toMatchObject({ isRemembered: true, size: expect.any(Number) });
    expect(removal.size).toBeGreaterThanOrEqual(NEEDED_BYTES);
    await removeModel(removal, config, signal);
    expect(existsSync(repoFolder)).toBe(false);
    expect(await stateOf(config)).toMatchObject({ state: 'absent' });
    expect((await withRememberedModels(config)).blipDir).toBeUndefined();
  });

  it('leaves what another revision or another program still needs', async () => {
    const { pull, config, signal, repoFolder, snapshot } = await place();
    await pull();
    const other = join(repoFolder, 'snapshots', 'e'.repeat(40));
    await mkdir(other);
    const weights = join(repoFolder, 'blobs', sha256(TINY_FILES['model.safetensors'] as Buffer));
    await symlink(relative(other, weights), join(other, 'model.safetensors'));
    await writeFile(join(snapshot, 'README.md'), 'of another program');
    await removeModel(await planRemoval(TINY, config), config, signal);
    expect(await readdir(join(repoFolder, 'blobs'))).toEqual([sha256(TINY_FILES['model.safetensors'] as Buffer)]);
    expect(existsSync(join(other, 'model.safetensors'))).toBe(true);
    expect(await readdir(snapshot)).toEqual(['README.md']);
  });

  it('leaves what a link leads to outside of the cache', async () => {
    const { config, signal, snapshot, folder } = await place();
    const mine = join(folder, 'mine.safetensors');
    await writeFile(mine, 'mine');
    await mkdir(snapshot, { recursive: true });
    await symlink(mine, join(snapshot, 'model.safetensors'));
    await removeModel(await planRemoval(TINY, config), config, signal);
    expect(existsSync(join(snapshot, 'model.safetensors'))).toBe(false);
    expect(await readFile(mine, 'utf8')).toBe('mine');
  });

  it('forgets a folder placed by hand and leaves it as it is', async () => {
    const { config, signal, folder } = await place();
    const model = join(folder, 'mine');
    await cp(checkpoint('t5-relu'), model, { recursive: true });
    await addModel('t5', model, config, signal);
    const before = await readdir(model);
    const removal = await planRemoval({ ...BY_HAND, name: 't5', engine: 't5' }, config);
    expect(removal).toMatchObject({ isRemembered: true, files: [] });
    await removeModel(removal, config, signal);
    expect((await withRememberedModels(config)).translatorDir).toBeUndefined();
    expect(await readdir(model)).toEqual(before);
  });
});
