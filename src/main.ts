// The door that talks: `npm start`. Reads the environment, starts the platforms that it asks for and the worker that
// thinks for them, and stops them all when it is told to.
import { existsSync } from 'node:fs';
import { readConfig, withoutDoors } from './config.ts';
import { isTalesError } from './errors.ts';
import { explain } from './explain.ts';
import { createLog } from './log.ts';
import { startTalking, type Talking } from './main/talking.ts';
import { createChildQueue } from './pipeline/index.ts';
import type { Locale } from './story.ts';

/** Messages are Korean on a Korean system and English elsewhere. */
const locale: Locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko') ? 'ko' : 'en';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function start(): Promise<Talking> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const createQueue = () =>
    createChildQueue({ module: new URL('./worker.ts', import.meta.url), env: { ...withoutDoors(process.env) }, log });
  return startTalking({ config, log, announce: say, createQueue });
}

/** Says what went wrong; the process ends by itself, as nothing runs any more. */
function fail(error: unknown): void {
  process.exitCode = 1;
  if (isTalesError(error)) say(explain(error, locale));
  else console.error(error);
}

try {
  const talking = await start();
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The first asks politely; a second one does not wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      talking.stop().catch(fail);
    });
  }
} catch (error) {
  fail(error);
}
