// What is said on one connection: HELLO, IDENTIFY or RESUME, heartbeats; and with which number the fake hangs up.
import type { RawData, WebSocket } from 'ws';
import { type Fields, isFields } from './check.ts';
import { greeting } from './gateway-greeting.ts';
import { type Hub, isLive, type Session, tell, transmit } from './gateway-hub.ts';
import { INTENT } from './world.ts';

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, invalid: 9, hello: 10, ack: 11 } as const;
const CLOSE = {
  notDecoded: 4002,
  notIdentified: 4003,
  badToken: 4004,
  identified: 4005,
  badIntents: 4013,
  disallowed: 4014,
} as const;

type Refusal = readonly [code: number, reason: string];

function hangUp(hub: Hub, socket: WebSocket, [code, reason]: Refusal): void {
  hub.counts.refused.push(code);
  socket.close(code, reason);
  hub.world.changed();
}

function objection({ world }: Hub, data: Fields): Refusal | undefined {
  const intents = Number(data['intents']);
  if (data['token'] !== world.settings.token) return [CLOSE.badToken, 'Authentication failed.'];
  if (!Number.isInteger(intents)) return [CLOSE.badIntents, 'Invalid intent(s).'];
  return intents & INTENT.messageContent && !world.settings.messageContent
    ? [CLOSE.disallowed, 'Disallowed intent(s).']
    : undefined;
}

function identify(hub: Hub, socket: WebSocket, data: Fields): void {
  const { world, sessions, counts } = hub;
  for (const [id, old] of sessions) if (!isLive(old)) sessions.delete(id);
  const session: Session = { id: world.nextId(), intents: Number(data['intents']), log: [], socket, ready: false };
  sessions.set(session.id, session);
  counts.identified += 1;
  for (const [t, d] of greeting(world, session.id, session.intents)) tell(hub, session, t, d);
  session.ready = true;
  world.changed();
}

function resume(hub: Hub, socket: WebSocket, session: Session, data: Fields): void {
  session.socket?.terminate();
  session.socket = socket;
  hub.counts.resumed += 1;
  const missed = session.log.filter(({ s }) => s > Number(data['seq']));
  for (const entry of missed) transmit(hub, socket, { op: OP.dispatch, ...entry });
  tell(hub, session, 'RESUMED', {});
  hub.world.changed();
}

function decode(raw: RawData): Fields | undefined {
  try {
    const message: unknown = JSON.parse(String(raw));
    return isFields(message) ? message : undefined;
  } catch {
    return undefined;
  }
}

function receive(hub: Hub, socket: WebSocket, message: Fields): void {
  const data = isFields(message['d']) ? message['d'] : {};
  const own = [...hub.sessions.values()].find((session) => session.socket === socket);
  const known = hub.sessions.get(String(data['session_id']));
  if (message['op'] === OP.heartbeat) transmit(hub, socket, { op: OP.ack });
  else if (message['op'] === OP.identify) {
    const refusal = own ? ([CLOSE.identified, 'Already authenticated.'] as const) : objection(hub, data);
    if (refusal) hangUp(hub, socket, refusal);
    else identify(hub, socket, data);
  } else if (message['op'] === OP.resume) {
    if (data['token'] !== hub.world.settings.token) hangUp(hub, socket, [CLOSE.badToken, 'Authentication failed.']);
    else if (known) resume(hub, socket, known, data);
    else transmit(hub, socket, { op: OP.invalid, d: false });
  } else if (!own) hangUp(hub, socket, [CLOSE.notIdentified, 'Not authenticated.']);
}

export function converseOver(hub: Hub, socket: WebSocket): void {
  transmit(hub, socket, { op: OP.hello, d: { heartbeat_interval: hub.world.settings.heartbeatInterval } });
  socket.on('message', (raw) => {
    const message = decode(raw);
    if (message) receive(hub, socket, message);
    else hangUp(hub, socket, [CLOSE.notDecoded, 'Error while decoding payload.']);
  });
  socket.on('close', (code) => {
    const session = [...hub.sessions.values()].find((one) => one.socket === socket);
    if (session) session.socket = undefined;
    // "Closing with 1000 or 1001 invalidates the session."
    if (session && (code === 1000 || code === 1001)) hub.sessions.delete(session.id);
    hub.world.changed();
  });
}
