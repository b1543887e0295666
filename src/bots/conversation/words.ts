// The list of all that the conversation has to be able to say. The languages are in `wording-ko.ts` and `wording-en.ts`.
import type { PrintStyle } from '../../jobs.ts';
import type { Fields, Locale, PageFormat } from '../../story.ts';

export interface Words {
  // The card.
  readonly untitled: string;
  readonly counted: (pictures: number, complete: number) => string;
  readonly by: (authors: string) => string;
  readonly bookline: (level: string, format: string) => string;
  readonly coming: string;
  readonly checking: string;
  readonly pictureGone: string;
  readonly picture: string;
  readonly pictureNumber: (number: number) => string;
  readonly looking: string;
  readonly described: (caption: string) => string;
  readonly withheld: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly inLanguage: (language: string, text: string) => string;
  /** At most 100 characters: it is a hint as well. */
  readonly captionForeign: (language: string, wanted: string) => string;
  readonly captionsForeign: (numbers: readonly number[]) => string;
  readonly helped: (tokens: number) => string;
  readonly ofSuggestions: (note: string) => string;
  readonly needed: (labels: string) => string;
  readonly pageSays: (text: string, locked: boolean) => string;
  readonly looks: string;
  readonly writes: (done?: number, total?: number) => string;
  readonly prints: string;
  readonly handsOver: string;
  readonly waitsFor: string;
  readonly faulty: (reason: string) => string;
  // The next step.
  readonly nextAdd: string;
  readonly nextDescribe: (number: number, labels: string) => string;
  readonly nextReplace: (number: number) => string;
  readonly nextWait: string;
  readonly nextMaking: string;
  readonly nextMake: string;
  readonly nextRemake: string;
  readonly nextDone: string;
  readonly nextRetry: string;
  readonly gone: string;
  readonly goneNext: string;
  // What was deleted, and what could not be.
  readonly receiptGone: (pictures: number, texts: number, books: number) => string;
  readonly receiptNothing: string;
  readonly receiptWithdrawing: (messages: number) => string;
  readonly receiptWithdrawn: (messages: number) => string;
  readonly receiptStuck: (messages: number) => string;
  readonly receiptBeyond: (isChat: boolean) => string;
  readonly receiptServices: (names: string) => string;
  readonly receiptLog: string;
  readonly startAnew: string;
  // Buttons: at most 30 characters.
  readonly describe: (number: number) => string;
  readonly change: string;
  readonly describeThis: string;
  readonly fixCaption: (wanted: string) => string;
  readonly more: string;
  readonly moreYet: string;
  readonly add: string;
  readonly replace: (number: number) => string;
  readonly replaceThis: string;
  readonly earlier: string;
  readonly later: string;
  readonly remove: string;
  readonly restore: string;
  readonly book: string;
  readonly make: string;
  readonly remake: string;
  readonly sendAgain: string;
  readonly retry: string;
  readonly stop: string;
  readonly pages: string;
  readonly edit: string;
  readonly ownText: string;
  readonly retell: string;
  readonly lock: string;
  readonly unlock: string;
  readonly versions: string;
  readonly status: string;
  readonly help: string;
  readonly delete: string;
  // Forms: titles and submit buttons have at most 24 characters, labels 45, hints 100.
  readonly describeTitle: (number: number) => string;
  readonly detailTitle: (number: number, part: 1 | 2) => string;
  readonly captionTitle: (number: number) => string;
  readonly textTitle: (number: number) => string;
  readonly versionsTitle: (number: number) => string;
  readonly addTitle: string;
  readonly addIntro: (most: number) => string;
  readonly replaceTitle: (number: number) => string;
  readonly replaceIntro: string;
  readonly bookFormTitle: string;
  readonly deleteTitle: string;
  readonly deleteIntro: string;
  readonly save: string;
  readonly take: string;
  readonly upload: string;
  readonly deleteAll: string;
  readonly caption: string;
  readonly captionHint: string;
  readonly fieldHints: Readonly<Record<keyof Fields, string>>;
  readonly pageText: string;
  readonly pageTextHint: string;
  readonly version: string;
  readonly pictures: string;
  readonly bookTitle: string;
  readonly titleHint: string;
  readonly authors: string;
  readonly authorsHint: string;
  readonly level: string;
  readonly format: string;
  readonly formats: Readonly<Record<PageFormat, string>>;
  // What was typed.
  readonly problemEmpty: (label: string) => string;
  readonly problemLong: (label: string, limit: number) => string;
  readonly problemChoice: (label: string) => string;
  readonly problemAuthors: (limit: number) => string;
  // Private answers.
  readonly saved: string;
  readonly savedAll: string;
  readonly moved: (number: number) => string;
  readonly removed: (number: number) => string;
  readonly restored: (number: number) => string;
  readonly making: string;
  readonly stopped: string;
  readonly nothingToStop: string;
  readonly retelling: (number: number) => string;
  readonly lockedNow: (number: number) => string;
  readonly unlockedNow: (number: number) => string;
  readonly notYours: string;
  readonly noBook: string;
  readonly alreadyHere: string;
  readonly stale: string;
  readonly sceneGone: string;
  readonly full: (limit: number) => string;
  readonly notComplete: (next: string) => string;
  readonly isMaking: string;
  readonly noTextYet: string;
  readonly oneVersion: string;
  readonly whichPage: string;
  readonly deleted: string;
  readonly explained: string;
  // For everybody in the thread.
  readonly refused: (lines: readonly string[]) => string;
  readonly refusedOne: (name: string, reason: string) => string;
  readonly aFile: string;
  readonly tooMany: (limit: number) => string;
  readonly ready: (title: string, pages: number) => string;
  readonly coverAlt: (title: string) => string;
  // Files for printers.
  readonly booklet: string;
  readonly printTitle: string;
  readonly printStyle: string;
  readonly printStyles: Readonly<Record<PrintStyle, string>>;
  readonly printSubmit: string;
  readonly folding: string;
  readonly bookletThere: string;
  readonly bookletFailed: (reason: string) => string;
  readonly printNames: Readonly<Record<PrintStyle, (title: string) => string>>;
  /** `sheets` with that of the cover; neither is said of pages. */
  readonly printReady: Readonly<Record<PrintStyle, (paper: string, sheets: number) => string>>;
  // In a class.
  readonly inClass: (label: string) => string;
  readonly nextReview: string;
  /** The same, for the teacher. */
  readonly nextDecide: string;
  readonly nextReturned: string;
  readonly returned: (comment: string) => string;
  readonly isPaused: string;
  readonly isClosed: string;
  readonly forTeachers: string;
  readonly noClass: string;
  readonly approvedNow: string;
  readonly returnedNow: string;
  /** A yes to a book that was mended since it was printed: it is made anew and shown once more. */
  readonly remadeFirst: string;
  /** Likewise, where something is still missing in it. */
  readonly stillMended: string;
  readonly decidedAlready: string;
  readonly pausedNow: string;
  readonly reopenedNow: string;
  readonly closedNow: string;
  readonly handedNow: string;
  readonly handedNobody: string;
  readonly welcome: (title?: string) => string;
  readonly returnTitle: string;
  readonly returnIt: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly handTitle: string;
  readonly handIt: string;
  readonly newOwner: string;
}
