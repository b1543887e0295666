// The README shows what is there: every variable, every picture, and the manifest as it is.
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VARIABLE_NAMES } from '../src/config.ts';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

it('names every variable in its table', () => {
  const named = new Set([...readme.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name));
  expect(VARIABLE_NAMES.filter((name) => !named.has(name))).toEqual([]);
});

it('leads only to files that are there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
  expect(links).toContain('docs/discord.md');
  expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

it('has the manifest of Slack to paste', () => {
  const [, shown = '{}'] = /```json\n(\{\n {2}"_metadata"[\s\S]*?\n)```/.exec(readme) ?? [];
  expect(JSON.parse(shown)).toEqual(JSON.parse(readFileSync(new URL('docs/slack-manifest.json', root), 'utf8')));
});
