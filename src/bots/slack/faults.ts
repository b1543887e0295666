// What went wrong with Slack, in the words of the house. Decides by the codes that Slack and its client name. Pure.
import { TalesError } from '../../errors.ts';

export const SERVICE = 'Slack';

/** An error as Slack's client makes it; anything may be missing. */
interface ClientError {
  readonly code?: string;
  readonly statusCode?: number;
  readonly retryAfter?: number;
  readonly data?: { readonly error?: string; readonly needed?: string };
}

const shape = (error: unknown): ClientError => (typeof error === 'object' && error !== null ? error : {});

/** What Slack says itself, such as `not_in_channel`; `undefined` when it said nothing. */
export const slackCode = (error: unknown): string | undefined =>
  error instanceof TalesError ? slackCode(error.cause) : shape(error).data?.error;

/** For how long Slack asks to wait, in milliseconds. */
export function waitAsked(error: unknown): number | undefined {
  const { code, retryAfter } = shape(error);
  return code === 'slack_webapi_rate_limited_error' ? (retryAfter ?? 1) * 1000 : undefined;
}

const LOGIN: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'team_access_not_granted',
];
const GONE: readonly string[] = ['channel_not_found', 'is_archived', 'thread_not_found', 'message_not_found'];
const INVITE: readonly string[] = ['not_in_channel', 'user_not_in_channel'];
const FORBIDDEN: readonly string[] = [
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'posting_to_channel_denied',
  'no_permission',
  'access_denied',
  // Nobody can be written to directly where the app's messages are switched off.
  'messages_tab_disabled',
];
const PASSING: readonly string[] = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
];

/** @param variable where the token was set. */
export function faultOf(error: unknown, variable: string): TalesError {
  if (error instanceof TalesError) return error;
  const { code, statusCode } = shape(error);
  const reason = slackCode(error);
  const options = { cause: error };
  if (waitAsked(error) !== undefined) {
    return new TalesError(
      'service-refused',
      { service: SERVICE, reason: 'ratelimited' },
      { ...options, retryable: true },
    );
  }
  if (reason === undefined || PASSING.includes(reason)) {
    if (code === 'slack_webapi_http_error' && statusCode !== undefined && statusCode < 500) {
      return new TalesError('service-refused', { service: SERVICE, reason: `${statusCode}` }, options);
    }
    return new TalesError('service-unreachable', { service: SERVICE }, { ...options, retryable: true });
  }
  if (LOGIN.includes(reason)) return new TalesError('service-login', { service: SERVICE, variable }, options);
  if (GONE.includes(reason)) return new TalesError('thread-gone', { service: SERVICE }, options);
  const missing = missingFor(reason, shape(error).data?.needed);
  if (missing) return new TalesError('service-permission', { service: SERVICE, missing }, options);
  return new TalesError('service-refused', { service: SERVICE, reason: reason.slice(0, 80) }, options);
}

function missingFor(reason: string, needed: string | undefined): readonly string[] | undefined {
  if (reason === 'missing_scope') return needed ? needed.split(/[ ,]+/) : ['scope'];
  if (INVITE.includes(reason)) return ['/invite'];
  return FORBIDDEN.includes(reason) ? [reason] : undefined;
}
