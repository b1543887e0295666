// The rules of the house on made-up houses: what each lets pass and what it does not.
import { describe, expect, it } from 'vitest';
import { type HouseFile, readHouseFile } from './house.ts';
import * as rules from './rules.ts';

const house = (texts: Readonly<Record<string, string>>): HouseFile[] =>
  Object.entries(texts).map(([path, text]) => readHouseFile(path, text));

describe('reading a file', () => {
  it.each([
    ['a value', "import { a } from './a.ts';"],
    ['a type', "import type { A } from './a.ts';"],
    ['a type among values', "import { type A, b } from './a.ts';"],
    ['everything', "import * as a from './a.ts';"],
    ['for its effect', "import './a.ts';"],
    ['over several lines', "import {\n  a, // from 'x'\n  b,\n} from './a.ts';"],
    ['later', "const a = async () => (await import('./a.ts')).a;"],
    ['later, in a template', `const a = \`\${await import('./a.ts')}\`;`],
    ['as the type of a module', "let a: typeof import('./a.ts');"],
    ['as a type in a type', "type A = Map<string, import('./a.ts').A>;"],
    ['re-exported', "export { a } from './a.ts';"],
    ['re-exported as a type', "export type { A } from './a.ts';"],
    ['re-exported whole', "export * from './a.ts';"],
    ['required', "const a = require('./a.ts');"],
  ])('finds what is imported: %s', (_, text) => {
    expect(readHouseFile('src/x/y.ts', text)).toMatchObject({ files: ['src/x/a.ts'], packages: [], unreadable: 0 });
  });

  it.each([
    ['in a comment', "// import './a.ts';\n/* import './a.ts' */"],
    ['in a string', `const a = "import './a.ts'";`],
    ['in a template', "const a = `import './a.ts'`;"],
    ['after a regular expression with a quote', "const a = /'/; const b = \"import './a.ts'\";"],
  ])('is not misled by words that import nothing: %s', (_, text) => {
    expect(readHouseFile('src/y.ts', text)).toMatchObject({ files: [], packages: [] });
  });

  it('follows paths upwards and tells packages from files and from what Node brings', () => {
    const text =
      "import '../../a.ts'; import 'keyv'; import '@a/b/c.js'; import 'node:fs'; import 'path'; import './d';";
    const { files, packages } = readHouseFile('src/x/z/y.ts', text);
    expect(files).toEqual(['src/a.ts', 'src/x/z/d']);
    expect(packages).toEqual(['keyv', '@a/b']);
  });

  it('counts imports of something computed', () => {
    expect(readHouseFile('src/y.ts', 'await import(name); require(a + b);').unreadable).toBe(2);
  });

  it.each([
    'const a = process.env.A;',
    "const a = process['env']['A'];",
    'const a = globalThis.process.env;',
    'const { env } = process;',
    'const { env: { A } } = process;',
    "import { env } from 'node:process';",
    'f({ ...process.env });',
    'process.env.A ??= "1";',
  ])('sees the environment read: %s', (text) => {
    expect(readHouseFile('src/y.ts', text).readsEnvironment).toBe(true);
  });

  it.each([
    'const a = process.argv;',
    'const env = config.env;',
    "const a = 'process.env.A'; // process.env",
    'const { platform } = process;',
  ])('sees no environment in: %s', (text) => {
    expect(readHouseFile('src/y.ts', text).readsEnvironment).toBe(false);
  });
});

describe('arrows', () => {
  it.each([
    ['src/bots/a.ts', '../story.ts'],
    ['src/bots/discord/a.ts', '../types.ts'],
    ['src/render/a.ts', './b.ts'],
    ['src/story.ts', './errors.ts'],
    ['src/cli.ts', './pipeline/index.ts'],
    ['src/main.ts', './bots/index.ts'],
    ['src/cli.ts', './cli/ask.ts'],
    ['src/cli/ask.ts', '../story.ts'],
    ['src/cli/ask.ts', './deep/words.ts'],
    ['src/cli/ask.ts', '../pipeline/index.ts'],
    ['bin/storybook.js', '../src/cli.ts'],
    ['src/pipeline/weights/a.ts', '../../../models/manifest.json'],
  ])('let %s import %s', (path, target) => {
    expect(rules.arrows(house({ [path]: `import '${target}';` }))).toEqual([]);
  });

  it.each([
    ['src/bots/a.ts', '../pipeline/types.ts', 'src/bots/a.ts (bots) may not import src/pipeline/types.ts (pipeline)'],
    [
      'src/render/a.ts',
      '../pipeline/types.ts',
      'src/render/a.ts (render) may not import src/pipeline/types.ts (pipeline)',
    ],
    ['src/pipeline/a.ts', '../render/pdf.ts', 'src/pipeline/a.ts (pipeline) may not import src/render/pdf.ts (render)'],
    ['src/story.ts', './render/pdf.ts', 'src/story.ts (hall) may not import src/render/pdf.ts (render)'],
    ['src/story.ts', './cli.ts', 'src/story.ts (hall) may not import src/cli.ts (door)'],
    ['src/story.ts', './cli/ask.ts', 'src/story.ts (hall) may not import src/cli/ask.ts (cli)'],
    ['src/main.ts', './cli/ask.ts', 'src/main.ts (door) may not import src/cli/ask.ts (cli)'],
    ['src/main.ts', './worker.ts', 'src/main.ts (door) may not import src/worker.ts (door)'],
    ['src/bots/a.ts', '../main.ts', 'src/bots/a.ts (bots) may not import src/main.ts (door)'],
    ['src/cli/ask.ts', '../pipeline/types.ts', 'src/cli/ask.ts (cli) may not import src/pipeline/types.ts (pipeline)'],
    ['src/cli/ask.ts', '../cli.ts', 'src/cli/ask.ts (cli) may not import src/cli.ts (door)'],
    ['bin/storybook.js', '../src/story.ts', 'bin/storybook.js (start) may not import src/story.ts (hall)'],
    ['src/story.ts', '../tests/a.ts', 'src/story.ts (hall) may not import tests/a.ts (elsewhere)'],
    ['src/story.ts', '../../a.json', 'src/story.ts (hall) may not import ../a.json (elsewhere)'],
  ])('do not let %s import %s', (path, target, said) => {
    expect(rules.arrows(house({ [path]: `import type { A } from '${target}';` }))).toEqual([said]);
  });
});

