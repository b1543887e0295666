// What the Slack bot itself has to remember beyond a restart: what it has sent, which roots wait for their card, which
// books are in which channel. The books themselves are the conversation's.
import type { Store, Stores } from '../../store.ts';
import type { Posting } from './incoming/pictures.ts';

/** How far a message that is sent once has got. */
export interface SentRecord {
  /** The thread of the book that it belongs to, to be forgotten with it; absent for a class's own messages. */
  readonly thread?: string;
  /** Set once it is in the thread. */
  readonly ref?: string;
  /** Files of it that Slack has taken, by what they are. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that were, or may have been, put where they belong. */
  readonly completing?: readonly string[];
  /** When it was first tried, in Unix milliseconds. */
  readonly at?: number;
  /** The message, once it is there, while its files are still to come. */
  readonly posted?: string;
  /** Files that are known to be in the thread, with their addresses where Slack has told them. */
  readonly placed?: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  /** Messages of the thread that hold the files. */
  readonly shares?: readonly string[];
}

/** A book that was asked for and whose root is posted, until the conversation has it. */
export interface Beginning {
  readonly id: string;
  readonly thread: string;
  readonly user: string;
  readonly locale: 'ko' | 'en';
  readonly title?: string;
  readonly label?: string;
  readonly postings: readonly Posting[];
}

/** A book that somebody asked for, in a thread of its own or an existing one. */
export interface Wanted {
  /** Of the event that asked for it. */
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly title?: string | undefined;
  /** What the class knows the child by. */
  readonly label?: string | undefined;
  readonly postings?: readonly Posting[];
  /** An existing thread to begin in; a new one otherwise. */
  readonly root?: string;
}

export interface Intent {
  readonly wanted: Wanted;
  /** When, in Unix milliseconds. */
  readonly at: number;
}

/** Where a file was posted as a picture. */
export interface PostedFile {
  readonly thread: string;
  readonly source: string;
  /** Whether it is in a message of that thread, and not in a form or elsewhere. */
  readonly inThread?: true;
}

/** A file that people have posted. */
export interface KnownFile {
  readonly mediaType: string;
  readonly posted: readonly PostedFile[];
}

export interface CardPlace {
  readonly ts: string;
  /** A root of ours that still waits for the card. */
  readonly fresh: boolean;
}

/** Whose it is, its conversation knows: a teacher may hand it over. */
export interface ChannelBook {
  readonly thread: string;
}

export interface Memory {
  readonly sent: Store<SentRecord>;
  /** Which message of a thread is its card. */
  readonly cards: Store<CardPlace>;
  readonly beginnings: Store<Beginning>;
  /** Roots that are being posted, by what asked for them. */
  readonly intents: Store<Intent>;
  /** What was begun by which event. */
  readonly begun: Store<{ readonly thread: string }>;
  readonly files: Store<KnownFile>;
  /** Books of a channel, latest last. */
  readonly books: Store<readonly ChannelBook[]>;
  /** Files of ours that show covers of approved books, by the key of their bytes. */
  readonly covers: Store<{ readonly file: string }>;
  /** The channel of the class whose teacher is told of it in a direct message; the latest, where there are several. */
  readonly desks: Store<{ readonly channel: string }>;
}

/** A class keeps its books for a year at most, in milliseconds. */
const LONGEST = 400 * 24 * 60 * 60 * 1000;

/** @param ttl how long a book is kept after its last change, in milliseconds. */
export function openMemory(stores: Pick<Stores, 'open'>, ttl: number): Memory {
  // A book's own time begins anew with every change, and a class may keep it until the end of its term; what belongs to it
  // must not go before it. `forgetting.ts` sees to it that it goes soon after.
  const open = <T>(name: string, time = Math.max(ttl * 2, LONGEST)): Store<T> =>
    stores.open<T>({ namespace: `slack-${name}`, ttl: time });
  return {
    // A message may be sent again, changed or withdrawn as long as its book or its class is there.
    sent: open('sent'),
    cards: open('cards'),
    beginnings: open('beginnings', ttl * 2),
    intents: open('intents', ttl * 2),
    begun: open('begun'),
    files: open('files'),
    books: open('books'),
    covers: open('covers'),
    desks: open('desks'),
  };
}
