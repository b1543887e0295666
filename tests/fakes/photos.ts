// Photographs for tests and benches: soft gradients, shapes with sharp and soft edges, texture and sensor noise,
// all from a seed. They compress as real photographs do, within a factor of about two.
import { loadSharp } from '../../src/raster.ts';

export interface PhotoOptions {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly format?: 'jpeg' | 'png' | 'webp';
}

/** mulberry32. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sky, hills, leaves and figures; drawn at full size so that edges are as sharp as a lens makes them. */
function scene({ width, height, seed }: PhotoOptions): string {
  const next = random(seed);
  const hue = Math.floor(next() * 360);
  const leaves = Array.from({ length: 900 }, () => {
    const [x, y] = [next() * width, height * (0.45 + 0.55 * next())];
    const size = height * (0.004 + 0.02 * next());
    const fill = `hsl(${(hue + 60 * next()) % 360} ${30 + 40 * next()}% ${15 + 60 * next()}%)`;
    return `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${size.toFixed(1)}" ry="${(size * (0.3 + next())).toFixed(1)}" fill="${fill}" transform="rotate(${Math.floor(next() * 180)} ${x.toFixed(1)} ${y.toFixed(1)})"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<linearGradient id="sky" x2="0.3" y2="1"><stop stop-color="hsl(${hue} 60% 75%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 45% 35%)"/></linearGradient>
<radialGradient id="sun" cx="0.7" cy="0.2" r="0.4"><stop stop-color="#fff6d0"/><stop offset="1" stop-color="#fff6d0" stop-opacity="0"/></radialGradient></defs>
<rect width="100%" height="100%" fill="url(#sky)"/><rect width="100%" height="100%" fill="url(#sun)"/>
<path d="M0 ${height * 0.6} Q ${width * 0.3} ${height * 0.4} ${width * 0.6} ${height * 0.6} T ${width} ${height * 0.5} V ${height} H 0Z" fill="hsl(${(hue + 100) % 360} 35% 30%)"/>
${leaves}</svg>`;
}

/** Grey clouds of about `grain` pixels, 0..255 around 128: grass, plaster, cloth. */
async function texture({ width, height, seed }: PhotoOptions, grain: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const next = random(seed * 31 + grain);
  const [across, down] = [Math.ceil(width / grain), Math.ceil(height / grain)];
  const coarse = Buffer.from(Uint8Array.from({ length: across * down }, () => next() * 256));
  return sharp(coarse, { raw: { width: across, height: down, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
}

/** A picture as a phone would take it, 8 bits a channel. */
export async function noisyPhoto(options: PhotoOptions): Promise<Buffer> {
  const sharp = await loadSharp();
  const { width, height, seed, format = 'jpeg' } = options;
  const data = await sharp(Buffer.from(scene(options)))
    .removeAlpha()
    .blur(0.8)
    .raw()
    .toBuffer();
  const [fine, coarse] = [await texture(options, 3), await texture(options, 11)];
  const next = random(seed + 1000);
  // A million random numbers are reused; a prime more, so that no row repeats another.
  const noise = Int8Array.from({ length: 2 ** 20 + 7 }, () => Math.round((next() + next() + next() - 1.5) * 5));
  for (let pixel = 0; pixel < width * height; pixel++) {
    const rough = (((fine[pixel] ?? 0) - 128) * 34) / 128 + (((coarse[pixel] ?? 0) - 128) * 26) / 128;
    // The sky is smooth, the ground is rough.
    const grain = rough * Math.min(1, (pixel / (width * height)) * 1.6);
    for (let at = pixel * 3; at < pixel * 3 + 3; at++) {
      data[at] = Math.min(255, Math.max(0, (data[at] ?? 0) + grain + (noise[at % noise.length] ?? 0)));
    }
  }
  const image = sharp(data, { raw: { width, height, channels: 3 } });
  if (format === 'png') return image.png({ compressionLevel: 4 }).toBuffer();
  if (format === 'webp') return image.webp({ quality: 90, effort: 1 }).toBuffer();
  return image.jpeg({ quality: 92 }).toBuffer();
}
