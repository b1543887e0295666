// Coming into a workspace and going out of it: consent, codes for tokens, and what the service refuses on the way.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from './call.ts';
import { type Person, type Slack, startSlack } from './index.ts';

const BACK = 'http://127.0.0.1:9/back';

let slack: Slack;
let person: Person;
beforeEach(async () => {
  slack = await startSlack({ redirectUris: [BACK] });
  person = slack.person('Juno', { team: slack.team('Other').id });
});
afterEach(() => slack.close());

const consent = async (more: Record<string, string> = {}, user: string = person.id) => {
  const query = {
    client_id: slack.app.clientId,
    scope: 'commands,chat:write',
    state: 's',
    redirect_uri: BACK,
    ...more,
  };
  const url = `${slack.authorizeUrl}?${new URLSearchParams(query)}`;
  const response = await fetch(url, { redirect: 'manual', headers: { cookie: `slack_user=${user}` } });
  return { location: response.headers.get('location') ?? '', page: await response.text() };
};
const codeFor = async (): Promise<string> => new URL((await consent()).location).searchParams.get('code') ?? '';
const exchange = (args: object) =>
  apiOf(slack, '')('oauth.v2.access', {
    client_id: slack.app.clientId,
    client_secret: slack.app.clientSecret,
    ...args,
  });

describe('an installation', () => {
  it('gives a token for a code, once', async () => {
    const { location } = await consent();
    expect(location).toMatch(/^http:\/\/127\.0\.0\.1:9\/back\?code=[\w-]+&state=s$/);
    const code = new URL(location).searchParams.get('code');
    const given = await exchange({ code });
    expect(given).toMatchObject({ ok: true, scope: 'commands,chat:write', team: { id: person.team, name: 'Other' } });
    expect((await apiOf(slack, String(given['access_token']))('auth.test'))['team_id']).toBe(person.team);
    expect((await exchange({ code })).error).toBe('invalid_code');
  });

  it.each([
    ['an unknown code', { code: 'unknown' }, 'invalid_code'],
    ['another secret', { client_secret: 'another' }, 'bad_client_secret'],
    ['another app', { client_id: 'another' }, 'invalid_client_id'],
    ['another way back', { redirect_uri: 'http://127.0.0.1:9/other' }, 'bad_redirect_uri'],
  ])('is refused for %s', async (_, args, error) => {
    expect((await exchange({ code: await codeFor(), ...args })).error).toBe(error);
  });

  it.each([
    ['a way back that is not registered', { redirect_uri: 'http://127.0.0.1:9/other' }, undefined, 'bad_redirect_uri'],
    ['another app', { client_id: 'another' }, undefined, 'invalid_client_id'],
    ['nobody signed in', {}, 'U0', 'not_signed_in'],
    ['no scopes', { scope: '' }, undefined, 'invalid_scope'],
  ])('leads nowhere with %s', async (_, more, user, refusal) => {
    expect(await consent(more, user)).toMatchObject({ location: '', page: `<h1>${refusal}</h1>` });
  });

  it('that is made again keeps its token and adds scopes; after a removal there is a new token for the same user', async () => {
    const first = await exchange({ code: await codeFor() });
    const code = new URL((await consent({ scope: 'files:read' })).location).searchParams.get('code');
    const second = await exchange({ code });
    expect(second).toMatchObject({ access_token: first['access_token'], scope: 'commands,chat:write,files:read' });
    slack.uninstall(person.team);
    const third = await exchange({ code: await codeFor() });
    expect(third['access_token']).not.toBe(first['access_token']);
    expect(third['bot_user_id']).toBe(first['bot_user_id']);
    expect((await apiOf(slack, String(first['access_token']))('auth.test')).error).toBe('account_inactive');
  });
});
