// Small parts on their own: faults in the words of the house, calls that wait, a line that is kept open, tokens that go
// to Slack alone.
import { describe, expect, it } from 'vitest';
import { createCalls } from '../../../src/bots/slack/calls.ts';
import { createUploads, fileHosts } from '../../../src/bots/slack/downloads.ts';
import { faultOf, slackCode } from '../../../src/bots/slack/faults.ts';
import { createFiles } from '../../../src/bots/slack/files.ts';
import { createPeople } from '../../../src/bots/slack/people.ts';
import { keepOpen } from '../../../src/bots/slack/reconnect.ts';
import { createFakeClock } from '../world.ts';

const platformError = (error: string, more: object = {}) => ({
  code: 'slack_webapi_platform_error',
  data: { ok: false, error, ...more },
});
const RATE_LIMITED = { code: 'slack_webapi_rate_limited_error', retryAfter: 3 };

describe('a fault of Slack', () => {
  it.each([
    [platformError('invalid_auth'), 'service-login', { service: 'Slack', variable: 'X' }, false],
    [platformError('token_revoked'), 'service-login', { service: 'Slack', variable: 'X' }, false],
    [
      platformError('missing_scope', { needed: 'files:read,files:write' }),
      'service-permission',
      { service: 'Slack', missing: ['files:read', 'files:write'] },
      false,
    ],
    [platformError('not_in_channel'), 'service-permission', { service: 'Slack', missing: ['/invite'] }, false],
    [
      platformError('restricted_action'),
      'service-permission',
      { service: 'Slack', missing: ['restricted_action'] },
      false,
    ],
    [
      platformError('messages_tab_disabled'),
      'service-permission',
      { service: 'Slack', missing: ['messages_tab_disabled'] },
      false,
    ],
    [platformError('channel_not_found'), 'thread-gone', { service: 'Slack' }, false],
    [platformError('msg_too_long'), 'service-refused', { service: 'Slack', reason: 'msg_too_long' }, false],
    [platformError('internal_error'), 'service-unreachable', { service: 'Slack' }, true],
    [{ code: 'slack_webapi_request_error' }, 'service-unreachable', { service: 'Slack' }, true],
    [{ code: 'slack_webapi_http_error', statusCode: 503 }, 'service-unreachable', { service: 'Slack' }, true],
    [
      { code: 'slack_webapi_http_error', statusCode: 404 },
      'service-refused',
      { service: 'Slack', reason: '404' },
      false,
    ],
    [RATE_LIMITED, 'service-refused', { service: 'Slack', reason: 'ratelimited' }, true],
    [new TypeError('odd'), 'service-unreachable', { service: 'Slack' }, true],
  ])('%j is told as %s', (error, code, details, retryable) => {
    expect(faultOf(error, 'X')).toMatchObject({ code, details, retryable });
  });

  it('keeps the code that Slack gave', () => {
    expect(slackCode(faultOf(platformError('not_in_channel'), 'X'))).toBe('not_in_channel');
    expect(slackCode(new Error('x'))).toBeUndefined();
  });
});

describe('a call that Slack refuses for its haste', () => {
  function setUp() {
    const time = createFakeClock();
    const made: string[] = [];
    let refusals = 1;
    const call = createCalls({
      clock: time.clock,
      variable: 'X',
      signal: new AbortController().signal,
      request: async (team, method, args) => {
        made.push(`${team} ${method} ${args['channel']}`);
        if (method === 'chat.update' && args['channel'] === 'C1' && refusals-- > 0) throw RATE_LIMITED;
        return { ok: true };
      },
    });
    return { time, made, call };
  }

  it('is made again after the wait, and holds up only its own', async () => {
    const { time, made, call } = setUp();
    const first = call('T', 'chat.update', { channel: 'C1' });
    await expect.poll(() => time.waiting).toBe(1);
    const second = call('T', 'chat.update', { channel: 'C1' });
    await call('T', 'chat.update', { channel: 'C2' });
    await call('T', 'chat.postMessage', { channel: 'C1' });
    await call('T2', 'chat.update', { channel: 'C3' });
    expect(made.filter((line) => line === 'T chat.update C1')).toHaveLength(1);
    await expect(call('T', 'chat.update', { channel: 'C1' }, { now: true })).rejects.toMatchObject({
      details: { reason: 'ratelimited' },
    });
    time.pass(3000);
    await Promise.all([first, second]);
    expect(made.filter((line) => line === 'T chat.update C1')).toHaveLength(3);
  });
});

