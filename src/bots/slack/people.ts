// What Slack knows of people and channels: whether somebody is a teacher here, and which language they read. Kept for a while.
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import type { Clock } from '../clock.ts';
import type { Actor } from '../conversation/events.ts';
import type { Call, Fields } from './calls.ts';
import { TIMES } from './limits.ts';

interface Known {
  readonly at: number;
  readonly fields: Fields;
}

export interface People {
  /** Somebody who did something. What Slack does not tell makes nobody a teacher. */
  actor(team: string, user: string): Promise<Actor>;
  /** The language of somebody who was met before, without asking. */
  knownLocale(team: string, user: string): Locale | undefined;
  /** `undefined` where Slack does not tell. */
  channelLocale(team: string, channel: string): Promise<Locale | undefined>;
}

export interface PeopleOptions {
  readonly call: Call;
  readonly teachers: readonly string[];
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

const localeOf = (locale: unknown): Locale | undefined => {
  if (typeof locale !== 'string' || locale === '') return undefined;
  return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
};

export function createPeople({ call, teachers, clock, log }: PeopleOptions): People {
  const known = new Map<string, Known>();

  const nameOf = (team: string, method: string, args: Fields): string => JSON.stringify([team, method, args]);

  const ask = async (team: string, method: string, args: Fields, part: string): Promise<Fields> => {
    const name = nameOf(team, method, args);
    const before = known.get(name);
    if (before && clock.now() - before.at < TIMES.people) return before.fields;
    try {
      const answer = await call(team, method, { ...args, include_locale: true }, { now: true });
      const fields = (answer[part] ?? {}) as Fields;
      known.set(name, { at: clock.now(), fields });
      return fields;
    } catch (error) {
      // Nobody is kept from making a book because Slack does not say who they are.
      log.warn({ err: error, method }, 'Slack did not tell about somebody');
      return before?.fields ?? {};
    }
  };

  return {
    async actor(team, user) {
      const person = await ask(team, 'users.info', { user }, 'user');
      const locale = localeOf(person['locale']);
      const leads = person['is_admin'] === true || person['is_owner'] === true || person['is_primary_owner'] === true;
      return { id: user, teacher: teachers.includes(user) || leads, ...(locale && { locale }) };
    },
    knownLocale: (team, user) => localeOf(known.get(nameOf(team, 'users.info', { user }))?.fields['locale']),
    async channelLocale(team, channel) {
      const place = await ask(team, 'conversations.info', { channel }, 'channel');
      return localeOf(place['locale']);
    },
  };
}
