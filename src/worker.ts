// The door of the thinking process: models and rendering. Started by the queue of the talking process, which it serves
// until it is told to stop or its parent is gone. What is done for each job is in `worker/`.
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { withRememberedModels } from './pipeline/index.ts';
import { serveJobs } from './pipeline/queue/child/serve.ts';
import { handlersFor } from './worker/handlers-for.ts';

const config = await withRememberedModels(readConfig(process.env));

serveJobs({
  self: process,
  log: createLog(config.logLevel).child({ process: 'worker' }),
  handlers: handlersFor(config),
});
