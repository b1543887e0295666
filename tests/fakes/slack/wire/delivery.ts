// Brings events and interactions to the app, keeps what was acknowledged and how fast, and repeats events as Slack does.
import type { AppRecord } from '../app.ts';
import { type Fields, fieldsOf, textOf } from '../json.ts';
import type { World } from '../world.ts';
import type { Carrier, Parcel, ParcelType, Reply, RetryReason } from './parcel.ts';

/** Milliseconds before the first, second and third repetition of an event. */
export const RETRY_DELAYS: readonly number[] = [0, 60_000, 300_000];

export interface Delivered {
  readonly type: ParcelType;
  /** The type of the event or interaction, or the command. */
  readonly name: string;
  readonly payload: Fields;
  readonly retry?: Parcel['retry'];
  readonly reply: Reply;
}

export interface Delivery {
  readonly delivered: Delivered[];
  /** Events given up after the last repetition, by their ids. */
  readonly lost: string[];
  /** Carries an interaction or command, once. */
  readonly bring: (type: Exclude<ParcelType, 'events_api'>, payload: Fields) => Promise<Reply>;
  readonly announce: (team: string, event: Fields) => void;
  /** Sends an event again that was sent before, as Slack sometimes does. */
  readonly repeat: (eventId: string, reason?: RetryReason) => Promise<Reply>;
  /** How many parcels are not settled yet; events that wait for their repetition count. */
  readonly pending: () => number;
}

const nameOf = (payload: Fields): string =>
  textOf(payload['command']) ?? textOf(fieldsOf(payload['event'])['type']) ?? textOf(payload['type']) ?? '';

export interface DeliveryOptions {
  readonly world: World;
  readonly app: AppRecord;
  readonly carrier: () => Carrier;
  readonly retryDelays: readonly number[];
}

function envelopeOf({ world, app }: DeliveryOptions, team: string, event: Fields): Fields {
  const installation = [...world.installations.values()].find((known) => known.team === team);
  const authorization = {
    enterprise_id: installation?.organisation ?? null,
    team_id: team,
    user_id: installation?.botUser,
    is_bot: true,
    is_enterprise_install: installation?.organisation !== undefined,
  };
  return {
    token: app.verificationToken,
    team_id: team,
    api_app_id: app.appId,
    event,
    type: 'event_callback',
    event_id: world.id('Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: `4-${world.id('C')}`,
  };
}

/** Carries a parcel once, and keeps what came of it. Whoever waits is told by the caller. */
function createAttempts({ carrier }: DeliveryOptions, delivered: Delivered[]) {
  return async (parcel: Parcel): Promise<Reply> => {
    const reply = await carrier().carry(parcel);
    const { type, payload, retry } = parcel;
    delivered.push({ type, name: nameOf(payload), payload, reply, ...(retry && { retry }) });
    return reply;
  };
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { world, retryDelays } = options;
  const delivered: Delivered[] = [];
  const lost: string[] = [];
  const envelopes = new Map<string, Fields>();
  const attempt = createAttempts(options, delivered);
  let pending = 0;

  const settled = (): void => {
    pending -= 1;
    world.changed();
  };
  /** The first delivery has the number 0. Who waits is told when the next one is arranged, so that a clock can be moved. */
  const tryEvent = async (payload: Fields, number: number, reason?: RetryReason): Promise<void> => {
    const retry = number > 0 && reason ? { retry: { number, reason } } : {};
    const reply = await attempt({ type: 'events_api', payload, ...retry });
    if (reply.type === 'acknowledged' || reply.noRetry) return settled();
    const delay = retryDelays[number];
    if (delay === undefined) {
      lost.push(String(payload['event_id']));
      return settled();
    }
    const again = (): void => void tryEvent(payload, number + 1, reply.reason);
    if (delay > 0) world.clock.after(delay, again);
    else again();
    world.changed();
  };
  const bring: Delivery['bring'] = async (type, payload) => {
    pending += 1;
    const reply = await attempt({ type, payload });
    settled();
    return reply;
  };
  const announce: Delivery['announce'] = (team, event) => {
    // As JSON, so that nothing changes under way and what is undefined is absent.
    const payload: Fields = JSON.parse(JSON.stringify(envelopeOf(options, team, event)));
    envelopes.set(String(payload['event_id']), payload);
    pending += 1;
    void tryEvent(payload, 0);
  };
  const repeat: Delivery['repeat'] = async (eventId, reason = 'http_timeout') => {
    const payload = envelopes.get(eventId);
    if (!payload) throw new Error(`no event ${eventId}; there are ${[...envelopes.keys()].join(', ')}`);
    const reply = await attempt({ type: 'events_api', payload, retry: { number: 1, reason } });
    world.changed();
    return reply;
  };
  return { delivered, lost, bring, announce, repeat, pending: () => pending };
}
