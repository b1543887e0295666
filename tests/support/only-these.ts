// Loaded before a program of this project (`node --import`): no byte goes to an address that the test did not name, and
// every try is written down and ends the try. It sits below `net`, `tls`, `http2`, `dns`, `dgram` and `fetch`, where Node's
// own JavaScript hands over to the system; below it is native code alone. Processes and threads that the program starts
// inherit it.
import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { Trace } from './guarded.ts';

type Native = (this: unknown, ...given: readonly unknown[]) => unknown;
type Natives = Record<string, Native>;
interface Bindings {
  readonly tcp_wrap: { readonly TCP: { readonly prototype: Natives } };
  readonly udp_wrap: { readonly UDP: { readonly prototype: Natives } };
  readonly cares_wrap: Natives & { readonly ChannelWrap: { readonly prototype: Natives } };
}
const bindings = process as unknown as { binding<N extends keyof Bindings>(name: N): Bindings[N] };

const report = process.env['ONLY_THESE_REPORT'];
if (report === undefined) throw new Error('ONLY_THESE_REPORT has to name a file');
const allowed = new Set((process.env['ONLY_THESE'] ?? '').split(',').filter(Boolean));

function write(trace: Omit<Trace, 'program' | 'pid'>): void {
  const program = `${basename(process.argv[1] ?? 'node')}${isMainThread ? '' : ' (thread)'}`;
  appendFileSync(report ?? '', `${JSON.stringify({ program, pid: process.pid, ...trace })}\n`);
}

/** @param where the address that a native call is about; `undefined` where it is about none. */
function guard(
  natives: Natives,
  names: readonly string[],
  what: string,
  where: (given: readonly unknown[]) => unknown,
) {
  for (const name of names) {
    const native = natives[name];
    if (native === undefined) throw new Error(`this Node has no ${what} ${name} to guard`);
    natives[name] = function (this: unknown, ...given) {
      const address = where(given);
      if (address === undefined || allowed.has(`${address}`)) return native.call(this, ...given);
      write({ strayed: `${what} ${address}` });
      throw new Error(`not allowed here: ${what} ${address}`);
    };
  }
}

const { TCP } = bindings.binding('tcp_wrap');
guard(TCP.prototype, ['connect'], 'tcp', ([, address, port]) => `${address}:${port}`);
guard(TCP.prototype, ['connect6'], 'tcp', ([, address, port]) => `[${address}]:${port}`);

const { UDP } = bindings.binding('udp_wrap');
guard(UDP.prototype, ['connect', 'connect6'], 'udp', ([address, port]) => `${address}:${port}`);
// Without an address it goes where the socket was connected to, which was looked at then.
guard(UDP.prototype, ['send', 'send6'], 'udp', ([, , , port, address]) =>
  typeof address === 'string' ? `${address}:${port}` : undefined,
);

const cares = bindings.binding('cares_wrap');
guard(cares, ['getaddrinfo', 'getnameinfo'], 'dns', ([, name]) => name);
const queries = Object.getOwnPropertyNames(cares.ChannelWrap.prototype).filter((name) => /^(query|getHost)/.test(name));
guard(cares.ChannelWrap.prototype, queries, 'dns', ([, name]) => name);

write({});
