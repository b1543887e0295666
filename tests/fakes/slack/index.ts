// The Slack service on loopback: what a test starts, points a bot at, and drives. Every part is in its own file beside.
import { createApi, type Trouble } from './api/dispatch.ts';
import type { Uploads } from './api/files.ts';
import { createLimits } from './api/limits.ts';
import { ALL_SCOPES, type AppRecord, createApp, createGrants, install, uninstall } from './app.ts';
import { type Clock, systemClock } from './clock.ts';
import { respond } from './driver/interactions.ts';
import { createPerson, type Person } from './driver/person.ts';
import { createReading, type Reading } from './driver/reading.ts';
import { type Installed, installAs, runStep } from './driver/steps.ts';
import type { Fields } from './json.ts';
import { listen } from './server.ts';
import { createDelivery, type Delivered, RETRY_DELAYS } from './wire/delivery.ts';
import { createHttpCarrier, type HttpCarrier } from './wire/http.ts';
import type { Carrier, Parcel, Reply, RetryReason } from './wire/parcel.ts';
import { createSocketMode, type SocketMode } from './wire/socket-mode.ts';
import {
  type CallRecord,
  type Channel,
  createWorld,
  type Installation,
  installedIn,
  type Team,
  type World,
} from './world.ts';

export { type Clock, createManualClock, type ManualClock, systemClock } from './clock.ts';
export { buttons, type Person } from './driver/person.ts';
export { images, texts } from './driver/reading.ts';
export type { Ephemeral, Message } from './world.ts';

export interface SlackOptions {
  readonly clock?: Clock;
  /** How long a share of a file takes to appear, in milliseconds; 20 unless told. */
  readonly shareDelay?: number;
  /** Milliseconds before each repetition of an event; Slack's own unless told: 0, 60 000, 300 000. */
  readonly retryDelays?: readonly number[];
  /** How long it waits for an answer of the bot, in milliseconds; Slack's own 3000 unless told. */
  readonly answerWithin?: number;
  /** Answers 429 to a bot that calls or posts too often; only the troubles ordered unless told. */
  readonly rateLimits?: boolean;
  /** Where installations may lead back to. */
  readonly redirectUris?: readonly string[];
}

export interface NewPerson {
  readonly team?: string;
  readonly locale?: string;
  readonly isAdmin?: boolean;
}
export interface NewChannel {
  readonly isPrivate?: boolean;
  readonly locale?: string;
  /** Whether the bot is in it from the beginning; it is unless told. */
  readonly withBot?: boolean;
}

export interface Slack extends Reading {
  /** `slackApiUrl` for the bot's clients. */
  readonly apiUrl: string;
  /** Of everything else: files, consent, sockets. */
  readonly origin: string;
  readonly authorizeUrl: string;
  readonly app: AppRecord;
  readonly world: World;
  /** A workspace; without the app unless scopes are given. */
  readonly team: (name: string, scopes?: readonly string[]) => Team;
  /** The first workspace has the app from the beginning. */
  readonly home: Team;
  /** @throws Error where the app is not installed. */
  readonly installation: (team?: string) => Installation;
  readonly person: (name: string, more?: NewPerson) => Person;
  readonly channel: (name: string, members: readonly Person[], more?: NewChannel) => string;
  /** The direct messages between the app and a person, once there are any. */
  readonly direct: (person: Person) => string | undefined;
  /** `/invite` and `/kick`. */
  readonly invite: (channel: string) => void;
  readonly kick: (channel: string) => void;
  /** A person goes through the install pages of the bot in a browser. */
  readonly install: (person: Person, url: string) => Promise<Installed>;
  readonly uninstall: (team: string) => void;
  readonly runStep: (callback: string, inputs: Fields, team?: string) => string;
  readonly socketMode: SocketMode;
  /** The whole service is out of reach: no calls, no files, no sockets, no events. */
  readonly outage: (isOut: boolean) => void;
  /** Sends everything to an address from now on, once the app has answered its challenge. */
  readonly useHttp: (url: string) => Promise<HttpCarrier>;
  readonly trouble: (method: string, trouble: Trouble, times?: number) => void;
  /** Everything that was brought to the app, with its acknowledgement. */
  readonly delivered: readonly Delivered[];
  readonly lost: readonly string[];
  readonly calls: (method?: string) => CallRecord[];
  /** What the bot did wrong without being told by an error. A good test ends with none. */
  readonly faults: readonly string[];
  readonly repeat: (eventId: string, reason?: RetryReason) => Promise<Reply>;
  /** Resolves when everything brought to the app is acknowledged or given up. */
  readonly quiet: () => Promise<true>;
  readonly close: () => Promise<void>;
}

