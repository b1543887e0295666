// Troubles that a test orders: refusals, limits, broken connections and answers held back, met by the real client.
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_SCOPES } from './app.ts';
import { SILENT } from './bolt.ts';
import { apiOf } from './call.ts';
import { createManualClock, type Slack, startSlack } from './index.ts';

let slack: Slack;
let channel: string;
let client: WebClient;

beforeEach(async () => {
  slack = await startSlack();
  channel = slack.channel('class', [slack.person('Mina')]);
  client = new WebClient(slack.installation().token, {
    slackApiUrl: slack.apiUrl,
    logger: SILENT,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
});
afterEach(() => slack.close());

const say = () => client.chat.postMessage({ channel, text: 'hello' });
const said = () => slack.roots(channel).length;

describe('the next calls of a method', () => {
  it('are refused as often as was ordered', async () => {
    slack.trouble('chat.postMessage', { type: 'error', error: 'internal_error' }, 2);
    await expect(say()).rejects.toMatchObject({ data: { error: 'internal_error' } });
    await expect(say()).rejects.toMatchObject({ data: { error: 'internal_error' } });
    expect(await say()).toMatchObject({ ok: true });
    expect(said()).toBe(1);
  });

  it('are told how long to wait', async () => {
    slack.trouble('chat.postMessage', { type: 'rate-limited', retryAfter: 7 });
    await expect(say()).rejects.toMatchObject({ retryAfter: 7 });
    expect(said()).toBe(0);
  });

  it('fail with a status', async () => {
    slack.trouble('chat.postMessage', { type: 'status', status: 503 });
    await expect(say()).rejects.toMatchObject({ statusCode: 503 });
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('lose their connection %s the work is done', async (when, count) => {
    slack.trouble('chat.postMessage', { type: 'cut', when });
    await expect(say()).rejects.toThrow();
    expect(said()).toBe(count);
  });

  it('are answered late, though the work is done at once', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    slack.trouble('chat.postMessage', { type: 'held', until: promise });
    let isAnswered = false;
    const call = say().then(() => {
      isAnswered = true;
    });
    await slack.until(() => said() === 1);
    expect(isAnswered).toBe(false);
    resolve();
    await call;
    expect(isAnswered).toBe(true);
  });
});

describe('an outage', () => {
  it('takes away calls and events alike, until it is over', async () => {
    slack.outage(true);
    await expect(say()).rejects.toThrow();
    expect(slack.calls()).toEqual([]);
    slack.outage(false);
    expect(await say()).toMatchObject({ ok: true });
  });
});

describe('rate limits', () => {
  it('hold, once asked for, for messages by channel and for updates by minute', async () => {
    const clock = createManualClock();
    const strict = await startSlack({ clock, rateLimits: true });
    const api = apiOf(strict);
    const room = strict.channel('room', [strict.person('Mina')]);
    const posts = await Promise.all(
      Array.from({ length: 6 }, () => api('chat.postMessage', { channel: room, text: 't' })),
    );
    expect(posts.map(({ ok, error }) => error ?? ok)).toEqual([true, true, true, true, true, 'ratelimited']);
    const ts = posts[0]?.['ts'];
    const update = () => api('chat.update', { channel: room, ts, text: 'u' });
    for (let count = 0; count < 50; count += 1) expect((await update()).ok).toBe(true);
    expect((await update()).error).toBe('ratelimited');
    await clock.advance(60_000);
    expect((await update()).ok).toBe(true);
    await strict.close();
  });
});

describe('methods that need a scope of their own', () => {
  it('add reactions and join public channels', async () => {
    const { id } = slack.team('Other', [...ALL_SCOPES, 'reactions:write', 'channels:join', 'chat:write.public']);
    const api = apiOf(slack, slack.installation(id).token);
    const person = slack.person('Juno', { team: id });
    const room = slack.channel('room', [person], { withBot: false });
    const { ts } = await api('chat.postMessage', { channel: room, text: 'hello' });
    const react = () => api('reactions.add', { channel: room, timestamp: ts, name: 'tada' });
    expect((await react()).error).toBe('not_in_channel');
    expect((await api('conversations.join', { channel: room })).ok).toBe(true);
    expect((await react()).ok).toBe(true);
    expect((await api('reactions.add', { channel: room, timestamp: '1.0', name: 'tada' })).error).toBe(
      'message_not_found',
    );
  });
});
