// The parts that hear and the parts that say, put together over one connection.
import type { Blobs } from '../../blobs.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import type { Locale } from '../../story.ts';
import type { Clock } from '../clock.ts';
import { createDownload } from '../download.ts';
import { createAcknowledge } from './acknowledge.ts';
import { createCallbacks } from './callbacks.ts';
import { createInteractInClass } from './class-interactions.ts';
import type { Connection } from './connection.ts';
import { createEntering } from './entering.ts';
import type { Self } from './entry.ts';
import { createGone } from './gone.ts';
import { createHearing, type Hear } from './hearing.ts';
import { createInteract } from './interactions.ts';
import { createLoad } from './load.ts';
import { CARDS } from './old-cards.ts';
import type { DiscordOptions } from './options.ts';
import { createPosting } from './posting.ts';
import { createSender, type Send } from './sender.ts';
import { createStarting } from './starting.ts';
import { createThreads, type Threads } from './threads.ts';
import { createWhere, type Where } from './where.ts';

export interface AssemblyOptions {
  readonly options: DiscordOptions;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Log;
  readonly clock: Clock;
  readonly connection: Connection;
  readonly self: () => Self;
  readonly localeOf: (place: string, where: Where) => Promise<Locale>;
}

export interface Parts {
  readonly threads: Threads;
  /** One for each life: the first gateway of a life brings nothing to be caught up with. */
  readonly newHearing: () => Hear;
  readonly send: Send;
}

export function assemble(given: AssemblyOptions): Parts {
  const { options, blobs, stores, log, clock, connection, self, localeOf } = given;
  const { ask, rightsOf } = connection;
  const seesMessages = (): boolean => self().seesMessages;
  const teachers = { roles: options.teacherRoles };
  const posting = createPosting({ ask, download: createDownload({ hosts: options.hosts }), log });
  const threads = createThreads({ ask, posting, teachers, rightsOf, seesMessages, log });
  const { opened: onOpened } = threads;
  const starting = createStarting({ ask, log, posting, privacy: options.threads, seesMessages, onOpened });
  const callbacks = createCallbacks({ ask, load: createLoad(blobs) });
  const acknowledge = createAcknowledge({ callbacks, clock, log });
  const where = createWhere(ask);
  const gone = createGone(log);
  const entering = createEntering({ ask, where });
  const inClass = createInteractInClass({ entering, where });
  const interact = createInteract({ acknowledge, starting, posting, seesMessages, entering, inClass });
  const cards = stores.open<readonly string[]>({ namespace: CARDS, ttl: options.keptFor });
  const inPlace = { where, localeOf: (place: string) => localeOf(place, where) };
  const send = createSender({ ask, blobs, cards, log, self: () => self().user, seesMessages, ...inPlace });
  return {
    threads,
    newHearing: () => createHearing({ threads, interact, gone, teachers }),
    send: gone.unlessGone(send),
  };
}
