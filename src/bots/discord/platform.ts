// Discord as a platform: starts its parts, hands on what is heard and said, and stops them. How they are put together is
// in `assembly.ts`, how we come in in `entry.ts`.
import type { Blobs } from '../../blobs.ts';
import type { Config } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import type { Locale } from '../../story.ts';
import { type Clock, systemClock } from '../clock.ts';
import { createTasks, type Tasks } from '../tasks.ts';
import type { Platform, Reception } from '../types.ts';
import { assemble } from './assembly.ts';
import { createConnection, type GatewayEvent } from './connection.ts';
import { createEntry } from './entry.ts';
import { explainFault, unreachable } from './faults.ts';
import type { Hear } from './hearing.ts';
import { LIMITS } from './limits.ts';
import { type DiscordOptions, discordOptions } from './options.ts';
import { createPersist } from './persist.ts';
import type { Where } from './where.ts';

/** Least time between two lines in the log about a connection that stumbles, in milliseconds. */
const STUMBLES_EVERY = 60_000;

export interface DiscordTools {
  readonly blobs: Pick<Blobs, 'get'>;
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Log;
  /** Tells whoever started the program something. */
  readonly announce: (line: string) => void;
  /** Of whoever started the program. */
  readonly locale: Locale;
}

/** From one start to the stop after it. */
interface Life {
  readonly reception: Reception;
  readonly tasks: Tasks;
  readonly hear: Hear;
}

/** While the line is down, a fault comes twice a second. */
function createStumbles(log: Pick<Log, 'warn'>, clock: Clock): (error: unknown) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (clock.now() - last < STUMBLES_EVERY) return;
    last = clock.now();
    log.warn({ err: error }, 'the connection to Discord stumbled');
  };
}

const CATCHING_UP = 'a thread could not be caught up with';

export function createDiscord(options: DiscordOptions, tools: DiscordTools, clock: Clock = systemClock): Platform {
  const { log } = tools;
  let life: Life | undefined;
  const hear = (name: GatewayEvent, data: unknown): void => {
    const now = life;
    now?.tasks.start(`hearing ${name} failed`, () => now.hear(now.reception, name, data));
  };
  const onLost = (code: number): void => entry.lost(code, life?.tasks);
  const connection = createConnection({ ...options, hear, onLost, onFault: createStumbles(log, clock) });
  const persist = createPersist(log);
  const entry = createEntry({ ...tools, connection, persist, applicationId: options.applicationId });
  const localeOf = async (place: string, where: Where): Promise<Locale> => {
    const session = await life?.reception.look(place);
    if (session) return session.locale;
    return (await life?.reception.classes.look(await where.channelOf(place)))?.settings.locale ?? 'ko';
  };
  const parts = assemble({ ...tools, options, clock, connection, self: entry.self, localeOf });

  const end = async (): Promise<void> => {
    const ended = life;
    life = undefined;
    await ended?.tasks.stop();
    await connection.close();
  };

  return {
    name: 'discord',
    largestFile: LIMITS.file,
    async start(reception) {
      try {
        await entry.introduce();
        // What the gateway brings first is heard already.
        life = { reception, tasks: createTasks(clock, log), hear: parts.newHearing() };
        await entry.enter();
      } catch (error) {
        await end();
        throw explainFault(error);
      }
    },
    async send(thread, outbound) {
      if (!life) throw unreachable();
      if (outbound.to === 'class' || outbound.type !== 'catch-up') return parts.send(thread, outbound);
      const { tasks, reception } = life;
      const catchUp = (): Promise<void> => parts.threads.catchUp(reception, thread, outbound);
      // What else is to be said in the thread does not wait for it.
      tasks.start(CATCHING_UP, () => persist(tasks, CATCHING_UP, catchUp));
      return {};
    },
    stop: end,
  };
}

/** `undefined` where the configuration does not ask for it. */
export function createDiscordPlatform({
  config,
  ...tools
}: DiscordTools & { readonly config: Config }): Platform | undefined {
  const options = discordOptions(config);
  return options && createDiscord(options, tools);
}
