// The captioner blip on small checkpoints: from picture files to captions, identical to the reference's.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBlip } from '../../../src/pipeline/captioner/blip.ts';
import { loadBlipEngine } from '../../../src/pipeline/captioner/blip-engine.ts';
import { readPreprocessing } from '../../../src/pipeline/captioner/preprocessor.ts';
import type { LoadedPicture } from '../../../src/pipeline/types.ts';
import { checkpoint, golden, pictureFile } from '../golden.ts';

interface Captions {
  readonly cases: readonly {
    readonly checkpoint: string;
    readonly picture: string;
    readonly beams: number;
    readonly tokenIds: readonly number[];
    readonly caption: string;
  }[];
}

const { cases } = golden<Captions>('captions.json');
const bytesOf = (pictures: readonly string[]) => Promise.all(pictures.map((name) => readFile(pictureFile(name))));

describe.each(['blip', 'blip-odd-f16'])('%s', (name) => {
  test.each([1, 3])('captions all pictures as the reference does, with beams %i', async (beams) => {
    const rows = cases.filter((row) => row.checkpoint === name && row.beams === beams);
    expect(rows).toHaveLength(20);
    const engine = await loadBlipEngine(checkpoint(name));
    try {
      const made = await engine.caption(await bytesOf(rows.map(({ picture }) => picture)), {
        settings: { numBeams: beams },
      });
      expect(made).toEqual(rows.map(({ tokenIds, caption }) => ({ tokenIds, caption })));
    } finally {
      await engine.close();
    }
  });
});

function loaded(name: string, bytes: Uint8Array): LoadedPicture {
  const picture = { key: name, mediaType: 'image/png', size: bytes.length, width: 1, height: 1, sha256: '', name };
  return { picture, bytes };
}

test('the captioner says in English what it sees, and that a model said it', async () => {
  const engine = await loadBlipEngine(checkpoint('blip'));
  try {
    const rows = cases.filter((row) => row.checkpoint === 'blip' && row.beams === 1).slice(0, 2);
    const bytes = await bytesOf(rows.map(({ picture }) => picture));
    const captioner = createBlip(async () => engine);
    const captions = await captioner.caption(bytes.map((each, index) => loaded(String(index), each)));
    const source = { kind: 'model', engine: 'blip' };
    expect(captions).toEqual(rows.map(({ caption }) => ({ text: caption, locale: 'en', source })));
    const signal = AbortSignal.abort();
    await expect(captioner.caption([loaded('1', bytes[0] ?? new Uint8Array())], { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  } finally {
    await engine.close();
  }
});

test('without pictures no model is loaded', async () => {
  const captioner = createBlip(() => Promise.reject(new Error('no model')));
  expect(await captioner.caption([])).toEqual([]);
});

describe('preprocessor_config.json', () => {
  const withPreprocessor = async (content: unknown): Promise<unknown> => {
    const folder = await mkdtemp(join(tmpdir(), 'blip-'));
    try {
      await cp(join(checkpoint('blip'), 'config.json'), join(folder, 'config.json'));
      await writeFile(join(folder, 'preprocessor_config.json'), JSON.stringify(content));
      return await readPreprocessing(folder).catch((error: unknown) => error);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  test('may name one number for the size, and leave the rest to the defaults', async () => {
    expect(await withPreprocessor({ size: 48 })).toMatchObject({
      size: { width: 48, height: 48 },
      filter: 3,
      scale: 1 / 255,
      mean: [0.48145466, 0.4578275, 0.40821073],
    });
  });

  test('may turn scaling and normalising off', async () => {
    expect(await withPreprocessor({ size: 48, do_rescale: false, do_normalize: false, resample: 1 })).toMatchObject({
      filter: 1,
      scale: 1,
      mean: [0, 0, 0],
      deviation: [1, 1, 1],
    });
  });

  test.each([
    { size: { shortest_edge: 48 } },
    { size: 50 },
    { size: 48, resample: 9 },
    { size: 48, do_center_crop: true },
    { size: 48, do_resize: false },
  ])('is refused by name where it asks for what is not done: %j', async (content) => {
    expect(await withPreprocessor(content)).toMatchObject({ code: 'model-unsupported' });
  });
});
