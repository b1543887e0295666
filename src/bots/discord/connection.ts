// The one place that knows discord.js: requests with their rate limits, and the gateway with its heartbeats, resuming
// and reconnecting. Payloads pass through as plain data. What they mean, and what to say back, is left to the others.
import {
  Client,
  DiscordAPIError,
  GatewayDispatchEvents,
  GatewayIntentBits,
  HTTPError,
  Options,
  REST,
  type RequestMethod,
} from 'discord.js';
import { TalesError } from '../../errors.ts';
import { DiscordFault, unreachable } from './faults.ts';
import type { OutFile } from './wire.ts';

export interface RequestOptions {
  readonly body?: object | readonly object[];
  readonly files?: readonly OutFile[];
  readonly query?: Readonly<Record<string, string>>;
  /** `false` where a token stands in the path: interactions and their follow-ups. */
  readonly auth?: boolean;
  /** Fires when the answer is no longer wanted; then it is as if Discord could not be reached. */
  readonly signal?: AbortSignal;
}

/**
 * Asks Discord, waiting where it is to be asked less often.
 * @throws DiscordFault when it says no; TalesError `service-unreachable` when it cannot be reached.
 */
export type Ask = <T = unknown>(method: `${RequestMethod}`, path: `/${string}`, options?: RequestOptions) => Promise<T>;

/** What is heard, under Discord's own names. */
const HEARD = {
  READY: GatewayDispatchEvents.Ready,
  INTERACTION_CREATE: GatewayDispatchEvents.InteractionCreate,
  MESSAGE_CREATE: GatewayDispatchEvents.MessageCreate,
  MESSAGE_UPDATE: GatewayDispatchEvents.MessageUpdate,
  MESSAGE_DELETE: GatewayDispatchEvents.MessageDelete,
  MESSAGE_DELETE_BULK: GatewayDispatchEvents.MessageDeleteBulk,
  THREAD_DELETE: GatewayDispatchEvents.ThreadDelete,
  CHANNEL_DELETE: GatewayDispatchEvents.ChannelDelete,
} as const;
export type GatewayEvent = keyof typeof HEARD;

export interface Connection {
  readonly ask: Ask;
  /**
   * Resolves when the gateway is ready. @throws TalesError `service-login`, `service-unreachable`; DiscordFault with
   * code 4014 when messages may not be read.
   */
  open(options: { readonly readsMessages: boolean }): Promise<void>;
  /** What a member may do in the whole server, by role, as far as that is known. */
  rightsOf(guild: string, user: string, roles: readonly string[]): bigint;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly token: string;
  /** Absent: the real service. */
  readonly apiUrl?: string;
  readonly hear: (name: GatewayEvent, data: unknown) => void;
  /** The gateway is closed and does not come back. */
  readonly onLost: (code: number) => void;
  readonly onFault: (error: unknown) => void;
}

const TIMEOUT = 60_000;
const MOST_CONNECTING = 30_000;
const ALL_RIGHTS = (1n << 60n) - 1n;
/** As Discord closes the gateway. */
const CLOSE = { badToken: 4004, disallowedIntents: 4014 } as const;

const restOptions = (apiUrl: string | undefined) => ({
  version: '10',
  timeout: TIMEOUT,
  ...(apiUrl !== undefined && { api: apiUrl.replace(/\/+$/, '') }),
});

function newClient(apiUrl: string | undefined, readsMessages: boolean): Client {
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
  return new Client({
    intents: [Guilds, GuildMessages, ...(readsMessages ? [MessageContent] : [])],
    rest: restOptions(apiUrl),
    // Roles are wanted, nothing else: everything that is remembered is in the sessions.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      ThreadMemberManager: 0,
    }),
  });
}

function faultOf(error: unknown): Error {
  if (error instanceof DiscordAPIError) {
    return new DiscordFault({ status: error.status, code: Number(error.code) || 0, cause: error });
  }
  if (error instanceof HTTPError) return new DiscordFault({ status: error.status, code: 0, cause: error });
  return unreachable(error);
}

function createAsk(rest: REST): Ask {
  // The shape of an answer is the service's promise; it is not checked again here.
  return async <T>(method: `${RequestMethod}`, path: `/${string}`, options: RequestOptions = {}) => {
    const { body, files = [], query, auth = true, signal } = options;
    try {
      return (await rest.request({
        method: method as RequestMethod,
        fullRoute: path,
        auth,
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
        ...(query && { query: new URLSearchParams(query) }),
        ...(files.length > 0 && { files: files.map((file) => ({ ...file, data: Buffer.from(file.data) })) }),
      })) as T;
    } catch (error) {
      throw faultOf(error);
    }
  };
}

export function createConnection({ token, apiUrl, hear, onLost, onFault }: ConnectionOptions): Connection {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  let client: Client | undefined;

  const listen = (opened: Client): { readonly closedWith: () => number | undefined } => {
    let code: number | undefined;
    for (const name of Object.keys(HEARD) as GatewayEvent[]) {
      opened.ws.on(HEARD[name], (data: unknown) => hear(name, data));
    }
    opened.on('error', onFault);
    opened.on('shardError', onFault);
    opened.on('shardDisconnect', (event) => {
      code = event.code;
      if (opened === client && opened.isReady()) onLost(event.code);
    });
    return { closedWith: () => code };
  };

  const open: Connection['open'] = async ({ readsMessages }) => {
    await client?.destroy();
    const opened = newClient(apiUrl, readsMessages);
    client = opened;
    const { closedWith } = listen(opened);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the gateway did not get ready')), MOST_CONNECTING);
    });
    try {
      await Promise.race([opened.login(token), tooLong]);
    } catch (error) {
      await opened.destroy();
      client = undefined;
      const code = closedWith();
      if (code === CLOSE.disallowedIntents) throw new DiscordFault({ status: 0, code, cause: error });
      const isBadToken =
        code === CLOSE.badToken || (error instanceof Error && 'code' in error && error.code === 'TokenInvalid');
      throw isBadToken
        ? new TalesError('service-login', { service: 'Discord', variable: 'DISCORD_TOKEN' }, { cause: error })
        : unreachable(error);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    ask: createAsk(rest),
    open,
    rightsOf(guildId, user, roles) {
      const guild = client?.guilds.cache.get(guildId);
      if (!guild) return 0n;
      if (guild.ownerId === user) return ALL_RIGHTS;
      return [guildId, ...roles].reduce(
        (sum, role) => sum | (guild.roles.cache.get(role)?.permissions.bitfield ?? 0n),
        0n,
      );
    },
    async close() {
      const opened = client;
      client = undefined;
      await opened?.destroy();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}
