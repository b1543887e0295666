// The door that talks: `npm start`. Reads the environment, starts the platforms that it asks for and the worker that
// thinks for them, and stops them all when it is told to.
import { readConfig, withoutDoors } from './config.ts';
import { loadEnvironment, systemLocale } from './environment.ts';
import { isTalesError } from './errors.ts';
import { EXIT, exitCodeFor } from './exit-codes.ts';
import { explain } from './explain.ts';
import { createLog } from './log.ts';
import { offerCaptioner } from './main/offer.ts';
import { startTalking, type Talking } from './main/talking.ts';
import { WORDING } from './main/wording.ts';
import { createChildQueue, kindsElsewhere, withRememberedModels } from './pipeline/index.ts';

const locale = systemLocale();
const words = WORDING[locale];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function start(): Promise<Talking> {
  loadEnvironment();
  const config = await withRememberedModels(readConfig(process.env));
  const log = createLog(config.logLevel);
  const module = new URL('./worker.ts', import.meta.url);
  const env = { ...withoutDoors(process.env) };
  // Pages of all books that are written at once share the steps of one model.
  const work = { together: { write: 8 }, elsewhere: kindsElsewhere(config) };
  const createQueue = () => createChildQueue({ module, env, log, ...work });
  const talking = await startTalking({ config, log, announce: say, locale, createQueue });
  await offerCaptioner(config, locale, say);
  say(words.started);
  return talking;
}

/** Says what went wrong; the process ends by itself, as nothing runs any more. */
function fail(error: unknown): void {
  process.exitCode = isTalesError(error) ? exitCodeFor(error.code) : EXIT.bug;
  if (isTalesError(error)) say(explain(error, locale));
  else console.error(error);
}

/** The first signal asks politely; a second one does not wait. */
function stopWhenTold(talking: Talking): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(EXIT.bug);
    isStopping = true;
    say(words.stopping);
    talking.stop().catch(fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Whoever launched it is gone, however that came about: nobody could stop it any more.
  process.once('disconnect', stop);
  // Listening alone would keep the process alive.
  process.channel?.unref();
}

try {
  stopWhenTold(await start());
} catch (error) {
  fail(error);
}
