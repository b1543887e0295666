// What is known of one book in the making: facts, from which everything to ask, to do and to say is computed.
// Plain data that survives JSON. How it is read back from a store is in `stored.ts`.
import type { JobFailure, JobOutput, PrintStyle, SceneSoFar, Usage } from '../../jobs.ts';
import type {
  BlobRef,
  Book,
  Fields,
  Keywords,
  Locale,
  Manuscript,
  Note,
  PageFormat,
  Passage,
  Picture,
  ReadingLevel,
} from '../../story.ts';
import type { Printed } from './printed.ts';
import type { Approved, Review, Room } from './room.ts';

export type { Printed } from './printed.ts';

export const SESSION_VERSION = 4;

/** A picture that was posted and is not yet ready: its bytes are awaited, or being checked. */
export interface Incoming {
  /** The chat service's own name for the picture: the same however often it is told of. */
  readonly source: string;
  readonly name?: string;
  /** The bytes as they were posted; absent while they are awaited. */
  readonly upload?: BlobRef;
}

/** A text that a page has had. None is forgotten when another is chosen. */
export interface Version {
  readonly passage: Passage;
  /** What it was told from (`material.ts`); absent when a person wrote it. */
  readonly material?: string;
}

/** What was asked about a scene and is not answered yet, as it was asked; and the last answer. */
export interface Suggestions {
  readonly asked?: {
    /** What the answer is to come from (`asking.ts`). */
    readonly material: string;
    readonly scene: SceneSoFar;
    readonly others: readonly SceneSoFar[];
  };
  readonly answered?: { readonly material: string; readonly keywords: Keywords; readonly note?: Note };
  /** How often was asked about this picture. */
  readonly times?: number;
}

/** Likewise for the title of the book. */
export interface Titles {
  readonly asked?: { readonly material: string; readonly manuscript: Manuscript };
  readonly answered?: { readonly material: string; readonly titles: readonly string[]; readonly note?: Note };
  readonly times?: number;
}

export interface SceneFacts {
  /** Short and lasting: buttons carry it. */
  readonly key: string;
  /** Where it was posted; compared as text. */
  readonly place: string;
  /** Where `picture` came from. */
  readonly source?: string;
  readonly picture?: Picture;
  /** A small image of `picture`, for screens. */
  readonly thumbnail?: BlobRef;
  /** While it is taken out: where it lay, from 0. */
  readonly lay?: number;
  /** Replaces `picture` once it is found to be one. */
  readonly incoming?: Incoming;
  readonly caption?: Passage;
  /** Whether the captioner has had its say about this picture, or is not to. */
  readonly described: boolean;
  /** What is to be said of how the picture was looked at: that its caption was not fit for children, or who checked it. */
  readonly remarks?: { readonly withheld?: true; readonly note?: Note };
  readonly fields: Partial<Fields>;
  readonly suggestions?: Suggestions;
  readonly versions: readonly Version[];
  /** Index into `versions`. */
  readonly chosen?: number;
  /** The chosen text is its author's: no engine touches it. */
  readonly locked: boolean;
  /** How often it was asked to be told again. */
  readonly variation: number;
  /** The last such wish is still to be fulfilled. */
  readonly awaited: boolean;
}

/** A file for a printer that was asked for: a booklet to fold, or pages for a print shop. */
export interface Booklet {
  /** The printed book that it is made of. */
  readonly of: Printed;
  /** Absent: a booklet. */
  readonly style?: PrintStyle;
  /** How often one was asked for by then; absent: once. */
  readonly times?: number;
  /** Why there is none. */
  readonly failure?: JobFailure;
  readonly made?: JobOutput<'fold'>;
  readonly delivered: boolean;
}

export const styleOf = ({ style = 'booklet' }: Pick<Booklet, 'style'>): PrintStyle => style;

/** Why a picture was not taken. */
export interface Refusal {
  readonly name?: string;
  readonly why: JobFailure | 'too-many';
}

/** Something everybody in the thread is to be told once. */
export interface Notice {
  readonly key: string;
  readonly refusals: readonly Refusal[];
}

export interface Attempts {
  readonly times: number;
  readonly failure: JobFailure;
}

interface Kept {
  readonly version: typeof SESSION_VERSION;
  /** Names the session in the store, and its book to the queue. */
  readonly id: string;
  readonly platform: string;
  /** The platform's own name for where it is talked about. */
  readonly thread: string;
  /** The event that began it: a thread may see one book after another. */
  readonly born: string;
  readonly locale: Locale;
  /** Ids of the events that were heard lately. */
  readonly seen: readonly string[];
  /** Keys of bytes that are no longer needed and still to be deleted. */
  readonly doomed: readonly string[];
  /** The card as it was last shown: in which message, saying what; and how often it was to be posted anew. */
  readonly shown: { readonly ref?: string; readonly content?: string; readonly posts: number };
  /** Messages of ours that carry a book. */
  readonly posted: readonly string[];
  /** Likewise, of a class that a deleted book belonged to. */
  readonly classroom?: string;
}

