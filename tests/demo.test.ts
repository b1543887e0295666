// The books that a newcomer sees first, made as the demo makes them, and read back by other programs.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storybook } from './fakes/command.ts';

const root = join(import.meta.dirname, '..');
const installed = (tool: string): boolean => spawnSync(tool, ['-v'], { stdio: 'ignore' }).error === undefined;
const hasPoppler = installed('pdftotext');
const why = hasPoppler ? '' : ' (skipped: poppler is not installed)';

const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const BOOKS = ['moonlight-picnic', 'school-yard'].flatMap((book) =>
  ['ko', 'en'].map((locale) => [book, locale] as const),
);

interface Made {
  readonly title: string;
  readonly pageCount: number;
  readonly size: number;
  readonly notes: readonly unknown[];
  readonly pages: readonly { readonly text: string }[];
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(BOOKS)('%s in %s', (book, locale) => {
  const file = (): string => join(folder, `${book}.${locale}.pdf`);
  let made: Made;
  beforeAll(async () => {
    const fields = join('examples', book, `fields.${locale}.json`);
    const words = ['make', join('examples', book), '--fields', fields, '--out', file(), '--json'];
    const { status, stdout, stderr } = await storybook(words, { cwd: root });
    expect(status, stderr).toBe(0);
    made = JSON.parse(stdout) as Made;
  });

  test('is a whole book without a word of complaint', () => {
    expect(made.notes).toEqual([]);
    expect(made.pages).toHaveLength(6);
    // Cover, six scenes, closing page, colophon.
    expect(made.pageCount).toBe(9);
    expect(made.size).toBeLessThan(9.5 * 1024 * 1024);
  });

  test.skipIf(!hasPoppler)(`reads in another program as it was told${why}`, () => {
    const copied = squeeze(execFileSync('pdftotext', [file(), '-'], { encoding: 'utf8' }));
    for (const { text } of made.pages) expect(copied).toContain(squeeze(text));
    expect(copied).toContain(squeeze(made.title));
  });
});
