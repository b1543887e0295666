// Looks at Discord over REST alone, without coming in: whether the token is known, what the application may see, and what
// the bot may do in the servers it is in, as far as its roles tell. Channels may grant and deny on their own.
import type { DiscordConfig } from '../../config.ts';
import { type Finding, probe } from '../../finding.ts';
import type { Locale } from '../../story.ts';
import type { Examine } from '../examination.ts';
import type { Ask } from './connection.ts';
import { EXAMINE_WORDS } from './examine-wording.ts';
import { explainFault } from './faults.ts';
import { type Application, FILE_HOSTS, maySee } from './options.ts';
import { missingForBot, permissionNames, readBits } from './permissions.ts';
import { CHANNEL } from './wire.ts';

/** What the invitation of `docs/discord.md` asks for. */
const INVITED = '377957223424';
const HOSTS = ['discord.com', 'gateway.discord.gg', ...FILE_HOSTS] as const;
/** As Discord's pages call them. */
const NEEDLESS = { presence: 'Presence Intent', members: 'Server Members Intent' } as const;

interface Server {
  readonly name: string;
  /** What the bot's roles allow in the whole server. */
  readonly permissions?: string;
}

interface Seen {
  readonly discord: DiscordConfig;
  readonly application: Application;
  readonly servers: readonly Server[];
  readonly locale: Locale;
}

const invitation = (id: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${id}&scope=bot+applications.commands&permissions=${INVITED}`;

function applicationFindings({ discord, application, locale }: Seen): readonly Finding[] {
  const words = EXAMINE_WORDS[locale];
  const about = { id: 'discord.messages', what: words.messages } as const;
  const messages: Finding = maySee(application, 'messages')
    ? { ...about, state: 'ready', detail: words.seesMessages }
    : { ...about, state: 'absent', detail: words.seesNoMessages, advice: words.letSee };
  const needless = (['presence', 'members'] as const).filter((name) => maySee(application, name));
  const isOther = discord.applicationId !== undefined && discord.applicationId !== application.id;
  return [
    ...(isOther
      ? [
          {
            id: 'discord.application',
            state: 'broken',
            what: words.settings,
            detail: words.otherApplication,
            advice: words.otherApplicationAdvice,
          } as const,
        ]
      : []),
    messages,
    ...(needless.length > 0
      ? [
          {
            id: 'discord.needless',
            state: 'absent',
            what: words.settings,
            detail: words.needless(needless.map((name) => NEEDLESS[name])),
            advice: words.needlessAdvice,
          } as const,
        ]
      : []),
  ];
}

function serverFindings({ discord, application, servers, locale }: Seen): readonly Finding[] {
  const words = EXAMINE_WORDS[locale];
  const about = { id: 'discord.servers', what: words.servers } as const;
  if (servers.length === 0) {
    return [{ ...about, state: 'absent', detail: words.noServer, advice: words.invite(invitation(application.id)) }];
  }
  const type = discord.threads === 'private' ? CHANNEL.privateThread : CHANNEL.publicThread;
  const judged = servers.map(({ name, permissions }) => ({
    name,
    missing: permissionNames(missingForBot(readBits(permissions), type), locale),
  }));
  const whole = judged.filter(({ missing }) => missing.length === 0).map(({ name }) => name);
  const lacking = judged.filter(({ missing }) => missing.length > 0);
  return [
    ...(whole.length > 0 ? [{ ...about, state: 'ready', detail: words.allowed(whole) } as const] : []),
    ...lacking.map(
      ({ name, missing }) =>
        ({ ...about, state: 'absent', detail: words.lacking(name, missing), advice: words.lackingAdvice }) as const,
    ),
  ];
}

async function findingsOf(ask: Ask, discord: DiscordConfig, locale: Locale, signal: AbortSignal) {
  const words = EXAMINE_WORDS[locale];
  let seen: Seen | undefined;
  const token = await probe('discord.token', words.bot, locale, async () => {
    try {
      const [application, { username }, servers] = await Promise.all([
        ask<Application>('GET', '/applications/@me', { signal }),
        ask<{ readonly username: string }>('GET', '/users/@me', { signal }),
        ask<readonly Server[]>('GET', '/users/@me/guilds', { query: { limit: '200' }, signal }),
        // Where events will come from has to answer too.
        ask('GET', '/gateway/bot', { signal }),
      ]);
      seen = { discord, application, servers, locale };
      return { detail: words.loggedIn(username) };
    } catch (error) {
      throw explainFault(error);
    }
  });
  return [token, ...(seen ? [...applicationFindings(seen), ...serverFindings(seen)] : [])];
}

export const examineDiscord: Examine = async ({ discord }, { signal, locale }) => {
  const words = EXAMINE_WORDS[locale];
  if (!discord) {
    const nothing = { id: 'discord.token', state: 'absent', what: words.bot, detail: words.noToken } as const;
    return { findings: [{ ...nothing, advice: words.getToken }], reaches: [] };
  }
  const { createConnection } = await import('./connection.ts');
  const ignore = (): void => {};
  const connection = createConnection({ ...discord, hear: ignore, onLost: ignore, onFault: ignore });
  try {
    const findings = await findingsOf(connection.ask, discord, locale, signal);
    return { findings, reaches: discord.apiUrl === undefined ? HOSTS : [new URL(discord.apiUrl).host] };
  } finally {
    await connection.close();
  }
};
