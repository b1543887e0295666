// Starts a Discord of one's own on loopback. Everything in it outlives the bots that come and go.
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type Clock, systemClock } from '../../../src/bots/clock.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { guildCreate } from './gateway-greeting.ts';
import { messagesOf } from './messages.ts';
import { CHANNEL, type Channel, type Command, type Guild, type Message } from './model.ts';
import type { PermissionName } from './permissions.ts';
import type { Person } from './person.ts';
import { createRest } from './rest.ts';
import {
  addChannel,
  addGuild,
  addPerson,
  addRole,
  type Denial,
  type GuildOptions,
  overwrite,
  type PersonOptions,
} from './setup.ts';
import { changeThread, deleteThread } from './threads.ts';
import { createTroubles, type Trouble } from './troubles.ts';
import { createUntil, type Until } from './until.ts';
import { createWorld, INTENT, known, type RequestRecord, type Settings, type World } from './world.ts';

export interface DiscordOptions extends Partial<Settings> {
  /** Default: the system's. A manual one moves the lifetimes of interactions, nonces, addresses and rate limits. */
  readonly clock?: Clock;
  /** Default: one server with one channel. */
  readonly guilds?: readonly GuildOptions[];
}

export interface FakeDiscord {
  /** `http://127.0.0.1:port/api`, for `rest.api`. */
  readonly url: string;
  readonly token: string;
  readonly appId: string;
  /** The first server, its first channel. */
  readonly guildId: string;
  readonly channelId: string;
  readonly gateway: Gateway;
  readonly until: Until;
  /** Every request, with the code of its refusal; bodies are not kept. */
  readonly requests: readonly RequestRecord[];
  /** Requests that were refused: a test of a bot wants none. */
  readonly refusals: () => readonly RequestRecord[];
  readonly person: (options?: PersonOptions) => Person;
  readonly guild: (options?: GuildOptions) => Guild;
  readonly channel: (name: string, options?: { readonly guildId?: string; readonly type?: number }) => string;
  readonly role: (name: string, permissions?: readonly PermissionName[]) => string;
  readonly deny: (names: readonly PermissionName[], where?: Denial) => void;
  readonly allow: (names: readonly PermissionName[], where?: Denial) => void;
  readonly archive: (threadId: string, options?: { readonly locked?: boolean }) => void;
  /** As somebody who manages threads deletes one. */
  readonly removeThread: (threadId: string) => void;
  readonly trouble: (trouble: Trouble) => void;
  readonly commands: (guildId?: string) => readonly Command[];
  /** Oldest first; with what one person alone sees only where that person is named. */
  readonly messages: (channelId: string, personId?: string) => readonly Message[];
  /** As it is now. */
  readonly message: (id: string) => Message | undefined;
  readonly threads: (channelId?: string) => readonly Channel[];
  readonly thread: (id: string) => Channel | undefined;
  /** The latest message of the bot there with buttons or selects. */
  readonly latestCard: (channelId: string) => Message | undefined;
  /** The bytes of an attachment. */
  readonly bytes: (attachmentId: string) => Uint8Array;
  /** What there is beneath; for what the rest does not say. */
  readonly world: World;
  /** Rejects when the fake itself broke on the way. */
  readonly close: () => Promise<void>;
}

const DEFAULTS: Settings = {
  token: 'token-of-the-test-bot',
  messageContent: true,
  otherFlags: 0,
  attachmentLifetime: 24 * 60 * 60_000,
  ephemeralLifetime: 24 * 60 * 60_000,
  messageRate: false,
  heartbeatInterval: 41_250,
  answerWithin: 3000,
};

const isCard = (message: Message): boolean =>
  JSON.stringify(message.components).includes('"custom_id"') && message.author.bot;

type Furnishing = Pick<
  FakeDiscord,
  'person' | 'guild' | 'channel' | 'role' | 'deny' | 'allow' | 'archive' | 'removeThread'
>;

const furnishing = (world: World, until: Until, guildId: string): Furnishing => ({
  person: (wish = {}) => addPerson(world, until, wish.guildId ?? guildId, wish),
  guild: (wish = {}) => {
    const guild = addGuild(world, wish);
    world.emit({ name: 'GUILD_CREATE', intent: INTENT.guilds, data: () => guildCreate(world, guild) });
    return guild;
  },
  channel: (name, wish = {}) => addChannel(world, wish.guildId ?? guildId, name, wish.type ?? CHANNEL.text).id,
  role: (name, permissions = []) => addRole(world, guildId, name, permissions),
  deny: (names, where = {}) => overwrite(world, names, false, where),
  allow: (names, where = {}) => overwrite(world, names, true, where),
  archive: (threadId, { locked = false } = {}) => void changeThread(world, threadId, { archived: true, locked }),
  removeThread: (threadId) => deleteThread(world, known(world.channels.get(threadId), `thread ${threadId}`)),
});

type Looks = Pick<FakeDiscord, 'commands' | 'messages' | 'message' | 'threads' | 'thread' | 'latestCard' | 'bytes'>;

const looks = (world: World): Looks => ({
  commands: (scope = 'global') => world.commands.get(scope) ?? [],
  messages: (channelId, personId) => messagesOf(world, channelId, personId),
  message: (id) => world.messages.get(id),
  threads: (channelId) =>
    [...world.channels.values()].filter(
      ({ thread, parentId }) => thread && (channelId === undefined || parentId === channelId),
    ),
  thread: (id) => [...world.channels.values()].find((channel) => channel.id === id && channel.thread),
  latestCard: (channelId) => messagesOf(world, channelId).findLast(isCard),
  bytes: (attachmentId) => known(world.files.get(attachmentId), `attachment ${attachmentId}`).bytes,
});

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The fake has no port.');
  return `http://127.0.0.1:${address.port}`;
}

async function shut(world: World, server: Server, gateway: Gateway): Promise<void> {
  gateway.close();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  if (world.crashes.length > 0) throw new Error(`The fake broke:\n${world.crashes.join('\n')}`);
}

export async function startDiscord(options: DiscordOptions = {}): Promise<FakeDiscord> {
  const { clock = systemClock, guilds = [{}], ...settings } = options;
  const world = createWorld({ ...DEFAULTS, ...settings }, clock);
  const troubles = createTroubles();
  const server = createRest(world, troubles);
  const gateway = createGateway(world, server);
  const until = createUntil(world);
  for (const guild of guilds) addGuild(world, guild);
  const [channel] = world.channels.values();
  const { id: channelId, guildId } = known(channel, 'a channel');
  world.origin.url = await listen(server);
  return {
    url: `${world.origin.url}/api`,
    token: world.settings.token,
    appId: world.bot.id,
    guildId,
    channelId,
    gateway,
    until,
    requests: world.requests,
    refusals: () => world.requests.filter(({ status }) => status >= 400),
    trouble: troubles.expect,
    ...furnishing(world, until, guildId),
    ...looks(world),
    world,
    close: () => shut(world, server, gateway),
  };
}
