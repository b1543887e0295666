// What is known of one classroom: facts, from which all it shows, owes and asks is computed. Plain data that survives
// JSON. The books themselves are sessions of their own; here are only their digests.
import type { JobFailure, JobOutput, PrintStyle, Volume } from '../../jobs.ts';
import type { Locale, Note, PageFormat, PageImage } from '../../story.ts';
import type { BookDigest } from './digest.ts';
import { type ClassSettings, FIRST_SETTINGS } from './settings.ts';

export const CLASSROOM_VERSION = 1;

/** A message of ours that is edited in place. */
export interface Shown {
  readonly ref?: string;
  /** Names what it says. */
  readonly content?: string;
  /** How often it was to be posted anew. */
  readonly posts: number;
}

export interface ClassBook {
  /** Short and lasting: buttons carry it. `b` and the number in which the book came. */
  readonly key: string;
  /** The session's id and thread. */
  readonly book: string;
  readonly thread: string;
  /** As a teacher or the child has said; absent: the number in which it came. */
  readonly label?: string;
  /** Its place on the shelf, from 1: given when it is approved for the first time, and never given again. */
  readonly shelved?: number;
  /** When it was last changed, Unix milliseconds. */
  readonly changed: number;
  /** Absent until its session has told of itself. */
  readonly digest?: BookDigest;
  /** What teachers are shown of its review, and the messages about earlier ones. */
  readonly review?: Shown;
  readonly reviewed: readonly string[];
  /** What the class is shown of it: which printed book (none where it was taken back), in which message; how often there was one. */
  readonly announced?: { readonly job?: string; readonly ref?: string; readonly times: number };
  /** Messages in the channel that show it once more, the latest few, and when that was last asked for. */
  readonly copies: readonly string[];
  readonly copied?: number;
}

/** Books that were bound, or are to be. */
export interface ClassAnthology {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** Keys of its books, in order. */
  readonly books: readonly string[];
  readonly format: PageFormat;
  /** Who asked for it, to be told. */
  readonly by: string;
  /** When it was asked for, Unix milliseconds. */
  readonly asked: number;
  readonly bound?: {
    readonly volumes: readonly Volume[];
    readonly cover: PageImage;
    readonly notes: readonly Note[];
    /** To the desk. */
    readonly delivered: boolean;
  };
  /** Asked for the whole class: whether it is in the channel by now. */
  readonly shown?: { readonly delivered: boolean };
  /** Files for printers that were asked for: all that were made, and the style that was asked for last (absent: booklet). */
  readonly folded?: {
    readonly style?: PrintStyle;
    readonly booklets: readonly FoldedVolume[];
    readonly delivered: boolean;
    /** How often they were asked for. */
    readonly times: number;
  };
  /** Our messages that carry it. */
  readonly posted: readonly Posted[];
  /** Why it could not be handed over. */
  readonly undelivered?: JobFailure;
}

/** An anthology that is not ours to send any more, though our messages still carry it. */
export type Bygone = Pick<ClassAnthology, 'number' | 'title' | 'books' | 'asked' | 'posted'>;

/** `of` is the key of the volume's bytes. */
export interface FoldedVolume extends JobOutput<'fold'> {
  readonly of: string;
  readonly style?: PrintStyle;
}

/** Messages of ours, and where they are. */
export interface Posted {
  readonly place: string;
  readonly refs: readonly string[];
}

/** Something that teachers are to be told once, at their desk. */
export type ClassNotice = { readonly key: string } & (
  | { readonly kind: 'not-announced'; readonly book: string; readonly failure: JobFailure }
  /** A book in the anthology was deleted. */
  | { readonly kind: 'unbound'; readonly title: string }
);

export interface Classroom {
  readonly version: typeof CLASSROOM_VERSION;
  /** Names it in the store, and its anthologies to the queue: `classId`. */
  readonly id: string;
  readonly platform: string;
  /** The platform's own name for the channel; lasting. */
  readonly channel: string;
  /** The teacher who made it. */
  readonly teacher: string;
  readonly settings: ClassSettings;
  /** In the order in which they came. */
  readonly books: readonly ClassBook[];
  /** How many books there have ever been, and how many of them came onto the shelf. */
  readonly counted: number;
  readonly shelved: number;
  /** Until when nothing goes, however old: the time that books are kept for was changed. Unix milliseconds. */
  readonly grace?: number;
  /** When a person last did something about the class, Unix milliseconds. */
  readonly touched: number;
  /** The platform's own name for where teachers are told of the class; absent until there is one. */
  readonly desk?: string;
  /** How often one was opened before. */
  readonly desks: number;
  /** Why there is none; a teacher who asks for the summary has it tried again. */
  readonly deskFailure?: JobFailure;
  readonly summary: Shown;
  readonly anthologies: readonly ClassAnthology[];
  /** Kept while a book in them is there, to be taken back with it. Absent: none. */
  readonly bygone?: readonly Bygone[];
  /** How many there have ever been. */
  readonly bindings: number;
  /** By the name of the work (`jobs-owed.ts`). */
  readonly failures: Readonly<Record<string, { readonly times: number; readonly failure: JobFailure }>>;
  /** Books to be sent once more, as they were asked for. */
  readonly resends: readonly { readonly key: string; readonly book: string }[];
  /** Messages of ours that are to go. */
  readonly leftover: readonly Posted[];
  readonly notices: readonly ClassNotice[];
  /** Keys of bytes that are no longer needed and still to be deleted. */
  readonly doomed: readonly string[];
  /** Ids of the events that were heard lately. */
  readonly seen: readonly string[];
  /** The time that the summary was last made for, Unix milliseconds. */
  readonly now: number;
}

/** Tells classrooms from books, wherever both are named. */
const PREFIX = 'class:';
export const classId = (platform: string, channel: string): string => `${PREFIX}${platform}:${channel}`;
export const isClassId = (id: string): boolean => id.startsWith(PREFIX);

export interface ClassPlace {
  readonly id: string;
  readonly platform: string;
  readonly channel: string;
}

/** Which class an id names. No platform has a colon in its name. */
export function placeOf(id: string): ClassPlace {
  const [platform = '', ...channel] = id.slice(PREFIX.length).split(':');
  return { id, platform, channel: channel.join(':') };
}

/** How many are remembered; the oldest go first. */
export const REMEMBERED = { seen: 300, anthologies: 5, bygone: 40, copies: 3 } as const;

/** Longest name for a child, in characters. */
export const LABEL_LIMIT = 30;

export interface NewClassroom extends ClassPlace {
  readonly teacher: string;
  readonly locale: Locale;
  readonly at: number;
}

export const newClassroom = ({ id, platform, channel, teacher, locale, at }: NewClassroom): Classroom => ({
  version: CLASSROOM_VERSION,
  id,
  platform,
  channel,
  teacher,
  settings: { ...FIRST_SETTINGS, locale },
  books: [],
  counted: 0,
  shelved: 0,
  touched: at,
  desks: 0,
  summary: { posts: 0 },
  anthologies: [],
  bindings: 0,
  failures: {},
  resends: [],
  leftover: [],
  notices: [],
  doomed: [],
  seen: [],
  now: at,
});

export const changeBook = (classroom: Classroom, key: string, change: (book: ClassBook) => ClassBook): Classroom => ({
  ...classroom,
  books: classroom.books.map((book) => (book.key === key ? change(book) : book)),
});

export const changeAnthology = (
  classroom: Classroom,
  number: number,
  change: (anthology: ClassAnthology) => ClassAnthology,
): Classroom => ({
  ...classroom,
  anthologies: classroom.anthologies.map((one) => (one.number === number ? change(one) : one)),
});
