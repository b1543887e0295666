// A small real app on Bolt, for the tests of the fake service alone: it knows the service by its address and its tokens.
import { App, type AppOptions, type Installation, type Logger, LogLevel } from '@slack/bolt';
import type { Slack } from './index.ts';

export const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Retries off and quiet, so that a refusal shows at once. */
const options = (slack: Slack): AppOptions => ({
  logLevel: LogLevel.ERROR,
  logger: SILENT,
  clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
});

export const socketApp = (slack: Slack, more: AppOptions = {}): App =>
  new App({
    ...options(slack),
    token: slack.installation().token,
    appToken: slack.app.appToken,
    socketMode: true,
    ...more,
  });

export const httpApp = (slack: Slack, more: AppOptions = {}): App =>
  new App({
    ...options(slack),
    token: slack.installation().token,
    signingSecret: slack.app.signingSecret,
    ...more,
  });

interface OauthOptions {
  readonly port: number;
  /** Installations by team. */
  readonly store: Map<string, Installation>;
  readonly socketMode: boolean;
}

/** For several workspaces. In Socket Mode the port is for the pages of the installation alone. */
export const oauthApp = (slack: Slack, { port, store, socketMode }: OauthOptions): App =>
  new App({
    ...options(slack),
    ...(socketMode ? { socketMode, appToken: slack.app.appToken } : { signingSecret: slack.app.signingSecret }),
    clientId: slack.app.clientId,
    clientSecret: slack.app.clientSecret,
    stateSecret: 'state',
    scopes: ['commands', 'chat:write', 'channels:history'],
    redirectUri: `http://127.0.0.1:${port}/slack/oauth_redirect`,
    installerOptions: { port, authorizationUrl: slack.authorizeUrl, redirectUriPath: '/slack/oauth_redirect' },
    installationStore: {
      storeInstallation: async (installation) =>
        void store.set(installation.team?.id ?? '', installation as Installation),
      fetchInstallation: async ({ teamId }) => {
        const found = store.get(teamId ?? '');
        if (!found) throw new Error('not installed');
        return found;
      },
    },
  });
