// Threads: made, changed, joined. Sending into one that sleeps wakes it, unless it is locked.

import { writeLine } from './messages.ts';
import { CHANNEL, type Channel, type ThreadFacts, type User } from './model.ts';
import { viewChannel, viewThreadMember } from './view.ts';
import { INTENT, known, time, type World } from './world.ts';

/** Discord's message types for its own lines. */
const LINE = { added: 1, renamed: 4, threadMade: 18 } as const;

export interface NewThread {
  readonly parent: Channel;
  readonly owner: User;
  readonly name: string;
  readonly type: number;
  readonly autoArchiveMinutes: number;
  readonly invitable: boolean;
  readonly slowmode: number;
  /** The message it hangs on has the same id. */
  readonly id?: string;
}

export function makeThread(world: World, wish: NewThread): Channel {
  const thread: Channel = {
    id: wish.id ?? world.nextId(),
    guildId: wish.parent.guildId,
    type: wish.type,
    name: wish.name,
    parentId: wish.parent.id,
    overwrites: [],
    slowmode: wish.slowmode,
    lastMessageId: undefined,
    thread: {
      ownerId: wish.owner.id,
      members: [wish.owner.id],
      archived: false,
      locked: false,
      invitable: wish.invitable,
      autoArchiveMinutes: wish.autoArchiveMinutes,
      archivedAt: time(world),
      createdAt: time(world),
    },
  };
  world.channels.set(thread.id, thread);
  announce(world, thread, { newly_created: true });
  if (wish.type === CHANNEL.publicThread && !wish.id) {
    writeLine(world, wish.parent, LINE.threadMade, wish.owner, wish.name);
  }
  return thread;
}

function announce(world: World, thread: Channel, more: object): void {
  const joined = thread.thread?.members.includes(world.bot.id);
  const member = joined ? { member: viewThreadMember(thread, world.bot.id) } : {};
  const data = { ...viewChannel(thread), ...member, ...more };
  world.emit({ name: 'THREAD_CREATE', intent: INTENT.guilds, channelId: thread.id, data: () => data });
}

export function changeThread(
  world: World,
  id: string,
  change: Partial<ThreadFacts>,
  more: Partial<Channel> = {},
): Channel {
  const before = known(world.channels.get(id), `thread ${id}`);
  const facts = known(before.thread, 'a thread by this id');
  const archivedAt = change.archived === undefined ? facts.archivedAt : time(world);
  const after: Channel = { ...before, ...more, thread: { ...facts, ...change, archivedAt } };
  world.channels.set(id, after);
  const data = viewChannel(after);
  world.emit({ name: 'THREAD_UPDATE', intent: INTENT.guilds, channelId: id, data: () => data });
  return after;
}

export function renameThread(world: World, thread: Channel, name: string, by: User): void {
  const after = changeThread(world, thread.id, {}, { name });
  writeLine(world, after, LINE.renamed, by, name);
}

export function deleteThread(world: World, thread: Channel): void {
  const data = { id: thread.id, guild_id: thread.guildId, parent_id: thread.parentId, type: thread.type };
  world.emit({ name: 'THREAD_DELETE', intent: INTENT.guilds, channelId: thread.id, data: () => data });
  world.channels.delete(thread.id);
  for (const message of [...world.messages.values()]) {
    if (message.channelId === thread.id) world.messages.delete(message.id);
  }
  world.changed();
}

/** `by` is absent for those who come by themselves. */
export function addToThread(world: World, threadId: string, user: User, by?: User): void {
  const thread = known(world.channels.get(threadId), `thread ${threadId}`);
  const facts = known(thread.thread, 'a thread by this id');
  if (facts.members.includes(user.id)) return;
  const after: Channel = { ...thread, thread: { ...facts, members: [...facts.members, user.id] } };
  world.channels.set(threadId, after);
  if (user.id === world.bot.id) announce(world, after, {});
  if (by) writeLine(world, after, LINE.added, by, '', [user.id]);
  world.changed();
}

export function removeFromThread(world: World, threadId: string, userId: string): void {
  const thread = known(world.channels.get(threadId), `thread ${threadId}`);
  const facts = known(thread.thread, 'a thread by this id');
  const members = facts.members.filter((id) => id !== userId);
  world.channels.set(threadId, { ...thread, thread: { ...facts, members } });
  world.changed();
}

/** Called before anything is sent. */
export function wake(world: World, channel: Channel): Channel {
  return channel.thread?.archived ? changeThread(world, channel.id, { archived: false }) : channel;
}