describe('a file', () => {
  const awaited = async (answer: () => Record<string, unknown>, unknownFor?: number) => {
    const time = createFakeClock();
    const files = createFiles({
      call: async () => answer(),
      clock: time.clock,
      signal: new AbortController().signal,
      fetch,
    });
    const waiting = files.await('T', 'F1', ({ mimetype }) => mimetype === 'application/pdf', unknownFor);
    let found: unknown = 'nothing yet';
    waiting.then((file) => {
      found = file;
    });
    let waited = 0;
    while (waited < 60_000 && found === 'nothing yet') {
      await new Promise(setImmediate);
      if (time.waiting === 0) continue;
      time.pass(500);
      waited += 500;
    }
    return { found, waited };
  };
  const UNKNOWN = platformError('file_not_found');

  it('is waited for until it is as it should be', async () => {
    let looks = 0;
    const answer = () => ({ file: { id: 'F1', ...(++looks > 2 && { mimetype: 'application/pdf' }) } });
    expect(await awaited(answer)).toEqual({ found: { id: 'F1', mimetype: 'application/pdf' }, waited: 1000 });
  });

  it('is waited for in vain no longer than is reasonable, and less where Slack does not know it', async () => {
    expect(await awaited(() => ({ file: { id: 'F1' } }))).toEqual({ found: undefined, waited: 20_000 });
    const unknown = (): never => {
      throw UNKNOWN;
    };
    expect(await awaited(unknown, 3000)).toEqual({ found: undefined, waited: 3000 });
  });
});

describe('a program that stops', () => {
  it('takes nothing for late that it waited for: the next start sees to it', async () => {
    const stopping = new AbortController();
    const call = async () => ({ file: { id: 'F1' } });
    const files = createFiles({ call, clock: createFakeClock().clock, signal: stopping.signal, fetch });
    const waiting = files.await('T', 'F1', () => false);
    stopping.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled', retryable: true });
  });
});

describe('a line', () => {
  function setUp(opens: readonly boolean[]) {
    const time = createFakeClock();
    const left = [...opens];
    const counts = { opened: 0, returned: 0 };
    let lose = (): void => {};
    const line = keepOpen(
      {
        open: async () => {
          if (left.shift() === false) throw new Error('out of reach');
          counts.opened += 1;
        },
        close: async () => {},
        onLost: (listener) => {
          lose = listener;
        },
      },
      {
        clock: time.clock,
        log: { warn: () => {} },
        onReturn: () => {
          counts.returned += 1;
        },
      },
    );
    return { time, line, counts, lose: () => lose() };
  }

  it('is opened again at once, and then ever more slowly, and says that it is back', async () => {
    const { time, line, counts, lose } = setUp([true, false, false, true]);
    await line.open();
    expect(counts).toEqual({ opened: 1, returned: 0 });
    lose();
    lose();
    for (const wait of [0, 1000, 2000]) {
      await expect.poll(() => time.waiting).toBe(1);
      time.pass(wait);
    }
    await expect.poll(() => counts).toEqual({ opened: 2, returned: 1 });
    lose();
    await expect.poll(() => time.waiting).toBe(1);
    time.pass(0);
    await expect.poll(() => counts).toEqual({ opened: 3, returned: 2 });
  });

  it('rejects where it cannot be opened at first, and stays closed once it is closed', async () => {
    const { time, line, counts, lose } = setUp([false, true]);
    await expect(line.open()).rejects.toThrow('out of reach');
    await line.open();
    await line.close();
    lose();
    expect([counts.opened, time.waiting]).toEqual([1, 0]);
  });
});

