// What other programs make of an anthology: poppler's text and structure, qpdf's check. Skipped where not installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderAnthology } from '../../../src/render/anthology.ts';
import { makeClass } from './class.ts';

const installed = (tool: string): boolean => spawnSync(tool, ['-v'], { stdio: 'ignore' }).error === undefined;
const hasPoppler = installed('pdftotext') && installed('pdfinfo');
const hasQpdf = installed('qpdf');
const why = (ok: boolean, tool: string): string => (ok ? '' : ` (skipped: ${tool} is not installed)`);

describe('an anthology', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anthology-'));
    file = join(folder, 'class.pdf');
    const { anthology, read } = await makeClass(3);
    const [volume] = (await renderAnthology(anthology, { read, format: 'a5' })).volumes;
    writeFileSync(file, volume?.bytes ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (tool: string, ...rest: readonly string[]): string => execFileSync(tool, [...rest], { encoding: 'utf8' });

  it.skipIf(!hasPoppler)(`has its contents read as a table with links${why(hasPoppler, 'poppler')}`, () => {
    const structure = run('pdfinfo', '-struct-text', file);
    expect(structure.match(/TOCI/g)).toHaveLength(3);
    expect(structure).toMatch(/TOCI[\s\S]*?Reference[\s\S]*?Link[\s\S]*?"달빛 소풍"/);
    expect(structure.indexOf('TOC')).toBeLessThan(structure.indexOf('“오늘 밤'));
  });

  it.skipIf(!hasPoppler)(`copies as its titles and authors${why(hasPoppler, 'poppler')}`, () => {
    const copied = run('pdftotext', file, '-');
    for (const text of ['우리 반 이야기 숲', 'The Snail', '🦕 공룡 친구', '최유나, 한별'])
      expect(copied).toContain(text);
  });

  it.skipIf(!hasQpdf)(`is sound${why(hasQpdf, 'qpdf')}`, () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });
});
