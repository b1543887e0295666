// The HTTP side: finds the route, asks for the token, serves files, and answers in Discord's shapes.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isFields } from './check.ts';
import { Fault, fault, unauthorized } from './faults.ts';
import { serveFile } from './files.ts';
import { type Call, fieldsOf, type Route, readBody } from './requests.ts';
import { applicationRoutes } from './rest-application.ts';
import { channelRoutes } from './rest-channels.ts';
import { interactionRoutes } from './rest-interactions.ts';
import { messageRoutes } from './rest-messages.ts';
import { createBuckets, LineCut, type Troubles } from './troubles.ts';
import type { World } from './world.ts';

const PREFIX = /^\/api\/v10(?=\/)/;

interface Matcher extends Route {
  readonly pattern: RegExp;
}

const matchers: readonly Matcher[] = [
  ...applicationRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...interactionRoutes,
].map((route) => ({ ...route, pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }));

interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function find(method: string, path: string): Found {
  for (const route of matchers) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match) return { route, params: match.groups ?? {} };
  }
  throw fault(0);
}

const param =
  (params: Readonly<Record<string, string>>): Call['param'] =>
  (name) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The route has no :${name}.`);
    return value;
  };

const send = (
  response: ServerResponse,
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>>,
): void => {
  const body = json === undefined ? '' : JSON.stringify(json);
  response.writeHead(status, { ...(body === '' ? {} : { 'content-type': 'application/json' }), ...headers }).end(body);
};

export interface Rest {
  readonly server: Server;
}

export function createRest(world: World, troubles: Troubles): Rest {
  const bucket = createBuckets(world);

  async function answer(request: IncomingMessage, url: URL, path: string) {
    const method = request.method ?? 'GET';
    // The body is read in any case: a client that is still sending does not hear an answer.
    const body = readBody(request, request.headers['content-type'] ?? '');
    const [read] = await Promise.allSettled([body]);
    const after = await troubles.before(method, path);
    const { route, params } = find(method, path);
    if (!route.open && request.headers.authorization !== `Bot ${world.settings.token}`) throw unauthorized();
    if (!PREFIX.test(url.pathname)) throw fault(0);
    const headers = bucket(method, route.path, Object.values(params)[0] ?? '');
    if (read.status === 'rejected') throw read.reason;
    const { json, files } = read.value;
    const fields = Array.isArray(json) ? {} : fieldsOf(json);
    const result = await route.handle({ world, query: url.searchParams, param: param(params), json, files, fields });
    after();
    return { status: result === undefined ? 204 : 200, json: result, headers };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', world.origin.url);
    const path = url.pathname.replace(PREFIX, '');
    const note = (status: number, body?: unknown): void => {
      const code = isFields(body) && typeof body['code'] === 'number' ? { code: body['code'] } : {};
      world.requests.push({ method: request.method ?? '', path, status, ...code, at: world.clock.now() });
    };
    try {
      if (/^\/(ephemeral-)?attachments\//.test(path)) {
        const after = await troubles.before(request.method ?? 'GET', path);
        const { status, bytes, contentType } = serveFile(world, url);
        note(status);
        response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.byteLength });
        response.end(bytes);
        return after();
      }
      const { status, json, headers } = await answer(request, url, path);
      note(status);
      send(response, status, json, headers);
    } catch (error) {
      if (error instanceof LineCut) {
        note(0);
        request.socket.destroy();
      } else {
        const { status, body, headers } = error instanceof Fault ? error : crashed(world, error);
        note(status, body);
        send(response, status, body, headers);
      }
    } finally {
      world.changed();
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  return { server };
}

/** A fault of the fake itself: said aloud, so that no test takes it for Discord's behaviour. */
function crashed(world: World, error: unknown): Fault {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.crashes.push(text);
  return new Fault(500, { message: `The fake broke: ${text}`, code: 0 });
}
