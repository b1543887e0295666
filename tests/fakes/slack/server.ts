// The door of the service: one port on loopback for the Web API, uploads, files, response URLs, consent and sockets.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Api } from './api/dispatch.ts';
import { takeUpload, type Uploads } from './api/files.ts';
import type { Grants } from './app.ts';
import { serveFile } from './files.ts';
import { type Fields, SlackFault, textOf } from './json.ts';
import { bytesOf, readArguments, readUpload } from './wire/body.ts';
import type { SocketMode } from './wire/socket-mode.ts';
import type { World } from './world.ts';

export interface Doors {
  readonly world: World;
  readonly api: Api;
  readonly uploads: Uploads;
  readonly grants: Grants;
  readonly socketMode: SocketMode;
  /** Requests break while it is not. */
  readonly isReachable: () => boolean;
  readonly respond: (id: string, body: unknown) => { status: number; body: Fields | string };
}

interface Reading {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

const bearerOf = (request: IncomingMessage): string | undefined =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

async function callMethod({ api }: Doors, { request, response, url }: Reading): Promise<void> {
  const body = await bytesOf(request);
  const method = url.pathname.slice('/api/'.length);
  try {
    const { token, ...args } = readArguments(request.headers['content-type'] ?? '', body, url.searchParams);
    const answer = await api.call({ method, token: bearerOf(request) ?? textOf(token), args });
    if (answer) send(response, answer);
    else response.destroy();
  } catch (fault) {
    if (!(fault instanceof SlackFault)) throw fault;
    send(response, { status: 200, headers: {}, body: { ok: false, error: fault.code } });
  }
}

async function upload({ uploads }: Doors, { request, response, url }: Reading): Promise<void> {
  const bytes = await readUpload(request.headers['content-type'] ?? '', await bytesOf(request));
  const status = takeUpload(uploads, url.pathname.split('/').at(-1) ?? '', bytes);
  response.writeHead(status).end(status === 200 ? `OK - ${bytes.length}` : 'refused');
}

function file({ world }: Doors, { request, response, url }: Reading): void {
  const { status, headers, body } = serveFile(world, url.pathname, bearerOf(request));
  response.writeHead(status, headers).end(body);
}

async function respond(doors: Doors, { request, response, url }: Reading): Promise<void> {
  const text = (await bytesOf(request)).toString('utf8');
  const { status, body } = doors.respond(url.pathname.split('/').at(-1) ?? '', JSON.parse(text));
  response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Who is signed in stands in a cookie of the service, as in a browser. */
function consent({ grants }: Doors, { request, response, url }: Reading): void {
  const user = /(?:^|; )slack_user=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const outcome = grants.consent(url.searchParams, user);
  if ('location' in outcome) response.writeHead(302, { location: outcome.location }).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${outcome.refusal}</h1>`);
}

async function route(doors: Doors, reading: Reading): Promise<void> {
  const { pathname } = reading.url;
  if (pathname.startsWith('/api/')) return callMethod(doors, reading);
  if (pathname.startsWith('/upload/v1/')) return upload(doors, reading);
  if (pathname.startsWith('/files-pri/')) return file(doors, reading);
  if (pathname.startsWith('/response/')) return respond(doors, reading);
  if (pathname === '/oauth/v2/authorize') return consent(doors, reading);
  reading.response.writeHead(404).end('not found');
}

export interface Listening {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of loopback, or on the one given. */
export async function listen(doors: Doors, port: number = 0): Promise<Listening> {
  const server = createServer((request, response) => {
    if (!doors.isReachable()) return void response.destroy();
    const url = new URL(request.url ?? '/', 'http://slack');
    route(doors, { request, response, url }).catch((fault) => {
      doors.world.faults.push(`the fake service itself failed at ${url.pathname}: ${String(fault)}`);
      response.destroy();
    });
  });
  server.on('upgrade', doors.socketMode.upgrade);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        doors.socketMode.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
