// The pictures of examples/mini-scenes, drawn like those that the small checkpoints in models/mini were trained on.
// `node examples/draw/mini-scenes.ts` draws them again. The story's words are in the folder's fields.ko.json.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawScene } from '../../src/pipeline/dataset/synthetic/draw.ts';
import type { DrawnScene } from '../../src/pipeline/dataset/synthetic/scene.ts';
import { loadSharp } from '../../src/raster.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'mini-scenes');
const PIXELS = 1600;

type Scene = Pick<DrawnScene, 'action' | 'colour' | 'place' | 'sky' | 'companion'>;

const scene = (page: number, shown: Scene): DrawnScene => ({
  hero: { kind: 'rabbit', clothes: 'blue' },
  ...shown,
  // Anything from 0 to 1, another for each page.
  sway: { x: (page * 0.37) % 1, size: 0.5, things: Array.from({ length: 12 }, (_, at) => ((at + page) * 0.29) % 1) },
  flip: page % 2 === 0,
});

/** File name → what is drawn in it. */
export const MINI_SCENES: Readonly<Record<string, DrawnScene>> = {
  '1-house.png': scene(1, { action: 'wave', colour: 'red', place: 'house', sky: 'sunny' }),
  '2-park.png': scene(2, { action: 'kick', colour: 'red', place: 'park', sky: 'sunny', companion: 'bird' }),
  '3-forest.png': scene(3, { action: 'umbrella', colour: 'yellow', place: 'forest', sky: 'rain', companion: 'snail' }),
  '4-hill.png': scene(4, { action: 'bubbles', colour: 'red', place: 'hill', sky: 'rainbow', companion: 'butterfly' }),
  '5-lake.png': scene(5, { action: 'fish', colour: 'red', place: 'lake', sky: 'sunny', companion: 'duck' }),
  '6-room.png': scene(6, { action: 'sleep', colour: 'blue', place: 'room', sky: 'night' }),
};

export const svgOf = (drawn: DrawnScene): string => drawScene(drawn, PIXELS);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sharp = await loadSharp();
  await mkdir(FOLDER, { recursive: true });
  for (const [file, drawn] of Object.entries(MINI_SCENES)) {
    const picture = sharp(Buffer.from(svgOf(drawn))).flatten({ background: '#fff' });
    const { size } = await picture
      .png({ palette: true, quality: 100, compressionLevel: 9, effort: 8 })
      .toFile(join(FOLDER, file));
    console.log(`mini-scenes/${file}  ${Math.round(size / 1024)} KB`);
  }
}
