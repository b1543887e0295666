// What the conversation hears: from people through a platform, and from the house itself.
import type { JobFailure, JobNews } from '../../jobs.ts';
import type { BlobRef, Locale, PageFormat, ReadingLevel } from '../../story.ts';
import type { Action } from './actions.ts';
import type { FormId } from './forms.ts';
import type { RoomRules } from './room.ts';

/** Who did something. */
export interface Actor {
  /** The platform's own id of the person. */
  readonly id: string;
  /** Whether the platform holds this person for a teacher here. */
  readonly teacher: boolean;
  /** The person's own language; absence means the book's. */
  readonly locale?: Locale;
}

interface Said {
  /** The platform's own id of the event: the same however often it is told. */
  readonly id: string;
  readonly actor: Actor;
}

export interface PostedPicture {
  /** The platform's own name for the picture, the same however often it is told of: message and attachment. */
  readonly source: string;
  /** Sorts pictures as they were posted when compared as text: the message's number padded with zeros, then the place in the message. */
  readonly place: string;
  readonly name?: string;
  /** Why it is not to be taken, where that is known without its bytes. */
  readonly refused?: JobFailure;
}

/** A new book. Sent once the thread is there. */
export interface Started extends Said {
  readonly type: 'started';
  readonly locale: Locale;
  readonly title?: string;
  /** The channel that the thread belongs to: where that is a class, its rules hold. */
  readonly channel?: string;
  /** What the class knows the child by. Default: a number of its own. */
  readonly label?: string;
  /** Default: made from the thread's name. */
  readonly seed?: number;
}

/** Where a conversation is held. */
export interface Place {
  /** Names the session in the store, and its book to the queue. */
  readonly id: string;
  readonly platform: string;
  readonly thread: string;
  /** The class that it belongs to, with what books begin with there. */
  readonly room?: {
    readonly classroom: string;
    readonly label: string;
    readonly rules: RoomRules;
    readonly level: ReadingLevel;
    readonly format: PageFormat;
  };
}

/** From a platform. */
export type PersonEvent =
  | Started
  /** `into` is the scene whose picture the first one replaces. */
  | (Said & { readonly type: 'posted'; readonly pictures: readonly PostedPicture[]; readonly into?: string })
  | (Said & { readonly type: 'pressed'; readonly action: Action })
  /** Fields that are absent stay as they are; a blank one empties what is optional. */
  | (Said & {
      readonly type: 'submitted';
      readonly form: FormId;
      readonly scene?: string;
      readonly values: Readonly<Record<string, string>>;
    })
  /** Pictures whose messages were deleted; nobody says by whom. */
  | { readonly id: string; readonly type: 'withdrawn'; readonly sources: readonly string[] }
  /** Pictures that were asked for again and are not there any more. */
  | { readonly id: string; readonly type: 'lost'; readonly sources: readonly string[] };

/** From the host. */
export type HouseEvent =
  | { readonly type: 'uploaded'; readonly source: string; readonly upload: BlobRef }
  | { readonly type: 'unreadable'; readonly source: string; readonly failure: JobFailure }
  | { readonly type: 'news'; readonly news: JobNews }
  /** A message is in the thread, under the platform's own name for it. */
  | { readonly type: 'sent'; readonly key: string; readonly ref?: string /** Of a card. */; readonly content?: string }
  /** A message that will never get there. */
  | { readonly type: 'undeliverable'; readonly key: string; readonly failure: JobFailure }
  /** Bytes that are deleted. */
  | { readonly type: 'swept'; readonly keys: readonly string[] }
  | { readonly type: 'marked'; readonly mark: string }
  /** What holds in the class now, and what it knows the child by. */
  | { readonly type: 'ruled'; readonly rules: RoomRules; readonly label: string }
  /** The book has grown old. `clearing`: messages with it go, too. */
  | { readonly type: 'expired'; readonly clearing: boolean };

/** From a platform, with the place where it was said. */
export type PlacedEvent = Exclude<PersonEvent, Started> | (Started & { readonly place: Place });

export type TalkEvent = PlacedEvent | HouseEvent;
