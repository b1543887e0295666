// Coming in: who we are at Discord, which commands there are, and the gateway – with the right to see messages where
// Discord gives it, and without it where it does not, or takes it away later.
import { TalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import type { Locale } from '../../story.ts';
import type { Tasks } from '../tasks.ts';
import type { Connection } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import { type Application, maySeeMessages } from './options.ts';
import type { Persist } from './persist.ts';
import { register } from './register.ts';
import { DISCORD_WORDS } from './wording.ts';

const LOGIN_FAULT = new TalesError('service-login', { service: 'Discord', variable: 'DISCORD_TOKEN' });

/** What is known once Discord has said who we are. */
export interface Self {
  /** Id of the bot's user. */
  readonly user: string;
  /** Whether the bot sees what people post as messages. */
  readonly seesMessages: boolean;
}

export interface EntryOptions {
  readonly connection: Connection;
  readonly persist: Persist;
  /** Absent: as the token says. */
  readonly applicationId?: string | undefined;
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Pick<Log, 'error' | 'warn'>;
  /** Tells whoever started the program something, in their language. */
  readonly announce: (line: string) => void;
  readonly locale: Locale;
}

export interface Entry {
  readonly self: () => Self;
  /** Learns who we are, and tells of the commands. @throws DiscordFault */
  introduce(): Promise<void>;
  /** Opens the gateway. @throws as `Connection.open` does. */
  enter(): Promise<void>;
  /** The gateway was closed for good. @param tasks of the life that it happened in, if there is one. */
  lost(code: number, tasks: Tasks | undefined): void;
}

export function createEntry(options: EntryOptions): Entry {
  const { connection, persist, applicationId, stores, log, announce, locale } = options;
  let self: Self = { user: '', seesMessages: false };

  const open = async (): Promise<void> => {
    try {
      await connection.open({ readsMessages: self.seesMessages });
    } catch (error) {
      if (!self.seesMessages || !isFault(error, CODE.disallowedIntents)) throw error;
      log.warn({ err: error }, 'the bot may not see messages; pictures come by upload alone');
      self = { ...self, seesMessages: false };
      await connection.open({ readsMessages: false });
    }
  };

  return {
    self: () => self,
    async introduce() {
      const { ask } = connection;
      const application = await ask<Application>('GET', '/applications/@me');
      const { id: user } = await ask<{ readonly id: string }>('GET', '/users/@me');
      self = { user, seesMessages: maySeeMessages(application) };
      await register(ask, stores, applicationId ?? application.id);
    },
    async enter() {
      await open();
      if (!self.seesMessages) announce(DISCORD_WORDS[locale].startedBlind);
    },
    lost(code, tasks) {
      log.error({ code }, 'Discord has closed the connection for good');
      // The right to see messages may be taken away at any time, and a token may be replaced.
      if (code !== CODE.disallowedIntents || !tasks) return announce(explain(LOGIN_FAULT, locale));
      self = { ...self, seesMessages: false };
      const what = 'Discord could not be reached again';
      tasks.start(what, () => persist(tasks, what, () => connection.open({ readsMessages: false })));
    },
  };
}
