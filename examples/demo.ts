// `npm run demo`: makes the example books, in Korean and in English, with the very command a user would type.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outFolder = join(root, 'out', 'demo');
const here = (path: string): string => relative(root, path);

const books = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /fields\.(ko|en)\.json$/.test(path))
  .sort();
if (books.length === 0) throw new Error('no fields files under examples/');

mkdirSync(outFolder, { recursive: true });
for (const path of books) {
  const folder = dirname(path);
  const locale = path.includes('.en.') ? 'en' : 'ko';
  const out = join(outFolder, `${folder}.${locale}.pdf`);
  const words = ['make', join('examples', folder), '--fields', join('examples', path), '--out', here(out)];
  console.log(`\n$ npx storybook ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin', 'storybook.js'), ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
