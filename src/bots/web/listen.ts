// Opens the port and hands every request to the application. The one file that knows the server underneath.
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { portFault } from '../ports.ts';

export interface Listening {
  readonly port: number;
  /** Resolves when nothing is received any more. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  // The second argument is how the server tells of the connection.
  readonly fetch: (request: Request, bindings: never) => Response | Promise<Response>;
}

/** A file of the largest size on a slow line takes a while; whoever sends nothing at all is not waited for. */
const REQUEST_TIMEOUT = 180_000;

/** @throws TalesError `port-unavailable` */
export async function listen({ host, port, fetch }: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({ fetch: fetch as Parameters<typeof createAdaptorServer>[0]['fetch'] });
  if ('requestTimeout' in server) server.requestTimeout = REQUEST_TIMEOUT;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFault(error, { variable: 'WEB_PORT', port })));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Pages that look on would hold the door open for ever; they come back by themselves.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
