// `npm run demo`: makes the example books, in Korean and in English, with the very command a user would type.
// `npm run demo -- --neural`: makes one with the small models of models/mini, which describe its pictures and tell it.
// `--out FOLDER`: somewhere else than out/demo.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const here = (path: string): string => relative(root, path);

/** Its pictures are drawn like those that the small models have learnt from. They know no others. */
const NEURAL_BOOK = 'mini-scenes';
const NEURAL_WORDS = ['--captioner', 'blip', '--storyteller', 'kot5'];
/** Captions stay in English, as without a translator, and the command says so. */
const NEURAL_SETTINGS = {
  BLIP_DIR: join('models', 'mini', 'blip'),
  KOT5_DIR: join('models', 'mini', 'kot5'),
  TRANSLATOR: 'none',
};

const { neural, out: outFolder } = parseArgs({
  options: {
    neural: { type: 'boolean', default: false },
    out: { type: 'string', default: join(root, 'out', 'demo') },
  },
}).values;
const settings = neural ? NEURAL_SETTINGS : {};

const books = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /fields\.(ko|en)\.json$/.test(path) && neural === (dirname(path) === NEURAL_BOOK))
  .sort();
if (books.length === 0) throw new Error('no fields files under examples/');

mkdirSync(outFolder, { recursive: true });
for (const path of books) {
  const folder = dirname(path);
  const locale = path.includes('.en.') ? 'en' : 'ko';
  const out = join(outFolder, `${folder}.${locale}.pdf`);
  const words = ['make', join('examples', folder), '--fields', join('examples', path), '--out', here(out)];
  if (neural) words.push(...NEURAL_WORDS);
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value} `);
  console.log(`\n$ ${set.join('')}npx storybook ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin', 'storybook.js'), ...words], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
