// Looks at Slack without starting to listen: whether the tokens are known, which scopes the bot has, whether the port can
// be opened. The few questions are asked by plain HTTP, because Slack tells scopes in a header of its answers.
import type { SlackConfig } from '../../config.ts';
import { type Finding, probe } from '../../finding.ts';
import type { Examine, ExamineOptions } from '../examination.ts';
import { assertPortFree } from '../ports.ts';
import { EXAMINE_WORDS } from './examine-wording.ts';
import { faultOf } from './faults.ts';
import { SCOPES } from './options.ts';

const REAL = 'https://slack.com/api/';
const HOSTS = ['slack.com', 'wss-primary.slack.com', 'files.slack.com'] as const;

interface Question {
  readonly slack: SlackConfig;
  readonly method: string;
  readonly token: string;
  /** Where the token was set. */
  readonly variable: string;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly ok?: boolean;
  readonly error?: string;
  readonly team?: string;
  readonly user?: string;
}

/** @throws TalesError `service-login`, `service-refused`, `service-unreachable`. */
async function ask({ slack, method, token, variable, signal }: Question) {
  const base = (slack.apiUrl ?? REAL).replace(/\/*$/, '/');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' };
  try {
    const response = await fetch(new URL(method, base), { method: 'POST', headers, signal, redirect: 'error' });
    if (!response.ok) throw faultOf({ code: 'slack_webapi_http_error', statusCode: response.status }, variable);
    const answer = (await response.json()) as Answer;
    if (answer.ok !== true) throw faultOf({ data: { error: answer.error ?? 'unknown' } }, variable);
    const scopes = response.headers.get('x-oauth-scopes');
    return { answer, scopes: scopes === null ? undefined : scopes.split(/[ ,]+/) };
  } catch (error) {
    throw faultOf(error, variable);
  }
}

function scopeFinding(scopes: readonly string[] | undefined, { locale }: ExamineOptions): Finding {
  const words = EXAMINE_WORDS[locale];
  const about = { id: 'slack.scopes', what: words.scopes } as const;
  if (!scopes) return { ...about, state: 'absent', detail: words.unknownScopes };
  const missing = SCOPES.filter((scope) => !scopes.includes(scope));
  return missing.length === 0
    ? { ...about, state: 'ready', detail: words.allScopes }
    : { ...about, state: 'broken', detail: words.lacking(missing), advice: words.lackingAdvice };
}

async function botFindings(slack: SlackConfig, options: ExamineOptions): Promise<readonly Finding[]> {
  const { access } = slack;
  const { locale, signal } = options;
  const words = EXAMINE_WORDS[locale];
  if (access.kind === 'install') {
    const about = { id: 'slack.token', state: 'ready', what: words.bot } as const;
    return [{ ...about, detail: words.installed, advice: words.installAdvice }];
  }
  let scopes: { readonly held: readonly string[] | undefined } | undefined;
  const token = await probe('slack.token', words.bot, locale, async () => {
    const variable = 'SLACK_BOT_TOKEN';
    const told = await ask({ slack, method: 'auth.test', token: access.botToken, variable, signal });
    scopes = { held: told.scopes };
    return { detail: words.loggedIn(told.answer.team ?? '', told.answer.user ?? '') };
  });
  return [token, ...(scopes ? [scopeFinding(scopes.held, options)] : [])];
}

/** How events come in. A ticket for a socket that nobody uses does no harm: it expires by itself. */
async function lineFindings(slack: SlackConfig, options: ExamineOptions): Promise<readonly Finding[]> {
  const { way, access } = slack;
  const { locale, signal, isRunning } = options;
  const words = EXAMINE_WORDS[locale];
  const socket =
    way.mode === 'socket'
      ? [
          await probe('slack.socket', words.line, locale, async () => {
            const method = 'apps.connections.open';
            await ask({ slack, method, token: way.appToken, variable: 'SLACK_APP_TOKEN', signal });
            return { detail: words.socket };
          }),
        ]
      : [];
  if (way.mode === 'socket' && access.kind === 'token') return socket;
  const port = await probe('slack.port', words.line, locale, async () => {
    if (isRunning) return { detail: words.ownPort(way.port) };
    await assertPortFree({ variable: 'SLACK_PORT', port: way.port });
    return { detail: words.http(way.port), ...(way.mode === 'http' && { advice: words.httpAdvice }) };
  });
  return [...socket, port];
}

export const examineSlack: Examine = async ({ slack }, options) => {
  const words = EXAMINE_WORDS[options.locale];
  if (!slack) {
    const nothing = { id: 'slack.token', state: 'absent', what: words.bot, detail: words.noToken } as const;
    return { findings: [{ ...nothing, advice: words.getToken }], reaches: [] };
  }
  const found = await Promise.all([botFindings(slack, options), lineFindings(slack, options)]);
  return { findings: found.flat(), reaches: slack.apiUrl === undefined ? HOSTS : [new URL(slack.apiUrl).host] };
};
