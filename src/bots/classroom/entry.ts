// Who may begin a book in a class, and what others are told. Pure; asking is left to the platforms, and to the house once more.
import type { Locale } from '../../story.ts';
import type { Actor } from '../conversation/events.ts';
import type { ClassSettings } from './settings.ts';
import { WORDING } from './wording.ts';

/** `class-off`: no class is held there just now. */
export type NoEntry = 'teachers-only' | 'class-off';

/** Why this person may begin no book; `undefined` where they may. */
export function noEntry(
  { on, starters }: Pick<ClassSettings, 'on' | 'starters'>,
  { teacher }: Pick<Actor, 'teacher'>,
): NoEntry | undefined {
  if (!on) return 'class-off';
  return starters === 'teachers' && !teacher ? 'teachers-only' : undefined;
}

export const noEntryText = (why: NoEntry, locale: Locale): string =>
  why === 'class-off' ? WORDING[locale].closedNow : WORDING[locale].teachersStart;
