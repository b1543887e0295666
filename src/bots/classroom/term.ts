// The last day of a term as people type it: a real day, after today and within a year.
import { endOfDay } from './rules.ts';

const DAY = 24 * 60 * 60 * 1000;
const FARTHEST = 366 * DAY;
const WRITTEN = /^(\d{4})\s*[-./년]?\s*(\d{1,2})\s*[-./월]?\s*(\d{1,2})\s*[일.]?$/;

export type ReadDay = { readonly day: string } | { readonly fault: 'unread' | 'past' | 'far' };

/** @param now Unix milliseconds. */
export function readDay(typed: string, now: number): ReadDay {
  const [, year, month = '', day = ''] = WRITTEN.exec(typed.trim()) ?? [];
  if (year === undefined) return { fault: 'unread' };
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const start = Date.parse(`${written}T00:00:00Z`);
  // A day that no month has is taken for one of the next month.
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== written) return { fault: 'unread' };
  if (start <= now) return { fault: 'past' };
  return endOfDay(written) - now > FARTHEST ? { fault: 'far' } : { day: written };
}
