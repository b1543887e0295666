// What the configuration says of Slack, as the connection needs it.
import type { SlackConfig } from '../../config.ts';

/** Every scope that the bot uses; the manifest asks for the same. */
export const SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
];

/** Everything that Slack is to tell; the manifest subscribes to the same. */
export const EVENTS: readonly string[] = [
  'app_mention',
  'app_uninstalled',
  'file_deleted',
  'function_executed',
  'message.channels',
  'message.groups',
  'tokens_revoked',
];

export const COMMAND = '/storybook';
export const SHORTCUT = 'add_to_storybook';
export const STEP = 'make_storybook';

/** Names the variable that a refused token came from. */
export const tokenVariable = ({ access }: SlackConfig): string =>
  access.kind === 'token' ? 'SLACK_BOT_TOKEN' : 'SLACK_CLIENT_ID';

/** The page where people agree to the installation; a test server has its own. */
export const consentPage = ({ apiUrl }: SlackConfig): string | undefined =>
  apiUrl === undefined ? undefined : new URL('/oauth/v2/authorize', apiUrl).href;