describe('a person', () => {
  function setUp(answer: () => Promise<Record<string, unknown>>) {
    const time = createFakeClock();
    const asked: string[] = [];
    const people = createPeople({
      call: async (_, method) => {
        asked.push(method);
        return answer();
      },
      teachers: ['U2'],
      clock: time.clock,
      log: { warn: () => {} },
    });
    return { time, asked, people };
  }
  const user = (more: object) => async () => ({ user: { locale: 'ko-KR', ...more } });

  it.each([
    ['U1', {}, false],
    ['U2', {}, true],
    ['U1', { team_id: 'T', is_admin: true }, true],
    ['U1', { team_id: 'T', is_owner: true }, true],
    ['U1', { team_id: 'T', is_primary_owner: true }, true],
    // Leads another workspace, with which a channel is shared.
    ['U1', { team_id: 'T2', is_admin: true }, false],
    ['U1', { team_id: 'T2', is_stranger: true, is_owner: true, is_primary_owner: true }, false],
    ['U1', { team_id: 'T2', is_admin: true, enterprise_user: { enterprise_id: 'E2', teams: ['T2', 'T3'] } }, false],
    ['U1', { is_admin: true }, false],
    // Belongs to several workspaces of one organisation, and to this one.
    ['U1', { team_id: 'T2', is_admin: true, enterprise_user: { enterprise_id: 'E', teams: ['T2', 'T'] } }, true],
    // Named as a teacher, wherever that person comes from.
    ['U2', { team_id: 'T2' }, true],
  ])('%s with %j is a teacher: %j', async (id, more, teacher) => {
    const { people } = setUp(user(more));
    expect(await people.actor('T', id)).toEqual({ id, teacher, locale: 'ko' });
  });

  it('is asked about once in a while', async () => {
    const { time, asked, people } = setUp(user({ locale: 'en-GB' }));
    expect(people.knownLocale('T', 'U1')).toBeUndefined();
    await people.actor('T', 'U1');
    expect(people.knownLocale('T', 'U1')).toBe('en');
    await people.actor('T', 'U1');
    expect(asked).toHaveLength(1);
    time.pass(2 * 60 * 60 * 1000);
    await people.actor('T', 'U1');
    expect(asked).toHaveLength(2);
  });

  it('is asked about again after very many others', async () => {
    const { asked, people } = setUp(user({}));
    for (let id = 0; id <= 2000; id += 1) await people.actor('T', `U${id}`);
    await people.actor('T', 'U2000');
    expect(asked).toHaveLength(2001);
    await people.actor('T', 'U0');
    expect(asked).toHaveLength(2002);
  });

  it('is nobody special where Slack does not tell, and is asked about again', async () => {
    const { asked, people } = setUp(async () => {
      throw new Error('out of reach');
    });
    expect(await people.actor('T', 'U1')).toEqual({ id: 'U1', teacher: false });
    expect(await people.channelLocale('T', 'C1')).toBeUndefined();
    await people.actor('T', 'U1');
    expect(asked).toHaveLength(3);
  });
});

describe('the token', () => {
  const sent = async (url: string, apiUrl?: string): Promise<unknown> => {
    const headers: unknown[] = [];
    const uploadOf = createUploads({
      call: async () => ({}),
      tokenOf: async () => 'secret',
      apiUrl,
      download: async (_, options) => {
        headers.push(options.headers);
        return { bytes: new Uint8Array([1]), mediaType: 'image/png' };
      },
    });
    const picture = { source: 'F1:1.0', place: '1' };
    const upload = uploadOf('T', { file: { id: 'F1', url_private: url }, picture });
    await upload.read({ signal: new AbortController().signal, limit: 10 });
    return headers[0];
  };
  const BEARER = { Authorization: 'Bearer secret' };

  it.each([
    ['https://files.slack.com/files-pri/T-F/a.png', undefined, BEARER],
    ['https://school.slack.com/files/a.png', undefined, BEARER],
    ['https://slack.com.example/a.png', undefined, {}],
    ['https://notslack.com/a.png', undefined, {}],
    ['http://files.slack.com/a.png', undefined, {}],
    ['https://files.slack-gov.com/a.png', 'https://slack-gov.com/api/', BEARER],
    ['https://files.slack.com/a.png', 'http://127.0.0.1:9/api/', {}],
    ['http://127.0.0.1:9/a.png', 'http://127.0.0.1:9/api/', BEARER],
  ])('for %s (API at %s) is %j', async (url, apiUrl, expected) => {
    expect(await sent(url, apiUrl)).toEqual(expected);
  });

  it('is for hosts beside which others may be allowed', () => {
    expect(fileHosts(undefined, ['cdn.example'])).toEqual(['files.slack.com', '*.slack.com', 'cdn.example']);
  });
});
