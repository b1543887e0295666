// One GET of the hub: follows redirects to the hosts that keep its files, tells the token to the hub alone, and says in
// our words what a status means. Trying again is left to `retry.ts`.
import type { HubConfig } from '../../config.ts';
import { isTalesError, TalesError, throwIfCancelled } from '../../errors.ts';
import { Interruption, retryAfter } from './retry.ts';
import type { HubContext } from './types.ts';

const MOST_REDIRECTS = 5;

/** What people know the hub by. */
export const serviceOf = ({ endpoint }: HubConfig): string => new URL(endpoint).host;

interface Request {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses besides those of success that the caller can do something with. */
  readonly accept?: readonly number[];
}

type Reachable = Pick<HubContext, 'hub' | 'tools' | 'signal'>;

/** A secret meant for one host is not told to another, and nothing goes on unencrypted that began encrypted. */
async function follow({ hub, tools, signal }: Reachable, { url, headers }: Request, left: number): Promise<Response> {
  const endpoint = new URL(hub.endpoint);
  const refused = (reason: string): TalesError =>
    new TalesError('service-refused', { service: serviceOf(hub), reason });
  if (!/^https?:$/.test(url.protocol) || (endpoint.protocol === 'https:' && url.protocol !== 'https:'))
    throw refused(`redirect to ${url.protocol}`);
  const isOwn = url.origin === endpoint.origin;
  const response = await tools.fetch(url, {
    headers: {
      // The bytes themselves: ranges count those, and so does the hash.
      'accept-encoding': 'identity',
      'user-agent': 'talesrunner',
      ...headers,
      ...(hub.token !== undefined && isOwn && { authorization: `Bearer ${hub.token}` }),
    },
    redirect: 'manual',
    signal,
  });
  const target = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || target === null) return response;
  await response.body?.cancel();
  if (left === 0) throw refused('too many redirects');
  return follow({ hub, tools, signal }, { url: new URL(target, url), ...(headers && { headers }) }, left - 1);
}

/** What is wrong with an answer; the address that is told is the hub's, not the signed one of some other host. */
function faultOf({ hub, tools }: Reachable, { url }: Request, { status, headers }: Response): Error {
  const address = `${url.origin}${url.pathname}`;
  if (status === 401 || status === 403) return new TalesError('hub-denied', { address });
  if (status === 404 || status === 410) return new TalesError('hub-not-found', { address });
  if (status === 408 || status === 429 || status >= 500) {
    const pause = retryAfter(headers.get('retry-after'), tools.clock.now());
    const isBusy = status === 429 || status === 503;
    return new Interruption(`HTTP ${status}`, { isBusy, ...(pause !== undefined && { pause }) });
  }
  return new TalesError('service-refused', { service: serviceOf(hub), reason: `HTTP ${status}` });
}

/** Fires when nothing was heard for too long. */
function listening(silence: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), silence);
  return { signal: controller.signal, heard: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}

/**
 * @param read takes the answer apart, and says with `heard` that something has come.
 * @throws TalesError `hub-denied`, `hub-not-found`, `service-refused`, `cancelled` or what `read` throws of them;
 * Interruption for everything else, as all else is the network's doing.
 */
export async function ask<T>(
  context: Reachable,
  request: Request,
  read: (response: Response, heard: () => void) => Promise<T>,
): Promise<T> {
  const { heard, stop, signal: silent } = listening(context.tools.silence);
  try {
    const signal = AbortSignal.any([context.signal, silent]);
    const response = await follow({ ...context, signal }, request, MOST_REDIRECTS);
    heard();
    if (response.ok || request.accept?.includes(response.status)) return await read(response, heard);
    await response.body?.cancel();
    throw faultOf(context, request, response);
  } catch (error) {
    throwIfCancelled(context.signal);
    if (isTalesError(error) || error instanceof Interruption) throw error;
    throw new Interruption('the connection failed', { cause: error });
  } finally {
    stop();
  }
}
