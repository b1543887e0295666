// What a classroom hears: from people through a platform, and from the house itself. Every event is taken at a time
// (Unix milliseconds) that the host tells.
import type { JobFailure, JobNews } from '../../jobs.ts';
import type { Locale } from '../../story.ts';
import type { Actor } from '../conversation/events.ts';
import type { ClassAction } from './actions.ts';
import type { BookDigest } from './digest.ts';
import type { ClassFormId } from './form-ids.ts';

interface Said {
  /** The platform's own id of the event: the same however often it is told. */
  readonly id: string;
  readonly actor: Actor;
  /** Language of a new class when the actor's own is not known. */
  readonly locale: Locale;
}

export type ClassPersonEvent =
  | (Said & { readonly type: 'pressed'; readonly action: ClassAction })
  | (Said & {
      readonly type: 'submitted';
      readonly form: ClassFormId;
      /** As in the form. */
      readonly about?: string;
      readonly values: Readonly<Record<string, string>>;
    });

export type ClassHouseEvent =
  /** A book begins in the channel. */
  | { readonly type: 'joined'; readonly book: string; readonly thread: string; readonly label?: string }
  /** What a book of the class is like now. `active`: a person has just changed it, though that may not show here. */
  | { readonly type: 'told'; readonly book: string; readonly digest: BookDigest; readonly active?: true }
  /** A book is deleted, or is not there any more. */
  | { readonly type: 'gone'; readonly book: string }
  /** A message is there, under the platform's own name for it. */
  | { readonly type: 'sent'; readonly key: string; readonly ref?: string; readonly content?: string }
  | { readonly type: 'undeliverable'; readonly key: string; readonly failure: JobFailure }
  | { readonly type: 'news'; readonly news: JobNews }
  | { readonly type: 'swept'; readonly keys: readonly string[] }
  /** Time has gone by. */
  | { readonly type: 'tick' };

export type ClassEvent = ClassPersonEvent | ClassHouseEvent;
