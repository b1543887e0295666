// REST about channels and threads: what the bot may make and change, and for want of which right it is refused.
import { channelFor, demandPermissions, isOwnThread, may, messageIn, permissionsIn, sees } from './access.ts';
import { choice, flag, isGiven, numberOr, type Rule, shape, text, whole } from './check.ts';
import { demand, fault, tooFast } from './faults.ts';
import { demandOpen } from './messages.ts';
import { CHANNEL, type Channel, type User } from './model.ts';
import { sendBit } from './permissions.ts';
import type { Call, Route } from './requests.ts';
import { addToThread, changeThread, deleteThread, makeThread, removeFromThread, renameThread } from './threads.ts';
import { viewChannel, viewThreadMember } from './view.ts';
import { memberOf, type World } from './world.ts';

const minutes: Rule = choice(60, 1440, 4320, 10_080);
const slowmode = whole(0, 21_600);
const newThread = shape(
  { name: text(1, 100) },
  { auto_archive_duration: minutes, type: choice(10, 11, 12), invitable: flag, rate_limit_per_user: slowmode },
);
const change = shape(
  {},
  {
    name: text(1, 100),
    archived: flag,
    locked: flag,
    invitable: flag,
    auto_archive_duration: minutes,
    rate_limit_per_user: slowmode,
  },
);

function wishOf({ fields, world }: Call, parent: Channel) {
  demand(newThread(fields, []));
  return {
    parent,
    owner: world.bot,
    name: String(fields['name']),
    autoArchiveMinutes: numberOr(fields['auto_archive_duration'], 4320),
    invitable: fields['invitable'] !== false,
    slowmode: numberOr(fields['rate_limit_per_user'], 0),
  };
}

