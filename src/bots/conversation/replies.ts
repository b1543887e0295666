// What the conversation says, as data that every platform draws in its own way.
// Texts are plain: whoever draws them escapes what its service takes for markup or mentions.
import type { BlobRef, PageImage, PageImages, Picture } from '../../story.ts';
import type { Action } from './actions.ts';
import type { Form, Problem } from './forms.ts';

export interface Button {
  readonly action: Action;
  /** At most 30 characters. */
  readonly label: string;
  readonly style: 'primary' | 'plain' | 'danger';
}

/** A scene as the card shows it. */
export interface CardPicture {
  readonly scene: string;
  /** From 1, as people count. */
  readonly number: number;
  readonly state: 'coming' | 'checking' | 'ready' | 'missing';
  readonly picture?: Picture;
  /** A JPEG of at most 512 pixels, for screens. */
  readonly thumbnail?: BlobRef;
  /** For those who cannot see the picture. */
  readonly alt: string;
  /** Caption, fields and text in a line or a few. */
  readonly lines: readonly string[];
  /** Labels of what is still needed; none when the scene is complete. */
  readonly missing: readonly string[];
  readonly buttons: readonly Button[];
}

/** The one truth: what there is, what is missing, the one next step. */
export interface Card {
  readonly heading: string;
  readonly about: readonly string[];
  readonly pictures: readonly CardPicture[];
  /** What went wrong or is happening, if anything. */
  readonly status?: string;
  /** How far the making is; absent when it is not known or nothing is made. */
  readonly progress?: { readonly done: number; readonly total: number };
  /** The next step as a sentence. */
  readonly next: string;
  /** The next step comes first. */
  readonly buttons: readonly Button[];
}

/** A page to be looked at and mended. */
export interface PageView {
  readonly scene: string;
  readonly number: number;
  readonly text: string;
  readonly locked: boolean;
  readonly buttons: readonly Button[];
}

/** For the person who did something, at once, seen by nobody else. Not sent again when it is lost. */
export type Answer = { readonly to: 'actor' } & (
  | { readonly type: 'form'; readonly form: Form }
  /** The form again, with what was typed and what is to be mended. What could be saved is saved. */
  | { readonly type: 'problems'; readonly form: Form; readonly problems: readonly Problem[] }
  /** `next` is the form that comes next; where a form cannot follow a form, the card leads there as well. */
  | { readonly type: 'saved'; readonly text: string; readonly next?: Form }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'card'; readonly card: Card }
  | { readonly type: 'pages'; readonly text: string; readonly pages: readonly PageView[] }
);

/** The book with all that is said of it. */
export interface BookMessage {
  readonly text: string;
  /** The person to be told that the book is there. */
  readonly mention: string;
  readonly title: string;
  readonly fileName: string;
  readonly pdf: BlobRef;
  /** The first of `pages`, to be shown in the thread. */
  readonly cover: PageImage;
  readonly coverAlt: string;
  /** For whoever shows the book itself. */
  readonly pages: PageImages;
  /** What is poorer than asked. */
  readonly notes: readonly string[];
  readonly buttons: readonly Button[];
}

/**
 * For the thread. Sent at least once: a platform that sees a `key` again recognises what it has sent, where the
 * service lets it, and answers with the same message.
 */
export type Outbound = {
  readonly to: 'thread' /** At most 25 characters. */;
  readonly key: string;
} /** `ref` names the message to edit; without it a new one is sent. A `passing` card may be left out. */ & (
  | {
      readonly type: 'card';
      readonly card: Card;
      /** Names what the card says. */
      readonly content: string;
      readonly ref?: string;
      readonly passing?: true;
    }
  | { readonly type: 'book'; readonly book: BookMessage }
  /** Whose book it is from now on: that person can see the thread. */
  | { readonly type: 'welcome'; readonly text: string; readonly mention: string }
  /** A file besides the book, such as its booklet. */
  | { readonly type: 'file'; readonly text: string; readonly fileName: string; readonly pdf: BlobRef }
  | { readonly type: 'notice'; readonly text: string }
  /** Messages of ours to delete. */
  | { readonly type: 'withdraw'; readonly refs: readonly string[] }
  /** Tell again what was said after `mark`, and post again the pictures at `awaited`, or say that they are lost. */
  | { readonly type: 'catch-up'; readonly mark?: string; readonly awaited: readonly string[] }
);

export type Reply = Answer | Outbound;

export interface Spoken<S> {
  readonly session: S;
  readonly answers: readonly Answer[];
}

export const silent = <S>(session: S): Spoken<S> => ({ session, answers: [] });
export const notice = (text: string): Answer => ({ to: 'actor', type: 'notice', text });
