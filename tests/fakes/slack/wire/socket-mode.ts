// Socket Mode: tickets, connections, envelopes and their acknowledgements; connections can be refreshed, dropped and refused.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Fields, fieldsOf, SlackFault, textOf } from '../json.ts';
import type { World } from '../world.ts';
import { ACKNOWLEDGED_WITHIN, type Carrier, type Parcel, type Reply } from './parcel.ts';

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

export function createSocketMode(world: World, onLateAck: (payload: Fields, took: number) => void): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, { settle: (reply: Reply) => void; socket: WebSocket }>();
  const late = new Map<string, { payload: Fields; since: number }>();
  let isOut = false;
  let turn = 0;

  const take = (data: string): void => {
    const message = fieldsOf(JSON.parse(data));
    const id = textOf(message['envelope_id']) ?? '';
    const open = waiting.get(id);
    const missed = late.get(id);
    if (open) open.settle({ type: 'acknowledged', body: message['payload'] });
    else if (missed) onLateAck(missed.payload, performance.now() - missed.since);
    else world.faults.push(`an acknowledgement of an envelope that was never sent: ${id}`);
  };
  const leave = (socket: WebSocket): void => {
    sockets.delete(socket);
    for (const { settle, socket: over } of [...waiting.values()])
      if (over === socket) settle({ type: 'failed', reason: 'connection_failed' });
    world.changed();
  };
  const enter = (socket: WebSocket): void => {
    sockets.add(socket);
    const pings = setInterval(() => socket.ping('from slack'), PING_EVERY);
    pings.unref();
    socket.on('message', (data) => take(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      leave(socket);
    });
    const debug_info = { host: 'applink', build_number: 1, approximate_connection_time: 18_060 };
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        debug_info,
        connection_info: { app_id: 'A0FAKE' },
      }),
    );
    world.changed();
  };

  const sendOver = (socket: WebSocket, { type, payload, retry }: Parcel): Promise<Reply> =>
    new Promise((resolve) => {
      const id = randomUUID();
      const since = performance.now();
      const settle = (reply: Reply): void => {
        waiting.delete(id);
        cancel();
        resolve(reply);
      };
      const cancel = world.clock.after(ACKNOWLEDGED_WITHIN, () => {
        late.set(id, { payload, since });
        settle({ type: 'failed', reason: 'http_timeout' });
      });
      waiting.set(id, { settle, socket });
      const answers = type === 'slash_commands' || payload['type'] === 'view_submission';
      const again = type === 'events_api' && { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' };
      socket.send(JSON.stringify({ envelope_id: id, payload, type, accepts_response_payload: answers, ...again }));
    });

  return {
    ticket: () => {
      if (isOut) throw new SlackFault('internal_error');
      if (sockets.size >= MOST_SOCKETS) throw new SlackFault('too_many_websockets');
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${world.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=A0FAKE`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://slack').searchParams.get('ticket') ?? '';
      if (isOut || !tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, enter);
    },
    carry: async (parcel) => {
      const open = [...sockets].filter(({ readyState }) => readyState === 1);
      turn += 1;
      const socket = open[turn % Math.max(open.length, 1)];
      return socket ? sendOver(socket, parcel) : { type: 'failed', reason: 'connection_failed' };
    },
    connected: () => sockets.size,
    refresh: () => {
      const note = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'applink' } };
      for (const socket of sockets) socket.send(JSON.stringify(note));
    },
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    outage: (out) => {
      isOut = out;
      if (out) for (const socket of sockets) socket.terminate();
    },
    close: () => {
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
}
