// Who may come in from other computers: whoever types the code. Guessing is slow; what a browser keeps afterwards is
// not the code. When a code is asked for is left to the platform.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Most wrong codes within the window, from one address and from all together. */
const MOST = { one: 8, all: 80 } as const;
const WINDOW = 60_000;
/** What a browser keeps, and for how long it stays let in: visitors for a week, teachers for one lesson or two. */
export const DOORS = {
  visitor: { cookie: 'talesrunner', staySeconds: 7 * 24 * 60 * 60 },
  teacher: { cookie: 'talesrunner-teacher', staySeconds: 2 * 60 * 60 },
} as const;

export type Entry = { readonly pass: string } | { readonly wrong: true } | { readonly waitSeconds: number };

export interface Access {
  /** @param from the visitor's address. */
  enter(typed: string, from: string): Entry;
  /** Whether a cookie is one that `enter` gave. */
  admits(pass: string | undefined): boolean;
}

export interface AccessOptions {
  readonly code: string;
  /** How long a pass lets its bearer in. */
  readonly staySeconds: number;
  /** Known to this program alone, so that a pass tells nothing about the code. */
  readonly secret: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}

const digest = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
/** As people type it: spaces, hyphens and how the keyboard composes syllables do not matter. */
const plain = (code: string): string => code.normalize('NFC').replace(/[\s-]/g, '');

/** Eight digits in two groups: easy to read out in a class room, and to type on any keyboard. */
export const readableCode = (random: (below: number) => number): string =>
  [random(10_000), random(10_000)].map((part) => `${part}`.padStart(4, '0')).join(' ');

export function createAccess({ code, secret, staySeconds, now }: AccessOptions): Access {
  const wanted = digest(secret, plain(code));
  /** Says when it was given, which nobody else can say for it. */
  const passOf = (given: number): string =>
    `${given}.${digest(`${secret}:pass`, `${plain(code)}:${given}`).toString('base64url')}`;
  let misses: readonly { readonly from: string; readonly at: number }[] = [];

  const waitFor = (from: string): number => {
    misses = misses.filter(({ at }) => at > now() - WINDOW);
    const mine = misses.filter((miss) => miss.from === from);
    const oldest = mine.length >= MOST.one ? mine[0] : misses.length >= MOST.all ? misses[0] : undefined;
    return oldest ? Math.ceil((oldest.at + WINDOW - now()) / 1000) : 0;
  };

  return {
    enter(typed, from) {
      const waitSeconds = waitFor(from);
      if (waitSeconds > 0) return { waitSeconds };
      if (timingSafeEqual(digest(secret, plain(typed)), wanted)) return { pass: passOf(now()) };
      misses = [...misses, { from, at: now() }];
      return { wrong: true };
    },
    admits(pass) {
      const given = Number.parseInt(pass ?? '', 10);
      if (pass === undefined || !(given > now() - staySeconds * 1000)) return false;
      return timingSafeEqual(digest(secret, pass), digest(secret, passOf(given)));
    },
  };
}
