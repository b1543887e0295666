// The door that talks: `npm start`. Reads the environment, starts the platforms that it asks for and the worker that
// thinks for them, and stops them all when it is told to.
import { type Config, readConfig, withoutDoors } from './config.ts';
import { loadEnvironment, systemLocale } from './environment.ts';
import { isTalesError, type TalesError } from './errors.ts';
import { EXIT, exitCodeFor } from './exit-codes.ts';
import { explain } from './explain.ts';
import type { JobQueue } from './jobs.ts';
import { createLog, type Log } from './log.ts';
import { offerCaptioner } from './main/offer.ts';
import { startTalking, type Talking } from './main/talking.ts';
import { WORDING } from './main/wording.ts';
import { createChildQueue, kindsElsewhere, withRememberedModels } from './pipeline/index.ts';
import type { RedisPlace } from './redis.ts';
import { TOGETHER } from './together.ts';

const locale = systemLocale();
const words = WORDING[locale];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const module = new URL('./worker.ts', import.meta.url);

/** Jobs go through Redis, to workers of this computer and of others. */
async function createSharedQueue(place: RedisPlace, config: Config, log: Log): Promise<JobQueue> {
  const [{ createLanedQueue }, { startWorkers }] = await Promise.all([
    import('./pipeline/queue/bull/lanes.ts'),
    import('./pipeline/queue/bull/workers.ts'),
  ]);
  const { add, listen, close } = createLanedQueue({ place, log, elsewhere: kindsElsewhere(config) });
  const workers = startWorkers({ count: config.workers, module, env: { ...withoutDoors(process.env) }, log });
  return { add, listen, close: async () => void (await Promise.all([close(), workers.close()])) };
}

async function start(onLost: (error: TalesError) => void): Promise<Talking> {
  loadEnvironment();
  const config = await withRememberedModels(readConfig(process.env));
  const log = createLog(config.logLevel);
  const createQueue = (place: RedisPlace | undefined): JobQueue | Promise<JobQueue> => {
    if (place) return createSharedQueue(place, config, log);
    const env = { ...withoutDoors(process.env) };
    return createChildQueue({ module, env, log, together: TOGETHER, elsewhere: kindsElsewhere(config) });
  };
  const talking = await startTalking({ config, log, announce: say, locale, createQueue, onLost });
  await offerCaptioner(config, locale, say);
  return talking;
}

/** Says what went wrong; the process ends by itself, as nothing runs any more. */
function fail(error: unknown): void {
  process.exitCode = isTalesError(error) ? exitCodeFor(error.code) : EXIT.bug;
  if (isTalesError(error)) say(explain(error, locale));
  else console.error(error);
}

/** The first signal asks politely; a second one does not wait. */
function stopWhenTold(talking: Talking, lost: Promise<TalesError>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(EXIT.bug);
    isStopping = true;
    say(words.stopping);
    talking.stop().catch(fail);
  };
  lost.then((error) => {
    fail(error);
    if (!isStopping) stop();
  }, fail);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Whoever launched it is gone, however that came about: nobody could stop it any more.
  process.once('disconnect', stop);
  // Listening alone would keep the process alive.
  process.channel?.unref();
}

try {
  const lost = Promise.withResolvers<TalesError>();
  stopWhenTold(await start(lost.resolve), lost.promise);
  // Not before it can be stopped again.
  say(words.started);
} catch (error) {
  fail(error);
}
