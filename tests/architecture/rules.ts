// The rules of the house, each from the files to the sentences that say where it is broken. Pure.
import { posix } from 'node:path';
import type { HouseFile } from './house.ts';

export type Rule = (files: readonly HouseFile[]) => string[];

const DOORS: readonly string[] = ['src/main.ts', 'src/worker.ts', 'src/cli.ts'];
/** The folders that belong to a door of the same name: `src/cli/` to `src/cli.ts`. */
const CHAMBERS: readonly string[] = ['cli', 'main', 'worker'];
const ROOMS: readonly string[] = ['bots', 'pipeline', 'render'];
const MOST_LINES = 300;

/** Where a file stands: a room or a door's own folder by its name; `start` is `bin/`. */
export type Place = 'hall' | 'door' | 'start' | 'elsewhere' | (string & {});

export function placeOf(path: string): Place {
  const [top, first = '', ...rest] = path.split('/');
  if (top === 'bin') return 'start';
  if (top !== 'src') return 'elsewhere';
  if (DOORS.includes(path)) return 'door';
  if (rest.length === 0) return 'hall';
  return [...ROOMS, ...CHAMBERS].includes(first) ? first : 'elsewhere';
}

/** Whether a file in one place may import a file in another. */
function mayImport(from: Place, to: Place, { path, target }: { path: string; target: string }): boolean {
  if (to === 'hall') return from !== 'start';
  if (to === 'door' || to === 'start') return from === 'start';
  if (CHAMBERS.includes(to)) return from === to || path === `src/${to}.ts`;
  if (ROOMS.includes(to))
    return from === 'door' || from === to || (CHAMBERS.includes(from) && target === `src/${to}/index.ts`);
  return to === 'elsewhere' && target.endsWith('.json') && !target.startsWith('..');
}

/** Rooms open onto the hall alone, the hall onto itself, and only doors into rooms; the folder of a door by a room's index. */
export const arrows: Rule = (files) =>
  files.flatMap(({ path, files: targets }) =>
    targets
      .filter((target) => !mayImport(placeOf(path), placeOf(target), { path, target }))
      .map((target) => `${path} (${placeOf(path)}) may not import ${target} (${placeOf(target)})`),
  );

/** Every folder of `src` is one of the rooms, or belongs to a door. */
export const places: Rule = (files) =>
  files.filter(({ path }) => placeOf(path) === 'elsewhere').map(({ path }) => `${path} is in no room of the house`);

/** What is imported is there, and can be read without running the program. */
export const readable: Rule = (files) => {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, files: targets, unreadable }) => [
    ...targets
      .filter((target) => !paths.has(target) && !target.endsWith('.json'))
      .map((target) => `${path} imports ${target}, which is not there`),
    ...(unreadable > 0 ? [`${path} imports something computed`] : []),
  ]);
};

/** Why a package breaks a rule rightly. */
export type Reasons = Readonly<Record<string, string>>;

/** A package has one importing file, so that replacing it touches one file; unless it has its reason. */
export const oneImporter =
  (shared: Reasons): Rule =>
  (files) => {
    const importersOf = (name: string) =>
      files.filter(({ packages }) => packages.includes(name)).map(({ path }) => path);
    const packages = [...new Set(files.flatMap((file) => file.packages))].sort();
    return [
      ...packages
        .filter((name) => shared[name] === undefined && importersOf(name).length > 1)
        .map((name) => `${name} is imported by ${importersOf(name).join(' and ')}`),
      ...Object.keys(shared)
        .filter((name) => importersOf(name).length < 2)
        .map((name) => `${name} needs no reason any more`),
    ];
  };

/** The environment comes in at the doors and goes on as arguments; the launchers before the doors pass it on whole. */
export const environment: Rule = (files) =>
  files
    .filter(({ path, readsEnvironment }) => readsEnvironment && placeOf(path) !== 'door' && !path.startsWith('bin/'))
    .map(({ path }) => `${path} reads process.env`);

/** A part does not import the table that it is listed in. */
export const ownIndex: Rule = (files) =>
  files.flatMap(({ path, files: targets }) =>
    targets
      .filter((target) => posix.basename(target) === 'index.ts' && path.startsWith(`${posix.dirname(target)}/`))
      .map((target) => `${path} imports ${target}, the index of its own folder`),
  );

/** No file leads back to itself, by types or by anything else. */
export const cycles: Rule = (files) => {
  const targetsOf = new Map(files.map((file) => [file.path, file.files]));
  const finished = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path);
    if (start >= 0) found.push([...above.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const target of targetsOf.get(path) ?? []) visit(target, [...above, path]);
    finished.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
};

export const length: Rule = (files) =>
  files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, and ${MOST_LINES} is the most`);

/** A file opens with what it does. */
export const opening: Rule = (files) =>
  files
    .filter(({ text }) => !/^(#!.*\n)?(\/\/ \S|\/\*\*? ?\n? ?\*? ?\S)/.test(text))
    .map(({ path }) => `${path} does not open with a comment`);

/** What is imported is in `dependencies`, and what is there is imported, resolved by its name, or has its reason. */
export const dependencies =
  (declared: readonly string[], reasons: Reasons): Rule =>
  (files) => {
    const imported = new Set(files.flatMap((file) => file.packages));
    const code = files.map(({ text }) => text).join('\n');
    const isNamed = (name: string): boolean =>
      [`'${name}'`, `'${name}/`, `\`${name}/`].some((use) => code.includes(use));
    return [
      ...files.flatMap(({ path, packages }) =>
        packages
          .filter((name) => !declared.includes(name))
          .map((name) => `${path} imports ${name}, which is not in dependencies`),
      ),
      ...declared
        .filter((name) => !imported.has(name) && !isNamed(name) && reasons[name] === undefined)
        .map((name) => `${name} is in dependencies, but nothing uses it`),
      ...Object.keys(reasons)
        .filter((name) => !declared.includes(name) || imported.has(name))
        .map((name) => `${name} needs no reason any more`),
    ];
  };
