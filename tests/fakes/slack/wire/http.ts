// The request URL of an app: signed requests, three seconds to answer, repetitions marked in headers.
import { createHmac, randomUUID } from 'node:crypto';
import type { AppRecord } from '../app.ts';
import { type Fields, fieldsOf } from '../json.ts';
import type { World } from '../world.ts';
import type { Carrier, Parcel, Reply } from './parcel.ts';

export interface Signing {
  /** Seconds by which the request is old already; Slack's libraries refuse more than five minutes. */
  readonly age?: number;
  /** Signs with another secret. */
  readonly secret?: string;
}

function formOf(payload: Fields): string {
  const pairs = Object.entries(payload).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(Object.fromEntries(pairs)).toString();
}

/** The body as Slack sends it, and its type. */
function bodyOf({ type, payload }: Parcel): [string, string] {
  const form = 'application/x-www-form-urlencoded';
  switch (type) {
    case 'events_api':
      return [JSON.stringify(payload), 'application/json'];
    case 'interactive':
      return [new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form];
    case 'slash_commands':
      return [formOf(payload), form];
  }
}

export function signedHeaders(world: World, app: AppRecord, body: string, { age = 0, secret }: Signing = {}) {
  const at = `${Math.floor(world.clock.now() / 1000) - age}`;
  const signature = createHmac('sha256', secret ?? app.signingSecret)
    .update(`v0:${at}:${body}`)
    .digest('hex');
  return { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${signature}` };
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const noRetry = response.headers.get('x-slack-no-retry') === '1';
  if (!response.ok) return { type: 'failed', reason: 'http_error', noRetry, detail: `${response.status} ${text}` };
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { type: 'acknowledged', body: isJson ? JSON.parse(text) : text === '' ? undefined : text };
}

export interface HttpCarrier extends Carrier {
  /** As a stranger or an old request would arrive. */
  readonly carrySigned: (parcel: Parcel, signing: Signing) => Promise<Reply>;
  /** Whether the app answers the challenge by which Slack takes an address. */
  readonly verify: () => Promise<void>;
}

export function createHttpCarrier(world: World, app: AppRecord, url: string): HttpCarrier {
  const deliver = async (
    body: string,
    contentType: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply> => {
    const abort = new AbortController();
    const cancel = world.clock.after(world.answerWithin, () => abort.abort());
    try {
      const all = { 'content-type': contentType, 'user-agent': 'Slackbot 1.0', ...headers };
      const options = { method: 'POST', headers: all, body, signal: abort.signal, redirect: 'manual' } as const;
      return await readReply(await fetch(url, options));
    } catch {
      return { type: 'failed', reason: abort.signal.aborted ? 'http_timeout' : 'connection_failed' };
    } finally {
      cancel();
    }
  };
  const carrySigned: HttpCarrier['carrySigned'] = (parcel, signing) => {
    const [body, contentType] = bodyOf(parcel);
    const { retry } = parcel;
    return deliver(body, contentType, {
      ...signedHeaders(world, app, body, signing),
      ...(retry && { 'x-slack-retry-num': `${retry.number}`, 'x-slack-retry-reason': retry.reason }),
    });
  };
  return {
    carrySigned,
    carry: (parcel) => carrySigned(parcel, {}),
    verify: async () => {
      const challenge = randomUUID();
      const payload = { type: 'url_verification', token: app.verificationToken, challenge };
      const reply = await carrySigned({ type: 'events_api', payload }, {});
      const echoed =
        reply.type === 'acknowledged' && (reply.body === challenge || fieldsOf(reply.body)['challenge'] === challenge);
      if (!echoed) throw new Error(`the app did not answer the challenge: ${JSON.stringify(reply)}`);
    },
  };
}
