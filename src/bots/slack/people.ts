// What Slack knows of people and channels: whether somebody is a teacher here, and which language they read. Kept for a while.
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import type { Clock } from '../clock.ts';
import type { Actor } from '../conversation/events.ts';
import { createRecent } from '../recent.ts';
import type { Call, Fields } from './calls.ts';
import { TIMES } from './limits.ts';

/** What is kept of somebody, or of a channel: no names. */
interface Known {
  readonly at: number;
  readonly locale: Locale | undefined;
  readonly leads: boolean;
}

export interface People {
  /** Somebody who did something in a workspace. What Slack does not tell makes nobody a teacher. */
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

const NOTHING = { locale: undefined, leads: false } as const;

const LEADERS: readonly string[] = ['is_admin', 'is_owner', 'is_primary_owner'];

/**
 * Whether the person belongs to that workspace, and does not only share a channel with it: whoever leads another one leads
 * nothing here. In an organisation somebody may belong to several.
 */
function isAtHome(team: string, { team_id: home, is_stranger: isStranger, enterprise_user: member }: Fields): boolean {
  if (isStranger === true) return false;
  const { teams, enterprise_id: organisation } = (member ?? {}) as Fields;
  return home === team || organisation === team || (Array.isArray(teams) && teams.includes(team));
}

const readAnswer = (team: string, fields: Fields): Omit<Known, 'at'> => ({
  locale: localeOf(fields['locale']),
  leads: LEADERS.some((leader) => fields[leader] === true) && isAtHome(team, fields),
});

/** People and channels remembered at once. */
const MOST_KNOWN = 2000;

export function createPeople({ call, teachers, clock, log }: PeopleOptions): People {
  const known = createRecent<Known>(MOST_KNOWN);

  const nameOf = (team: string, method: string, args: Fields): string => JSON.stringify([team, method, args]);

  const ask = async (team: string, method: string, args: Fields, part: string): Promise<Omit<Known, 'at'>> => {
    const name = nameOf(team, method, args);
    const before = known.get(name);
    if (before && clock.now() - before.at < TIMES.people) return before;
    try {
      const answer = await call(team, method, { ...args, include_locale: true }, { now: true });
      const learnt = { at: clock.now(), ...readAnswer(team, (answer[part] ?? {}) as Fields) };
      known.set(name, learnt);
      return learnt;
    } catch (error) {
      // Nobody is kept from making a book because Slack does not say who they are.
      log.warn({ err: error, method }, 'Slack did not tell about somebody');
      return before ?? NOTHING;
    }
  };

  return {
    async actor(team, user) {
      const { locale, leads } = await ask(team, 'users.info', { user }, 'user');
      return { id: user, teacher: teachers.includes(user) || leads, ...(locale && { locale }) };
    },
    knownLocale: (team, user) => known.get(nameOf(team, 'users.info', { user }))?.locale,
    channelLocale: async (team, channel) => (await ask(team, 'conversations.info', { channel }, 'channel')).locale,
  };
}