export type { Parcel, Reply };

const NOWHERE: Carrier = { carry: async () => ({ type: 'failed', reason: 'connection_failed' }) };

function createPlaces(world: World, app: AppRecord, bring: Parameters<typeof createPerson>[0]['bring']) {
  const team: Slack['team'] = (name, scopes) => {
    const made = { id: world.id('T'), name, domain: name.toLowerCase() };
    world.teams.set(made.id, made);
    if (scopes) install(world, app, made.id, scopes);
    return made;
  };
  const home = team('School', ALL_SCOPES);
  const known = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (!channel) throw new Error(`no channel ${id}`);
    return channel;
  };
  const botOf = (id: string): string => installedIn(world, known(id).team)?.botUser ?? '';
  return {
    team,
    home,
    person: (name: string, { team: at = home.id, locale = 'ko-KR', isAdmin = false }: NewPerson = {}): Person => {
      const user = { id: world.id('U'), team: at, name, locale, isAdmin, isBot: false };
      world.users.set(user.id, user);
      return createPerson({ world, app, user, bring });
    },
    channel: (name: string, members: readonly Person[], more: NewChannel = {}): string => {
      const { isPrivate = false, locale = 'ko-KR', withBot = true } = more;
      const id = world.id('C');
      const at = members[0]?.team ?? home.id;
      world.channels.set(id, { id, team: at, name, isPrivate, locale, members: new Set(members.map((one) => one.id)) });
      if (withBot && botOf(id) !== '') known(id).members.add(botOf(id));
      return id;
    },
    direct: (person: Person): string | undefined =>
      [...world.channels.values()].find(({ isDirect, members }) => isDirect === true && members.has(person.id))?.id,
    invite: (id: string): void => void known(id).members.add(botOf(id)),
    kick: (id: string): void => void known(id).members.delete(botOf(id)),
  };
}

/** The parts, put together and listening. */
async function startService(options: SlackOptions) {
  const { clock = systemClock, shareDelay = 20, retryDelays = RETRY_DELAYS, redirectUris = [], rateLimits } = options;
  const world = createWorld(clock, options.answerWithin ?? 3000);
  const app = createApp(redirectUris);
  const uploads: Uploads = new Map();
  const grants = createGrants(world, app);
  const socketMode = createSocketMode(world);
  let isOut = false;
  let http: HttpCarrier | undefined;
  const carrier = (): Carrier => (isOut ? NOWHERE : (http ?? socketMode));
  const delivery = createDelivery({ world, app, retryDelays, carrier });
  world.announce = delivery.announce;
  const limits = rateLimits ? createLimits(clock) : undefined;
  const api = createApi({ world, app, grants, uploads, shareDelay, limits, connect: socketMode.ticket });
  const isReachable = (): boolean => !isOut;
  const doors = { world, api, uploads, grants, socketMode, isReachable, respond: respond.bind(undefined, world) };
  const { origin, close } = await listen(doors);
  world.origin = origin;
  const outage = (out: boolean): void => {
    isOut = out;
    socketMode.outage(out);
  };
  const useHttp: Slack['useHttp'] = async (url) => {
    const made = createHttpCarrier(world, app, url);
    await made.verify();
    http = made;
    return made;
  };
  return { world, app, api, delivery, socketMode, outage, useHttp, origin, close };
}

/** Starts the service on a free port of loopback. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const { world, app, api, delivery, socketMode, outage, useHttp, origin, close } = await startService(options);
  const places = createPlaces(world, app, delivery.bring);
  const reading = createReading(world);
  return {
    ...reading,
    ...places,
    apiUrl: `${origin}/api/`,
    origin,
    authorizeUrl: `${origin}/oauth/v2/authorize`,
    app,
    world,
    installation: (team = places.home.id) => {
      const found = installedIn(world, team);
      if (!found) throw new Error(`the app is not installed in ${team}`);
      return found;
    },
    install: (person, url) => installAs(person.id, url),
    uninstall: (team) => uninstall(world, team),
    runStep: (callback, inputs, team = places.home.id) => runStep(world, team, callback, inputs),
    socketMode,
    outage,
    useHttp,
    trouble: api.trouble,
    delivered: delivery.delivered,
    lost: delivery.lost,
    calls: (method) => world.calls.filter((call) => method === undefined || call.method === method),
    faults: world.faults,
    repeat: delivery.repeat,
    quiet: () => reading.until(() => delivery.pending() === 0 && (true as const), 'quiet'),
    close,
  };
}
