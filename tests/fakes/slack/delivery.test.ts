// Events that the bot does not acknowledge: repeated three times, over sockets and over HTTP, on a clock moved by hand.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { apiOf } from './call.ts';
import { createManualClock, type ManualClock, type Person, type Slack, startSlack } from './index.ts';

let clock: ManualClock;
let slack: Slack;
let mina: Person;
let channel: string;

beforeEach(async () => {
  clock = createManualClock();
  slack = await startSlack({ clock });
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
});
afterEach(() => slack.close());

interface Envelope {
  readonly type: string;
  readonly envelope_id: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly payload: { readonly event_id: string; readonly event: { readonly type: string } };
}

/** A socket without a bot behind it. */
async function connect(): Promise<{ socket: WebSocket; heard: Envelope[] }> {
  const { url } = await apiOf(slack, slack.app.appToken)('apps.connections.open');
  const socket = new WebSocket(String(url));
  const heard: Envelope[] = [];
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    slack.world.changed();
  });
  await slack.until(() => heard[0]?.type === 'hello');
  return { socket, heard };
}

describe('an event over a socket', () => {
  it('comes again at once, after a minute and after five, and is then lost', async () => {
    const { heard } = await connect();
    mina.post(channel, { text: 'hello' });
    const coming = (count: number) => slack.until(() => heard.length === count + 1);
    await coming(1);
    await clock.advance(3000);
    await coming(2);
    await clock.advance(3000 + 59_000);
    expect(heard).toHaveLength(3);
    await clock.advance(1000);
    await coming(3);
    await clock.advance(3000 + 300_000);
    await coming(4);
    expect(heard.slice(1).map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [0, ''],
      [1, 'http_timeout'],
      [2, 'http_timeout'],
      [3, 'http_timeout'],
    ]);
    expect(new Set(heard.slice(1).map(({ payload }) => payload.event_id)).size).toBe(1);
    await clock.advance(3000);
    await slack.quiet();
    expect(slack.lost).toEqual([heard[1]?.payload.event_id]);
  });

  it('that found nobody connected reaches who connects before its next repetition', async () => {
    mina.post(channel, { text: 'hello' });
    await slack.until(() => slack.delivered.length === 2);
    const { socket, heard } = await connect();
    await clock.advance(60_000);
    const envelope = await slack.until(() => heard[1]);
    expect(envelope).toMatchObject({ retry_attempt: 2, retry_reason: 'connection_failed' });
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    await slack.quiet();
    expect(slack.lost).toEqual([]);
  });

  it('is told of as a fault when it is acknowledged too late', async () => {
    const { socket, heard } = await connect();
    mina.post(channel, { text: 'hello' });
    const { envelope_id } = await slack.until(() => heard[1]);
    await clock.advance(3000);
    socket.send(JSON.stringify({ envelope_id }));
    await slack.until(() => slack.faults.some((fault) => fault.includes('too late')));
  });
});

describe('a socket', () => {
  it('takes ten connections of an app and no more, and each ticket once', async () => {
    await Promise.all(Array.from({ length: 10 }, connect));
    const open = apiOf(slack, slack.app.appToken);
    expect((await open('apps.connections.open')).error).toBe('too_many_websockets');
  });

  it('may be refreshed, dropped and refused', async () => {
    const { socket, heard } = await connect();
    slack.socketMode.refresh();
    await slack.until(() => heard.some((message) => message.type === 'disconnect'));
    const closed = once(socket, 'close');
    slack.socketMode.outage(true);
    await closed;
    await slack.until(() => slack.socketMode.connected() === 0);
    expect((await apiOf(slack, slack.app.appToken)('apps.connections.open')).error).toBe('internal_error');
    slack.socketMode.outage(false);
    expect((await connect()).heard).toHaveLength(1);
  });
});

describe('an event over HTTP', () => {
  it('says in its headers how often it came and why, until it is told not to come again', async () => {
    const heard: IncomingMessage['headers'][] = [];
    const bot = createServer(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));
      if (body.type === 'url_verification') return response.end(body.challenge);
      heard.push(request.headers);
      return response.writeHead(500, heard.length === 3 ? { 'x-slack-no-retry': '1' } : {}).end();
    });
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    await slack.useHttp(`http://127.0.0.1:${(bot.address() as AddressInfo).port}/`);
    mina.post(channel, { text: 'hello' });
    await slack.until(() => slack.delivered.length === 2);
    await clock.advance(60_000);
    await slack.quiet();
    const told = heard.map((headers) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    expect(told).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
    bot.close();
  });

  it('needs a bot that answers the challenge', async () => {
    await expect(slack.useHttp(`${slack.origin}/nothing`)).rejects.toThrow('did not answer the challenge');
  });
});
