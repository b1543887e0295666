// Everything the fake knows: it outlives every program that talks to it. What may be done to it is said elsewhere.
import type { Clock } from '../../../src/bots/clock.ts';
import { snowflakes } from './clock.ts';
import type { Channel, Command, Guild, Member, Message, StoredFile, User } from './model.ts';

export interface Settings {
  readonly token: string;
  /** The MessageContent switch of the developer portal. */
  readonly messageContent: boolean;
  /** Flags of the application besides that one. */
  readonly otherFlags: number;
  /** How long addresses of attachments work, in milliseconds. */
  readonly attachmentLifetime: number;
  /** How long files of modals and command options are kept, in milliseconds. */
  readonly ephemeralLifetime: number;
  /** Whether more than 5 messages in 5 seconds in one channel are refused with 429. */
  readonly messageRate: boolean;
  readonly heartbeatInterval: number;
  /** How long the first answer to an interaction may take, in milliseconds. */
  readonly answerWithin: number;
}

/** One interaction, from the press to its last edit. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 5 modal submit. */
  readonly type: 2 | 3 | 5;
  /** What the person did, for explanations. */
  readonly name: string;
  readonly personId: string;
  readonly channelId: string;
  readonly createdAt: number;
  /** The message whose component it came from. */
  readonly sourceId: string | undefined;
  /** Whether it is of the message menu of a command. */
  readonly isMenu: boolean;
  readonly answer: InteractionAnswer | undefined;
}

export interface InteractionAnswer {
  /** 4 message, 5 thinking, 6 nothing yet, 7 edit of the source, 9 modal. */
  readonly type: number;
  readonly messageId: string | undefined;
  readonly modal: unknown;
}

/** What goes out over the gateway. */
export interface GatewayEvent {
  readonly name: string;
  /** The bit without which a session does not get it; 0: every session does. */
  readonly intent: number;
  /** The bot gets it only if it sees this channel. */
  readonly channelId?: string;
  /** `content`: whether the session is given the content of other people's messages. */
  readonly data: (content: boolean) => unknown;
}

export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Discord's code where it was refused. */
  readonly code?: number;
  readonly at: number;
}

export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly nextId: () => string;
  readonly bot: User;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly files: Map<string, StoredFile>;
  /** By guild id, or `global`. */
  readonly commands: Map<string, readonly Command[]>;
  readonly interactions: Map<string, Interaction>;
  /** Bytes for one file, by person. */
  readonly uploadLimits: Map<string, number>;
  /** Message ids by channel and nonce. */
  readonly nonces: Map<string, { readonly messageId: string; readonly at: number }>;
  /** When each thread was renamed. */
  readonly renames: Map<string, readonly number[]>;
  readonly requests: RequestRecord[];
  /** Faults of the fake itself. */
  readonly crashes: string[];
  /** `http://127.0.0.1:port`, once it listens. */
  readonly origin: { url: string };
  /** Tells who waits that something may be different. */
  readonly changed: () => void;
  readonly onChange: (listener: () => void) => () => void;
  readonly emit: (event: GatewayEvent) => void;
  readonly onEvent: (listener: (event: GatewayEvent) => void) => void;
}

export const INTENT = { guilds: 1, guildMessages: 1 << 9, messageContent: 1 << 15 } as const;

export function createWorld(settings: Settings, clock: Clock): World {
  const nextId = snowflakes(clock);
  const listeners = new Set<() => void>();
  const eventListeners = new Set<(event: GatewayEvent) => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    settings,
    clock,
    nextId,
    bot: newUser(nextId(), '그림책', true),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    interactions: new Map(),
    uploadLimits: new Map(),
    nonces: new Map(),
    renames: new Map(),
    requests: [],
    crashes: [],
    origin: { url: '' },
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(event) {
      for (const listener of eventListeners) listener(event);
      changed();
    },
    onEvent: (listener) => {
      eventListeners.add(listener);
    },
  };
}

export const newUser = (id: string, name: string, bot: boolean): User => ({
  id,
  username: name,
  global_name: bot ? null : name,
  discriminator: bot ? '0001' : '0',
  avatar: null,
  bot,
});

export const time = (world: World): string => new Date(world.clock.now()).toISOString();

/** Where the world is asked for something that a test has not put there. */
export function known<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`The fake does not know ${what}.`);
  return thing;
}

export const guildOf = (world: World, channel: Channel): Guild =>
  known(world.guilds.get(channel.guildId), 'this guild');

/** The channel that permissions are kept on. */
export const placeOf = (world: World, channel: Channel): Channel =>
  channel.thread && channel.parentId ? known(world.channels.get(channel.parentId), 'the parent') : channel;

export const memberOf = (world: World, channel: Channel, userId: string): Member | undefined =>
  guildOf(world, channel).members.get(userId);
