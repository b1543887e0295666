// Who may do what where, by Discord's own rules: roles, then overwrites of the channel. Threads have those of their parent.
import { CHANNEL, type Channel, type Guild, type Member } from './model.ts';

export const PERMISSION = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const satisfies Readonly<Record<string, bigint>>;

export type PermissionName = keyof typeof PERMISSION;

export const EVERYTHING = Object.values(PERMISSION).reduce((sum, bit) => sum | bit, 0n);

export const bits = (names: readonly PermissionName[]): bigint =>
  names.reduce((sum, name) => sum | PERMISSION[name], 0n);

/** What a new server lets everyone do. */
export const ORDINARY: readonly PermissionName[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'ADD_REACTIONS',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'CREATE_PRIVATE_THREADS',
];

/** `place` is the channel, or the parent of the thread. */
export function permissionsOf(guild: Guild, member: Member, place: Channel): bigint {
  const roles = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const base = roles.reduce((sum, role) => sum | role.permissions, 0n);
  if (base & PERMISSION.ADMINISTRATOR) return EVERYTHING;
  const steps = [
    place.overwrites.filter(({ id }) => id === guild.id),
    place.overwrites.filter(({ id, type }) => type === 0 && id !== guild.id && member.roles.includes(id)),
    place.overwrites.filter(({ id, type }) => type === 1 && id === member.user.id),
  ];
  return steps.reduce((sum, step) => {
    const denied = step.reduce((all, { deny }) => all | deny, 0n);
    const allowed = step.reduce((all, { allow }) => all | allow, 0n);
    return (sum & ~denied) | allowed;
  }, base);
}

export const isThread = (channel: Channel): boolean => channel.thread !== undefined;

/** Whether somebody with these permissions sees the channel at all. */
export function canSee(channel: Channel, userId: string, permissions: bigint): boolean {
  if (!(permissions & PERMISSION.VIEW_CHANNEL)) return false;
  if (channel.type !== CHANNEL.privateThread) return true;
  return channel.thread?.members.includes(userId) === true || (permissions & PERMISSION.MANAGE_THREADS) !== 0n;
}

export const sendBit = (channel: Channel): bigint =>
  isThread(channel) ? PERMISSION.SEND_MESSAGES_IN_THREADS : PERMISSION.SEND_MESSAGES;
