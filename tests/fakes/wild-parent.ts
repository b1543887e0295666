// A process that has a queue over the wild worker: `wild-parent.ts PIDS JOBS`, where JOBS is a JSON array.
// Says `ID TYPE` on standard output for each news, and closes the queue when all jobs have ended.
import { writeSync } from 'node:fs';
import type { Job } from '../../src/jobs.ts';
import { createLog } from '../../src/log.ts';
import { createChildQueue } from '../../src/pipeline/queue/child.ts';

const [pids = '', given = '[]'] = process.argv.slice(2);
const jobs: readonly Job[] = JSON.parse(given);
const queue = createChildQueue({
  module: new URL('./wild-worker.ts', import.meta.url),
  env: { ...process.env, WORKER_PIDS: pids },
  log: createLog('warn'),
  niceness: 0,
  mostDeaths: 2,
  restart: { firstMs: 1, mostMs: 1 },
});
const left = new Set(jobs.map(({ id }) => id));
queue.listen(({ id, type }) => {
  writeSync(1, `${id} ${type}\n`);
  if (type !== 'progress') left.delete(id);
  if (left.size === 0) void queue.close();
});
for (const job of jobs) await queue.add(job);
