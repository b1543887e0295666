// A small real app on Bolt, for the tests of the fake service alone: it knows the service by its address and its tokens.
import { App, type AppOptions, LogLevel } from '@slack/bolt';
import type { Slack } from './index.ts';

/** Retries off and quiet, so that a refusal shows at once. */
const options = (slack: Slack): AppOptions => ({
  logLevel: LogLevel.ERROR,
  logger: { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} },
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
