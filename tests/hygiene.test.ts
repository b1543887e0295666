// What the repository must not hold: hosts of registries, paths of somebody's machine, anything that looks like a secret.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Absolute paths below the folders where people and build machines keep their work. A path inside an address is none. */
const MACHINE_PATH = /(?:(?<![\w.~/-])|(?<=file:\/\/))\/(home|root|work|Users)\/[\w.-]+|\b[A-Z]:\\Users\\/;

const SECRETS: Readonly<Record<string, RegExp>> = {
  'a Slack token': /\bx(ox[abeoprs]|app)-[\w-]{10,}/,
  'a Discord token': /\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}/,
  'an OpenAI key': /\bsk-[\w-]{20,}/,
  'a GitHub token': /\b(gh[pousr]_\w{30,}|github_pat_\w{30,})/,
  'an npm token': /\bnpm_\w{36}/,
  'a Hugging Face token': /\bhf_\w{30,}/,
  'an AWS key': /\bAKIA[0-9A-Z]{16}\b/,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a password in an address': /\b[a-z]+:\/\/[^\s/:@'"`]+:[^\s/:@'"`$]{3,}@/,
};

const faultsIn = (text: string): string[] => [
  ...(MACHINE_PATH.test(text) ? [`a path of a machine: ${MACHINE_PATH.exec(text)?.[0]}`] : []),
  ...Object.entries(SECRETS).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : [])),
];

const isBinary = (content: Buffer): boolean => content.subarray(0, 8000).includes(0);

describe('the search for what must not be here', () => {
  const word = (length: number): string => 'aB3'.repeat(length).slice(0, length);

  it.each([
    ['a path of a machine', ['', 'home', 'someone', 'x'].join('/')],
    ['a path of a machine', `file://${['', 'root', 'x'].join('/')}`],
    ['a path of a machine', `PATH=a:${['', 'work', 'x'].join('/')}`],
    ['a path of a machine', `"${['', 'Users', 'someone'].join('/')}"`],
    ['a path of a machine', ['C:', 'Users', 'someone'].join('\\')],
    ['a Slack token', `xoxb-${word(20)}`],
    ['a Discord token', `M${word(25)}.${word(6)}.${word(30)}`],
    ['an OpenAI key', `sk-${word(40)}`],
    ['a GitHub token', `ghp_${word(36)}`],
    ['a Hugging Face token', `hf_${word(34)}`],
    ['a private key', `-----BEGIN ${'RSA PRIVATE'} KEY-----`],
    ['a password in an address', `redis://user:${word(8)}@host`],
  ])('finds %s', (what, text) => {
    expect(faultsIn(`before ${text} after`)).toEqual([expect.stringContaining(what)]);
  });

  it.each([
    'https://example.com/home/page',
    'src/home/page.ts',
    './work/x',
    'risk-assessment-of-the-whole-thing',
    'a@b.c',
  ])('leaves %s alone', (text) => expect(faultsIn(text)).toEqual([]));
});

describe('the repository', () => {
  it('names no host in the lock file, so that any registry will do', () => {
    const lock: { packages: Record<string, { resolved?: string }> } = JSON.parse(
      readFileSync(`${root}/package-lock.json`, 'utf8'),
    );
    const packages = Object.entries(lock.packages);
    expect(packages.length).toBeGreaterThan(20);
    expect(packages.filter(([, { resolved }]) => resolved?.includes('://')).map(([name]) => name)).toEqual([]);
  });

  // Which files belong to the project is known to git alone; a copy without its history holds other people's files too.
  it.skipIf(!existsSync(`${root}/.git`))('holds no path of a machine and no secret (skipped without git)', () => {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    const paths = listed
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== '' && existsSync(`${root}/${path}`));
    expect(paths).toContain('tests/hygiene.test.ts');
    const faults = paths.flatMap((path) => {
      const content = readFileSync(`${root}/${path}`);
      return isBinary(content) ? [] : faultsIn(content.toString('utf8')).map((fault) => `${path}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});