describe('the other rules', () => {
  it('find a folder that is no room', () => {
    const files = house({ 'src/utils/a.ts': '', 'src/cli/a.ts': '', 'src/a.ts': '', 'src/bots/discord/a.ts': '' });
    expect(rules.places(files)).toEqual(['src/utils/a.ts is in no room of the house']);
  });

  it('find imports of what is not there, and of what is computed', () => {
    const files = house({
      'src/a.ts': "import './b.ts'; import './gone.ts'; import '../package.json'; import(x);",
      'src/b.ts': '',
    });
    expect(rules.readable(files)).toEqual([
      'src/a.ts imports src/gone.ts, which is not there',
      'src/a.ts imports something computed',
    ]);
  });

  it('find a package with two importers, also when one takes only types or a part', () => {
    const files = house({
      'src/a.ts': "import sharp from 'sharp'; import 'keyv';",
      'src/b.ts': "import type { Sharp } from 'sharp/lib/index.js';",
    });
    expect(rules.oneImporter({})(files)).toEqual(['sharp is imported by src/a.ts and src/b.ts']);
    expect(rules.oneImporter({ sharp: 'a reason', keyv: 'stale' })(files)).toEqual(['keyv needs no reason any more']);
  });

  it('find the environment read anywhere but at a door', () => {
    const text = 'process.env.A;';
    const files = house({
      'src/main.ts': text,
      'src/cli.ts': text,
      'src/worker.ts': text,
      'src/config.ts': text,
      'src/cli/a.ts': text,
    });
    expect(rules.environment(files)).toEqual(['src/config.ts reads process.env', 'src/cli/a.ts reads process.env']);
  });

  it('find a part that imports the index of its own folder or of one above', () => {
    const files = house({
      'src/bots/a.ts': "import './index.ts';",
      'src/bots/discord/a.ts': "import '../index.ts';",
      'src/bots/index.ts': "import './discord/index.ts';",
    });
    expect(rules.ownIndex(files)).toEqual([
      'src/bots/a.ts imports src/bots/index.ts, the index of its own folder',
      'src/bots/discord/a.ts imports src/bots/index.ts, the index of its own folder',
    ]);
  });

  it('find cycles, also through types, also of one file', () => {
    const files = house({
      'src/a.ts': "import './b.ts';",
      'src/b.ts': "import type { C } from './c.ts';",
      'src/c.ts': "export * from './b.ts';",
      'src/d.ts': "import './d.ts';",
      'src/e.ts': "import './a.ts'; import './b.ts';",
    });
    expect(rules.cycles(files)).toEqual(['src/b.ts → src/c.ts → src/b.ts', 'src/d.ts → src/d.ts']);
  });

  it('find a file of more than 300 lines', () => {
    const files = house({ 'src/a.ts': `${'\n'.repeat(299)}a;\n`, 'src/b.ts': `${'\n'.repeat(300)}a;\n` });
    expect(rules.length(files)).toEqual(['src/b.ts has 301 lines, and 300 is the most']);
  });

  it('find a file that does not say what it does', () => {
    const files = house({
      'src/a.ts': '// Says what it does.\n',
      'src/b.ts': '/** Says what it does. */\n',
      'src/c.ts': '/*\n * Says what it does.\n */\n',
      'bin/d.js': '#!/usr/bin/env node\n// Says what it does.\n',
      'src/e.ts': "import './a.ts';\n// Too late.\n",
      'src/f.ts': '//\n',
      'bin/g.js': '#!/usr/bin/env node\nf();\n',
    });
    expect(rules.opening(files)).toEqual(
      ['src/e.ts', 'src/f.ts', 'bin/g.js'].map((path) => `${path} does not open with a comment`),
    );
  });

  it('find packages imported but not declared, declared but not used, and reasons that are none', () => {
    const files = house({ 'src/a.ts': "import 'keyv'; import 'left-pad'; const font = '@fonts/jua';" });
    const declared = ['keyv', '@fonts/jua', '@fonts/other', 'peer'];
    expect(rules.dependencies(declared, { peer: 'a peer', keyv: 'stale', gone: 'stale' })(files)).toEqual([
      'src/a.ts imports left-pad, which is not in dependencies',
      '@fonts/other is in dependencies, but nothing uses it',
      'keyv needs no reason any more',
      'gone needs no reason any more',
    ]);
  });
});
