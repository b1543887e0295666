#!/usr/bin/env node
// Starts src/cli.ts in a process of its own: on a Node that runs TypeScript (this one if it is new enough, else the
// one pinned in node_modules), and with glibc's heaps limited, which halves the memory that big photographs take.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;

const isNewEnough = Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR;
// On Windows the package leaves `bin/node` blank.
const pinned = process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node';
const node = isNewEnough ? process.execPath : createRequire(import.meta.url).resolve(pinned);
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

const child = spawn(node, [cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { MALLOC_ARENA_MAX: '2', ...process.env },
});
// Ctrl-C reaches the child by itself, which cleans up; here it is only outlived, so that the child's status is passed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`storybook: ${node}: ${error.message}. Run npm install first.`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
