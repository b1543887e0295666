// BERTScore on a small checkpoint against recorded values: tokens, layers, weights, and checkpoints spelled otherwise.
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEncoder } from '../../../src/pipeline/evaluation/encoder.ts';
import { bertScore, evenly, makeRarity, type WeightOf } from '../../../src/pipeline/evaluation/measures/bert-score.ts';
import { BERT, BERT_CASES, type BertCase } from './golden.ts';

const open = (folder = BERT, layers = 3) => loadEncoder(folder, { layers, threads: 1 });

type Encoder = Awaited<ReturnType<typeof open>>;

async function scoreOf(encoder: Encoder, { told, wanted }: BertCase, weightOf?: WeightOf) {
  const [a, b] = await encoder.encode([told, wanted]);
  if (!a || !b) throw new Error('two texts came back as fewer');
  return bertScore(a, b, weightOf ?? evenly(b));
}

describe.each([1, 3, 4])('BERTScore of layer %i', (layer) => {
  let encoder: Encoder;
  beforeAll(async () => {
    encoder = await open(BERT, layer);
  });
  afterAll(() => encoder.close());

  it.each(BERT_CASES)('reads the same tokens and finds the same likeness: $told', async (each) => {
    expect(encoder.idsOf(each.told)).toEqual(each.toldIds);
    expect(encoder.idsOf(each.wanted)).toEqual(each.wantedIds);
    const { precision, recall, f1 } = await scoreOf(encoder, each);
    const wanted = each.layers[layer]?.even ?? [];
    expect(wanted).toHaveLength(3);
    for (const [at, value] of [precision, recall, f1].entries())
      expect(Math.abs(value - (wanted[at] ?? 9))).toBeLessThan(1e-4);
  });

  it('weighs rare tokens more when it is asked to', async () => {
    const making = makeRarity();
    for (const { wanted } of BERT_CASES) making.add(encoder.idsOf(wanted));
    const weightOf = making.finish();
    for (const each of BERT_CASES) {
      const { f1 } = await scoreOf(encoder, each, weightOf);
      expect(Math.abs(f1 - (each.layers[layer]?.idf[2] ?? 9))).toBeLessThan(1e-4);
    }
  });
});

describe('the encoder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bert-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('cuts longer texts off behind the ids that the checkpoint reads', () => {
    expect(BERT_CASES.map(({ toldIds }) => toldIds.length)).toContain(48);
  });

  it('gives a text the same rows whatever it shares its batch with', async () => {
    const encoder = await open();
    const texts = BERT_CASES.slice(0, 6).map(({ told }) => told);
    const together = await encoder.encode(texts);
    for (const [at, text] of texts.entries()) {
      const [alone] = await encoder.encode([text]);
      alone?.rows.forEach((value, index) => {
        expect(Math.abs(value - (together[at]?.rows[index] ?? 9))).toBeLessThan(1e-5);
      });
    }
    await encoder.close();
  });

  /** As older checkpoints spell their tensors: below `bert.`, scales and shifts by their TensorFlow names. */
  async function respelled(): Promise<void> {
    const bytes = await readFile(join(BERT, 'model.safetensors'));
    const length = Number(bytes.readBigUInt64LE(0));
    const header: Record<string, unknown> = JSON.parse(bytes.subarray(8, 8 + length).toString());
    const renamed = Object.entries(header).map(([name, entry]) => {
      const spelled = name.replace('LayerNorm.weight', 'LayerNorm.gamma').replace('LayerNorm.bias', 'LayerNorm.beta');
      return [name === '__metadata__' ? name : `bert.${spelled}`, entry];
    });
    const text = Buffer.from(JSON.stringify(Object.fromEntries(renamed)));
    const size = Buffer.alloc(8);
    size.writeBigUInt64LE(BigInt(text.length));
    await writeFile(join(folder, 'model.safetensors'), Buffer.concat([size, text, bytes.subarray(8 + length)]));
  }

  it('reads checkpoints of older spelling whose tokenizer is a list of words', async () => {
    await respelled();
    for (const file of ['config.json', 'vocab.txt', 'tokenizer_config.json'])
      await copyFile(join(BERT, file), join(folder, file));
    const encoder = await open(folder);
    for (const each of BERT_CASES) {
      expect(encoder.idsOf(each.told)).toEqual(each.toldIds);
      const { f1 } = await scoreOf(encoder, each);
      expect(Math.abs(f1 - (each.layers['3']?.even[2] ?? 9))).toBeLessThan(1e-4);
    }
    await encoder.close();
  });

  it('refuses a layer that the checkpoint does not have, and says how many it has', async () => {
    await expect(open(BERT, 9)).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: '--bert-layer', value: '9', expected: { kind: 'number', least: 1, most: 4 } },
    });
  });

  it('refuses what is no BERT by name', async () => {
    const t5 = join(BERT, '../../../models/checkpoints/t5-relu');
    await expect(open(t5)).rejects.toMatchObject({ code: 'model-unsupported' });
  });
});
