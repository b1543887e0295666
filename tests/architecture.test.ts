// Holds the house to its rules: the real files of src/ and bin/, read and judged. The rules themselves are tested beside them.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readHouseFile } from './architecture/house.ts';
import * as rules from './architecture/rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = globSync('{src,bin}/**/*.{ts,mts,js,mjs}', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
const files = paths.sort().map((path) => readHouseFile(path, readFileSync(`${root}/${path}`, 'utf8')));
const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(`${root}/package.json`, 'utf8'),
);

/** Packages that several files import. */
const SHARED: rules.Reasons = {
  zod: 'a schema stands beside the data that it checks',
};

/** Dependencies that no file of ours imports. */
const UNIMPORTED: rules.Reasons = {
  'html-entities': 'a peer dependency of pdf-lib',
};

describe('the house', () => {
  it('is not empty', () => {
    expect(paths).toContain('src/story.ts');
    expect(files.flatMap((file) => file.files).length).toBeGreaterThan(10);
  });

  it('opens its rooms onto the hall alone', () => expect(rules.arrows(files)).toEqual([]));
  it('has no folders but its rooms', () => expect(rules.places(files)).toEqual([]));
  it('imports only what is there and can be read', () => expect(rules.readable(files)).toEqual([]));
  it('has one importing file for each package', () => expect(rules.oneImporter(SHARED)(files)).toEqual([]));
  it('reads the environment at its doors alone', () => expect(rules.environment(files)).toEqual([]));
  it('keeps parts from importing the index of their own folder', () => expect(rules.ownIndex(files)).toEqual([]));
  it('has no cycles', () => expect(rules.cycles(files)).toEqual([]));
  it('has no file that is too long', () => expect(rules.length(files)).toEqual([]));
  it('says at the top of each file what it does', () => expect(rules.opening(files)).toEqual([]));
  it('depends on what it uses, and on nothing else', () => {
    expect(rules.dependencies(Object.keys(dependencies), UNIMPORTED)(files)).toEqual([]);
  });
});
