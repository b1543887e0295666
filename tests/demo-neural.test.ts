// `npm run demo -- --neural`: a whole book by the small models, as a newcomer makes it, and the pictures it is made of.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINI_SCENES, svgOf } from '../examples/draw/mini-scenes.ts';
import { loadSharp } from '../src/raster.ts';
import { COMPILED } from './support/compiled.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'examples', 'mini-scenes');
const hasPoppler = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
const why = hasPoppler ? '' : ' (skipped: poppler is not installed)';

const golden = <T>(name: string): readonly T[] =>
  (JSON.parse(readFileSync(join(root, 'tests/golden/mini', name), 'utf8')) as { cases: readonly T[] }).cases;
const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');

describe('the demo with small models', () => {
  let folder: string;
  let said: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demo-neural-'));
    const words = [join(root, 'examples', 'demo.ts'), '--neural', '--out', folder];
    // No key, no folder and no home of the person who runs the tests.
    const env = { ...COMPILED, PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'ko_KR.UTF-8' };
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, env });
    said = stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes one book, and shows the command that did', () => {
    expect(readdirSync(folder).filter((file) => file.endsWith('.pdf'))).toEqual(['mini-scenes.ko.pdf']);
    expect(readFileSync(join(folder, 'mini-scenes.ko.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(said).toContain('KOT5_DIR=models/mini/kot5');
    expect(said).toContain('--captioner blip --storyteller kot5');
  });

  it('says that captions stayed in English', () => expect(said).toContain('번역기를 찾지 못해'));

  it.skipIf(!hasPoppler)(`prints what the models told, page by page${why}`, () => {
    const book = squeeze(execFileSync('pdftotext', [join(folder, 'mini-scenes.ko.pdf'), '-'], { encoding: 'utf8' }));
    const told = golden<{ settings: string; text: string }>('stories.json').filter(
      ({ settings }) => settings === 'original',
    );
    for (const { text } of told.slice(0, Object.keys(MINI_SCENES).length)) expect(book).toContain(squeeze(text));
  });
});

describe('the pictures of examples/mini-scenes', () => {
  it('are those that its fields name', () => {
    const fields = JSON.parse(readFileSync(join(pictures, 'fields.ko.json'), 'utf8')) as {
      readonly pages: readonly { readonly picture: string }[];
    };
    expect(fields.pages.map(({ picture }) => picture)).toEqual(Object.keys(MINI_SCENES));
    expect(readdirSync(pictures).filter((file) => file.endsWith('.png'))).toEqual(Object.keys(MINI_SCENES));
  });

  it('are no older than the drawings they were made of', async () => {
    const sharp = await loadSharp();
    for (const [file, scene] of Object.entries(MINI_SCENES)) {
      const small = (source: string | Buffer) =>
        sharp(source).flatten({ background: '#fff' }).resize(64, 64).removeAlpha().raw().toBuffer();
      const [kept, drawn] = [await small(join(pictures, file)), await small(Buffer.from(svgOf(scene)))];
      // A palette of 256 colours puts the rain up to three steps of 255 away.
      const apart = kept.reduce((sum, value, at) => sum + Math.abs(value - (drawn[at] ?? 0)), 0) / kept.length;
      expect(apart, file).toBeLessThan(5);
    }
  });
});
