// The gateway: sessions that outlive their connections, what each is told, and the ways in which a connection goes wrong.
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { sees } from './access.ts';
import { type Fields, isFields } from './check.ts';
import { application } from './rest-application.ts';
import { viewChannel, viewFullMember, viewGuild, viewThreadMember, viewUser } from './view.ts';
import { type GatewayEvent, INTENT, type World } from './world.ts';

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 } as const;
const CLOSE = {
  unknown: 4000,
  notIdentified: 4003,
  badToken: 4004,
  identified: 4005,
  disallowed: 4014,
  badIntents: 4013,
} as const;

interface Session {
  readonly id: string;
  readonly intents: number;
  /** Everything that it was told, by number. */
  readonly log: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
  /** The bot has been given everything about its servers. */
  ready: boolean;
}

export interface Outage {
  /** Lets connections in again. */
  readonly end: () => void;
}

export interface Gateway {
  /** How many connections are there that were told they are READY or RESUMED. */
  readonly connected: () => number;
  /** How often a session was begun, and how often one was taken up again. */
  readonly counts: () => { readonly identified: number; readonly resumed: number; readonly refused: readonly number[] };
  /** Breaks every connection. The sessions wait to be taken up again. */
  readonly drop: () => void;
  /** Ends every session: what happens until the bot has a new one is not told to it. */
  readonly invalidate: () => void;
  /** Breaks every connection and lets none in until it ends. `resumable` (default true): whether the sessions wait. */
  readonly outage: (options?: { readonly resumable?: boolean }) => Outage;
  /** Holds back everything that it would tell until the returned function is called; nothing is lost. */
  readonly hold: () => () => void;
  readonly close: () => void;
}

const isLive = (session: Session): boolean => session.socket?.readyState === 1;

