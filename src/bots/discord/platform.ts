// Discord as a platform: puts the parts together, starts them, and stops them. What is said is heard through the gateway,
// what is to be said goes out by request; each part is in a file of its own.
import type { Blobs } from '../../blobs.ts';
import type { Config } from '../../config.ts';
import { isTalesError, TalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import { type Clock, systemClock } from '../clock.ts';
import { contentHash } from '../conversation/content-hash.ts';
import { createDownload } from '../download.ts';
import { createTasks, type Tasks } from '../tasks.ts';
import type { Platform, Reception } from '../types.ts';
import { createAcknowledge } from './acknowledge.ts';
import { COMMANDS } from './commands.ts';
import { type Ask, createConnection, type GatewayEvents } from './connection.ts';
import { CODE, explainFault, isFault, unreachable } from './faults.ts';
import { readInteraction } from './incoming.ts';
import { createInteract } from './interactions.ts';
import { type Application, type DiscordOptions, discordOptions, maySeeMessages } from './options.ts';
import { createPosting } from './posting.ts';
import { createSender } from './sender.ts';
import { type CatchUp, createThreads } from './threads.ts';
import type { WireInteraction, WireMessage } from './wire.ts';

const NAME = 'discord';
/** How long to wait before a thread is caught up with again, in milliseconds; the last for ever. */
const CATCH_UP_DELAYS = [5000, 30_000, 60_000] as const;

export interface DiscordTools {
  readonly blobs: Pick<Blobs, 'get'>;
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Log;
  /** Tells whoever started the program something. */
  readonly announce: (line: string) => void;
}

/** What is known once Discord has said who we are. */
interface Self {
  readonly application: string;
  readonly user: string;
  readonly seesMessages: boolean;
}

/** Registers the commands when they are not those that were registered last. */
async function register(ask: Ask, stores: DiscordTools['stores'], application: string): Promise<void> {
  const store = stores.open<string>({ namespace: 'discord-commands' });
  const hash = contentHash(COMMANDS);
  if ((await store.get(application)) === hash) return;
  await ask('PUT', `/applications/${application}/commands`, { body: COMMANDS });
  await store.set(application, hash);
}

export function createDiscord(options: DiscordOptions, tools: DiscordTools, clock: Clock = systemClock): Platform {
  const { log, announce, blobs, stores } = tools;
  const loginFault = new TalesError('service-login', { service: 'Discord', variable: 'DISCORD_TOKEN' });
  const connection = createConnection({
    token: options.token,
    ...(options.apiUrl !== undefined && { apiUrl: options.apiUrl }),
    hear: (name, data) => hear(name, data),
    onLost: (code) => {
      log.error({ code }, 'Discord has closed the connection for good');
      announce(explain(loginFault, 'ko'));
    },
    onFault: (error) => log.warn({ err: error }, 'the connection to Discord stumbled'),
  });
  const { ask } = connection;
  let self: Self | undefined;
  let reception: Reception | undefined;
  let tasks: Tasks = createTasks(clock, log);
  let readies = 0;
  const seesMessages = (): boolean => self?.seesMessages ?? false;

  const download = createDownload({ hosts: options.hosts });
  const posting = createPosting({ ask, download, log });
  const teachers = { roles: options.teacherRoles };
  const threads = createThreads({ ask, posting, teachers, rightsOf: connection.rightsOf, seesMessages, log });
  const sender = createSender({
    ask,
    blobs,
    self: () => self?.user ?? '',
    seesMessages,
    localeOf: async (thread) => (await reception?.look(thread))?.locale ?? 'ko',
  });
  const interact = createInteract({
    ask,
    acknowledge: createAcknowledge({ ask, load: sender.load, clock, log }),
    posting,
    privacy: options.threads,
    seesMessages,
    onOpened: threads.opened,
  });

  /** A gateway that begins anew has not told what happened before. */
  const ready = (given: Reception): void => {
    readies += 1;
    if (readies === 1) return;
    threads.interrupted();
    tasks.start('catching up failed', () => given.missed());
  };

  // The library passes payloads through as Discord sent them.
  const react: { readonly [E in keyof GatewayEvents]: (data: never, given: Reception) => Promise<void> | void } = {
    READY: (_: unknown, given) => ready(given),
    INTERACTION_CREATE: async (data: WireInteraction, given) => {
      const asked = readInteraction(data, teachers);
      if (asked) await interact(given, asked);
    },
    MESSAGE_CREATE: (data: WireMessage, given) => threads.heard(given, data),
    MESSAGE_DELETE: (data: Pick<WireMessage, 'id' | 'channel_id'>, given) =>
      threads.deleted(given, data.channel_id, [data.id]),
    MESSAGE_DELETE_BULK: (data: { readonly ids: readonly string[]; readonly channel_id: string }, given) =>
      threads.deleted(given, data.channel_id, data.ids),
  };

  function hear(name: keyof GatewayEvents, data: unknown): void {
    const given = reception;
    if (!given) return;
    tasks.start(`hearing ${name} failed`, async () => react[name](data as never, given));
  }

  /** Opens the gateway; without the right to see messages where Discord does not give it. */
  const openGateway = async (readsMessages: boolean): Promise<boolean> => {
    try {
      await connection.open({ readsMessages });
      return readsMessages;
    } catch (error) {
      if (!readsMessages || !isFault(error, CODE.disallowedIntents)) throw error;
      log.warn({ err: error }, 'the bot may not see messages; pictures come by upload alone');
      await connection.open({ readsMessages: false });
      return false;
    }
  };

  const start = async (given: Reception): Promise<void> => {
    const application = await ask<Application>('GET', '/applications/@me');
    const id = options.applicationId ?? application.id;
    const { id: user } = await ask<{ readonly id: string }>('GET', '/users/@me');
    self = { application: id, user, seesMessages: maySeeMessages(application) };
    await register(ask, stores, id);
    readies = 0;
    tasks = createTasks(clock, log);
    reception = given;
    self = { ...self, seesMessages: await openGateway(self.seesMessages) };
  };

  const catchUp = async (given: Reception, thread: string, wanted: CatchUp, tries = 0): Promise<void> => {
    try {
      await threads.catchUp(given, thread, wanted);
    } catch (error) {
      const fault = explainFault(error);
      if (isTalesError(fault) && !fault.retryable) throw fault;
      log.warn({ err: fault }, 'a thread could not be caught up with');
      const delay = CATCH_UP_DELAYS[Math.min(tries, CATCH_UP_DELAYS.length - 1)] ?? 0;
      tasks.later(delay, 'catching up failed', () => catchUp(given, thread, wanted, tries + 1));
    }
  };

  return {
    name: NAME,
    async start(given) {
      try {
        await start(given);
      } catch (error) {
        reception = undefined;
        await connection.close();
        throw explainFault(error);
      }
    },
    async send(thread, outbound) {
      const given = reception;
      if (!given || !self) throw unreachable();
      if (outbound.type !== 'catch-up') return sender.send(thread, outbound);
      // Others of this thread do not wait for it.
      tasks.start('catching up failed', () => catchUp(given, thread, outbound));
      return {};
    },
    async stop() {
      reception = undefined;
      await tasks.stop();
      await connection.close();
    },
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
