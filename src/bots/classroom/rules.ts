// What a class's settings mean for each of its books: the rules that a book is told, and the moment when it has grown old.
import type { RoomRules } from '../conversation/room.ts';
import type { Classroom } from './facts.ts';
import type { ClassSettings } from './settings.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The first moment after a day, `YYYY-MM-DD`, Unix milliseconds. In Korea the day has long been over by then. */
export const endOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) + DAY;

const keepOf = ({ retention, termEnds }: ClassSettings): RoomRules['keep'] =>
  retention === 'term' && termEnds !== undefined ? { until: endOfDay(termEnds) } : { days: retention === '7' ? 7 : 30 };

export const rulesOf = (settings: ClassSettings): RoomRules => ({
  revision: settings.revision,
  approval: settings.approval,
  work: { engines: settings.engines, moderation: settings.moderation },
  roomy: settings.roomy,
  ...(settings.notice !== '' && { notice: settings.notice }),
  keep: keepOf(settings),
});

/** When what was last changed at `changed` has grown old. */
function oldAt(settings: ClassSettings, changed: number): number {
  const keep = keepOf(settings);
  return 'until' in keep ? keep.until : changed + keep.days * DAY;
}

/** A teacher who has books kept for a shorter time can think twice so long before any of them goes. */
export const GRACE = DAY;

/** When what was last changed at `changed` is to go. */
export const goesAt = ({ settings, grace = 0 }: Pick<Classroom, 'settings' | 'grace'>, changed: number): number =>
  Math.max(oldAt(settings, changed), grace);
