// Where the page can be reached, from this computer and from others.
import { networkInterfaces } from 'node:os';

const EVERYWHERE = ['0.0.0.0', '::', '[::]'];

const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);

/** Where the page can be reached, this computer's own address first. */
export function addressesOf(host: string, port: number): readonly string[] {
  const at = (name: string): string => `http://${bracketed(name)}:${port}`;
  if (!EVERYWHERE.includes(host)) return [at(host)];
  const others = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [at(address)] : [])),
  );
  return [at('127.0.0.1'), ...others];
}
