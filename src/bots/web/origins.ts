// Whether a request comes from our own page: the name it was sent to, and the page that sent it. Pure.
import { isIP } from 'node:net';

/** `host` or `host:port` without its port and brackets, in small letters. */
function nameIn(host: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(host);
  return (bracketed?.[1] ?? host.replace(/:\d+$/, '')).toLowerCase();
}

/**
 * A page of another site can make a browser believe that the site's name is this computer's address (DNS rebinding);
 * it cannot make it send a bare address, nor a name that we know for ours.
 */
export function isOurName(host: string | undefined, names: readonly string[]): boolean {
  if (host === undefined || host === '') return false;
  const name = nameIn(host);
  return isIP(name) !== 0 || name === 'localhost' || names.some((own) => own.toLowerCase() === name);
}

/** Set by our own script: a page of another site would have to ask first, and is never allowed to. */
export const OWN_HEADER = 'x-talesrunner';

export interface Sender {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
  /** The value of `OWN_HEADER`. */
  readonly own: string | undefined;
}

/** Whether a request that changes something was sent by our own page. */
export function isOwnPage({ host, origin, site, own }: Sender): boolean {
  if (own === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Whether somebody sits at this computer: they come from itself, and asked for it by a name that only it knows. Behind a
 * proxy on this computer everybody comes from it, but asks for another name.
 */
export const isAtHome = (from: string | undefined, host: string | undefined): boolean =>
  from !== undefined && host !== undefined && isLoopback(from.replace(/^::ffff:/i, '')) && isLoopback(nameIn(host));

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
