// Tokenizers of checkpoint folders, against what the reference makes of the same texts.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadTokenizer } from '../../../src/pipeline/tokenizer/load.ts';
import { checkpoint, golden } from '../golden.ts';

interface Tokenisations {
  readonly checkpoints: readonly string[];
  readonly cases: readonly { readonly text: string; readonly ids: readonly (readonly number[])[] }[];
}
interface Decodings {
  readonly cases: readonly { readonly checkpoint: string; readonly ids: readonly number[]; readonly cleaned: string }[];
}

const { checkpoints, cases } = golden<Tokenisations>('tokenisations.json');
const decodings = golden<Decodings>('decodings.json').cases;

test.each(checkpoints)('%s gives every recorded text its recorded ids', async (name) => {
  const tokenizer = await loadTokenizer(checkpoint(name));
  const column = checkpoints.indexOf(name);
  expect(cases.length).toBeGreaterThanOrEqual(200);
  const ours = cases.map(({ text }) => ({ text, ids: tokenizer.encode(text) }));
  expect(ours).toEqual(cases.map(({ text, ids }) => ({ text, ids: ids[column] })));
});

const kogpt2 = golden<Tokenisations>('kogpt2-tokenisations.json');

test.each(kogpt2.checkpoints)('%s, joined by merges, gives every recorded text its recorded ids', async (name) => {
  const tokenizer = await loadTokenizer(checkpoint(name));
  const column = kogpt2.checkpoints.indexOf(name);
  expect(kogpt2.cases.length).toBeGreaterThanOrEqual(200);
  const ours = kogpt2.cases.map(({ text }) => ({ text, ids: tokenizer.encode(text) }));
  expect(ours).toEqual(kogpt2.cases.map(({ text, ids }) => ({ text, ids: ids[column] })));
});

const decoded = [...new Set(decodings.map((row) => row.checkpoint))];

test.each(decoded)('%s turns ids back into the recorded texts', async (name) => {
  const tokenizer = await loadTokenizer(checkpoint(name));
  const rows = decodings.filter((row) => row.checkpoint === name);
  expect(rows.map(({ ids }) => tokenizer.decode(ids))).toEqual(rows.map((row) => row.cleaned));
});

test('any text at all gets ids of the vocabulary, with the end last', async () => {
  const tokenizer = await loadTokenizer(checkpoint('t5-gated'));
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const ids = tokenizer.encode(text);
      expect(ids.at(-1)).toBe(1);
      expect(ids.every((id) => Number.isInteger(id) && id >= 0 && id < 1112)).toBe(true);
      expect(typeof tokenizer.decode(ids)).toBe('string');
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('ids beyond the vocabulary are passed over, as the reference passes over [DEC] of BLIP', async () => {
  const tokenizer = await loadTokenizer(checkpoint('blip'));
  const ids = decodings.find((row) => row.checkpoint === 'blip')?.ids ?? [];
  expect(tokenizer.decode([99_999, ...ids, 100_000])).toBe(tokenizer.decode(ids));
  expect(tokenizer.decode([])).toBe('');
});

test('the ids of tokens can be asked for', async () => {
  const tokenizer = await loadTokenizer(checkpoint('t5-relu'));
  expect(tokenizer.idOf('</s>')).toBe(1);
  expect(tokenizer.idOf('<empty>')).toBe((tokenizer.idOf('<character>') ?? 0) + 11);
  expect(tokenizer.idOf('<no such token>')).toBeUndefined();
});

test('a folder without tokenizer.json, and one with a damaged table, say so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tokenizer-'));
  try {
    await expect(loadTokenizer(folder)).rejects.toMatchObject({
      code: 'model-file-missing',
      details: { files: ['tokenizer.json'] },
    });
    const broken = {
      normalizer: { type: 'Precompiled', precompiled_charsmap: 'AAAAQAAA' },
      model: { type: 'Unigram', vocab: [['<unk>', 0]], unk_id: 0 },
      pre_tokenizer: null,
      post_processor: null,
      decoder: null,
      added_tokens: [],
    };
    await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(broken));
    await expect(loadTokenizer(folder)).rejects.toMatchObject({ code: 'model-file-damaged' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
