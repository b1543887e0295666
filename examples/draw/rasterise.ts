// Writes every picture of the example books as the PNG or JPEG that a reader would post, and notes in `drawn.json`
// the SHA-256 of the SVG it was made of, so that a picture older than its drawing is found.
// `node examples/draw/rasterise.ts [book/page]` draws all, or those whose name contains the word.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSharp } from '../../src/raster.ts';
import { type Drawing, drawings } from './drawings.ts';
import { BLEED } from './svg.ts';

const EXAMPLES = join(dirname(fileURLToPath(import.meta.url)), '..');
const DRAWN = join(EXAMPLES, 'draw', 'drawn.json');

async function note(name: string, svg: string): Promise<void> {
  const known: Record<string, string> = JSON.parse(await readFile(DRAWN, 'utf8'));
  known[name] = createHash('sha256').update(svg).digest('hex');
  await writeFile(DRAWN, `${JSON.stringify(known, undefined, 2)}\n`);
}

async function write({ book, name, format, quality = 100, draw }: Drawing): Promise<void> {
  const sharp = await loadSharp();
  const { svg, width: across, height: down } = draw();
  const target = join(EXAMPLES, book, `${name}.${format}`);
  await mkdir(dirname(target), { recursive: true });
  const raster = sharp(Buffer.from(svg), { unlimited: true })
    .extract({ left: BLEED, top: BLEED, width: across, height: down })
    .flatten({ background: '#fff' });
  const file =
    format === 'png'
      ? raster.png({ palette: true, quality, dither: 0.6, compressionLevel: 9, effort: 8 })
      : raster.jpeg({ quality: 86, mozjpeg: true });
  const { width, height, size } = await file.toFile(target);
  await note(`${book}/${name}`, svg);
  console.log(`${book}/${name}.${format}  ${width}×${height}  ${Math.round(size / 1024)} KB`);
}

const wanted = process.argv[2] ?? '';
for (const drawing of drawings) if (`${drawing.book}/${drawing.name}`.includes(wanted)) await write(drawing);
