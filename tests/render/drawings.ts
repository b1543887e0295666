// Pictures for the renderer's tests, drawn as SVG and rasterised: a night, a yard, a tower and the like.
import { createHash } from 'node:crypto';
import { loadSharp } from '../../src/raster.ts';
import type { Picture } from '../../src/story.ts';

export interface Drawn {
  readonly picture: Picture;
  readonly bytes: Uint8Array;
}

const girl = (x: number, y: number, s: number): string => `<g transform="translate(${x} ${y}) scale(${s})">
<rect x="-12" y="60" width="8" height="40" rx="4" fill="#43304f"/><rect x="6" y="60" width="8" height="40" rx="4" fill="#43304f"/>
<path d="M-18 0h36l14 70h-64z" fill="#e4552f"/><circle cy="-28" r="30" fill="#f5c6a0"/>
<path d="M-31-30a31 31 0 0 1 62 0c-14-14-48-14-62 0z" fill="#2b1b16"/><circle cx="-32" cy="-28" r="11" fill="#2b1b16"/><circle cx="32" cy="-28" r="11" fill="#2b1b16"/>
<circle cx="-10" cy="-26" r="3"/><circle cx="10" cy="-26" r="3"/><path d="M-8-14q8 8 16 0" fill="none" stroke="#a33" stroke-width="2.5"/></g>`;
const tree = (x: number, y: number, s: number, fill: string): string =>
  `<g transform="translate(${x} ${y}) scale(${s})"><rect x="-8" y="0" width="16" height="60" fill="#7a5230"/><circle cy="-30" r="48" fill="${fill}"/></g>`;
const stars = (w: number, h: number): string =>
  Array.from(
    { length: 60 },
    (_, i) =>
      `<circle cx="${(i * 197.3) % w}" cy="${(i * 89.7) % (h * 0.6)}" r="${1 + (i % 3)}" fill="#fff" opacity=".8"/>`,
  ).join('');

/** Bodies by name, with width and height. */
const SCENES = {
  night: (
    w: number,
    h: number,
  ) => `<rect width="${w}" height="${h}" fill="#2a3570"/>${stars(w, h)}<circle cx="${w * 0.72}" cy="${h * 0.28}" r="${h * 0.16}" fill="#ffe9a8"/>
<path d="M0 ${h * 0.8}q${w * 0.3}-${h * 0.15} ${w * 0.55}-${h * 0.02}t${w * 0.45}-${h * 0.04}V${h}H0z" fill="#2f5d4e"/>${girl(w * 0.35, h * 0.68, h / 600)}`,
  yard: (
    w: number,
    h: number,
  ) => `<rect width="${w}" height="${h}" fill="#bfe6f7"/><rect y="${h * 0.62}" width="${w}" height="${h * 0.38}" fill="#f2d9a5"/>
<rect x="${w * 0.55}" y="${h * 0.22}" width="${w * 0.38}" height="${h * 0.42}" fill="#f7efe3"/><path d="M${w * 0.52} ${h * 0.22}h${w * 0.44}l-${w * 0.06}-${h * 0.1}h-${w * 0.32}z" fill="#d76a4f"/>
${tree(w * 0.14, h * 0.5, h / 420, '#6bb15a')}${girl(w * 0.38, h * 0.66, h / 560)}${girl(w * 0.5, h * 0.72, h / 660)}`,
  forest: (
    w: number,
    h: number,
  ) => `<rect width="${w}" height="${h}" fill="#dff0c8"/><rect y="${h * 0.7}" width="${w}" height="${h * 0.3}" fill="#8fc06c"/>
${[0.1, 0.28, 0.75, 0.92].map((x, i) => tree(w * x, h * (0.55 + (i % 2) * 0.06), (h / 400) * (1 + (i % 2) * 0.2), i % 2 ? '#3f8f4f' : '#57a85b')).join('')}${girl(w * 0.5, h * 0.66, Math.min(w, h) / 460)}`,
  paper: (
    w: number,
    h: number,
  ) => `<g fill="none" stroke="#d2503c" stroke-width="${w / 90}" stroke-linecap="round"><circle cx="${w / 2}" cy="${h * 0.38}" r="${w * 0.13}"/>
<path d="M${w / 2} ${h * 0.5}V${h * 0.75}M${w / 2} ${h * 0.58}l-${w * 0.15} ${h * 0.06}M${w / 2} ${h * 0.58}l${w * 0.15}-${h * 0.08}M${w / 2} ${h * 0.75}l-${w * 0.1} ${h * 0.14}M${w / 2} ${h * 0.75}l${w * 0.1} ${h * 0.14}"/></g><circle cx="${w * 0.8}" cy="${h * 0.2}" r="${w * 0.07}" fill="#f6b73c"/>`,
  dark: (w: number, h: number) =>
    `<rect width="${w}" height="${h}" fill="#121018"/>${stars(w, h)}<circle cx="${w / 2}" cy="${h / 2}" r="${h * 0.1}" fill="#3d2b56"/>`,
  /** Grain that JPEG cannot make small. */
  noise: (w: number, h: number) =>
    `<filter id="n"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="3" seed="7"/></filter><rect width="${w}" height="${h}" fill="#888"/><rect width="${w}" height="${h}" filter="url(#n)"/>`,
} as const;
export type SceneName = keyof typeof SCENES;

/** `paper` is drawn on transparent ground, the others fill their sheet. */
export async function draw(scene: SceneName, width: number, height: number): Promise<Drawn> {
  const sharp = await loadSharp();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${SCENES[scene](width, height)}</svg>`;
  const bytes = new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    bytes,
    picture: { key: `${scene}-${width}x${height}`, mediaType: 'image/png', size: bytes.length, width, height, sha256 },
  };
}
