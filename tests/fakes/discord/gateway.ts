// The gateway as a test holds it: it lets bots in, and can be made to go wrong in the ways in which Discord's does.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { createHub, type Hub, isLive, spread } from './gateway-hub.ts';
import { converseOver } from './gateway-talk.ts';
import type { World } from './world.ts';

export interface Outage {
  /** Lets connections in again. */
  readonly end: () => void;
}

export interface Counts {
  readonly identified: number;
  readonly resumed: number;
  /** With which numbers it hung up. */
  readonly refused: readonly number[];
}

export interface Gateway {
  /** How many connections are there that were told they are READY or RESUMED. */
  readonly connected: () => number;
  /** How often a session was begun, and how often one was taken up again. */
  readonly counts: () => Counts;
  /** Breaks every connection. The sessions wait to be taken up again. */
  readonly drop: () => void;
  /** Ends every session: what happens until the bot has a new one is not told to it. */
  readonly invalidate: () => void;
  /** Breaks every connection and lets none in until it ends. `resumable` (default true): whether the sessions wait. */
  readonly outage: (options?: { readonly resumable?: boolean }) => Outage;
  /** Holds back everything that it would say until the returned function is called; nothing is lost. */
  readonly hold: () => () => void;
  readonly close: () => void;
}

/** Does what has been waiting, in its order. */
function release(hub: Hub, what: 'waiting' | 'held'): void {
  const due = hub[what] ?? [];
  hub[what] = undefined;
  for (const action of due) action();
}

export function createGateway(world: World, server: Server): Gateway {
  const hub = createHub(world);
  const sockets = new WebSocketServer({ noServer: true });
  world.onEvent((event) => spread(hub, event));
  const outside = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    outside.add(socket);
    socket.on('close', () => outside.delete(socket));
    const enter = (): void => {
      if (!socket.destroyed) sockets.handleUpgrade(request, socket, head, (client) => converseOver(hub, client));
    };
    if (hub.waiting) hub.waiting.push(enter);
    else enter();
  });
  const drop = (): void => {
    for (const socket of sockets.clients) socket.terminate();
  };
  const invalidate = (): void => {
    hub.sessions.clear();
    drop();
  };
  return {
    connected: () => [...hub.sessions.values()].filter((session) => session.ready && isLive(session)).length,
    counts: () => ({ ...hub.counts, refused: [...hub.counts.refused] }),
    drop,
    invalidate,
    outage({ resumable = true } = {}) {
      hub.waiting ??= [];
      if (resumable) drop();
      else invalidate();
      return { end: () => release(hub, 'waiting') };
    },
    hold() {
      hub.held ??= [];
      return () => release(hub, 'held');
    },
    close() {
      for (const socket of outside) socket.destroy();
      sockets.close();
    },
  };
}
