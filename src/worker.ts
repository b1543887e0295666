// The door of the thinking process: models and rendering. Started by the queue of the talking process, which it serves
// until it is told to stop or its parent is gone. What is done for each job is in `worker/`.
import { openBlobFolder } from './blob-folder.ts';
import { blobFolderOf, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { chooseCaptioner, chooseStoryteller, chooseTranslator, MOST_FRAMES } from './pipeline/index.ts';
import { serveJobs } from './pipeline/queue/child/serve.ts';
import { createHandlers } from './worker/handlers.ts';
import { once } from './worker/once.ts';

const config = readConfig(process.env);

serveJobs({
  self: process,
  log: createLog(config.logLevel).child({ process: 'worker' }),
  handlers: createHandlers({
    limits: { bytes: config.maxPictureBytes, pixels: config.maxPicturePixels, frames: MOST_FRAMES },
    blobs: once(() => openBlobFolder({ folder: blobFolderOf(config) })),
    captioner: once(() => chooseCaptioner('auto', config)),
    translator: once(() => chooseTranslator('auto', config)),
    storyteller: once(() => chooseStoryteller('auto', config)),
  }),
});
