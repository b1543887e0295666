// What other programs make of the books: poppler's text and structure, qpdf's check. Skipped where they are not installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBook } from '../../src/render/index.ts';
import { cleanText } from '../../src/render/text/clean.ts';
import type { PageFormat } from '../../src/story.ts';
import { type BookOptions, makeBook, type Shot, STORY } from './books.ts';

const installed = (tool: string): boolean => spawnSync(tool, ['-v'], { stdio: 'ignore' }).error === undefined;
const hasPoppler = installed('pdftotext') && installed('pdfinfo');
const hasQpdf = installed('qpdf');
const why = (ok: boolean, tool: string): string => (ok ? '' : ` (skipped: ${tool} is not installed)`);

const long = STORY.join('\n').repeat(8);
const BOOKS: readonly (readonly [name: string, format: PageFormat, shots: readonly Shot[], options: BookOptions])[] = [
  [
    'a story',
    'square',
    STORY.map((text, index) => [index % 2 === 0 ? 'night' : 'yard', 800 + 100 * index, 700, text] as const),
    {},
  ],
  [
    'a long text',
    'a5',
    [['forest', 400, 1200, long]],
    { title: '아주 긴 이야기 '.repeat(20), authors: Array.from({ length: 40 }, (_, index) => `글쓴이${index}`) },
  ],
  [
    'odd characters',
    'b5',
    [['night', 800, 600, '뷁! 똠방각하는 햏햏 쀍을 ꥠ? 月 é ♡ 「달님」 👨‍👩‍👧 🇰🇷 ❤️ 👍🏽 ☀️🌙⭐ 나는'.normalize('NFD')]],
    { title: '뷁이의 “달(月)” 🌙…' },
  ],
  [
    'English',
    'a4',
    [['yard', 900, 600, '“Shall we go?” asked Star.\n“Yes!” said Luna, swishing her tail. AVATAR office']],
    { locale: 'en', title: 'Star and Luna' },
  ],
  ...(['square', 'a5', 'b5', '46', 'a4'] as const).map(
    (format) =>
      [
        `large and wide, ${format}`,
        format,
        [...STORY, long.slice(0, 900)].map((text, index) => [index % 2 ? 'yard' : 'night', 900, 700, text] as const),
        { roomy: true, level: '유아', notice: '선생님과 함께 AI의 도움을 받아 지었어요.' },
      ] as const,
  ),
  ['three characters', '46', [['paper', 40, 40, '응!!']], { authors: [] }],
];

const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe.each(BOOKS)('%s', (_name, format, shots, options) => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'render-'));
    file = join(folder, 'book.pdf');
    const { book, read } = await makeBook(shots, options);
    writeFileSync(file, (await renderBook(book, { read, format })).bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (tool: string, ...rest: readonly string[]): string => execFileSync(tool, [...rest], { encoding: 'utf8' });

  it.skipIf(!hasPoppler)(`copies as its told text${why(hasPoppler, 'poppler')}`, () => {
    // Page numbers stand alone on their lines.
    const copied = squeeze(run('pdftotext', file, '-').replaceAll(/^\d+$\n?/gm, ''));
    for (const [, , , told] of shots) expect(copied).toContain(squeeze(cleanText(told)));
    expect(copied).toContain(squeeze(cleanText(options.title ?? '')));
  });

  it.skipIf(!hasPoppler)(`is read in order${why(hasPoppler, 'poppler')}`, () => {
    const structure = run('pdfinfo', '-struct-text', file);
    const spoken = squeeze([...structure.matchAll(/^ +"(.*)"$/gm)].map(([, text = '']) => text).join(''));
    const told = shots.map(([, , , text]) => squeeze(cleanText(text)).replaceAll('\n', '')).join('');
    expect(spoken.replaceAll(' ', '')).toContain(told.replaceAll(' ', ''));
    expect(structure.indexOf('H1')).toBeLessThan(structure.indexOf('H2'));
  });

  it.skipIf(!hasQpdf)(`is sound${why(hasQpdf, 'qpdf')}`, () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });
});
