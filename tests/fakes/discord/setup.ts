// Furnishing the fake: servers, channels, roles, people, and what is denied to whom.
import { CHANNEL, type Channel, type Guild, type Member } from './model.ts';
import { bits, ORDINARY, PERMISSION, type PermissionName } from './permissions.ts';
import { createPerson, type Person } from './person.ts';
import type { Until } from './until.ts';
import { viewChannel, viewRole } from './view.ts';
import { INTENT, known, newUser, time, type World } from './world.ts';

export interface GuildOptions {
  readonly name?: string;
  /** Default: ko. */
  readonly locale?: string;
  /** Names of its text channels. Default: one. */
  readonly channels?: readonly string[];
  /** What everyone may do. Default: what a new server allows. */
  readonly everyone?: readonly PermissionName[];
  /** Bytes for one file. Default: 10 MiB. */
  readonly uploadLimit?: number;
}

export interface PersonOptions {
  readonly name?: string;
  /** Default: ko. */
  readonly locale?: string;
  /** Ids of roles. */
  readonly roles?: readonly string[];
  /** Beyond what everyone may do. */
  readonly permissions?: readonly PermissionName[];
  /** Default: the first server. */
  readonly guildId?: string;
  /** Bytes for one file, for those who pay for more. */
  readonly uploadLimit?: number;
}

/** Everything but MANAGE_THREADS, MANAGE_MESSAGES and the like: what an invitation for a bot of this kind asks for. */
const BOT: readonly PermissionName[] = ORDINARY;

export function addGuild(world: World, options: GuildOptions): Guild {
  const id = world.nextId();
  const botRole = { id: world.nextId(), name: world.bot.username, permissions: bits(BOT) };
  const bot: Member = { user: world.bot, roles: [botRole.id], joined_at: time(world) };
  const everyone = { id, name: '@everyone', permissions: bits(options.everyone ?? ORDINARY) };
  const guild: Guild = {
    id,
    name: options.name ?? '햇살 유치원',
    preferred_locale: options.locale ?? 'ko',
    roles: [everyone, botRole],
    members: new Map([[world.bot.id, bot]]),
    uploadLimit: options.uploadLimit ?? 0,
  };
  world.guilds.set(id, guild);
  for (const name of options.channels ?? ['그림책-교실']) addChannel(world, id, name, CHANNEL.text);
  return guild;
}

export function addChannel(world: World, guildId: string, name: string, type: number): Channel {
  const channel: Channel = {
    id: world.nextId(),
    guildId,
    type,
    name,
    parentId: undefined,
    overwrites: [],
    slowmode: 0,
    lastMessageId: undefined,
    thread: undefined,
  };
  world.channels.set(channel.id, channel);
  tellChannel(world, 'CHANNEL_CREATE', channel);
  return channel;
}

function tellChannel(world: World, name: 'CHANNEL_CREATE' | 'CHANNEL_UPDATE', channel: Channel): void {
  const data = viewChannel(channel);
  world.emit({ name, intent: INTENT.guilds, channelId: channel.id, data: () => data });
}

export function addRole(world: World, guildId: string, name: string, permissions: readonly PermissionName[]): string {
  const guild = known(world.guilds.get(guildId), 'this server');
  const role = { id: world.nextId(), name, permissions: bits(permissions) };
  world.guilds.set(guildId, { ...guild, roles: [...guild.roles, role] });
  const data = { guild_id: guildId, role: viewRole(role, guild.roles.length) };
  world.emit({ name: 'GUILD_ROLE_CREATE', intent: INTENT.guilds, data: () => data });
  return role.id;
}

export function addPerson(world: World, until: Until, guildId: string, options: PersonOptions): Person {
  const { name = '하늘', locale = 'ko', roles = [], permissions = [] } = options;
  const own = permissions.length > 0 ? [addRole(world, guildId, `for ${name}`, permissions)] : [];
  const guild = known(world.guilds.get(guildId), 'this server');
  const id = world.nextId();
  const member: Member = { user: newUser(id, name, false), roles: [...roles, ...own], joined_at: time(world) };
  world.guilds.set(guildId, { ...guild, members: new Map([...guild.members, [id, member]]) });
  if (options.uploadLimit !== undefined) world.uploadLimits.set(id, options.uploadLimit);
  return createPerson({ world, until, id, name, locale, guildId });
}

export interface Denial {
  /** A person, or the bot where it is not said. */
  readonly who?: string;
  /** A channel (for its threads too); every channel where it is not said. */
  readonly channelId?: string;
}

/** Denies or allows through overwrites of the channels, as servers do; the later word holds. */
export function overwrite(
  world: World,
  names: readonly PermissionName[],
  allowed: boolean,
  { who = world.bot.id, channelId }: Denial,
): void {
  const mask = names.reduce((sum, name) => sum | PERMISSION[name], 0n);
  for (const channel of [...world.channels.values()]) {
    if (channel.thread || (channelId !== undefined && channel.id !== channelId)) continue;
    const { allow = 0n, deny = 0n } = channel.overwrites.find(({ id }) => id === who) ?? {};
    const own = allowed
      ? { id: who, type: 1 as const, allow: allow | mask, deny: deny & ~mask }
      : { id: who, type: 1 as const, allow: allow & ~mask, deny: deny | mask };
    const others = channel.overwrites.filter(({ id }) => id !== who);
    const after = {
      ...channel,
      overwrites: [...others, own],
    };
    world.channels.set(channel.id, after);
    tellChannel(world, 'CHANNEL_UPDATE', after);
  }
}
