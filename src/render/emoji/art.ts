// Colour drawings of emoji from the Noto set: which there are, and their pixels.
// The one importer of @iconify-json/noto. Placing them is left to the text setter.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadSharp } from '../../raster.ts';
import { TAEGEUKGI } from './taegeukgi.ts';

/** Pixels along each side: crisp at 24 points on paper. */
const SIDE = 160;

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string } | undefined>>;
  readonly aliases?: Readonly<Record<string, { readonly parent: string } | undefined>>;
}

const require = createRequire(import.meta.url);
const drawn = new Map<string, Promise<Uint8Array>>();
let names: Readonly<Record<string, string | undefined>> | undefined;

/** Drawings that the set lacks. */
const OURS: Readonly<Record<string, string | undefined>> = { '🇰🇷': TAEGEUKGI };

/** The set's keys leave out the marks that only ask for colour. */
function nameOf(emoji: string): string | undefined {
  names ??= JSON.parse(readFileSync(require.resolve('@iconify-json/noto/chars.json'), 'utf8')) as Record<
    string,
    string
  >;
  const key = [...emoji].map((character) => character.codePointAt(0)?.toString(16).padStart(4, '0') ?? '');
  return names[key.filter((code) => code !== 'fe0f').join('-')];
}

/** Whether a grapheme has a drawing in colour. */
export function hasArt(grapheme: string): boolean {
  return OURS[grapheme] !== undefined || nameOf(grapheme) !== undefined;
}

/**
 * PNG with alpha, by emoji. The set is 25 MB of text, so it is parsed when a book has emoji not drawn before and let go again;
 * the drawings are kept.
 */
export async function drawEmoji(emoji: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const needsSet = emoji.some((each) => !drawn.has(each) && OURS[each] === undefined);
  const set = needsSet ? await readSet() : undefined;
  const entries = emoji.map(async (each) => {
    const drawing = drawn.get(each) ?? rasterise(OURS[each] ?? svgOf(set, each));
    drawn.set(each, drawing);
    // A drawing that failed is tried again for the next book.
    drawing.catch(() => drawn.delete(each));
    return [each, await drawing] as const;
  });
  return new Map(await Promise.all(entries));
}

async function readSet(): Promise<IconSet> {
  return JSON.parse(await readFile(require.resolve('@iconify-json/noto/icons.json'), 'utf8')) as IconSet;
}

function svgOf(set: IconSet | undefined, emoji: string): string {
  const name = nameOf(emoji) ?? '';
  const body = (set?.icons[name] ?? set?.icons[set.aliases?.[name]?.parent ?? ''])?.body;
  if (body === undefined) throw new Error(`the emoji set names a drawing it does not hold: ${name}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">${body}</svg>`;
}

async function rasterise(svg: string): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg), { density: (72 * SIDE) / 128 })
    .resize(SIDE, SIDE)
    .png()
    .toBuffer();
}
