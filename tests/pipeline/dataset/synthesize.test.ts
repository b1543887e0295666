// The synthetic data set: the layout of the real one, pictures that show what is said of them, the same for the same seed.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/csv.ts';
import { planBooks, synthesize } from '../../../src/pipeline/dataset/synthesize.ts';
import { englishCaption, koreanCaption } from '../../../src/pipeline/dataset/synthetic/captions.ts';
import { drawScene } from '../../../src/pipeline/dataset/synthetic/draw.ts';
import { chooseScene, type DrawnScene, namesOf } from '../../../src/pipeline/dataset/synthetic/scene.ts';
import { ACTIONS, COMPANIONS, KINDS, PLACES } from '../../../src/pipeline/dataset/synthetic/vocabulary.ts';
import { seededChoice } from '../../../src/pipeline/storyteller/frames/choice.ts';
import { loadSharp } from '../../../src/raster.ts';
import { OPTIONAL_FIELDS } from '../../../src/story.ts';
import { freshFolder } from '../../support/folder.ts';

interface Annotation {
  readonly isbn: string;
  readonly imageInfo: readonly (Readonly<Record<string, unknown>> & {
    readonly srcText: string;
    readonly srcImageFile: string;
    readonly entity: readonly { readonly name: string; readonly i_action: string }[];
    readonly imageCaptionInfo: { readonly classification: string; readonly imageCaption: string };
  })[];
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length), await readFile(path)] as const),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const make = async (count: number, seed = 1, pixels = 96) => {
  const out = join(await freshFolder(), 'set');
  const made = await synthesize({ out, count, seed, pixels });
  return { out, made, files: await filesIn(out) };
};

const SCENE: DrawnScene = {
  hero: { kind: 'girl', clothes: 'red' },
  action: 'wave',
  colour: 'blue',
  place: 'park',
  sky: 'rain',
  companion: 'duck',
  sway: { x: 0.5, size: 0.5, things: Array.from({ length: 12 }, () => 0.5) },
  flip: false,
};

describe('a synthetic data set', () => {
  it('is one JSON and one JPEG of the same stem for each picture, named and placed as AI-Hub does', async () => {
    const { files, made } = await make(40);
    const names = [...files.keys()].filter((name) => name !== '/captions.csv');
    expect(names).toHaveLength(80);
    const stem = /03_0([1-5])T_0([1-3])S_9790\d{9}_\d+/;
    for (const name of names) {
      expect(name).toMatch(
        new RegExp(
          `^/(Training/(01\\.원천데이터/TS|02\\.라벨링데이터/TL)|Validation/(01\\.원천데이터/VS|02\\.라벨링데이터/VL))_0\\dT_[가-힣_]+_0\\dS_[가-힣_]+/${stem.source}\\.(jpg|json)$`,
        ),
      );
    }
    const stems = (ending: string) =>
      names
        .filter((name) => name.endsWith(ending))
        .map((name) => stem.exec(name)?.[0])
        .sort();
    expect(stems('.jpg')).toEqual(stems('.json'));
    expect(made.training + made.validation).toBe(40);
    expect(made.validation).toBe(4);
  });

  it('keeps every book in one part', () => {
    const books = planBooks(500, 7);
    expect(books.reduce((sum, { pages }) => sum + pages, 0)).toBe(500);
    expect(new Set(books.map(({ index }) => index)).size).toBe(books.length);
    expect(books.map(({ part }) => part)).toEqual(books.map(({ part }) => part).sort());
  });

  it('has fields as the real one: the required always, the optional often null', async () => {
    const { files } = await make(60);
    const infos = [...files]
      .filter(([name]) => name.endsWith('.json'))
      .flatMap(([, bytes]) => (JSON.parse(bytes.toString()) as Annotation).imageInfo);
    expect(infos).toHaveLength(60);
    for (const info of infos) {
      expect(info.entity[0]?.name).toMatch(/[가-힣]/);
      expect(info.srcText).toContain(info.entity[0]?.name);
      expect(info.imageCaptionInfo.imageCaption).toMatch(/[가-힣]$/);
    }
    for (const field of OPTIONAL_FIELDS) {
      const given = infos.filter((info) => info[field] !== null).length;
      expect(given, field).toBeGreaterThan(0);
      expect(given, field).toBeLessThan(60);
    }
  });

  it('is the same to the byte for the same seed, and another for another', async () => {
    const [first, second, other] = [await make(12, 5), await make(12, 5), await make(12, 6)];
    expect([...second.files]).toEqual([...first.files]);
    expect([...other.files]).not.toEqual([...first.files]);
  });

  it('has pictures of the wanted size, each with an English caption beside', async () => {
    const { out, files } = await make(9, 2, 80);
    const captions: string[] = [];
    for await (const { values } of readCsv(join(out, 'captions.csv'), { columns: ['img_path', 'caption'] })) {
      const picture = files.get(`/${values['img_path']}`);
      const sharp = await loadSharp();
      expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 80, height: 80 });
      captions.push(values['caption'] ?? '');
    }
    expect(captions).toHaveLength(9);
    for (const caption of captions) expect(caption).toMatch(/^an? [a-z ]+$/);
  });

  it('is not written into a folder that holds something', async () => {
    const { out } = await make(3);
    await expect(synthesize({ out, count: 3, seed: 1, pixels: 96 })).rejects.toMatchObject({
      code: 'folder-not-empty',
    });
  });

  it('stops when asked to, and leaves nothing behind', async () => {
    const out = await freshFolder();
    const stop = new AbortController();
    const onPicture = (done: number): void => {
      if (done === 2) stop.abort();
    };
    const options = { out, count: 9, seed: 1, pixels: 64, signal: stop.signal, onPicture };
    await expect(synthesize(options)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(out)).toEqual([]);
  });
});

describe('what is said of a drawn picture', () => {
  it('names who, what, where, the weather and whoever is along, with one colour', () => {
    expect(englishCaption(SCENE)).toBe('a girl in a red dress waving a hand in the park in the rain with a duck');
    expect(koreanCaption(SCENE)).toBe('비 오는 날 공원에서 오리와 함께 손을 흔들고 있는 빨간 원피스를 입은 여자아이');
    const kite: DrawnScene = { ...SCENE, hero: { kind: 'elephant', clothes: 'red' }, action: 'kite', sky: 'cloudy' };
    expect(englishCaption(kite)).toBe('an elephant flying a blue kite in the park with a duck');
    expect(koreanCaption(kite)).toBe('공원에서 오리와 함께 파란 연을 날리고 있는 코끼리');
  });

  it('is in the picture: whatever is said differently is drawn differently', () => {
    const pictures = [
      ...namesOf(KINDS).map((kind) => ({ ...SCENE, hero: { kind, clothes: 'red' as const } })),
      ...namesOf(ACTIONS).map((action) => ({ ...SCENE, action })),
      ...namesOf(PLACES).map((place) => ({ ...SCENE, place, sky: 'sunny' as const })),
      ...namesOf(COMPANIONS).map((companion) => ({ ...SCENE, companion })),
    ];
    const drawn = new Map(pictures.map((scene) => [englishCaption(scene), drawScene(scene, 64)]));
    expect(new Set(drawn.values()).size).toBe(drawn.size);
  });

  it('never puts somebody where it cannot be done', () => {
    const choice = seededChoice(3);
    for (let round = 0; round < 2000; round += 1) {
      const { place, sky, action } = chooseScene(SCENE.hero, '자연탐구', choice);
      if (action === 'fish') expect(['lake', 'beach']).toContain(place);
      if (place === 'snow') expect(['rain', 'rainbow']).not.toContain(sky);
    }
  });
});
