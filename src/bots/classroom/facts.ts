// What is known of one classroom: facts, from which all it shows, owes and asks is computed. Plain data that survives
// JSON. The books themselves are sessions of their own; here are only their digests.
import type { JobFailure, Volume } from '../../jobs.ts';
import type { BlobRef, Note, PageImage } from '../../story.ts';
import type { BookDigest } from './digest.ts';
import type { ClassSettings } from './settings.ts';

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
  /** When it was last changed, Unix milliseconds. */
  readonly changed: number;
  /** Absent until its session has told of itself. */
  readonly digest?: BookDigest;
  /** What teachers are shown of its review. */
  readonly review?: Shown;
  /** What the class was shown of it: which printed book, in which messages. */
  readonly announced?: { readonly job: string; readonly ref?: string };
}

/** Books that were bound, or are to be. */
export interface ClassAnthology {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** Keys of its books, in order. */
  readonly books: readonly string[];
  /** Who asked for it, to be told. */
  readonly by: string;
  readonly bound?: {
    readonly volumes: readonly Volume[];
    readonly cover: PageImage;
    readonly notes: readonly Note[];
    readonly delivered: boolean;
  };
  /** Booklets of its volumes that were asked for. */
  readonly folded?: { readonly booklets: readonly (BlobRef | undefined)[]; readonly delivered: boolean };
  readonly failure?: JobFailure;
}

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
  /** How many books there have ever been. */
  readonly counted: number;
  /** The platform's own name for where teachers are told of the class; absent until there is one. */
  readonly desk?: string;
  readonly summary: Shown;
  readonly anthologies: readonly ClassAnthology[];
  readonly failures: Readonly<Record<string, { readonly times: number; readonly failure: JobFailure }>>;
  /** Books to be sent once more, as they were asked for. */
  readonly resends: readonly { readonly key: string; readonly book: string }[];
  /** Messages of ours that are to go. */
  readonly leftover: readonly { readonly place: string; readonly refs: readonly string[] }[];
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
