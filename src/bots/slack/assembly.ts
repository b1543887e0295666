// The parts of the Slack bot, put together for one start: what listens, and what sends.
import type { Blobs } from '../../blobs.ts';
import type { Config, SlackConfig } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store.ts';
import { createCatchingUp } from '../catching-up.ts';
import type { Clock } from '../clock.ts';
import { createDownload } from '../download.ts';
import type { Tasks } from '../tasks.ts';
import type { Reception } from '../types.ts';
import { createBeginnings } from './beginning.ts';
import { type Connection, createConnection } from './bolt.ts';
import { createCalls } from './calls.ts';
import { createCards } from './cards.ts';
import { createCatchUp } from './catch-up.ts';
import { createClassDrawings } from './class-drawing.ts';
import { createClassSending, type SendToClass } from './class-sending.ts';
import { createClassTelling } from './class-telling.ts';
import { createDelivery } from './delivery.ts';
import { createUploads, fileHosts } from './downloads.ts';
import type { Ears } from './ears.ts';
import { SERVICE } from './faults.ts';
import { createFiles } from './files.ts';
import { createHanding } from './handing.ts';
import { createLinks } from './links.ts';
import { beginFault, createAsking, createCommands } from './listening/commands.ts';
import type { Desk } from './listening/desk.ts';
import { createEvents } from './listening/events.ts';
import { createPresses } from './listening/presses.ts';
import { createOffers, createShortcuts } from './listening/shortcuts.ts';
import { createSteps } from './listening/steps.ts';
import { createSubmissions } from './listening/submissions.ts';
import type { Memory } from './memory.ts';
import { createGallery, createMessages } from './messages.ts';
import { tokenVariable } from './options.ts';
import { createParcels } from './parcels.ts';
import { createPeople } from './people.ts';
import { createPictures } from './pictures.ts';
import { createSending, type Send } from './sending.ts';
import { createTelling } from './telling.ts';

/** What one start makes. */
export interface Running {
  readonly connection: Connection;
  readonly send: Send;
  readonly sendToClass: SendToClass;
  /** Takes up what was cut off when the program stopped. */
  readonly resume: () => Promise<void>;
}

export interface AssemblyOptions {
  readonly config: Config;
  readonly slack: SlackConfig;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly memory: Memory;
  readonly installations: Store<never>;
  readonly log: Log;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly betweenEdits: number;
  readonly catchUpDelays?: readonly number[] | undefined;
  /** Stopped with the program. */
  readonly tasks: Tasks;
  /** Takes note of work that stopping has to wait for. */
  readonly follow: <T>(work: Promise<T>) => Promise<T>;
}

type Hearing = Omit<Ears, 'reconnected'>;

function hearingAt(desk: Desk): Hearing {
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

/** Whoever listens needs the connection to answer, and the connection needs somebody who listens. */
function connect(
  options: AssemblyOptions,
  { missed }: Reception,
  onInterrupted: () => void,
  hearing: () => Hearing,
): Connection {
  const { config, slack, installations, log, clock, follow } = options;
  return createConnection({
    config: slack,
    installations,
    clock,
    log,
    explainFault: (error) => beginFault(error, config.locale),
    ears: {
      event: (heard) => follow(hearing().event(heard)),
      command: (heard, respond) => follow(hearing().command(heard, respond)),
      shortcut: (heard, respond) => follow(hearing().shortcut(heard, respond)),
      press: (heard, respond) => follow(hearing().press(heard, respond)),
      submission: (heard) => follow(hearing().submission(heard)),
      step: (heard) => follow(hearing().step(heard)),
      reconnected: () => {
        onInterrupted();
        missed().catch((error: unknown) => log.error({ err: error }, 'what was missed could not be asked for'));
      },
    },
  });
}

export function assemble(options: AssemblyOptions, reception: Reception): Running {
  const { config, slack, blobs, memory, log, clock, tasks, betweenEdits } = options;
  const { signal } = tasks;
  const delays = options.catchUpDelays === undefined ? {} : { delays: options.catchUpDelays };
  const catchingUp = createCatchingUp({ tasks, log, ...delays });
  let hearing: Hearing | undefined;
  const connection = connect(options, reception, catchingUp.interrupted, () => {
    if (!hearing) throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true });
    return hearing;
  });
  const call = createCalls({ request: connection.request, clock, variable: tokenVariable(slack), signal });
  const download = createDownload({ hosts: fileHosts(slack.apiUrl, config.downloadHosts), fetch: options.fetch });
  const uploadOf = createUploads({ call, tokenOf: connection.tokenOf, download, apiUrl: slack.apiUrl });
  const gallery = createGallery();
  const messages = createMessages(call, gallery);
  const pictures = createPictures(memory, gallery);
  const people = createPeople({ call, teachers: slack.teachers, clock, log });
  const { look, receive } = reception;
  const shared = {
    memory,
    call,
    clock,
    messages,
    people,
    pictures,
    uploadOf,
    reception,
    catchingUp,
    locale: config.locale,
    log,
  };
  const beginnings = createBeginnings(shared);
  const telling = createTelling({ messages, gallery, pictures, look, log });
  const links = createLinks(call, log);
  const classLook = reception.classes.look;
  const drawings = createClassDrawings({ memory, gallery, links, look: classLook, locale: config.locale });
  const classTelling = createClassTelling({ messages, drawings, log });
  const files = createFiles({ call, clock, signal, fetch: options.fetch });
  // One workspace's own token is the administrator's to take away.
  const forget: Desk['forget'] = async (...where) =>
    slack.access.kind === 'install' ? connection.forget(...where) : undefined;
  hearing = hearingAt({ ...shared, beginnings, telling, classTelling, links, forget });
  const bringing = { memory, call, clock, messages, files, gallery, blobs, look, log };
  const delivery = createDelivery(bringing);
  const send = createSending({
    memory,
    call,
    clock,
    messages,
    look,
    sendCard: createCards({ memory, call, messages, pictures, look, clock, log, signal, betweenEdits }),
    delivery,
    handOver: createHanding(bringing),
    catchUp: createCatchUp({ call, clock, people, pictures, uploadOf, look, receive }),
    catchingUp,
  });
  const sendParcel = createParcels(bringing);
  const sendToClass = createClassSending({ memory, call, clock, messages, sendParcel, delivery, drawings });
  return { connection, send, sendToClass, resume: () => beginnings.resume() };
}
