// The handlers as a configuration asks for them: its engines, its limits, its place for bytes.
import type { Config } from '../config.ts';
import type { JobHandlers } from '../jobs.ts';
import { openBlobs } from '../keeping.ts';
import { MOST_FRAMES } from '../pipeline/index.ts';
import { enginesFor } from './engines-for.ts';
import { createHandlers } from './handlers.ts';
import { once } from './once.ts';

/** Nothing is opened or loaded before the first job that needs it. */
export const handlersFor = (config: Config): JobHandlers =>
  createHandlers({
    limits: { bytes: config.maxPictureBytes, pixels: config.maxPicturePixels, frames: MOST_FRAMES },
    blobs: once(() => openBlobs(config)),
    engines: enginesFor(config),
  });
