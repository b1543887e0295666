// `conversations.*`, `users.info` and `auth.test`: who and where.
import { type Fields, SlackFault, textOf } from '../json.ts';
import { messageFields } from '../messages.ts';
import { type Channel, type Message, messageAt, repliesTo } from '../world.ts';
import { type Call, channelOf, type Methods, memberOf, needed } from './method.ts';

function channelFields({ args, installation }: Call, channel: Channel): Fields {
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate && !channel.isDirect,
    is_private: channel.isPrivate,
    is_im: channel.isDirect === true,
    is_mpim: false,
    is_archived: false,
    is_member: channel.members.has(installation.botUser),
    context_team_id: channel.team,
    ...(args['include_locale'] === true && { locale: channel.locale }),
    ...(args['include_num_members'] === true && { num_members: channel.members.size }),
  };
}

/** Reading a channel takes the scope of its kind. */
function needKind({ installation }: Call, channel: Channel, kind: 'read' | 'history'): void {
  const scope = `${channel.isDirect ? 'im' : channel.isPrivate ? 'groups' : 'channels'}:${kind}`;
  if (!installation.scopes.includes(scope))
    throw new SlackFault('missing_scope', { needed: scope, provided: installation.scopes.join(',') });
}

/** The conversation with one person, the same however often it is opened. Several people would take `mpim:write`. */
function open(call: Call): Fields {
  const { world, args, installation } = call;
  const users = needed(args, 'users').split(',');
  const [id = '', ...others] = users;
  if (others.length > 0)
    throw new SlackFault('missing_scope', { needed: 'mpim:write', provided: installation.scopes.join(',') });
  const user = world.users.get(id);
  if (!user || user.team !== installation.team) throw new SlackFault('user_not_found');
  if (user.isBot) throw new SlackFault('cannot_dm_bot');
  const known = [...world.channels.values()].find(({ isDirect, members }) => isDirect === true && members.has(id));
  if (known) return { no_op: true, already_open: true, channel: { id: known.id } };
  const { team, locale } = user;
  const members = new Set([id, installation.botUser]);
  const channel = { id: world.id('D'), team, name: `dm-${id}`, isPrivate: true, isDirect: true, locale, members };
  world.channels.set(channel.id, channel);
  world.changed();
  return { channel: { id: channel.id } };
}

function replies(call: Call): Fields {
  const { world, args } = call;
  const channel = memberOf(call, textOf(args['channel']));
  needKind(call, channel, 'history');
  const root = messageAt(world, channel.id, needed(args, 'ts'));
  if (!root) throw new SlackFault('thread_not_found');
  const after = textOf(args['oldest']) ?? '';
  const found = [root, ...repliesTo(world, channel.id, root.ts).filter(({ ts }) => ts > after)];
  const start = Number(textOf(args['cursor']) ?? 0);
  const end = start + Math.min(Number(args['limit'] ?? 1000), 1000);
  const isMore = found.length > end;
  return {
    messages: found.slice(start, end).map((message) => told(call, message)),
    has_more: isMore,
    response_metadata: { next_cursor: isMore ? `${end}` : '' },
  };
}

/** Roots and messages outside of threads, newest first. */
function history(call: Call): Fields {
  const { world, args } = call;
  const channel = memberOf(call, textOf(args['channel']));
  needKind(call, channel, 'history');
  const after = textOf(args['oldest']) ?? '';
  const found = [...world.messages.values()]
    .filter(({ channel: id, ts, threadTs }) => id === channel.id && ts > after && (!threadTs || threadTs === ts))
    .sort((a, b) => b.ts.localeCompare(a.ts));
  const start = Number(textOf(args['cursor']) ?? 0);
  const end = start + Math.min(Number(args['limit'] ?? 100), 999);
  const isMore = found.length > end;
  return {
    messages: found.slice(start, end).map((message) => told(call, message)),
    has_more: isMore,
    response_metadata: { next_cursor: isMore ? `${end}` : '' },
  };
}

/** Metadata is for those who ask. */
const told = ({ world, args }: Call, message: Message): Fields => ({
  ...messageFields(world, message),
  ...(args['include_all_metadata'] === true && message.metadata && { metadata: message.metadata }),
});

function userInfo({ world, args, installation }: Call): Fields {
  const user = world.users.get(needed(args, 'user'));
  if (!user || user.team !== installation.team) throw new SlackFault('user_not_found');
  const { id, team, name, isAdmin, isBot, locale } = user;
  const profile = { real_name: name, display_name: name, team };
  return {
    user: {
      id,
      team_id: team,
      name: name.toLowerCase(),
      real_name: name,
      deleted: false,
      profile,
      is_admin: isAdmin,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: false,
      is_ultra_restricted: false,
      is_bot: isBot,
      is_app_user: false,
      tz: 'Asia/Seoul',
      ...(args['include_locale'] === true && { locale }),
    },
  };
}

export const places: Methods = {
  'auth.test': {
    scopes: [],
    run: ({ world, installation: { team, botUser, botId } }) => ({
      url: `${world.origin}/`,
      team: world.teams.get(team)?.name,
      user: world.users.get(botUser)?.name,
      team_id: team,
      user_id: botUser,
      bot_id: botId,
      is_enterprise_install: false,
    }),
  },
  'conversations.info': {
    scopes: [],
    run: (call) => {
      const channel = channelOf(call, textOf(call.args['channel']));
      needKind(call, channel, 'read');
      return { channel: channelFields(call, channel) };
    },
  },
  'conversations.open': { scopes: ['im:write'], run: open },
  'conversations.history': { scopes: [], run: history },
  'conversations.replies': { scopes: [], run: replies },
  'conversations.join': {
    scopes: ['channels:join'],
    run: (call) => {
      const channel = channelOf(call, textOf(call.args['channel']));
      if (channel.isPrivate) throw new SlackFault('method_not_supported_for_channel_type');
      channel.members.add(call.installation.botUser);
      call.world.changed();
      return { channel: channelFields(call, channel) };
    },
  },
  'users.info': { scopes: ['users:read'], run: userInfo },
};
