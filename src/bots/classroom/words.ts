// The list of all that a classroom has to be able to say. The languages are in `wording-ko.ts` and `wording-en.ts`.
import type { PrintStyle } from '../../jobs.ts';
import type { Locale } from '../../story.ts';
import type { NextStep } from '../conversation/next-step.ts';
import type { ClassSettings } from './settings.ts';

/** Settings that are typed or chosen in forms. */
export type SettingName = Exclude<keyof ClassSettings, 'revision' | 'on'>;
export type YesNo = 'yes' | 'no';

/** What a setting means under each of its values: at most 75 characters. */
export interface SettingValues {
  readonly locale: Readonly<Record<Locale, string>>;
  readonly starters: Readonly<Record<ClassSettings['starters'], string>>;
  readonly threads: Readonly<Record<ClassSettings['threads'], string>>;
  readonly approval: Readonly<Record<YesNo, string>>;
  readonly roomy: Readonly<Record<YesNo, string>>;
  readonly moderation: Readonly<Record<YesNo, string>>;
  readonly engines: Readonly<Record<ClassSettings['engines'], string>>;
  readonly retention: Readonly<Record<ClassSettings['retention'], string>>;
  readonly clearing: Readonly<Record<YesNo, string>>;
}

export type SettingsFormName = 'who' | 'books' | 'care';
export const ORDERS = ['number', 'label', 'title'] as const;
export type Order = (typeof ORDERS)[number];

export interface ClassWords {
  readonly numbered: (number: number) => string;
  readonly untitled: string;
  // Settings. Labels at most 45 characters, hints 100, titles and submit buttons 24.
  readonly settingsHeading: (title: string) => string;
  readonly settingLabels: Readonly<Record<SettingName, string>>;
  readonly settingHints: Readonly<Partial<Record<SettingName, string>>>;
  readonly values: SettingValues;
  readonly setting: (label: string, value: string) => string;
  readonly noTitle: string;
  readonly noNotice: string;
  readonly untilDay: (day: string) => string;
  readonly isOn: string;
  readonly isOff: string;
  readonly nextSettings: string;
  readonly formTitles: Readonly<Record<SettingsFormName, string>>;
  readonly save: string;
  readonly saved: string;
  readonly goingSoon: (books: number) => string;
  readonly problemDay: string;
  readonly problemNoDay: string;
  readonly problemPast: string;
  readonly problemFar: string;
  readonly turnedOn: string;
  readonly turnedOff: string;
  readonly offered: { readonly heading: string; readonly about: readonly string[]; readonly next: string };
  readonly noDesk: (reason: string) => string;
  // Buttons: at most 30 characters.
  readonly on: string;
  readonly off: string;
  readonly settings: string;
  readonly summary: string;
  readonly roster: string;
  readonly shelf: string;
  readonly bind: string;
  readonly look: string;
  readonly rename: string;
  readonly send: string;
  readonly show: string;
  readonly fold: string;
  readonly again: string;
  readonly earlier: string;
  readonly later: string;
  readonly approve: string;
  readonly giveBack: string;
  readonly openBook: string;
  readonly pages: string;
  readonly pause: string;
  readonly reopen: string;
  readonly close: string;
  readonly hand: string;
  // The summary and the list of books.
  readonly summaryHeading: (title: string) => string;
  readonly rosterHeading: (title: string) => string;
  /** Children; books, where a child has several. */
  readonly counted: (ready: number, all: number) => string;
  readonly countedBooks: (ready: number, all: number) => string;
  readonly waitingFor: (labels: string) => string;
  readonly needHelp: (labels: string) => string;
  readonly andMore: (count: number) => string;
  readonly nobodyYet: string;
  readonly nextWaiting: string;
  readonly nextStuck: string;
  readonly nextAll: string;
  readonly nextGoing: string;
  readonly nextNobody: string;
  readonly nextOff: string;
  readonly pick: string;
  readonly standing: {
    readonly waiting: string;
    readonly trouble: string;
    readonly ready: string;
    readonly returned: string;
    readonly paused: string;
    readonly closed: string;
    readonly stuck: (minutes: number) => string;
  };
  readonly steps: Readonly<Record<NextStep['type'], string>>;
  readonly pictures: (pictures: number, complete: number) => string;
  readonly quoted: (title: string) => string;
  readonly by: (authors: string) => string;
  readonly comment: (text: string) => string;
  readonly ofPages: (page: number, pages: number) => string;
  readonly summaryAgain: string;
  // One book.
  readonly labelTitle: string;
  readonly label: string;
  readonly labelHint: string;
  readonly renamed: (label: string) => string;
  readonly bookGone: string;
  // The shelf.
  readonly shelfHeading: (title: string) => string;
  readonly shelfCounted: (books: number) => string;
  readonly shelfEmpty: string;
  readonly nextShelf: string;
  readonly nextShelfEmpty: string;
  readonly onShelf: (number: number) => string;
  readonly sending: string;
  readonly sentLately: string;
  readonly shelfChanged: string;
  // Anthologies.
  readonly bindTitle: string;
  readonly bindIntro: (books: number) => string;
  readonly anthologyTitle: (title: string) => string;
  readonly titleLabel: string;
  readonly booksLabel: string;
  readonly booksHint: string;
  readonly everything: string;
  readonly orderLabel: string;
  readonly orders: Readonly<Record<Order, string>>;
  readonly formatLabel: string;
  readonly bindSubmit: string;
  readonly problemMissing: (numbers: string) => string;
  readonly problemUnread: (parts: string) => string;
  readonly problemNone: string;
  readonly nothingToBind: string;
  readonly binding: (title: string, books: number) => string;
  readonly folding: string;
  readonly tryingAgain: string;
  readonly isBinding: (title: string) => string;
  readonly isFolding: (title: string) => string;
  readonly isStuck: (title: string, reason: string) => string;
  readonly anthologyGone: string;
  readonly bound: (title: string, books: number) => string;
  readonly inVolumes: (volumes: number) => string;
  readonly folded: Readonly<Record<PrintStyle, (title: string, paper: string) => string>>;
  readonly shown: (title: string) => string;
  readonly showing: string;
  readonly isShown: string;
  // To everybody, and to teachers.
  readonly announced: (label: string, title: string) => string;
  readonly sentAgain: (label: string, title: string) => string;
  readonly coverAlt: (title: string) => string;
  readonly review: (label: string, title: string) => string;
  /** Nobody had to say yes any more. */
  readonly reviewFree: (label: string, title: string) => string;
  readonly reviewApproved: (label: string, title: string) => string;
  readonly reviewReturned: (label: string, title: string) => string;
  readonly notAnnounced: (label: string, title: string, reason: string) => string;
  readonly unbound: (title: string) => string;
  // Refusals.
  readonly forTeachers: string;
  readonly noClass: string;
  readonly closedNow: string;
  readonly teachersStart: string;
}
