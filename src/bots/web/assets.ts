// The page's own files and fonts: known by name from the start, so that no request reaches the file system by a path.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface Asset {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Present when `bytes` are packed. */
  readonly encoding?: 'gzip';
  /** Names the content. */
  readonly tag: string;
}

export interface Assets {
  /** A file of the folder `page`. */
  file(name: string): Asset | undefined;
  font(name: string): Promise<Asset | undefined>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
};

/** Free fonts that the books are printed with. Under these names they never change. */
const FONTS: Readonly<Record<string, string>> = {
  'gowun-dodum.ttf': '@expo-google-fonts/gowun-dodum/400Regular/GowunDodum_400Regular.ttf',
  'jua.ttf': '@expo-google-fonts/jua/400Regular/Jua_400Regular.ttf',
  'andika.ttf': '@expo-google-fonts/andika/Andika_400Regular.ttf',
};

const pack = promisify(gzip);
const resolve = createRequire(import.meta.url).resolve;
const tagOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Reads the page once. A font is read and packed when it is first asked for: a school's network is slow. */
export async function loadAssets(): Promise<Assets> {
  const folder = new URL('./page/', import.meta.url);
  const entries = await readdir(folder, { withFileTypes: true });
  const files = new Map<string, Asset>();
  for (const entry of entries) {
    const mediaType = MEDIA_TYPES[extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const bytes = await readFile(fileURLToPath(new URL(entry.name, folder)));
    files.set(entry.name, { bytes, mediaType, tag: tagOf(bytes) });
  }
  const fonts = new Map<string, Promise<Asset>>();
  const loadFont = async (path: string): Promise<Asset> => {
    const bytes = await pack(await readFile(resolve(path)));
    return { bytes, mediaType: 'font/ttf', encoding: 'gzip', tag: tagOf(bytes) };
  };
  return {
    file: (name) => files.get(name),
    async font(name) {
      const path = Object.hasOwn(FONTS, name) ? FONTS[name] : undefined;
      if (path === undefined) return undefined;
      const loading = fonts.get(name) ?? loadFont(path);
      fonts.set(name, loading);
      return loading;
    },
  };
}
