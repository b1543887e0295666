// A worker with the wild handlers. It notes its process id in the file WORKER_PIDS, and starts as WORKER_START says:
// `die` at once, or when the file of that name appears.
import { appendFileSync, existsSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createLog, LOG_LEVELS } from '../../src/log.ts';
import { serveJobs } from '../../src/pipeline/queue/child/serve.ts';
import { wildHandlers } from './wild-handlers.ts';

const { WORKER_PIDS, WORKER_START, LOG_LEVEL } = process.env;
const log = createLog(LOG_LEVELS.find((level) => level === LOG_LEVEL) ?? 'warn');
const begin = (): void => serveJobs({ handlers: wildHandlers, log, self: process });

if (WORKER_PIDS !== undefined) appendFileSync(WORKER_PIDS, `${process.pid}\n`);
if (WORKER_START === undefined) begin();
else if (WORKER_START === 'die') process.exit(3);
else {
  const watcher = watch(dirname(WORKER_START), (_, name) => name === basename(WORKER_START) && watcher.close());
  watcher.on('close', begin);
  if (existsSync(WORKER_START)) watcher.close();
}
