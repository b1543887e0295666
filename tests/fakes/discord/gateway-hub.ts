// What the gateway remembers: sessions that outlive their connections, and what each was told.
import type { WebSocket } from 'ws';
import { sees } from './access.ts';
import { type GatewayEvent, INTENT, type World } from './world.ts';

export interface Session {
  readonly id: string;
  readonly intents: number;
  /** Everything that it was told, by number. */
  readonly log: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
  /** The bot has been given everything about its servers. */
  ready: boolean;
}

export interface Hub {
  readonly world: World;
  readonly sessions: Map<string, Session>;
  readonly counts: { identified: number; resumed: number; readonly refused: number[] };
  /** Who waits to be let in, while nobody is. */
  waiting: (() => void)[] | undefined;
  /** What waits to be said, while nothing is. */
  held: (() => void)[] | undefined;
}

export const createHub = (world: World): Hub => ({
  world,
  sessions: new Map(),
  counts: { identified: 0, resumed: 0, refused: [] },
  waiting: undefined,
  held: undefined,
});

export const isLive = (session: Session): boolean => session.socket?.readyState === 1;

export function transmit(hub: Hub, socket: WebSocket, payload: object): void {
  const write = (): void => socket.send(JSON.stringify(payload));
  if (hub.held) hub.held.push(write);
  else write();
}

export function tell(hub: Hub, session: Session, t: string, d: unknown): void {
  const entry = { s: session.log.length + 1, t, d };
  session.log.push(entry);
  if (session.socket && isLive(session)) transmit(hub, session.socket, { op: 0, ...entry });
}

function hears({ world }: Hub, session: Session, event: GatewayEvent): boolean {
  if (!session.ready || (event.intent & session.intents) !== event.intent) return false;
  const channel = event.channelId === undefined ? undefined : world.channels.get(event.channelId);
  return event.channelId === undefined || (channel !== undefined && sees(world, channel, world.bot.id));
}

/** To every session that asked for such events, connected or not. */
export function spread(hub: Hub, event: GatewayEvent): void {
  for (const session of hub.sessions.values()) {
    const content = (session.intents & INTENT.messageContent) !== 0 && hub.world.settings.messageContent;
    if (hears(hub, session, event)) tell(hub, session, event.name, event.data(content));
  }
}
