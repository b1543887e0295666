// What the service remembers, longer than any bot lives: workspaces, people, channels, messages, files, views, and what was refused.
// Holds no rules of its own; those are beside the methods and the driver.
import type { Clock } from './clock.ts';
import type { Fields } from './json.ts';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}
export interface User {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly locale: string;
  readonly isAdmin: boolean;
  readonly isBot: boolean;
}
export interface Channel {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Between the app and one person. */
  readonly isDirect?: boolean;
  readonly locale: string;
  readonly members: Set<string>;
}
/** The app as it is in one workspace. */
export interface Installation {
  readonly team: string;
  readonly token: string;
  readonly botUser: string;
  readonly botId: string;
  readonly scopes: readonly string[];
  /** Of which it was installed for the whole; absent for a workspace of its own. */
  readonly organisation?: string;
}
/** A snapshot: a later state of the message is another object. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** Of the root, also on the root itself once it has replies; absent on others. */
  readonly threadTs?: string;
  readonly user: string;
  readonly botId?: string;
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly files: readonly string[];
  readonly subtype?: string;
  readonly edited?: boolean;
  /** Of the app's own; told to whoever asks for it. */
  readonly metadata?: Fields;
}
export interface Ephemeral {
  readonly channel: string;
  readonly ts: string;
  /** Whom it is for. */
  readonly user: string;
  readonly threadTs?: string;
  readonly text: string;
  readonly blocks: readonly Fields[];
  /** In a thread nobody has answered in, Slack shows none. */
  readonly shown: boolean;
}
export interface Share {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
}
export interface StoredFile {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly bytes: Uint8Array;
  readonly created: number;
  readonly shares: readonly Share[];
  /** Came through a `file_input`. */
  readonly fromModal?: boolean;
  readonly altText?: string;
  /** Where its bytes are said to be, when not on this service. */
  readonly address?: string;
}
export interface View {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly root: string;
  readonly hash: string;
  /** As the bot sent it, with the missing block and action ids filled in. */
  readonly content: Fields;
  /** By `block_id` and `action_id`; what the person has entered. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Fields>>>>;
}
export interface Trigger {
  readonly user: string;
  readonly team: string;
  readonly at: number;
  /** Of the modal it was pressed in. */
  readonly view?: string;
  used: boolean;
}
export interface ResponseUrl {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
  readonly at: number;
  /** The message it may replace. */
  readonly ts?: string;
  uses: number;
}
export interface Execution {
  readonly id: string;
  readonly team: string;
  readonly callback: string;
  readonly state: 'running' | 'completed' | 'failed';
  readonly outputs?: Fields;
  readonly error?: string;
}
export interface CallRecord {
  readonly method: string;
  readonly team?: string;
  readonly args: Fields;
  readonly answer: Fields;
  readonly at: number;
}

export interface World {
  readonly clock: Clock;
  /** How long Slack waits for an acknowledgement, and a trigger can be used, in milliseconds. */
  readonly answerWithin: number;
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** By token; workflow tokens lead to the same installation. */
  readonly installations: Map<string, Installation>;
  readonly revoked: Set<string>;
  readonly messages: Map<string, Message>;
  readonly ephemerals: Ephemeral[];
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, View>;
  /** Open modals of a person, the top one last. */
  readonly stacks: Map<string, readonly string[]>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly executions: Map<string, Execution>;
  readonly calls: CallRecord[];
  /** What the bot got wrong where it can be told nothing: bad acknowledgements, acknowledgements that never came. */
  readonly faults: string[];
  /** Addresses begin with it. Known once the server listens. */
  origin: string;
  /** Tells the app of a workspace; set by whoever delivers. */
  announce: (team: string, event: Fields) => void;
  readonly timestamp: () => string;
  readonly id: (letter: string) => string;
  /** Says that something changed, to all who wait. */
  readonly changed: () => void;
  readonly onChange: (listen: () => void) => () => void;
}

/** Timestamps of Slack have six places and are unique. */
function createTimestamps(clock: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, clock.now() * 1000);
    return `${Math.floor(last / 1e6)}.${`${last % 1e6}`.padStart(6, '0')}`;
  };
}

export function createWorld(clock: Clock, answerWithin: number): World {
  const listeners = new Set<() => void>();
  let ids = 0;
  return {
    clock,
    answerWithin,
    teams: new Map(),
    users: new Map(),
    channels: new Map(),
    installations: new Map(),
    revoked: new Set(),
    messages: new Map(),
    ephemerals: [],
    files: new Map(),
    views: new Map(),
    stacks: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    executions: new Map(),
    calls: [],
    faults: [],
    origin: '',
    announce: () => {},
    timestamp: createTimestamps(clock),
    id: (letter) => {
      ids += 1;
      return `${letter}${`${ids}`.padStart(8, '0')}`;
    },
    changed: () => {
      for (const listen of [...listeners]) listen();
    },
    onChange: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

export const messageKey = (channel: string, ts: string): string => `${channel}/${ts}`;

export const messageAt = (world: World, channel: string, ts: string): Message | undefined =>
  world.messages.get(messageKey(channel, ts));

/** The app in a workspace, unless it was removed. */
export const installedIn = (world: World, team: string): Installation | undefined =>
  [...world.installations.values()].find((found) => found.team === team && !world.revoked.has(found.token));

/** Replies of a thread, in order, without the root. */
export const repliesTo = (world: World, channel: string, ts: string): Message[] =>
  [...world.messages.values()]
    .filter((message) => message.channel === channel && message.threadTs === ts && message.ts !== ts)
    .sort((a, b) => a.ts.localeCompare(b.ts));
