// Finds the route of a request, asks for the token, and has it answered.
import type { IncomingMessage } from 'node:http';
import { fault, unauthorized } from './faults.ts';
import { type Call, fieldsOf, type Route, readBody } from './requests.ts';
import { applicationRoutes } from './rest-application.ts';
import { channelRoutes } from './rest-channels.ts';
import { interactionRoutes } from './rest-interactions.ts';
import { messageRoutes } from './rest-messages.ts';
import { createBuckets, type Troubles } from './troubles.ts';
import type { World } from './world.ts';

const PREFIX = /^\/api\/v10(?=\/)/;

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

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
    return decodeURIComponent(value);
  };

export const pathOf = (url: URL): string => url.pathname.replace(PREFIX, '');

/** @throws Fault, LineCut */
export function createDispatch(world: World, troubles: Troubles) {
  const bucket = createBuckets(world);
  return async (request: IncomingMessage, url: URL): Promise<Answer> => {
    const { method = 'GET', headers: asked } = request;
    // The body is read in any case: a client that is still sending does not hear an answer.
    const [read] = await Promise.allSettled([readBody(request, asked['content-type'] ?? '')]);
    const after = await troubles.before(method, pathOf(url));
    if (!PREFIX.test(url.pathname)) throw fault(0);
    const { route, params } = find(method, pathOf(url));
    if (!route.open && asked.authorization !== `Bot ${world.settings.token}`) throw unauthorized();
    const headers = bucket(method, route.path, Object.values(params)[0] ?? '');
    if (read.status === 'rejected') throw read.reason;
    const { json, files } = read.value;
    const fields = Array.isArray(json) ? {} : fieldsOf(json);
    const result = await route.handle({ world, query: url.searchParams, param: param(params), json, files, fields });
    after();
    return { status: result === undefined ? 204 : 200, json: result, headers };
  };
}
