// How the fake says no: Discord's numbers, HTTP statuses and the shape of its error bodies.
import type { Problem } from './check.ts';

/** [HTTP status, message] */
const FAULTS = {
  0: [404, '404: Not Found'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20016: [429, 'This action cannot be performed due to slowmode rate limit'],
  30015: [400, 'Maximum number of attachments in a message reached (10)'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50013: [403, 'Missing Permissions'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const satisfies Readonly<Record<number, readonly [number, string]>>;

export type FaultCode = keyof typeof FAULTS;

export class Fault extends Error {
  override readonly name = 'Fault';
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: object, headers: Readonly<Record<string, string>> = {}) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export function fault(code: FaultCode): Fault {
  const [status, message] = FAULTS[code];
  return new Fault(status, { message, code });
}

export const unauthorized = (): Fault => new Fault(401, { message: '401: Unauthorized', code: 0 });

/** What Discord answers instead of an explanation. */
export const broken = (): Fault => new Fault(500, { message: '500: Internal Server Error', code: 0 });

export const tooFast = (seconds: number, scope: 'user' | 'shared', global = false): Fault =>
  new Fault(
    429,
    { message: 'You are being rate limited.', retry_after: seconds, global },
    { 'retry-after': String(Math.ceil(seconds)), 'x-ratelimit-scope': global ? 'global' : scope },
  );

interface Tree {
  [key: string]: Tree | { code: string; message: string }[];
}

function errorTree(problems: readonly Problem[]): Tree {
  const root: Tree = {};
  for (const { path, code, message } of problems) {
    let branch = root;
    for (const step of path) {
      const next = branch[String(step)] ?? {};
      branch[String(step)] = next;
      branch = next as Tree;
    }
    const said = branch['_errors'];
    branch['_errors'] = [...(Array.isArray(said) ? said : []), { code, message }];
  }
  return root;
}

export const invalidForm = (problems: readonly Problem[]): Fault =>
  new Fault(400, { message: 'Invalid Form Body', code: 50035, errors: errorTree(problems) });

/** Refuses what has problems. */
export function demand(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidForm(problems);
}
