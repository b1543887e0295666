// One call of the Web API from its name, token and arguments to its answer; also the troubles that a test orders.
import type { AppRecord, Grants } from '../app.ts';
import { type Fields, SlackFault } from '../json.ts';
import type { Installation, World } from '../world.ts';
import { chat } from './chat.ts';
import { type FileOptions, files } from './files.ts';
import type { Limits } from './limits.ts';
import type { Methods } from './method.ts';
import { places } from './places.ts';
import { views } from './views.ts';

/** What goes wrong with the next calls of a method. */
export type Trouble =
  | { readonly type: 'error'; readonly error: string }
  | { readonly type: 'rate-limited'; readonly retryAfter: number }
  | { readonly type: 'status'; readonly status: number }
  /** The connection breaks, before the work is done or after it. */
  | { readonly type: 'cut'; readonly when: 'before' | 'after' }
  /** The answer is held back until the promise resolves. */
  | { readonly type: 'held'; readonly until: Promise<unknown> };

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Fields | undefined;
}

export interface ApiOptions extends FileOptions {
  readonly world: World;
  readonly app: AppRecord;
  readonly grants: Grants;
  /** `apps.connections.open`: the address of a socket. */
  readonly connect: () => string;
  /** None unless a test asks for them. */
  readonly limits?: Limits | undefined;
}

export interface Request {
  readonly method: string;
  readonly token: string | undefined;
  readonly args: Fields;
}

export interface Api {
  /** `undefined` breaks the connection. */
  readonly call: (request: Request) => Promise<Answer | undefined>;
  readonly trouble: (method: string, trouble: Trouble, times?: number) => void;
}

function authorized(world: World, token: string | undefined): Installation {
  if (token === undefined || token === '') throw new SlackFault('not_authed');
  if (world.revoked.has(token)) throw new SlackFault('account_inactive');
  const installation = world.installations.get(token);
  if (!installation) throw new SlackFault(token.startsWith('xapp') ? 'not_allowed_token_type' : 'invalid_auth');
  return installation;
}

function perform(options: ApiOptions, methods: Methods, { method, token, args }: Request): Fields {
  const { world, app, grants, connect } = options;
  if (method === 'oauth.v2.access') return grants.exchange(args);
  if (method === 'api.test') return { args };
  if (method === 'apps.connections.open') {
    if (token === app.appToken) return { url: connect() };
    throw new SlackFault(world.installations.has(token ?? '') ? 'not_allowed_token_type' : 'invalid_auth');
  }
  const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!known) throw new SlackFault('unknown_method', { req_method: method });
  const installation = authorized(world, token);
  const lacking = known.scopes.filter((scope) => !installation.scopes.includes(scope));
  if (lacking.length > 0)
    throw new SlackFault('missing_scope', { needed: lacking.join(','), provided: installation.scopes.join(',') });
  return known.run({ world, args, installation });
}

/** What a trouble answers in place of the work; nothing where the work is done all the same. */
function refusalBy(trouble: Trouble): (Answer & { readonly body: Fields }) | undefined {
  switch (trouble.type) {
    case 'error':
      return { status: 200, headers: {}, body: { ok: false, error: trouble.error } };
    case 'rate-limited': {
      const headers = { 'retry-after': `${trouble.retryAfter}` };
      return { status: 429, headers, body: { ok: false, error: 'ratelimited' } };
    }
    case 'status':
      return { status: trouble.status, headers: {}, body: { ok: false, error: 'service_unavailable' } };
    case 'cut':
      return trouble.when === 'before' ? { status: 0, headers: {}, body: { ok: false, error: 'cut' } } : undefined;
    case 'held':
      return undefined;
  }
}

export function createApi(options: ApiOptions): Api {
  const { world } = options;
  const methods: Methods = { ...chat, ...places, ...views, ...files(options) };
  const troubles = new Map<string, Trouble[]>();
  const answerTo = (request: Request): Fields => {
    try {
      return { ok: true, ...perform(options, methods, request) };
    } catch (fault) {
      if (!(fault instanceof SlackFault)) throw fault;
      return { ok: false, error: fault.code, ...fault.more };
    }
  };
  const record = (request: Request, answer: Fields): void => {
    const team = world.installations.get(request.token ?? '')?.team;
    world.calls.push({
      method: request.method,
      args: request.args,
      answer,
      at: world.clock.now(),
      ...(team && { team }),
    });
    world.changed();
  };
  const limited = ({ token, method, args }: Request): Trouble | undefined => {
    const team = world.installations.get(token ?? '')?.team;
    const retryAfter = team === undefined ? undefined : options.limits?.({ method, team, args });
    return retryAfter === undefined ? undefined : { type: 'rate-limited', retryAfter };
  };
  const call: Api['call'] = async (request) => {
    const trouble = troubles.get(request.method)?.shift() ?? limited(request);
    const refused = trouble && refusalBy(trouble);
    const body = refused?.body ?? answerTo(request);
    record(request, body);
    if (trouble?.type === 'held') await trouble.until;
    if (trouble?.type === 'cut') return undefined;
    if (refused) return refused;
    const scopes = world.installations.get(request.token ?? '')?.scopes.join(',');
    return { status: 200, headers: scopes === undefined ? {} : { 'x-oauth-scopes': scopes }, body };
  };
  return {
    call,
    trouble: (method, trouble, times = 1) => {
      const ordered = Array.from({ length: times }, () => trouble);
      troubles.set(method, [...(troubles.get(method) ?? []), ...ordered]);
    },
  };
}
