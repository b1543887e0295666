// What a classroom says, as data that every platform draws in its own way. Texts are plain: whoever draws them escapes
// what its service takes for markup or mentions.
import type { BlobRef, PageImage, PageImages } from '../../story.ts';
import type { Action } from '../conversation/actions.ts';
import type { Form, Problem } from '../conversation/forms.ts';
import type { BookMessage } from '../conversation/replies.ts';
import type { ClassAction } from './actions.ts';
import type { ClassFormId } from './form-ids.ts';

/** Wherever it is pressed: `class` means the classroom of `channel`, `book` the conversation in `thread`. */
export type ClassButton = {
  /** At most 30 characters. */
  readonly label: string;
  readonly style: 'primary' | 'plain' | 'danger';
} & (
  | { readonly to: 'class'; readonly channel: string; readonly action: ClassAction }
  | { readonly to: 'book'; readonly thread: string; readonly action: Action }
);

/** A book of the class in a line or a few. */
export interface BookLine {
  readonly key: string;
  /** Number or nickname. */
  readonly label: string;
  /** For a link to it, where the service has such. */
  readonly thread: string;
  readonly lines: readonly string[];
  readonly cover?: PageImage;
  readonly coverAlt?: string;
  readonly buttons: readonly ClassButton[];
}

/** Settings, summary, list of books and shelf alike. */
export interface ClassView {
  readonly heading: string;
  readonly about: readonly string[];
  /** At most 30; on the shelf at most 10, with covers. */
  readonly books: readonly BookLine[];
  /** Leads on where lines have no buttons of their own; at most 25. */
  readonly pick?: {
    readonly label: string;
    readonly options: readonly { readonly label: string; readonly action: ClassAction }[];
  };
  readonly next: string;
  /** At most 10, the next step first. */
  readonly buttons: readonly ClassButton[];
}

/** The fields are those of any form; where it goes is named apart. */
export type ClassForm = Omit<Form, 'id' | 'scene'> & {
  readonly id: ClassFormId;
  readonly channel: string;
  /** What it is about: `ClassBook.key`, or the number of an anthology. */
  readonly about?: string;
};

/** A finished book before teachers, with all its pages. Edited when it has been decided on, or is made again. */
export interface ReviewMessage {
  readonly text: string;
  readonly label: string;
  readonly title: string;
  readonly thread: string;
  readonly fileName: string;
  readonly pdf: BlobRef;
  readonly pages: PageImages;
  /** What is poorer than asked. */
  readonly notes: readonly string[];
  /** None once it is decided. */
  readonly buttons: readonly ClassButton[];
}

export interface AnthologyMessage {
  readonly text: string;
  /** The person to be told that it is there; absent where it is for everybody. */
  readonly mention?: string;
  readonly files: readonly { readonly fileName: string; readonly pdf: BlobRef }[];
  /** Absent for booklets. */
  readonly cover?: PageImage;
  readonly coverAlt?: string;
  readonly notes: readonly string[];
  readonly buttons: readonly ClassButton[];
}

/** For the person who did something, at once, seen by nobody else. */
export type ClassAnswer = { readonly to: 'actor' } & (
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'class-view'; readonly view: ClassView }
  | { readonly type: 'class-form'; readonly form: ClassForm }
  /** What could be saved is saved. */
  | { readonly type: 'class-problems'; readonly form: ClassForm; readonly problems: readonly Problem[] }
);

/**
 * For the channel of the class or for its desk, where teachers are told (`Platform.send` is given which as its `thread`).
 * Sent at least once, recognised by `key`, as everything that is sent.
 */
export type ClassOutbound = {
  readonly to: 'class';
  /** At most 25 characters. */
  readonly key: string;
} /** Sent to the channel: opens the place where teachers are told of it. `Sent.ref` names that place. */ & (
  | { readonly type: 'desk'; readonly teacher: string; readonly title: string }
  | { readonly type: 'class-card'; readonly view: ClassView; readonly content: string; readonly ref?: string }
  | { readonly type: 'review'; readonly review: ReviewMessage; readonly content: string; readonly ref?: string }
  /** An approved book, for everybody in the channel. Nobody is mentioned. */
  | { readonly type: 'announce'; readonly label: string; readonly book: Omit<BookMessage, 'mention' | 'buttons'> }
  | { readonly type: 'anthology'; readonly anthology: AnthologyMessage }
  | { readonly type: 'notice'; readonly text: string }
  /** Messages of ours to delete. */
  | { readonly type: 'withdraw'; readonly refs: readonly string[] }
);
