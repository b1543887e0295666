// What platforms remember of threads whose books are gone: it goes, too. What is remembered where is in their folders; when
// a book is gone is the caller's to say.
import type { Stores } from '../store.ts';

/** What a platform has to forget with. */
export interface Forgetting {
  readonly stores: Pick<Stores, 'open'>;
  /** Whether there still is a session of the thread, open or deleted. */
  readonly isKnown: (thread: string) => boolean;
}

export type Forget = (forgetting: Forgetting) => Promise<void>;
