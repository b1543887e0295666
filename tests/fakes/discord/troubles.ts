// Trouble on demand: rate limits, errors, lines that break before or after the work is done, and slow answers.
import { isFields } from './check.ts';
import { Fault, tooFast } from './faults.ts';
import type { World } from './world.ts';

export interface Trouble {
  readonly method?: string;
  /** Looked for in the path, such as `/channels/1/messages`. */
  readonly path: RegExp;
  /** How often. Default: once. */
  readonly times?: number;
  readonly does:
    | {
        readonly kind: 'rate-limit';
        readonly retryAfter: number;
        readonly scope?: 'user' | 'shared';
        readonly global?: boolean;
      }
    | { readonly kind: 'status'; readonly status: number; readonly body?: unknown }
    /** The line breaks: `before` nothing happened, `after` it did but nobody hears of it. */
    | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
    /** Goes on when the promise resolves. */
    | { readonly kind: 'wait'; readonly until: Promise<unknown> };
}

export class LineCut extends Error {
  override readonly name = 'LineCut';
}

export interface Troubles {
  readonly expect: (trouble: Trouble) => void;
  /** Called around each request; resolves to what is to happen after it. @throws Fault, LineCut */
  readonly before: (method: string, path: string) => Promise<() => void>;
}

export function createTroubles(): Troubles {
  let expected: readonly { readonly trouble: Trouble; readonly left: number }[] = [];
  const take = (method: string, path: string): Trouble | undefined => {
    const at = expected.findIndex(({ trouble }) => (trouble.method ?? method) === method && trouble.path.test(path));
    const found = expected[at];
    if (!found) return undefined;
    const rest = found.left > 1 ? [{ ...found, left: found.left - 1 }] : [];
    expected = [...expected.slice(0, at), ...rest, ...expected.slice(at + 1)];
    return found.trouble;
  };
  return {
    expect: (trouble) => {
      expected = [...expected, { trouble, left: trouble.times ?? 1 }];
    },
    async before(method, path) {
      const does = take(method, path)?.does;
      if (does?.kind === 'rate-limit') throw tooFast(does.retryAfter, does.scope ?? 'user', does.global);
      if (does?.kind === 'status')
        throw new Fault(does.status, isFields(does.body) ? does.body : { message: 'trouble', code: 0 });
      if (does?.kind === 'cut' && does.when === 'before') throw new LineCut();
      if (does?.kind === 'wait') await does.until;
      return () => {
        if (does?.kind === 'cut') throw new LineCut();
      };
    },
  };
}

const MOST = 5;
const WINDOW = 5000;

/** Counts messages of a channel where that is asked for, and writes the headers of its bucket. */
export function createBuckets(world: World): (method: string, route: string, major: string) => Record<string, string> {
  const used = new Map<string, { readonly from: number; readonly count: number }>();
  return (method, route, major) => {
    const counted = world.settings.messageRate && method === 'POST' && route === '/channels/:channel/messages';
    const most = counted ? MOST : 1000;
    const key = `${method} ${route} ${major}`;
    const now = world.clock.now();
    const before = used.get(key);
    const current = before && now - before.from < WINDOW ? before : { from: now, count: 0 };
    const left = (current.from + WINDOW - now) / 1000;
    if (current.count >= most) throw tooFast(left, 'user');
    used.set(key, { ...current, count: current.count + 1 });
    return {
      'x-ratelimit-bucket': Buffer.from(`${method} ${route}`).toString('base64url').slice(0, 32),
      'x-ratelimit-limit': String(most),
      'x-ratelimit-remaining': String(most - current.count - 1),
      'x-ratelimit-reset': String((current.from + WINDOW) / 1000),
      'x-ratelimit-reset-after': left.toFixed(3),
    };
  };
}