export interface OpenSession extends Kept {
  readonly state: 'open';
  readonly owner: string;
  /** `false` until an owner who came later was told of it. */
  readonly welcomed?: boolean;
  readonly title?: string;
  readonly titles?: Titles;
  readonly authors: readonly string[];
  readonly level: ReadingLevel;
  readonly format: PageFormat;
  readonly seed: number;
  readonly scenes: readonly SceneFacts[];
  /** Whether a person has put the pictures in order; until then they lie as they were posted. */
  readonly arranged: boolean;
  /** How many scenes there have ever been. */
  readonly counted: number;
  /** Taken out, last first; they can be put back. */
  readonly removed: readonly SceneFacts[];
  /** Every picture ever told of, so that none comes twice. */
  readonly known: readonly string[];
  /** How many books were asked for. */
  readonly requests: number;
  /** The latest of them is still to be made. */
  readonly making: boolean;
  readonly book?: Printed;
  /** Why the last book could not be handed over. */
  readonly undelivered?: JobFailure;
  /** Jobs that are wanted and have failed, by id. */
  readonly failures: Readonly<Record<string, Attempts>>;
  readonly notices: readonly Notice[];
  /** What services were asked for this book. */
  readonly used: Usage;
  /** Ids of jobs that are counted in `used`. */
  readonly billed: readonly string[];
  /** Messages of an earlier, deleted book of this thread that are still to be withdrawn. */
  readonly leftover?: readonly string[];
  /** Every printed file of this book, and the images of its pages. */
  readonly files: readonly string[];
  /** The class that it belongs to; absent outside of classes. */
  readonly room?: Room;
  readonly review?: Review;
  /** What the printed book that is under review holds. */
  readonly proof?: Book;
  readonly approved?: Approved;
  readonly booklet?: Booklet;
  /** The platform's own mark of how far it has told us of the thread. */
  readonly mark?: string;
}

/** What there was when everything was deleted, in numbers; and who may still have something of it. */
export interface Receipt {
  readonly pictures: number;
  /** Texts that people typed or engines wrote: of fields, captions and pages, the title and the authors. */
  readonly texts: number;
  /** Printed files. */
  readonly books: number;
  /** Messages with a book that were taken back since, and those that the chat service would not let go. */
  readonly withdrawn: number;
  readonly stuck: number;
  /** Services that were asked for this book. */
  readonly services: readonly string[];
}

/** What is left when everything was deleted: enough to say so, and to know old events again. */
export interface DeletedSession extends Kept {
  readonly state: 'deleted';
  /** Absent where an earlier version deleted it. */
  readonly receipt?: Receipt;
}

export type Session = OpenSession | DeletedSession;

/** How many are remembered; the oldest go first. */
export const REMEMBERED = { seen: 300, known: 600, removed: 10, versions: 9, billed: 300 } as const;

export interface NewSession {
  readonly id: string;
  readonly platform: string;
  readonly thread: string;
  readonly born: string;
  readonly owner: string;
  readonly locale: Locale;
  readonly seed: number;
  readonly title?: string;
}

export const newSession = (facts: NewSession): OpenSession => ({
  version: SESSION_VERSION,
  state: 'open',
  ...facts,
  authors: [],
  level: '저학년',
  format: 'square',
  scenes: [],
  arranged: false,
  counted: 0,
  removed: [],
  known: [],
  requests: 0,
  making: false,
  failures: {},
  notices: [],
  used: { calls: 0, input: 0, output: 0 },
  billed: [],
  files: [],
  seen: [],
  doomed: [],
  shown: { posts: 0 },
  posted: [],
});

export const newScene = (key: string, place: string): SceneFacts => ({
  key,
  place,
  described: false,
  fields: {},
  versions: [],
  locked: false,
  variation: 0,
  awaited: false,
});

/** The text of the page as it stands. */
export const chosenOf = (scene: SceneFacts): Version | undefined =>
  scene.chosen === undefined ? undefined : scene.versions[scene.chosen];

/** The object without the keys named: absence is how this house says "none". */
export function without<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

export const changeScene = (
  session: OpenSession,
  key: string,
  change: (scene: SceneFacts) => SceneFacts,
): OpenSession => ({
  ...session,
  scenes: session.scenes.map((scene) => (scene.key === key ? change(scene) : scene)),
});