function startThread(call: Call): unknown {
  const parent = channelFor(call.world, call.param('channel'));
  if (parent.thread || parent.type === CHANNEL.voice) throw fault(50024);
  const wish = wishOf(call, parent);
  // "type missing = private".
  const type = numberOr(call.fields['type'], CHANNEL.privateThread);
  const isPrivate = type === CHANNEL.privateThread;
  if (isPrivate && parent.type !== CHANNEL.text) throw fault(50024);
  demandPermissions(call.world, parent, isPrivate ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS');
  return viewChannel(makeThread(call.world, { ...wish, type }));
}

function startThreadAtMessage(call: Call): unknown {
  const parent = channelFor(call.world, call.param('channel'), 'CREATE_PUBLIC_THREADS');
  if (parent.thread) throw fault(50024);
  const { id } = messageIn(call.world, parent, call.param('message'));
  const wish = wishOf(call, parent);
  if (call.world.channels.has(id)) throw fault(160004);
  return viewChannel(makeThread(call.world, { ...wish, id, type: CHANNEL.publicThread }));
}

function threadFor(call: Call): Channel {
  const thread = channelFor(call.world, call.param('channel'));
  if (!thread.thread) throw fault(50024);
  return thread;
}

/** Seen by others, not promised: about two in ten minutes. A client waits for its turn without a word. */
const RENAMES = { most: 2, within: 10 * 60_000 } as const;

function paceRenames(world: World, { id }: Channel): void {
  const now = world.clock.now();
  const recent = (world.renames.get(id) ?? []).filter((at) => at + RENAMES.within > now);
  const [first = now] = recent;
  if (recent.length >= RENAMES.most) throw tooFast((first + RENAMES.within - now) / 1000, 'shared');
  world.renames.set(id, [...recent, now]);
}

function modify(call: Call): unknown {
  const { world, fields } = call;
  const thread = threadFor(call);
  demand(change(fields, []));
  const manages = may(world, thread, world.bot.id, 'MANAGE_THREADS');
  if (
    !manages &&
    (!isOwnThread(world, thread) || isGiven(fields['locked']) || isGiven(fields['rate_limit_per_user']))
  ) {
    throw fault(50013);
  }
  if (thread.thread?.archived && fields['archived'] !== false) throw fault(50083);
  const renames = isGiven(fields['name']) && fields['name'] !== thread.name;
  if (renames) paceRenames(world, thread);
  const given = <T>(name: string, key: string): Record<string, T> =>
    isGiven(fields[name]) ? { [key]: fields[name] as T } : {};
  changeThread(
    world,
    thread.id,
    {
      ...given<boolean>('archived', 'archived'),
      ...given<boolean>('locked', 'locked'),
      ...given<boolean>('invitable', 'invitable'),
      ...given<number>('auto_archive_duration', 'autoArchiveMinutes'),
    },
    given<number>('rate_limit_per_user', 'slowmode'),
  );
  if (renames) renameThread(world, thread, String(fields['name']), world.bot);
  return viewChannel(world.channels.get(thread.id) ?? thread);
}

function userIn(world: World, thread: Channel, id: string): User {
  const member = memberOf(world, thread, id === '@me' ? world.bot.id : id);
  if (!member) throw fault(10013);
  return member.user;
}

function addMember(call: Call): undefined {
  const { world } = call;
  const thread = threadFor(call);
  demandOpen(thread);
  const user = userIn(world, thread, call.param('user'));
  const isSelf = user.id === world.bot.id;
  if (!isSelf && !(permissionsIn(world, thread, world.bot.id) & sendBit(thread))) throw fault(50013);
  const closed = thread.type === CHANNEL.privateThread && thread.thread?.invitable === false;
  if (!isSelf && closed && !isOwnThread(world, thread) && !may(world, thread, world.bot.id, 'MANAGE_THREADS')) {
    throw fault(50013);
  }
  addToThread(world, thread.id, user, isSelf ? undefined : world.bot);
}

function removeMember(call: Call): undefined {
  const { world } = call;
  const thread = threadFor(call);
  demandOpen(thread);
  const user = userIn(world, thread, call.param('user'));
  const own = thread.type === CHANNEL.privateThread && isOwnThread(world, thread);
  if (user.id !== world.bot.id && !own && !may(world, thread, world.bot.id, 'MANAGE_THREADS')) throw fault(50013);
  removeFromThread(world, thread.id, user.id);
}

function threadMember(call: Call): unknown {
  const thread = threadFor(call);
  const { id } = userIn(call.world, thread, call.param('user'));
  if (!thread.thread?.members.includes(id)) throw fault(10007);
  return viewThreadMember(thread, id);
}

const threadsWhere = (world: World, keep: (thread: Channel) => boolean): object => {
  const threads = [...world.channels.values()].filter(
    (channel) => channel.thread && keep(channel) && sees(world, channel, world.bot.id),
  );
  const members = threads.filter(({ thread }) => thread?.members.includes(world.bot.id));
  return {
    threads: threads.map(viewChannel),
    members: members.map((thread) => viewThreadMember(thread, world.bot.id)),
    has_more: false,
  };
};

function archived(call: Call, type: number): object {
  const parent = channelFor(call.world, call.param('channel'), 'READ_MESSAGE_HISTORY');
  if (type === CHANNEL.privateThread) demandPermissions(call.world, parent, 'MANAGE_THREADS');
  return threadsWhere(
    call.world,
    (thread) => thread.parentId === parent.id && thread.type === type && thread.thread?.archived === true,
  );
}

function remove(call: Call): unknown {
  const thread = threadFor(call);
  demandPermissions(call.world, thread, 'MANAGE_THREADS');
  deleteThread(call.world, thread);
  return viewChannel(thread);
}

const MEMBER = '/channels/:channel/thread-members/:user';

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel',
    handle: (call) => viewChannel(channelFor(call.world, call.param('channel'))),
  },
  { method: 'PATCH', path: '/channels/:channel', handle: modify },
  { method: 'DELETE', path: '/channels/:channel', handle: remove },
  { method: 'POST', path: '/channels/:channel/threads', handle: startThread },
  { method: 'POST', path: '/channels/:channel/messages/:message/threads', handle: startThreadAtMessage },
  {
    method: 'GET',
    path: '/channels/:channel/thread-members',
    handle: (call) => {
      const thread = threadFor(call);
      return (thread.thread?.members ?? []).map((id) => viewThreadMember(thread, id));
    },
  },
  { method: 'GET', path: MEMBER, handle: threadMember },
  { method: 'PUT', path: MEMBER, handle: addMember },
  { method: 'DELETE', path: MEMBER, handle: removeMember },
  {
    method: 'GET',
    path: '/channels/:channel/threads/archived/public',
    handle: (call) => archived(call, CHANNEL.publicThread),
  },
  {
    method: 'GET',
    path: '/channels/:channel/threads/archived/private',
    handle: (call) => archived(call, CHANNEL.privateThread),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/threads/active',
    handle: ({ world, param }) =>
      threadsWhere(world, (thread) => thread.guildId === param('guild') && thread.thread?.archived === false),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    handle: ({ world, param }) =>
      [...world.channels.values()]
        .filter((channel) => channel.guildId === param('guild') && !channel.thread)
        .map(viewChannel),
  },
];
