// A hub of models on loopback: lists the tree of one revision in pages, serves small files itself and sends large ones'
// readers on to a second origin, with ranges, as the real one does. Misbehaves as it is told.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface HubRequest {
  readonly origin: 'hub' | 'storage';
  /** `tree`, or the name of a file. */
  readonly about: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

/** What goes wrong with one answer. */
export interface Trouble {
  readonly status?: number;
  readonly retryAfter?: string;
  /** The connection ends after so many bytes of the body, once `until` is kept. */
  readonly cutAt?: number;
  /** The body stops after so many bytes, until `until` is kept. */
  readonly pauseAt?: number;
  /** Default: kept already. */
  readonly until?: Promise<unknown>;
  readonly body?: Buffer;
  readonly etag?: string;
  readonly isRangeIgnored?: boolean;
  /** As if the range began elsewhere. */
  readonly shift?: number;
}

export interface HubOptions {
  readonly repo: string;
  readonly revision: string;
  readonly files: Readonly<Record<string, Buffer>>;
  /** From how many bytes on a file is a large one. */
  readonly largeFrom?: number;
  readonly pageSize?: number;
  readonly trouble?: (request: HubRequest) => Trouble | undefined;
}

export interface FakeHub {
  readonly endpoint: string;
  readonly requests: readonly HubRequest[];
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
export const gitSha1 = (bytes: Buffer): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Body {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly trouble: Trouble;
}

async function sendBytes(response: ServerResponse, bytes: Buffer, { cutAt, pauseAt, until }: Trouble): Promise<void> {
  if (pauseAt !== undefined) {
    response.write(bytes.subarray(0, pauseAt));
    await until;
    response.end(bytes.subarray(pauseAt));
  } else if (cutAt !== undefined && cutAt < bytes.length) {
    response.write(bytes.subarray(0, cutAt));
    await until;
    response.destroy();
  } else {
    response.end(bytes);
  }
}

async function sendFile(request: IncomingMessage, response: ServerResponse, { bytes, etag, trouble }: Body) {
  const whole = trouble.body ?? bytes;
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  const headers = { etag: `"${trouble.etag ?? etag}"`, 'accept-ranges': 'bytes' };
  if (from === undefined || trouble.isRangeIgnored) {
    response.writeHead(200, { ...headers, 'content-length': whole.length });
    return sendBytes(response, whole, trouble);
  }
  const start = Number(from) + (trouble.shift ?? 0);
  if (start >= whole.length) {
    response.writeHead(416, { 'content-range': `bytes */${whole.length}` }).end();
    return;
  }
  response.writeHead(206, {
    ...headers,
    'content-length': whole.length - start,
    'content-range': `bytes ${start}-${whole.length - 1}/${whole.length}`,
  });
  return sendBytes(response, whole.subarray(start), trouble);
}

export async function startHub(options: HubOptions): Promise<FakeHub> {
  const { repo, revision, files, largeFrom = 1000, pageSize = 3 } = options;
  const requests: HubRequest[] = [];
  const tree = Object.entries(files).map(([path, bytes]) => ({
    type: 'file',
    path,
    size: bytes.length,
    oid: gitSha1(bytes),
    ...(bytes.length >= largeFrom && { lfs: { oid: sha256(bytes), size: bytes.length, pointerSize: 134 } }),
  }));
  const entries = [{ type: 'directory', path: 'onnx', size: 0, oid: '0'.repeat(40) }, ...tree];

  /** Notes the request, and answers it where it is told to go wrong at once. */
  const note = (request: IncomingMessage, response: ServerResponse, origin: HubRequest['origin'], about: string) => {
    const { range, authorization } = request.headers;
    const noted = { origin, about, range, authorization };
    requests.push(noted);
    const trouble = options.trouble?.(noted) ?? {};
    if (trouble.status === undefined) return trouble;
    const headers = trouble.retryAfter === undefined ? {} : { 'retry-after': trouble.retryAfter };
    response.writeHead(trouble.status, headers).end('{"error":"as you were told"}');
    return undefined;
  };

  const storage = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1));
    const trouble = note(request, response, 'storage', name);
    const bytes = files[name];
    if (trouble && bytes) void sendFile(request, response, { bytes, etag: sha256(bytes), trouble });
  });
  const storageAddress = await listen(storage);

  const sendTree = (response: ServerResponse, url: URL, endpoint: string): void => {
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const next = from + pageSize;
    const more = `<${endpoint}${url.pathname}?recursive=true&cursor=${next}>; rel="next"`;
    response.writeHead(200, { 'content-type': 'application/json', ...(next < entries.length && { link: more }) });
    response.end(JSON.stringify(entries.slice(from, next)));
  };
  const hub = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const isTree = url.pathname === `/api/models/${repo}/tree/${revision}`;
    const prefix = `/${repo}/resolve/${revision}/`;
    const name = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : '';
    const trouble = note(request, response, 'hub', isTree ? 'tree' : name);
    if (!trouble) return;
    const bytes = files[name];
    if (isTree) sendTree(response, url, `http://${request.headers.host}`);
    else if (!bytes) response.writeHead(404).end();
    else if (bytes.length < largeFrom) void sendFile(request, response, { bytes, etag: gitSha1(bytes), trouble });
    else response.writeHead(302, { location: `${storageAddress}/${name}?signature=x` }).end();
  });
  return { endpoint: await listen(hub), requests };
}
