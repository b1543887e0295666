// What the bot is refused for want of a right: 50001 where it may not look, 50013 where it may not do.
import { fault } from './faults.ts';
import type { Channel, Message } from './model.ts';
import { canSee, PERMISSION, type PermissionName, permissionsOf } from './permissions.ts';
import { guildOf, memberOf, placeOf, type World } from './world.ts';

export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const member = memberOf(world, channel, userId);
  return member ? permissionsOf(guildOf(world, channel), member, placeOf(world, channel)) : 0n;
}

export const sees = (world: World, channel: Channel, userId: string): boolean =>
  canSee(channel, userId, permissionsIn(world, channel, userId));

export const may = (world: World, channel: Channel, userId: string, name: PermissionName): boolean =>
  (permissionsIn(world, channel, userId) & PERMISSION[name]) !== 0n;

/** The channel, if the bot sees it and has these permissions there. */
export function channelFor(world: World, id: string, ...names: readonly PermissionName[]): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw fault(10003);
  if (!sees(world, channel, world.bot.id)) throw fault(50001);
  demandPermissions(world, channel, ...names);
  return channel;
}

export function demandPermissions(world: World, channel: Channel, ...names: readonly PermissionName[]): void {
  if (names.some((name) => !may(world, channel, world.bot.id, name))) throw fault(50013);
}

/** A message that is there for everyone in this channel. Those for one person are reached through their token alone. */
export function messageIn(world: World, channel: Channel, id: string): Message {
  const message = world.messages.get(id);
  if (!message || message.channelId !== channel.id || message.onlyFor !== undefined) throw fault(10008);
  return message;
}

export const isOwnThread = (world: World, channel: Channel): boolean => channel.thread?.ownerId === world.bot.id;
