// What a class's settings mean for people's data, beside the configuration. Pure but for the reading of the store, which
// needs no lock; the sentences are in `classes-ko.ts` and `classes-en.ts`.
import { type Classroom, rulesOf } from '../../bots/index.ts';
import type { Config } from '../../config.ts';
import { isTalesError } from '../../errors.ts';
import { readKept } from '../../keeping.ts';
import { narrowed } from '../../pipeline/index.ts';
import { classroomsIn } from '../keeping/classrooms.ts';

type Settings = Classroom['settings'];

/** Where words unfit for children are looked for, if they are. */
export type Moderation = 'off' | 'here' | 'service';

export type KeptClass = Pick<Classroom, 'platform' | 'settings'>;

/** What could be read of the classes; without them a statement is not whole, and has to say so. */
export type KeptClasses = readonly KeptClass[] | 'unreadable';

export interface ClassFacts {
  readonly place: 'Discord' | 'Slack' | 'web';
  /** Absent: it has no name. */
  readonly title?: string;
  readonly isOpen: boolean;
  /** Days after the last change, or the last day, `YYYY-MM-DD`. */
  readonly keep: { readonly days: number } | { readonly until: string };
  readonly moderation: Moderation;
  readonly engines: Settings['engines'];
  readonly approval: boolean;
  readonly starters: Settings['starters'];
  /** Who sees a book in the making; absent where the chat service cannot tell. */
  readonly threads?: Settings['threads'];
  /** Whether the bot's messages with a book go with it; absent where there are none. */
  readonly clearing?: boolean;
}

export const moderationOf = ({ moderation, openai }: Config): Moderation =>
  moderation ? (openai ? 'service' : 'here') : 'off';

/** The configuration as it holds for the books of a class. */
export const configIn = (config: Config, settings: Settings): Config => narrowed(config, rulesOf(settings).work);

const PLACES: Readonly<Record<string, ClassFacts['place']>> = { discord: 'Discord', slack: 'Slack' };

export function classFacts({ platform, settings }: KeptClass, config: Config): ClassFacts {
  const { title, on, engines, approval, starters, threads, clearing } = settings;
  const { keep } = rulesOf(settings);
  const place = PLACES[platform] ?? 'web';
  return {
    place,
    ...(title !== '' && { title }),
    isOpen: on,
    // The last moment before that of its end lies in the last day.
    keep: 'days' in keep ? keep : { until: new Date(keep.until - 1).toISOString().slice(0, 10) },
    moderation: moderationOf(configIn(config, settings)),
    ...{ engines, approval, starters },
    ...(place === 'Discord' && { threads }),
    ...(place !== 'web' && { clearing }),
  };
}

export async function readClasses(config: Pick<Config, 'storeFile' | 'redis'>, now = Date.now()): Promise<KeptClasses> {
  try {
    return classroomsIn(await readKept(config, now));
  } catch (error) {
    if (isTalesError(error) && error.code === 'store-unusable') return 'unreadable';
    throw error;
  }
}
