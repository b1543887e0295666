// Slack as a chat service: puts the parts together, brings messages to threads, and stops what runs.
import type { Blobs } from '../../blobs.ts';
import type { Config, SlackConfig } from '../../config.ts';
import { isTalesError, TalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Outbound } from '../conversation/replies.ts';
import { createDownload } from '../download.ts';
import type { Platform, Reception, Sent } from '../types.ts';
import { createBeginnings } from './beginning.ts';
import { type Connection, createConnection } from './bolt.ts';
import { createCalls } from './calls.ts';
import { createCards, type SendCard } from './cards.ts';
import { createCatchUp } from './catch-up.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { createUploads, fileHosts } from './downloads.ts';
import type { Ears } from './ears.ts';
import { SERVICE } from './faults.ts';
import { createFiles } from './files.ts';
import { TIMES } from './limits.ts';
import { createAsking, createCommands } from './listening/commands.ts';
import type { Desk } from './listening/desk.ts';
import { createEvents } from './listening/events.ts';
import { createPresses } from './listening/presses.ts';
import { createOffers, createShortcuts } from './listening/shortcuts.ts';
import { createSteps } from './listening/steps.ts';
import { createSubmissions } from './listening/submissions.ts';
import { openMemory } from './memory.ts';
import { createGallery, createMessages, type Messages } from './messages.ts';
import { metadataFor, type OnceOptions, postOnce } from './once.ts';
import { tokenVariable } from './options.ts';
import { fallback, note } from './outgoing/blocks.ts';
import { createPeople } from './people.ts';
import { createPictures } from './pictures.ts';
import { createTelling } from './telling.ts';
import { readThread, type Spot } from './thread.ts';

export interface SlackOptions {
  readonly config: Config;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Log;
  readonly announce: (line: string) => void;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  /** Least time between two edits of one card, in milliseconds. Default 2000. */
  readonly betweenEdits?: number;
}

/** Everything that one start makes. */
interface Running {
  readonly connection: Connection;
  readonly once: OnceOptions;
  readonly messages: Messages;
  readonly sendCard: SendCard;
  readonly delivery: Delivery;
  readonly catchUp: ReturnType<typeof createCatchUp>;
  readonly resume: () => Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;

function earsOf(desk: Desk): Omit<Ears, 'reconnected'> {
  const ask = createAsking(desk);
  return {
    event: createEvents(desk, ask),
    command: createCommands(ask),
    shortcut: createShortcuts(desk),
    press: createPresses(desk),
    submission: createSubmissions(desk, createOffers(desk)),
    step: createSteps(desk),
  };
}

export function createSlack(options: SlackOptions, slack: SlackConfig): Platform {
  const { config, blobs, stores, log, announce, clock = systemClock, fetch: send = fetch } = options;
  const { betweenEdits = TIMES.betweenEdits } = options;
  const { locale } = config;
  const memory = openMemory(stores, config.retentionDays * DAY);
  const installations = stores.open<never>({ namespace: 'slack-installations' });
  const stopping = new AbortController();
  const { signal } = stopping;
  const underWay = new Set<Promise<unknown>>();
  let running: Running | undefined;

  /** Stopping waits for what is being seen to. */
  const follow = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const done = (): void => void underWay.delete(work);
    work.then(done, done);
    return work;
  };

  const build = (reception: Reception): Running => {
    let ears: Omit<Ears, 'reconnected'> | undefined;
    const listening = (): Omit<Ears, 'reconnected'> => {
      if (!ears) throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true });
      return ears;
    };
    const connection = createConnection({
      config: slack,
      installations,
      clock,
      log,
      explainFault: (error) => explain(isTalesError(error) ? error : { code: 'unexpected', details: {} }, locale),
      ears: {
        event: (heard) => follow(listening().event(heard)),
        command: (heard, respond) => follow(listening().command(heard, respond)),
        shortcut: (heard, respond) => follow(listening().shortcut(heard, respond)),
        press: (heard, respond) => follow(listening().press(heard, respond)),
        submission: (heard) => follow(listening().submission(heard)),
        step: (heard) => follow(listening().step(heard)),
        reconnected: () => {
          reception
            .missed()
            .catch((error: unknown) => log.error({ err: error }, 'what was missed could not be asked for'));
        },
      },
    });
    const call = createCalls({ request: connection.request, clock, variable: tokenVariable(slack), signal });
    const download = createDownload({ hosts: fileHosts(slack.apiUrl, config.downloadHosts), fetch: send });
    const uploadOf = createUploads({ call, tokenOf: connection.tokenOf, download, apiUrl: slack.apiUrl });
    const gallery = createGallery();
    const messages = createMessages(call, gallery);
    const pictures = createPictures(memory, gallery);
    const people = createPeople({ call, teachers: slack.teachers, clock, log });
    const { look } = reception;
    const beginnings = createBeginnings({
      memory,
      call,
      clock,
      messages,
      people,
      pictures,
      uploadOf,
      reception,
      locale,
      log,
    });
    const telling = createTelling({ messages, gallery, pictures, look, log });
    const files = createFiles({ call, clock, signal, fetch: send });
    const forget = async (team: string) => (slack.access.kind === 'install' ? connection.forget(team) : undefined);
    ears = earsOf({
      ...{
        reception,
        call,
        people,
        pictures,
        messages,
        beginnings,
        telling,
        memory,
        uploadOf,
        clock,
        locale,
        log,
        forget,
      },
    });
    return {
      connection,
      once: { memory, call },
      messages,
      sendCard: createCards({ memory, call, messages, pictures, look, clock, log, signal, betweenEdits }),
      delivery: createDelivery({ memory, call, messages, files, gallery, blobs, look, log }),
      catchUp: createCatchUp({ call, people, pictures, uploadOf, receive: reception.receive }),
      resume: () => beginnings.resume(),
    };
  };

  const sendNotice = async (
    { once, messages }: Running,
    spot: Spot,
    message: Extract<Outbound, { type: 'notice' }>,
  ) => {
    const drawn = { text: fallback(message.text), blocks: [note(message.text)] };
    return postOnce(once, spot, message.key, () => messages.post(spot, drawn, { metadata: metadataFor(message.key) }));
  };

  const sendIt = async (to: Running, spot: Spot, message: Outbound): Promise<Sent> => {
    switch (message.type) {
      case 'card':
        return to.sendCard(spot, message);
      case 'book':
        return to.delivery.deliver(spot, message);
      case 'notice':
        return sendNotice(to, spot, message);
      case 'withdraw':
        await to.delivery.withdraw(spot, message.refs);
        return {};
      case 'catch-up':
        await to.catchUp(spot, message);
        return {};
    }
  };

  return {
    name: 'slack',
    async start(reception) {
      const fresh = build(reception);
      try {
        const { port } = await fresh.connection.open();
        if (port !== undefined) announce(portLine(port, slack));
      } catch (error) {
        await fresh.connection.close();
        throw error;
      }
      running = fresh;
      await fresh.resume();
    },
    async send(thread, message) {
      if (!running) throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true });
      return sendIt(running, readThread(thread), message);
    },
    async stop() {
      stopping.abort();
      await running?.connection.close();
      await Promise.allSettled(underWay);
      running = undefined;
    },
  };
}

/** Where Slack has to be able to reach this program, or people to install the bot. */
function portLine(port: number, { way, access }: SlackConfig): string {
  const paths = [
    ...(way.mode === 'http' ? ['/slack/events'] : []),
    ...(access.kind === 'install' ? ['/slack/install'] : []),
  ];
  return `Slack: http://localhost:${port} (${paths.join(', ')})`;
}
