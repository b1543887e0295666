#!/usr/bin/env node
// Starts src/cli.ts on a Node that runs TypeScript: this one if it is new enough, else the one pinned in node_modules.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  await import('../src/cli.ts');
} else {
  const pinned = createRequire(import.meta.url).resolve('node/bin/node');
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
  const child = spawn(pinned, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the whole process group; this parent only waits for the child to clean up and passes its status on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15);
  });
}
