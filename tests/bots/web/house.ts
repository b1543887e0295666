// The whole talking program with the local page alone, on loopback and in a folder of its own: real stores, real
// pictures, real stories and real printing, all within this process.
import { type Config, readConfig } from '../../../src/config.ts';
import type { JobHandlers } from '../../../src/jobs.ts';
import { createLog } from '../../../src/log.ts';
import { startTalking } from '../../../src/main/talking.ts';
import { createInlineQueue } from '../../../src/pipeline/queue/inline.ts';
import { handlersFor } from '../../../src/worker/handlers-for.ts';

export interface HouseOptions {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Stands around the real work, to hold it up or to make it fail. */
  readonly around?: (handlers: JobHandlers) => JobHandlers;
}

export interface House {
  readonly address: string;
  readonly lines: readonly string[];
  readonly stop: () => Promise<void>;
}

export const configFor = ({ folder, environment }: HouseOptions): Config =>
  readConfig({ DATA_DIR: folder, WEB_PORT: '0', LOG_LEVEL: 'silent', ...environment });

export async function startHouse(options: HouseOptions): Promise<House> {
  const config = configFor(options);
  const log = createLog(config.logLevel);
  const handlers = handlersFor(config);
  const lines: string[] = [];
  const talking = await startTalking({
    locale: 'ko',
    config,
    log,
    announce: (line) => void lines.push(line),
    createQueue: () => createInlineQueue({ handlers: options.around?.(handlers) ?? handlers, log }),
  });
  const address = /http:\/\/\S+/.exec(lines.join('\n'))?.[0];
  if (address === undefined) throw new Error('no address was announced');
  return { address, lines, stop: () => talking.stop() };
}
