// Weights files as people have them: whole, sharded, behind links, cut short, or of another model.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTalesError } from '../../../src/errors.ts';
import { explain } from '../../../src/explain.ts';
import { openCheckpoint } from '../../../src/pipeline/onnx/checkpoint.ts';
import { readSafetensors } from '../../../src/pipeline/onnx/safetensors.ts';
import { loadT5 } from '../../../src/pipeline/onnx/t5.ts';
import { goldenFolder } from '../golden-models.ts';
import { bytesOf, safetensors, temporaryFolder } from './files.ts';

const copyOf = (name: Parameters<typeof goldenFolder>[0]): string => {
  const folder = temporaryFolder();
  cpSync(goldenFolder(name), folder, { recursive: true });
  return folder;
};

const editConfig = (folder: string, changes: object): void => {
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...changes }));
};

describe('a safetensors file', () => {
  it('tells where each tensor’s bytes lie', async () => {
    const path = join(temporaryFolder(), 'model.safetensors');
    const bytes = safetensors({ a: { shape: [2], data: bytesOf(1, 2) }, b: { shape: [1, 2], data: bytesOf(3, 4) } });
    writeFileSync(path, bytes);
    const b = (await readSafetensors(path)).get('b');
    expect(b).toMatchObject({ dtype: 'F32', shape: [1, 2], length: 8 });
    expect(bytes.readFloatLE(b?.offset ?? 0)).toBe(3);
  });

  it.each<[string, () => Buffer]>([
    ['is empty', () => Buffer.alloc(0)],
    [
      'is only a git-lfs pointer',
      () => Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n'),
    ],
    ['has a header that is no JSON', () => Buffer.concat([Buffer.from([4, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('{"a"')])],
    ['was cut short', () => safetensors({ a: { shape: [2], data: bytesOf(1, 2) } }).subarray(0, -1)],
    ['places a tensor beyond its end', () => safetensors({ a: { shape: [2], data: bytesOf(1, 2), range: [8, 16] } })],
    ['contradicts itself about a size', () => safetensors({ a: { shape: [3], data: bytesOf(1, 2) } })],
    ['gives a tensor a negative place', () => safetensors({ a: { shape: [2], data: bytesOf(1, 2), range: [-8, 0] } })],
  ])('that %s is refused as damaged, by its path', async (_, made) => {
    const path = join(temporaryFolder(), 'model.safetensors');
    writeFileSync(path, made());
    await expect(readSafetensors(path)).rejects.toMatchObject({ code: 'model-file-damaged', details: { path } });
  });
});

describe('a checkpoint folder', () => {
  it('without weights names every file that it might have had', async () => {
    const folder = temporaryFolder();
    await expect(openCheckpoint(folder)).rejects.toMatchObject({
      code: 'model-file-missing',
      details: {
        folder,
        files: [
          'model.safetensors',
          'model.safetensors.index.json',
          'pytorch_model.bin',
          'pytorch_model.bin.index.json',
        ],
      },
    });
  });

  it('with a configuration that is no JSON says so in one language at a time', async () => {
    const folder = copyOf('t5-relu');
    writeFileSync(join(folder, 'config.json'), '{"model_type"');
    const error = await loadT5(folder).catch((reason: unknown) => reason);
    if (!isTalesError(error)) throw error;
    const path = join(folder, 'config.json');
    expect(explain(error, 'ko')).toBe(
      `모델 파일을 읽을 수 없어요: ${path}. JSON 형식이 어긋났어요. 파일을 다시 받아 주세요.`,
    );
    expect(explain(error, 'en')).toBe(`Cannot read the model file ${path}: it is not valid JSON. Download it again.`);
  });

  it('without its configuration says so', async () => {
    await expect(loadT5(temporaryFolder())).rejects.toMatchObject({
      code: 'model-file-missing',
      details: { files: ['config.json'] },
    });
  });

  it('that lacks a shard names the shard', async () => {
    const folder = copyOf('t5-sharded-bf16');
    rmSync(join(folder, 'model-00002-of-00003.safetensors'));
    await expect(openCheckpoint(folder)).rejects.toMatchObject({
      code: 'model-file-missing',
      details: { files: ['model-00002-of-00003.safetensors'] },
    });
  });

  it('whose weights are another model’s names the tensor that is missing, or has another shape', async () => {
    const folder = copyOf('t5-relu');
    cpSync(join(goldenFolder('blip'), 'model.safetensors'), join(folder, 'model.safetensors'));
    await expect(loadT5(folder)).rejects.toMatchObject({ code: 'model-tensor-missing' });
    const other = copyOf('t5-relu');
    editConfig(other, { d_ff: 999 });
    await expect(loadT5(other)).rejects.toMatchObject({
      code: 'model-tensor-unusable',
      details: { tensor: 'encoder.block.0.layer.1.DenseReluDense.wi.weight' },
    });
  });

  it('with weights of whole numbers refuses them by name', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'model.safetensors'),
      safetensors({ a: { dtype: 'I64', shape: [1], data: bytesOf(1, 2) } }),
    );
    const checkpoint = await openCheckpoint(folder);
    expect(() => checkpoint.tensor('a', [1])).toThrow(expect.objectContaining({ code: 'model-tensor-unusable' }));
  });

  it('may be a folder of links into another, as the hub’s cache is', async () => {
    const folder = copyOf('t5-sharded-bf16');
    const blobs = join(folder, 'blobs');
    const snapshot = join(folder, 'snapshots', 'abc');
    mkdirSync(blobs);
    mkdirSync(snapshot, { recursive: true });
    for (const [index, file] of [
      'config.json',
      'model.safetensors.index.json',
      ...[1, 2, 3].map((n) => `model-0000${n}-of-00003.safetensors`),
    ].entries()) {
      renameSync(join(folder, file), join(blobs, `blob${index}`));
      symlinkSync(join('../../blobs', `blob${index}`), join(snapshot, file));
    }
    const model = await loadT5(snapshot, { threads: 1 });
    const memory = await model.show({ inputIds: Int32Array.of(5, 1), attentionMask: Uint8Array.of(1, 1) });
    expect(memory.arrays).toHaveLength(2 * model.layers);
    await model.close();
  });

  it.each<[string, object, string, string]>([
    ['model_type', { model_type: 'mt5' }, '쓸 수 있는 값: t5', 'Possible values: t5'],
    ['feed_forward_proj', { feed_forward_proj: 'swish' }, '쓸 수 있는 값: relu, gated-relu', 'Possible values: relu'],
    ['d_model', { d_model: -1 }, '이런 값이어야 해요: 0보다 큰 수', 'a number above 0'],
    ['d_ff', { d_ff: 'wide' }, '이런 값이어야 해요: 수', 'a number'],
    ['eos_token_id', { eos_token_id: 'end' }, '이런 값이어야 해요: 토큰의 번호', 'the id of a token'],
  ])('with an unsupported %s is refused by that name, in one language at a time', async (option, changes, ko, en) => {
    const folder = copyOf('t5-relu');
    editConfig(folder, changes);
    const error = await loadT5(folder).catch((reason: unknown) => reason);
    if (!isTalesError(error)) throw error;
    expect(error).toMatchObject({
      code: 'model-unsupported',
      details: { folder, option: `config.json: ${option}` },
    });
    expect(explain(error, 'ko')).toContain(ko);
    expect(explain(error, 'en')).toContain(en);
    expect(explain(error, 'ko')).not.toMatch(/Only|Supported|Invalid|expected/);
  });
});

describe('a pytorch_model.bin', () => {
  it('that was cut short, or is no zip, is refused as damaged', async () => {
    const folder = copyOf('t5-bin');
    const path = join(folder, 'pytorch_model.bin');
    truncateSync(path, 100_000);
    await expect(openCheckpoint(folder)).rejects.toMatchObject({ code: 'model-file-damaged', details: { path } });
  });

  it('is read where no safetensors file is, from shards too', async () => {
    const folder = copyOf('t5-bin');
    const whole = await openCheckpoint(folder);
    const tensor = whole.tensor('shared.weight', [332, 48]);
    expect(tensor).toMatchObject({ element: 'float', file: 'pytorch_model.bin', length: 332 * 48 * 4 });
    renameSync(join(folder, 'pytorch_model.bin'), join(folder, 'part.bin'));
    writeFileSync(
      join(folder, 'pytorch_model.bin.index.json'),
      JSON.stringify({ weight_map: { 'shared.weight': 'part.bin' } }),
    );
    expect((await openCheckpoint(folder)).tensor('shared.weight', [332, 48])).toEqual({ ...tensor, file: 'part.bin' });
  });
});
