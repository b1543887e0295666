// Discord as a platform: puts the parts together, starts them, and stops them. What is said is heard through the gateway,
// what is to be said goes out by request; each part is in a file of its own.
import type { Blobs } from '../../blobs.ts';
import type { Config } from '../../config.ts';
import { isTalesError, TalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import type { Locale } from '../../story.ts';
import { type Clock, systemClock } from '../clock.ts';
import { createDownload } from '../download.ts';
import { createTasks, type Tasks } from '../tasks.ts';
import type { Platform, Reception } from '../types.ts';
import { createAcknowledge } from './acknowledge.ts';
import { createCallbacks } from './callbacks.ts';
import { type Connection, createConnection } from './connection.ts';
import { CODE, explainFault, isFault, unreachable } from './faults.ts';
import { createHearing, type Hear } from './hearing.ts';
import { createInteract } from './interactions.ts';
import { createLoad } from './load.ts';
import { type Application, type DiscordOptions, discordOptions, maySeeMessages } from './options.ts';
import { createPosting } from './posting.ts';
import { register } from './register.ts';
import { createSender } from './sender.ts';
import { createStarting } from './starting.ts';
import { createThreads } from './threads.ts';
import { DISCORD_WORDS } from './wording.ts';

const LOGIN_FAULT = new TalesError('service-login', { service: 'Discord', variable: 'DISCORD_TOKEN' });
/** How long to wait before something is tried again, in milliseconds; the last for ever. */
const DELAYS = [5000, 30_000, 60_000] as const;

/** Least time between two such lines in the log, in milliseconds. */
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

/** What is known once Discord has said who we are. */
interface Self {
  /** Id of the bot's user. */
  readonly user: string;
  /** Whether the bot sees what people post as messages. */
  readonly seesMessages: boolean;
}

/** From one start to the stop after it. */
interface Life {
  readonly reception: Reception;
  readonly tasks: Tasks;
}

interface Knowing {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly self: () => Self;
  readonly localeOf: (thread: string) => Promise<Locale>;
}

/** Those who hear and those who say. */
function createParts(options: DiscordOptions, { blobs, stores, log }: DiscordTools, knowing: Knowing) {
  const { connection, clock, self, localeOf } = knowing;
  const { ask, rightsOf } = connection;
  const seesMessages = (): boolean => self().seesMessages;
  const teachers = { roles: options.teacherRoles };
  const posting = createPosting({ ask, download: createDownload({ hosts: options.hosts }), log });
  const threads = createThreads({ ask, posting, teachers, rightsOf, seesMessages, log });
  const { opened: onOpened } = threads;
  const starting = createStarting({ ask, log, posting, privacy: options.threads, seesMessages, onOpened });
  const acknowledge = createAcknowledge({ callbacks: createCallbacks({ ask, load: createLoad(blobs) }), clock, log });
  const interact = createInteract({ acknowledge, starting, posting, seesMessages });
  const cards = stores.open<readonly string[]>({ namespace: 'discord-cards', ttl: options.keptFor });
  return {
    threads,
    newHearing: () => createHearing({ threads, interact, teachers }),
    send: createSender({ ask, blobs, cards, log, self: () => self().user, seesMessages, localeOf }),
  };
}

export function createDiscord(options: DiscordOptions, tools: DiscordTools, clock: Clock = systemClock): Platform {
  const { log, announce, stores, locale } = tools;
  let self: Self = { user: '', seesMessages: false };
  let life: Life | undefined;
  let listen: Hear | undefined;
  let stumbledAt = Number.NEGATIVE_INFINITY;
  const connection = createConnection({
    token: options.token,
    ...(options.apiUrl !== undefined && { apiUrl: options.apiUrl }),
    hear(name, data) {
      const now = life;
      const to = listen;
      if (now && to) now.tasks.start(`hearing ${name} failed`, () => to(now.reception, name, data));
    },
    onLost: (code) => lost(code),
    onFault(error) {
      // While the line is down this comes twice a second.
      if (clock.now() - stumbledAt < STUMBLES_EVERY) return;
      stumbledAt = clock.now();
      log.warn({ err: error }, 'the connection to Discord stumbled');
    },
  });
  const localeOf = async (thread: string) => (await life?.reception.look(thread))?.locale ?? 'ko';
  const parts = createParts(options, tools, { connection, clock, self: () => self, localeOf });

  /** Tries until it works, or never will. */
  const persist = async (tasks: Tasks, what: string, work: () => Promise<void>, tries = 0): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const fault = explainFault(error);
      log.warn({ err: fault }, what);
      if (isTalesError(fault) && !fault.retryable) return;
      const delay = DELAYS[Math.min(tries, DELAYS.length - 1)] ?? 0;
      tasks.later(delay, what, () => persist(tasks, what, work, tries + 1));
    }
  };

  /** The right to see messages may be taken away at any time, and a token may be replaced. */
  function lost(code: number): void {
    log.error({ code }, 'Discord has closed the connection for good');
    const now = life;
    if (code !== CODE.disallowedIntents || !now) {
      announce(explain(LOGIN_FAULT, locale));
      return;
    }
    self = { ...self, seesMessages: false };
    const what = 'Discord could not be reached again';
    now.tasks.start(what, () => persist(now.tasks, what, () => connection.open({ readsMessages: false })));
  }

  /** Opens the gateway; without the right to see messages where Discord does not give it. */
  const openGateway = async (): Promise<void> => {
    try {
      await connection.open({ readsMessages: self.seesMessages });
    } catch (error) {
      if (!self.seesMessages || !isFault(error, CODE.disallowedIntents)) throw error;
      log.warn({ err: error }, 'the bot may not see messages; pictures come by upload alone');
      self = { ...self, seesMessages: false };
      await connection.open({ readsMessages: false });
    }
  };

  const begin = async (reception: Reception): Promise<void> => {
    const { ask } = connection;
    const application = await ask<Application>('GET', '/applications/@me');
    const { id: user } = await ask<{ readonly id: string }>('GET', '/users/@me');
    self = { user, seesMessages: maySeeMessages(application) };
    await register(ask, stores, options.applicationId ?? application.id);
    listen = parts.newHearing();
    life = { reception, tasks: createTasks(clock, log) };
    await openGateway();
    if (!self.seesMessages) announce(DISCORD_WORDS[locale].startedBlind);
  };

  const end = async (): Promise<void> => {
    const ended = life;
    life = undefined;
    await ended?.tasks.stop();
    await connection.close();
  };

  return {
    name: 'discord',
    async start(reception) {
      try {
        await begin(reception);
      } catch (error) {
        await end();
        throw explainFault(error);
      }
    },
    async send(thread, outbound) {
      const now = life;
      if (!now) throw unreachable();
      if (outbound.type !== 'catch-up') return parts.send(thread, outbound);
      const what = 'a thread could not be caught up with';
      // What else is to be said in the thread does not wait for it.
      now.tasks.start(what, () =>
        persist(now.tasks, what, () => parts.threads.catchUp(now.reception, thread, outbound)),
      );
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
