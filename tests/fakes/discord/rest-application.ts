// REST about the application itself: where the gateway is, who the bot is, which commands it has.
import { type Fields, isFields, listOf } from './check.ts';
import { demand, fault } from './faults.ts';
import type { Command } from './model.ts';
import type { Call, Route } from './requests.ts';
import { validateCommands } from './validate-commands.ts';
import { viewFullMember, viewGuild, viewRole, viewUser } from './view.ts';
import type { World } from './world.ts';

/** GatewayMessageContentLimited: allowed for applications of few users. */
const MESSAGE_CONTENT = 1 << 19;

export const application = (world: World): object => ({
  id: world.bot.id,
  name: world.bot.username,
  icon: null,
  description: '',
  summary: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '',
  team: null,
  flags: (world.settings.messageContent ? MESSAGE_CONTENT : 0) | world.settings.otherFlags,
  bot: viewUser(world.bot),
  owner: viewUser({ ...world.bot, id: '100000000000000001', username: 'owner', bot: false }),
});

function localised(command: Command, call: Call): object {
  if (call.query.get('with_localizations') === 'true') return command;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

function register(call: Call, scope: string): unknown {
  const { world, json } = call;
  demand(validateCommands(json, scope !== 'global'));
  const before = world.commands.get(scope) ?? [];
  const commands = listOf(json)
    .filter(isFields)
    .map((wish) => registered(world, wish, before, scope));
  world.commands.set(scope, commands);
  world.changed();
  return commands;
}

/** A command of the same name and type stays the same command. */
function registered(world: World, wish: Fields, before: readonly Command[], scope: string): Command {
  const type = Number(wish['type'] ?? 1);
  const known = before.find((command) => command.type === type && command.name === wish['name']);
  return {
    name_localizations: null,
    description_localizations: null,
    description: '',
    nsfw: false,
    contexts: null,
    integration_types: [0],
    default_member_permissions: null,
    ...wish,
    id: known?.id ?? world.nextId(),
    version: world.nextId(),
    application_id: world.bot.id,
    type,
    ...(scope === 'global' ? {} : { guild_id: scope }),
  } as unknown as Command;
}

const ownApplication = (call: Call): void => {
  if (call.param('app') !== call.world.bot.id) throw fault(50001);
};

function guild(call: Call) {
  const found = call.world.guilds.get(call.param('guild'));
  if (!found) throw fault(10004);
  return found;
}

function member(call: Call, id: string): object {
  const found = guild(call).members.get(id === '@me' ? call.world.bot.id : id);
  if (!found) throw fault(10007);
  return viewFullMember(found);
}

export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway/bot', handle: ({ world }) => gatewayBot(world) },
  { method: 'GET', path: '/users/@me', handle: ({ world }) => viewUser(world.bot) },
  { method: 'GET', path: '/users/@me/guilds', handle: ({ world }) => ownGuilds(world) },
  { method: 'GET', path: '/users/:user', handle: (call) => user(call) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: ({ world }) => application(world) },
  { method: 'GET', path: '/applications/@me', handle: ({ world }) => application(world) },
  {
    method: 'GET',
    path: '/applications/:app/commands',
    handle: (call) => {
      ownApplication(call);
      return (call.world.commands.get('global') ?? []).map((command) => localised(command, call));
    },
  },
  {
    method: 'PUT',
    path: '/applications/:app/commands',
    handle: (call) => {
      ownApplication(call);
      return register(call, 'global');
    },
  },
  {
    method: 'GET',
    path: '/applications/:app/guilds/:guild/commands',
    handle: (call) => {
      ownApplication(call);
      return (call.world.commands.get(guild(call).id) ?? []).map((command) => localised(command, call));
    },
  },
  {
    method: 'PUT',
    path: '/applications/:app/guilds/:guild/commands',
    handle: (call) => {
      ownApplication(call);
      return register(call, guild(call).id);
    },
  },
  { method: 'GET', path: '/guilds/:guild', handle: (call) => viewGuild(guild(call)) },
  { method: 'GET', path: '/guilds/:guild/roles', handle: (call) => guild(call).roles.map(viewRole) },
  { method: 'GET', path: '/guilds/:guild/members/:user', handle: (call) => member(call, call.param('user')) },
];

const gatewayBot = (world: World): object => ({
  url: `${world.origin.url.replace('http', 'ws')}/gateway`,
  shards: 1,
  session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
});

/** With what the bot's roles allow in the whole server; channels are not looked at. */
const ownGuilds = (world: World): readonly object[] =>
  [...world.guilds.values()].map(({ id, name, roles, members }) => {
    const own = members.get(world.bot.id)?.roles ?? [];
    const held = roles.filter((role) => role.id === id || own.includes(role.id));
    const permissions = held.reduce((sum, role) => sum | role.permissions, 0n);
    return { id, name, icon: null, banner: null, owner: false, permissions: String(permissions), features: [] };
  });

function user(call: Call): object {
  const id = call.param('user');
  const found = [...call.world.guilds.values()].map(({ members }) => members.get(id)).find(Boolean);
  if (!found) throw fault(10013);
  return viewUser(found.user);
}
