// One message that a class owes: where it goes, under which key, and what is known once it is there.
import type { OpenSession } from '../conversation/session.ts';
import type { ClassOutbound } from './replies.ts';

/** What a message is about, to know what has been said once it is there. */
export type About =
  | { readonly type: 'desk' }
  | { readonly type: 'card' }
  | { readonly type: 'review'; readonly book: string; readonly isNew: boolean; readonly content: string }
  | { readonly type: 'announce'; readonly book: string; readonly job: string }
  | { readonly type: 'copy'; readonly book: string }
  | { readonly type: 'anthology'; readonly number: number; readonly part: 'bound' | 'folded' | 'shown' }
  | { readonly type: 'notice' }
  | { readonly type: 'withdraw' };

export interface Owed {
  readonly key: string;
  /** A channel or a desk. */
  readonly place: string;
  readonly about: About;
  /** The session that it is drawn from. */
  readonly of?: string;
  /** `undefined` where the session has gone on meanwhile: it will tell. */
  readonly draw: (session?: OpenSession) => ClassOutbound | undefined;
}

/** Messages that show a book to the whole class, and to teachers, are known by their keys, also when they come late. */
export const isPublicKey = (key: string): boolean => /^(show|copy|all)-/.test(key);
export const isDeskKey = (key: string): boolean => /^(sum|rev|bind|fold)-/.test(key);

export const fixed = (key: string, place: string, about: About, message: ClassOutbound): Owed => ({
  key,
  place,
  about,
  draw: () => message,
});
