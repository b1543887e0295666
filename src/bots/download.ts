// Fetches a file that somebody posted: from hosts that are allowed and no others, never more than a limit, never for
// longer than a while. What the bytes are is for others to judge.
import { TalesError } from '../errors.ts';

export interface DownloadRules {
  /** `host` for https at its usual port, `host:port` for http or https at that port (443 for https alone), `*.host` for
   * the subdomains of `host`. */
  readonly hosts: readonly string[];
  /** In milliseconds, from the request to the last byte. Default 60000. */
  readonly timeoutMs?: number;
  /** Default: the one of this process. */
  readonly fetch?: typeof fetch;
}

export interface DownloadOptions {
  /** Most bytes. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Sent to the first host alone. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Downloaded {
  readonly bytes: Uint8Array;
  /** As the host declares it; empty when it does not. */
  readonly mediaType: string;
}

/**
 * @throws TalesError `picture-too-large` rather than reading more than `limit`; `picture-not-received`, retryable
 * unless the host says that it has no such file or is not allowed.
 */
export type Download = (url: string, options: DownloadOptions) => Promise<Downloaded>;

const MOST_REDIRECTS = 3;

const notReceived = (retryable: boolean, cause?: unknown): TalesError =>
  new TalesError('picture-not-received', {}, { retryable, ...(cause !== undefined && { cause }) });

const USUAL_PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/** Whether an address is at one of the hosts, written as in the rules. */
export function isAllowedHost({ protocol, hostname, port: given, username }: URL, hosts: readonly string[]): boolean {
  if (username !== '') return false;
  const usual = USUAL_PORTS[protocol];
  if (usual === undefined) return false;
  // Addresses leave out the port that is usual.
  const port = given || usual;
  return hosts.some((allowed) => {
    if (allowed.includes(':')) return `${hostname}:${port}` === allowed && (port !== '443' || protocol === 'https:');
    if (protocol !== 'https:' || port !== usual) return false;
    return allowed.startsWith('*.') ? hostname.endsWith(allowed.slice(1)) : hostname === allowed;
  });
}

const tooLarge = (size: number, limit: number): TalesError => new TalesError('picture-too-large', { size, limit });

async function readLimited({ body, headers }: Response, limit: number): Promise<Uint8Array> {
  const declared = Number(headers.get('content-length') ?? 0);
  if (declared > limit) {
    await body?.cancel();
    throw tooLarge(declared, limit);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge(size, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function createDownload(rules: DownloadRules): Download {
  const { hosts, timeoutMs = 60_000, fetch: get = fetch } = rules;

  const follow = async (url: URL, options: DownloadOptions, signal: AbortSignal, left: number): Promise<Response> => {
    if (!isAllowedHost(url, hosts)) throw notReceived(false, new Error(`${url.host} is not among the hosts allowed`));
    const { headers = {} } = options;
    const response = await get(url, { headers, redirect: 'manual', signal });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || target === null) return response;
    await response.body?.cancel();
    if (left === 0) throw notReceived(false, new Error('too many redirects'));
    const next = new URL(target, url);
    // A secret meant for one host is not told to another.
    const kept = next.origin === url.origin ? headers : {};
    return follow(next, { ...options, headers: kept }, signal, left - 1);
  };

  return async (url, options) => {
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await follow(new URL(url), options, signal, MOST_REDIRECTS);
      if (!response.ok) {
        await response.body?.cancel();
        const isFinal = response.status < 500 && response.status !== 408 && response.status !== 429;
        throw notReceived(!isFinal, new Error(`the host answered ${response.status}`));
      }
      const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
      return { bytes: await readLimited(response, options.limit), mediaType };
    } catch (error) {
      if (error instanceof TalesError) throw error;
      throw notReceived(true, error);
    }
  };
}
