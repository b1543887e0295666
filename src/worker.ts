// The door of the thinking process: models and rendering. It serves the queue through Redis where there is one, on this
// machine or another (`npm run worker`), else the talking process that has started it. What each job needs is in `worker/`.
import { readConfig } from './config.ts';
import { loadEnvironment, systemLocale } from './environment.ts';
import { isTalesError } from './errors.ts';
import { EXIT, exitCodeFor } from './exit-codes.ts';
import { explain } from './explain.ts';
import { createLog } from './log.ts';
import { withRememberedModels } from './pipeline/index.ts';
import { serveJobs } from './pipeline/queue/child/serve.ts';
import { TOGETHER } from './together.ts';
import { handlersFor } from './worker/handlers-for.ts';
import { WORDING } from './worker/wording.ts';

const locale = systemLocale();
const words = WORDING[locale];
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const isBound = process.send !== undefined && process.argv[2] !== 'alone';

async function start(): Promise<void> {
  // Whoever starts it hands it an environment without what opens the chat services; `.env` has them.
  if (!isBound) loadEnvironment();
  const config = await withRememberedModels(readConfig(process.env));
  const log = createLog(config.logLevel).child({ process: 'worker' });
  const handlers = handlersFor(config);
  if (config.redis === undefined) {
    if (isBound) return serveJobs({ self: process, log, handlers });
    say(words.nothingToServe);
    process.exitCode = EXIT.usage;
    return;
  }
  const { serveRedis } = await import('./pipeline/queue/bull/serve-redis.ts');
  const { url } = config.redis;
  const worker = await serveRedis({ self: process, isBound, url, log, handlers, together: TOGETHER });
  if (isBound) return;
  stopWhenTold(worker.stop);
  // Not before it can be stopped again.
  say(words.started);
}

/** The first signal asks politely; a second one does not wait. */
function stopWhenTold(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(EXIT.bug);
    isStopping = true;
    say(words.stopping);
    stop().then(() => process.exit(EXIT.done), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  // Whoever launched it is gone.
  process.once('disconnect', onSignal);
  process.channel?.unref();
}

/** Says what went wrong, in words where a person has started it. */
function fail(error: unknown): void {
  if (isTalesError(error) && !isBound) say(explain(error, locale));
  else console.error(error);
  process.exit(isTalesError(error) ? exitCodeFor(error.code) : EXIT.bug);
}

try {
  await start();
} catch (error) {
  fail(error);
}
