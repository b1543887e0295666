// The app as its owner has registered it, and how it comes into workspaces and leaves them again.
import { randomUUID } from 'node:crypto';
import { type Fields, SlackFault, textOf } from './json.ts';
import { type Installation, installedIn, type World } from './world.ts';

export interface AppRecord {
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly appToken: string;
  readonly verificationToken: string;
  readonly botName: string;
  readonly redirectUris: readonly string[];
}

export const createApp = (redirectUris: readonly string[]): AppRecord => ({
  appId: 'A0FAKE',
  clientId: '1000.2000',
  clientSecret: randomUUID(),
  signingSecret: randomUUID(),
  appToken: `xapp-${randomUUID()}`,
  verificationToken: randomUUID(),
  botName: 'talesrunner',
  redirectUris,
});

export const ALL_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'files:read',
  'files:write',
  'channels:history',
  'groups:history',
  'app_mentions:read',
  'users:read',
  'channels:read',
  'groups:read',
  'im:history',
  'im:write',
];

/** A second install adds scopes and keeps the token; after a removal there is a new one. The user of the bot stays. */
export function install(world: World, app: AppRecord, team: string, scopes: readonly string[]): Installation {
  const before = [...world.installations.values()].find((known) => known.team === team);
  const valid = installedIn(world, team);
  const botUser = before?.botUser ?? world.id('U');
  const installation: Installation = {
    team,
    token: valid?.token ?? `xoxb-${randomUUID()}`,
    botUser,
    botId: before?.botId ?? world.id('B'),
    scopes: [...new Set([...(valid?.scopes ?? []), ...scopes])],
  };
  world.installations.set(installation.token, installation);
  world.users.set(botUser, { id: botUser, team, name: app.botName, locale: 'en-US', isAdmin: false, isBot: true });
  world.changed();
  return installation;
}

/** Tells the app, whose tokens are worthless from then on. */
export function uninstall(world: World, team: string): void {
  const installation = installedIn(world, team);
  if (!installation) return;
  const ts = world.timestamp();
  world.announce(team, { type: 'tokens_revoked', tokens: { oauth: [], bot: [installation.botUser] }, event_ts: ts });
  world.announce(team, { type: 'app_uninstalled', event_ts: ts });
  for (const [token, known] of world.installations) if (known.team === team) world.revoked.add(token);
  for (const channel of world.channels.values()) channel.members.delete(installation.botUser);
  world.changed();
}

interface Grant {
  readonly team: string;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
}

/** The codes that the page of consent hands out. */
export function createGrants(world: World, app: AppRecord) {
  const grants = new Map<string, Grant>();
  return {
    /** What a person's consent leads to: the address the browser goes to, or what the page says instead. */
    consent: (query: URLSearchParams, user: string): { location: string } | { refusal: string } => {
      const redirectUri = query.get('redirect_uri') ?? app.redirectUris[0] ?? '';
      if (query.get('client_id') !== app.clientId) return { refusal: 'invalid_client_id' };
      if (!app.redirectUris.includes(redirectUri)) return { refusal: 'bad_redirect_uri' };
      const scopes = (query.get('scope') ?? '').split(/[ ,]+/).filter((scope) => scope !== '');
      const team = world.users.get(user)?.team;
      if (team === undefined) return { refusal: 'not_signed_in' };
      if (scopes.length === 0) return { refusal: 'invalid_scope' };
      const code = randomUUID();
      grants.set(code, { team, user, scopes, redirectUri });
      const location = new URL(redirectUri);
      location.searchParams.set('code', code);
      location.searchParams.set('state', query.get('state') ?? '');
      return { location: location.href };
    },
    /** `oauth.v2.access`. */
    exchange: (args: Fields): Fields => {
      if (textOf(args['client_id']) !== app.clientId) throw new SlackFault('invalid_client_id');
      if (textOf(args['client_secret']) !== app.clientSecret) throw new SlackFault('bad_client_secret');
      const code = textOf(args['code']) ?? '';
      const grant = grants.get(code);
      if (!grant) throw new SlackFault('invalid_code');
      if ((textOf(args['redirect_uri']) ?? grant.redirectUri) !== grant.redirectUri)
        throw new SlackFault('bad_redirect_uri');
      grants.delete(code);
      const { token, botUser, scopes } = install(world, app, grant.team, grant.scopes);
      return {
        app_id: app.appId,
        authed_user: { id: grant.user },
        scope: scopes.join(','),
        token_type: 'bot',
        access_token: token,
        bot_user_id: botUser,
        team: { id: grant.team, name: world.teams.get(grant.team)?.name },
        enterprise: null,
        is_enterprise_install: false,
      };
    },
  };
}
export type Grants = ReturnType<typeof createGrants>;