export function createGateway(world: World, server: Server): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0, refused: [] as number[] };
  let closed: { waiting: (() => void)[] } | undefined;
  let held: (() => void)[] | undefined;

  const transmit = (socket: WebSocket, payload: object): void => {
    const write = (): void => socket.send(JSON.stringify(payload));
    if (held) held.push(write);
    else write();
  };
  const tell = (session: Session, t: string, d: unknown): void => {
    const entry = { s: session.log.length + 1, t, d };
    session.log.push(entry);
    if (session.socket && isLive(session)) transmit(session.socket, { op: OP.dispatch, ...entry });
  };
  const refuse = (socket: WebSocket, code: number, reason: string): void => {
    counts.refused.push(code);
    socket.close(code, reason);
    world.changed();
  };

  const hears = (session: Session, event: GatewayEvent): boolean => {
    if (!session.ready || (event.intent & session.intents) !== event.intent) return false;
    const channel = event.channelId === undefined ? undefined : world.channels.get(event.channelId);
    return event.channelId === undefined || (channel !== undefined && sees(world, channel, world.bot.id));
  };
  world.onEvent((event) => {
    for (const session of sessions.values()) {
      const content = (session.intents & INTENT.messageContent) !== 0 && world.settings.messageContent;
      if (hears(session, event)) tell(session, event.name, event.data(content));
    }
  });

  function identify(socket: WebSocket, data: Fields): void {
    const intents = Number(data['intents']);
    if (data['token'] !== world.settings.token) return refuse(socket, CLOSE.badToken, 'Authentication failed.');
    if (!Number.isInteger(intents)) return refuse(socket, CLOSE.badIntents, 'Invalid intent(s).');
    if (intents & INTENT.messageContent && !world.settings.messageContent) {
      return refuse(socket, CLOSE.disallowed, 'Disallowed intent(s).');
    }
    for (const [id, old] of sessions) if (!isLive(old)) sessions.delete(id);
    const session: Session = { id: world.nextId(), intents, log: [], socket, ready: false };
    sessions.set(session.id, session);
    counts.identified += 1;
    for (const [t, d] of greeting(world, session)) tell(session, t, d);
    session.ready = true;
    world.changed();
  }

  function resume(socket: WebSocket, data: Fields): void {
    const session = sessions.get(String(data['session_id']));
    if (data['token'] !== world.settings.token) return refuse(socket, CLOSE.badToken, 'Authentication failed.');
    if (!session) return transmit(socket, { op: OP.invalid, d: false });
    session.socket?.terminate();
    session.socket = socket;
    counts.resumed += 1;
    const missed = session.log.filter(({ s }) => s > Number(data['seq']));
    for (const entry of missed) transmit(socket, { op: OP.dispatch, ...entry });
    tell(session, 'RESUMED', {});
    world.changed();
  }

  function receive(socket: WebSocket, text: string): void {
    const message: unknown = JSON.parse(text);
    if (!isFields(message)) return refuse(socket, CLOSE.unknown, 'Unknown error.');
    const data = isFields(message['d']) ? message['d'] : {};
    const own = [...sessions.values()].find((session) => session.socket === socket);
    if (message['op'] === OP.heartbeat) return transmit(socket, { op: OP.ack });
    if (message['op'] === OP.identify) {
      return own ? refuse(socket, CLOSE.identified, 'Already authenticated.') : identify(socket, data);
    }
    if (message['op'] === OP.resume) return resume(socket, data);
    if (!own) refuse(socket, CLOSE.notIdentified, 'Not authenticated.');
  }

  function connect(socket: WebSocket): void {
    transmit(socket, { op: OP.hello, d: { heartbeat_interval: world.settings.heartbeatInterval } });
    socket.on('message', (data) => receive(socket, String(data)));
    socket.on('close', (code) => {
      const session = [...sessions.values()].find((one) => one.socket === socket);
      if (session) session.socket = undefined;
      // "Closing with 1000 or 1001 invalidates the session."
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
      world.changed();
    });
  }

  const break_ = (): void => {
    for (const socket of sockets.clients) socket.terminate();
  };
  const upgrade = (request: Parameters<typeof sockets.handleUpgrade>[0], socket: Duplex, head: Buffer): void => {
    const enter = (): void => {
      if (!socket.destroyed) sockets.handleUpgrade(request, socket, head, connect);
    };
    if (closed) closed.waiting.push(enter);
    else enter();
  };
  server.on('upgrade', upgrade);

  return {
    connected: () => [...sessions.values()].filter((session) => session.ready && isLive(session)).length,
    counts: () => ({ ...counts, refused: [...counts.refused] }),
    drop: break_,
    invalidate() {
      sessions.clear();
      break_();
    },
    outage({ resumable = true } = {}) {
      closed ??= { waiting: [] };
      if (!resumable) sessions.clear();
      break_();
      return {
        end() {
          const waiting = closed?.waiting ?? [];
          closed = undefined;
          for (const enter of waiting) enter();
        },
      };
    },
    hold() {
      held ??= [];
      return () => {
        const waiting = held ?? [];
        held = undefined;
        for (const write of waiting) write();
      };
    },
    close() {
      break_();
      sockets.close();
    },
  };
}

/** READY, then each server as a whole. */
function greeting(world: World, session: Session): readonly (readonly [string, unknown])[] {
  const guilds = [...world.guilds.values()];
  const ready = {
    v: 10,
    user: viewUser(world.bot),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: `${world.origin.url.replace('http', 'ws')}/gateway`,
    shard: [0, 1],
    application: application(world),
  };
  const created = guilds.map((guild) => ['GUILD_CREATE', guildCreate(world, guild.id)] as const);
  return [['READY', ready], ...(session.intents & INTENT.guilds ? created : [])];
}

function guildCreate(world: World, guildId: string): object {
  const guild = world.guilds.get(guildId);
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guildId);
  const visible = channels.filter((channel) => sees(world, channel, world.bot.id));
  // "Archived threads aren't in GUILD_CREATE."
  const threads = visible.filter(({ thread }) => thread && !thread.archived);
  const me = guild?.members.get(world.bot.id);
  return {
    ...(guild ? viewGuild(guild) : {}),
    joined_at: '2026-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    member_count: guild?.members.size ?? 0,
    voice_states: [],
    members: me ? [viewFullMember(me)] : [],
    channels: visible.filter(({ thread }) => !thread).map(viewChannel),
    threads: threads.map((thread) => ({
      ...viewChannel(thread),
      ...(thread.thread?.members.includes(world.bot.id) ? { member: viewThreadMember(thread, world.bot.id) } : {}),
    })),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
