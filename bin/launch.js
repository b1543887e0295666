// Starts a door of src/ in a process of its own: on a Node that runs TypeScript (this one if it is new enough, else the
// one pinned in node_modules), and with glibc's heaps limited, which halves the memory that big photographs take.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;

/**
 * @param {string} door such as `cli.ts`
 * @param {readonly string[]} words its arguments
 * @param {'bound' | 'free'} tie whether it is told when this process is gone
 */
export function launch(door, words, tie = 'free') {
  const isNewEnough = Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR;
  // On Windows the package leaves `bin/node` blank.
  const pinned = process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node';
  const node = isNewEnough ? process.execPath : createRequire(import.meta.url).resolve(pinned);
  const child = spawn(node, [fileURLToPath(new URL(`../src/${door}`, import.meta.url)), ...words], {
    stdio: ['inherit', 'inherit', 'inherit', ...(tie === 'bound' ? ['ipc'] : [])],
    env: { MALLOC_ARENA_MAX: '2', ...process.env },
  });
  // Ctrl-C on a terminal reaches the child by itself; sent to this process alone, it is passed on. Either way the child
  // cleans up and is outlived, so that its status is the command's.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`storybook: ${node}: ${error.message}. Run npm install first.`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
