// Socket Mode: tickets and connections, which can be refreshed, dropped and refused. What goes over them is in `envelopes.ts`.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { SlackFault } from '../json.ts';
import type { World } from '../world.ts';
import { createEnvelopes } from './envelopes.ts';
import type { Carrier } from './parcel.ts';

const MOST_SOCKETS = 10;
const PING_EVERY = 10_000;

export interface SocketMode extends Carrier {
  /** Hands out an address to connect to, once. */
  readonly ticket: () => string;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly connected: () => number;
  /** Asks every client to connect anew, as Slack does every few hours. */
  readonly refresh: () => void;
  /** Connections break without a word. */
  readonly drop: () => void;
  /** While it is out, nobody gets in, and who is in falls out. */
  readonly outage: (isOut: boolean) => void;
  readonly close: () => void;
}

function greet(socket: WebSocket, connections: number): void {
  const debug_info = { host: 'applink', build_number: 1, approximate_connection_time: 18_060 };
  const connection_info = { app_id: 'A0FAKE' };
  socket.send(JSON.stringify({ type: 'hello', num_connections: connections, debug_info, connection_info }));
}

/** The connections that are open, each to its end. */
function createSockets(world: World, take: (data: string) => void, abandon: (socket: WebSocket) => void) {
  const sockets = new Set<WebSocket>();
  let turn = 0;
  return {
    enter: (socket: WebSocket): void => {
      sockets.add(socket);
      const pings = setInterval(() => socket.ping('from slack'), PING_EVERY);
      pings.unref();
      socket.on('message', (data) => take(String(data)));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearInterval(pings);
        sockets.delete(socket);
        abandon(socket);
        world.changed();
      });
      greet(socket, sockets.size);
      world.changed();
    },
    count: (): number => sockets.size,
    /** Each payload may go to any of them; here they take turns. */
    next: (): WebSocket | undefined => {
      const open = [...sockets].filter(({ readyState }) => readyState === WebSocket.OPEN);
      turn += 1;
      return open[turn % Math.max(open.length, 1)];
    },
    each: (act: (socket: WebSocket) => void): void => {
      for (const socket of [...sockets]) act(socket);
    },
  };
}

export function createSocketMode(world: World): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const envelopes = createEnvelopes(world);
  const sockets = createSockets(world, envelopes.take, envelopes.abandon);
  const tickets = new Set<string>();
  let isOut = false;
  const drop = (): void => sockets.each((socket) => socket.terminate());
  return {
    ticket: () => {
      if (isOut) throw new SlackFault('internal_error');
      if (sockets.count() >= MOST_SOCKETS) throw new SlackFault('too_many_websockets');
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${world.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=A0FAKE`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://slack').searchParams.get('ticket') ?? '';
      if (!isOut && tickets.delete(ticket)) server.handleUpgrade(request, socket, head, sockets.enter);
      else socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
    },
    carry: async (parcel) => {
      const socket = sockets.next();
      return socket ? envelopes.send(socket, parcel) : { type: 'failed', reason: 'connection_failed' };
    },
    connected: sockets.count,
    refresh: () => {
      const note = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'applink' } };
      sockets.each((socket) => socket.send(JSON.stringify(note)));
    },
    drop,
    outage: (out) => {
      isOut = out;
      if (out) drop();
    },
    close: () => {
      drop();
      server.close();
    },
  };
}
