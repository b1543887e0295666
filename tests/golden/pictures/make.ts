// Makes the HEIC pictures beside it, which nothing that npm installs can encode: run it by hand where Debian's
// `libheif-examples` (heif-enc 1.15 with x265) is installed. What it made is committed; no test runs it.
//   node tests/golden/pictures/make.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asTiff } from '../../../src/pipeline/image/raster.ts';
import { loadSharp } from '../../../src/raster.ts';
import { nameColours, turnHeic } from './properties.ts';
import { rawOf, SIDES, turnedAway } from '../../pipeline/image/drawn.ts';

const sharp = await loadSharp();
const folder = mkdtempSync(join(tmpdir(), 'heic-'));
const here = (name: string): string => join(import.meta.dirname, name);
const encode = (input: string, output: string, ...options: readonly string[]): void => {
  execFileSync('heif-enc', ['-q', '90', '-p', 'chroma=444', ...options, input, '-o', here(output)]);
};

const sides = await rawOf(SIDES);
const image = ({ data, width, height }: typeof sides) => sharp(data, { raw: { width, height, channels: 3 } });
// heif-enc copies the EXIF block, orientation and all: whoever turns by it after irot and imir has turned twice.
for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
  const input = join(folder, `${orientation}.jpg`);
  await image(turnedAway(sides, orientation))
    .withMetadata({ orientation })
    .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
    .toFile(input);
  const output = `turned-${orientation}.heic`;
  encode(input, output);
  writeFileSync(here(output), turnHeic(readFileSync(here(output)), orientation));
}

const tan = sharp({ create: { width: 64, height: 64, channels: 3, background: { r: 180, g: 90, b: 60 } } });
const plain = join(folder, 'plain.png');
await tan.png().toFile(plain);
for (const name of ['p3-nclx.heic', 'p3-nclx.avif']) {
  encode(plain, name, ...(name.endsWith('avif') ? ['-A'] : []));
  writeFileSync(here(name), nameColours(readFileSync(here(name)), 12, 13));
}
const tagged = join(folder, 'tagged.png');
const { icc } = await sharp(await sharp(plain).withIccProfile('p3').png().toBuffer()).metadata();
const pixels = { ...(await rawOf(await tan.png().toBuffer())), channels: 3 } as const;
// The numbers stay as they are; only the profile is attached.
await sharp(asTiff(pixels, icc)).keepIccProfile().png().toFile(tagged);
encode(tagged, 'p3-icc.heic');

const clear = join(folder, 'clear.png');
await image(sides).ensureAlpha(0).png().toFile(clear);
encode(clear, 'clear.heic');
const deep = join(folder, 'deep.png');
await image(sides).toColourspace('rgb16').png().toFile(deep);
encode(deep, 'deep.heic', '-b', '10');

// One colour, and nearly as many pixels as the intake decodes of each: small files with much in them.
const giant = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#aabbcc' } });
const wall = join(folder, 'wall.png');
await giant(8000, 7400).png().toFile(wall);
execFileSync('heif-enc', ['-q', '40', wall, '-o', here('giant.heic')]);
await giant(6000, 6000).avif({ effort: 0, quality: 40 }).toFile(here('giant.avif'));
await giant(8000, 7400).webp({ lossless: true, effort: 0 }).toFile(here('giant.webp'));
rmSync(folder, { recursive: true });
