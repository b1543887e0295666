// The files of the house as the rules see them: who imports whom, which packages, and who reads the environment.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { parseAst } from 'vitest/node';

export interface HouseFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Files of the project that it imports, as paths; types and dynamic imports count. */
  readonly files: readonly string[];
  /** Packages that it imports, by the name in package.json. */
  readonly packages: readonly string[];
  /** Imports of something computed, which no reader of the house can follow. */
  readonly unreadable: number;
  readonly readsEnvironment: boolean;
}

/** A node of ESTree with TypeScript, as far as it matters here. */
interface Node {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly object?: unknown;
  readonly property?: unknown;
  readonly id?: unknown;
  readonly init?: unknown;
  readonly key?: unknown;
  readonly imported?: unknown;
  readonly source?: unknown;
  readonly expression?: unknown;
  readonly callee?: unknown;
  readonly arguments?: unknown;
  readonly properties?: unknown;
  readonly specifiers?: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const nodeOf = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node)) {
    for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) yield* walk(item);
  }
}

const named = (value: unknown, name: string): boolean => {
  const node = nodeOf(value);
  return node !== undefined && (node.name === name || node.value === name);
};

/** `process`, also as `globalThis.process`. */
const isProcess = (value: unknown): boolean => {
  const node = nodeOf(value);
  return node?.type === 'MemberExpression' ? named(node.property, 'process') : named(node, 'process');
};

const nodesIn = (list: unknown): readonly Node[] => (Array.isArray(list) ? list.filter(isNode) : []);

function readsEnvironment(node: Node): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return isProcess(node.object) && named(node.property, 'env');
    case 'VariableDeclarator':
      return isProcess(node.init) && nodesIn(nodeOf(node.id)?.properties).some(({ key }) => named(key, 'env'));
    case 'ImportDeclaration':
      return (
        ['process', 'node:process'].some((name) => named(node.source, name)) &&
        nodesIn(node.specifiers).some(({ imported }) => named(imported, 'env'))
      );
    default:
      return false;
  }
}

/** What a node imports: its specifier, `null` when it is computed, `undefined` when it imports nothing. */
function importOf(node: Node): string | null | undefined {
  const literal = (value: unknown): string | null => {
    const source = nodeOf(value);
    return typeof source?.value === 'string' ? source.value : null;
  };
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source);
    case 'ExportNamedDeclaration':
      return node.source ? literal(node.source) : undefined;
    case 'TSExternalModuleReference':
      return literal(node.expression);
    case 'CallExpression':
      return named(node.callee, 'require') ? literal(nodesIn(node.arguments)[0]) : undefined;
    default:
      return undefined;
  }
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Reads one file of source. */
export function readHouseFile(path: string, text: string): HouseFile {
  const program = parseAst(text, { lang: 'ts' }) as unknown as Node;
  const nodes = [...walk(program)];
  const imports = nodes.map(importOf).filter((specifier) => specifier !== undefined);
  const specifiers = [...new Set(imports.filter((specifier) => specifier !== null))];
  const isRelative = (specifier: string): boolean =>
    /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..';
  return {
    path,
    text,
    files: specifiers.filter(isRelative).map((specifier) => posix.join(posix.dirname(path), specifier)),
    packages: specifiers.filter((name) => !isRelative(name) && !isBuiltin(name)).map(packageOf),
    unreadable: imports.filter((specifier) => specifier === null).length,
    readsEnvironment: nodes.some(readsEnvironment),
  };
}
