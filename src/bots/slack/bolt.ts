// The one file that knows Bolt: a connection to Slack over a socket or HTTP, for one workspace or many. What is heard goes
// to the ears as plain data; what it means is theirs. Faults become errors of the house in `calls.ts`.
import { randomUUID } from 'node:crypto';
import {
  App,
  type Authorize,
  HTTPReceiver,
  type HTTPReceiverOptions,
  type Installation,
  type InstallationStore,
  type Logger,
  LogLevel,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store.ts';
import type { Clock } from '../clock.ts';
import { portFault } from '../ports.ts';
import type { Fields } from './calls.ts';
import type { Ears, Heard, Organisation, Respond } from './ears.ts';
import { faultOf, SERVICE } from './faults.ts';
import { createInstallations } from './installations.ts';
import { TIMES } from './limits.ts';
import { COMMAND, consentPage, SCOPES, SHORTCUT, STEP, tokenVariable } from './options.ts';
import type {
  BlockActions,
  MessageShortcut,
  SlackCommand,
  SlackEvent,
  ViewSubmission,
  WorkflowStep,
} from './payloads.ts';
import { keepOpen } from './reconnect.ts';

export interface Connection {
  readonly request: (team: string, method: string, args: Fields) => Promise<Fields>;
  /** @throws Error where the bot is not installed. */
  readonly tokenOf: (team: string) => Promise<string>;
  /** The bot was taken out of that workspace, or of all of its organisation. */
  forget(team: string, organisation?: Organisation): Promise<void>;
  /** Opens the ears. Resolves with the port that is listened on, where there is one. */
  open(): Promise<{ readonly port?: number }>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly config: SlackConfig;
  readonly installations: Store<Installation>;
  readonly ears: Ears;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn' | 'error' | 'info'>;
  /** What a workflow that cannot go on is told. */
  readonly explainFault: (error: unknown) => string;
}

/** Bolt's own words, without its debugging: that tells what people wrote. */
function loggerFor(log: ConnectionOptions['log']): Logger {
  const words = (given: readonly unknown[]): string =>
    given.map((part) => (part instanceof Error ? part.name : typeof part === 'string' ? part : typeof part)).join(' ');
  return {
    debug: () => {},
    info: (...given) => log.info({ bolt: words(given) }, 'Slack connection'),
    warn: (...given) => log.warn({ bolt: words(given) }, 'Slack connection'),
    error: (...given) => log.error({ bolt: words(given) }, 'Slack connection'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

const clientOptions = ({ apiUrl }: SlackConfig, logger: Logger): webApi.WebClientOptions => ({
  logger,
  timeout: TIMES.call,
  // What posts must not be tried again blindly: whoever calls knows what may be repeated.
  retryConfig: { retries: 0 },
  // One method's haste must not hold up all others.
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
});

interface Context {
  readonly teamId?: string;
  readonly enterpriseId?: string;
  readonly isEnterpriseInstall?: boolean;
  readonly botUserId?: string;
}

const heard = <P>(context: Context, payload: unknown): Heard<P> => ({
  team: context.teamId ?? context.enterpriseId ?? '',
  self: context.botUserId,
  ...(context.enterpriseId !== undefined && {
    organisation: { id: context.enterpriseId, isInstalled: context.isEnterpriseInstall === true },
  }),
  payload: payload as P,
});

const HEARD_EVENTS = ['message', 'app_mention', 'file_deleted', 'app_uninstalled', 'tokens_revoked'] as const;

/** Everything is acknowledged before anything is done about it, but for forms: their answer is in the acknowledgement. */
function listen(app: App, ears: Ears, explainFault: (error: unknown) => string): void {
  const through =
    (respond: (message: never) => Promise<unknown>): Respond =>
    async (message) =>
      void (await respond(message as never));
  for (const name of HEARD_EVENTS) {
    app.event(name, async ({ event, body, context }) => {
      await ears.event({ ...heard<SlackEvent>(context, event), id: body.event_id });
    });
  }
  app.command(COMMAND, async ({ command, ack, respond, context }) => {
    await ack();
    await ears.command(heard<SlackCommand>(context, command), through(respond));
  });
  app.shortcut(SHORTCUT, async ({ shortcut, ack, respond, context }) => {
    await ack();
    await ears.shortcut(heard<MessageShortcut>(context, shortcut), through(respond));
  });
  app.action(/.*/, async ({ body, ack, respond, context }) => {
    await ack();
    await ears.press(heard<BlockActions>(context, body), through(respond));
  });
  app.view(/.*/, async ({ body, ack, context }) => {
    const answer = await ears.submission(heard<ViewSubmission>(context, body));
    await (answer ? ack(answer as never) : ack());
  });
  app.function(STEP, async ({ event, complete, fail, context }) => {
    try {
      await complete({ outputs: await ears.step(heard<WorkflowStep>(context, event)) });
    } catch (error) {
      await fail({ error: explainFault(error) });
      throw error;
    }
  });
}

/** What carries events here, and where people install the bot. */
interface Doors {
  readonly open: () => Promise<number | undefined>;
  readonly close: () => Promise<void>;
}

const portOf = (server: { address(): unknown }): number | undefined => {
  const address = server.address();
  return typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : undefined;
};

function httpDoors(receiver: HTTPReceiver, port: number): Doors {
  return {
    async open() {
      try {
        return portOf(await receiver.start(port));
      } catch (error) {
        throw portFault(error, { variable: 'SLACK_PORT', port });
      }
    },
    close: () => receiver.stop(),
  };
}

function socketDoors({ client }: SocketModeReceiver, { ears, clock, log }: ConnectionOptions): Doors {
  const line = keepOpen(
    {
      open: async () => void (await client.start()),
      close: async () => void (await client.disconnect()),
      onLost: (listener) => void client.on('disconnected', listener),
    },
    { clock, log, onReturn: () => ears.reconnected() },
  );
  return {
    async open() {
      try {
        await line.open();
      } catch (error) {
        throw faultOf(error, 'SLACK_APP_TOKEN');
      }
      return undefined;
    },
    close: () => line.close(),
  };
}

/** Without a secret nobody can sign anything, and no path takes events. */
const installOnly = { signingSecret: randomUUID(), endpoints: [] as string[] };

function build(options: ConnectionOptions) {
  const { config, installations } = options;
  const { way, access } = config;
  const logger = loggerFor(options.log);
  const client = clientOptions(config, logger);
  const consent = consentPage(config);
  const oauth: HTTPReceiverOptions | undefined =
    access.kind === 'install'
      ? {
          ...installOnly,
          clientId: access.clientId,
          clientSecret: access.clientSecret,
          stateSecret: access.stateSecret,
          scopes: [...SCOPES],
          // Bolt's type promises both of its generations of installations; there is one.
          installationStore: createInstallations(installations) as unknown as InstallationStore,
          installerOptions: { clientOptions: client, ...(consent !== undefined && { authorizationUrl: consent }) },
          logger,
        }
      : undefined;
  const common = { logger, clientOptions: client, convoStore: false, deferInitialization: true } as const;
  const token = access.kind === 'token' ? { token: access.botToken } : {};
  if (way.mode === 'http') {
    const receiver = new HTTPReceiver({
      logger,
      ...oauth,
      endpoints: ['/slack/events'],
      signingSecret: way.signingSecret,
    });
    const app = new App({ ...common, ...token, receiver });
    return { app, installer: receiver.installer, doors: [httpDoors(receiver, way.port)] };
  }
  const receiver = new SocketModeReceiver({
    appToken: way.appToken,
    autoReconnectEnabled: false,
    logger,
    installerOptions: { clientOptions: client },
  });
  const pages = oauth && new HTTPReceiver(oauth);
  const installer = pages?.installer;
  const authorize = installer && { authorize: installer.authorize as Authorize<boolean> };
  const app = new App({ ...common, ...token, ...authorize, receiver, socketMode: true });
  const doors = [...(pages ? [httpDoors(pages, way.port)] : []), socketDoors(receiver, options)];
  return { app, installer, doors };
}

export function createConnection(options: ConnectionOptions): Connection {
  const { config, installations, ears, log } = options;
  const { access } = config;
  const { app, installer, doors } = build(options);
  const variable = tokenVariable(config);
  listen(app, ears, options.explainFault);
  app.error(async (error) => log.error({ err: error }, 'something heard from Slack could not be seen to'));

  const tokenOf = async (team: string): Promise<string> => {
    if (access.kind === 'token') return access.botToken;
    try {
      const found = await installer?.authorize({ teamId: team, enterpriseId: undefined, isEnterpriseInstall: false });
      if (found?.botToken !== undefined) return found.botToken;
    } catch (error) {
      throw new TalesError('service-login', { service: SERVICE, variable }, { cause: error });
    }
    throw new TalesError('service-login', { service: SERVICE, variable });
  };

  const open: Connection['open'] = async () => {
    try {
      await app.init();
    } catch (error) {
      throw faultOf(error, variable);
    }
    const ports: number[] = [];
    for (const door of doors) {
      const port = await door.open();
      if (port !== undefined) ports.push(port);
    }
    return ports[0] === undefined ? {} : { port: ports[0] };
  };

  return {
    request: async (team, method, args) => {
      const given = { token: await tokenOf(team), ...args };
      return (await app.client.apiCall(method, given)) as unknown as Fields;
    },
    tokenOf,
    forget: (team, organisation) =>
      createInstallations(installations).deleteInstallation({
        teamId: team,
        enterpriseId: organisation?.id,
        isEnterpriseInstall: organisation?.isInstalled,
      }),
    open,
    // A door that never opened refuses to be closed.
    close: async () => void (await Promise.allSettled(doors.map((door) => door.close()))),
  };
}
