// Ports of this computer: why one cannot be opened, and whether one could be.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type ErrorDetails, TalesError } from '../errors.ts';

type PortFault = ErrorDetails['port-unavailable']['reason'];
const FAULTS: Readonly<Record<string, PortFault>> = {
  EADDRINUSE: 'in-use',
  EACCES: 'denied',
  EADDRNOTAVAIL: 'no-host',
  ENOTFOUND: 'no-host',
  EAI_AGAIN: 'no-host',
};

export interface PortSetting {
  /** Where the port was set. */
  readonly variable: string;
  readonly port: number;
}

/** The error of the house for a server's; anything else comes back as it is. */
export function portFault(error: unknown, { variable, port }: PortSetting): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = FAULTS[code];
  return reason ? new TalesError('port-unavailable', { variable, port, reason }, { cause: error }) : error;
}

/**
 * Opens a port for a moment.
 * @param host absent: every address of this computer.
 * @throws TalesError `port-unavailable`
 */
export async function assertPortFree({ host, ...setting }: PortSetting & { readonly host?: string }): Promise<void> {
  const server = createServer();
  try {
    server.listen(setting.port, host);
    await once(server, 'listening');
  } catch (error) {
    throw portFault(error, setting);
  }
  server.close();
  await once(server, 'close');
}
