// What a classroom means for one book in it: the rules that hold there, what the class knows the child by, and whether
// the child may go on. Plain data that survives JSON. How a classroom is led is left to `classroom/`.
import type { WorkRules } from '../../jobs.ts';
import type { Book } from '../../story.ts';
import type { Printed } from './printed.ts';

/** How long a book is kept: days after its last change, or until a moment (Unix milliseconds). */
export type Keep = { readonly days: number } | { readonly until: number };

/** The part of a classroom's settings that books have to know. */
export interface RoomRules {
  /** Of the settings that they come from; later ones have a higher one. */
  readonly revision: number;
  /** Whether a book is handed over, and shown, only once a teacher has said yes. */
  readonly approval: boolean;
  readonly work: WorkRules;
  /** Letters "크게·넓게". */
  readonly roomy: boolean;
  /** What the book says instead of its own words about AI; absent: its own. */
  readonly notice?: string;
  readonly keep: Keep;
}

/** `paused`: only teachers may change it for now. `closed`: likewise, and nothing is asked for any more. */
export type RoomState = 'open' | 'paused' | 'closed';

export interface Room {
  /** Names the classroom in its store. */
  readonly classroom: string;
  /** What the class knows the child by: a number or a nickname, never asked to be a real name. */
  readonly label: string;
  readonly rules: RoomRules;
  readonly state: RoomState;
}

/** What a teacher has said of a printed book, or is still to say. */
export interface Review {
  /** Which printed book (`Printed.job`), and the request that it answered. */
  readonly job: string;
  readonly request: number;
  readonly state: 'waiting' | 'approved' | 'returned';
  /** The teacher's own id at the platform; absent while it waits. */
  readonly by?: string;
  /** What is to be mended, in the teacher's words; for the child. */
  readonly comment?: string;
}

/** The last book that a teacher said yes to, as it was then: shown on the shelf and bound into anthologies. */
export interface Approved {
  readonly printed: Printed;
  /** The pictures of its pages are kept as long as it is. */
  readonly book: Book;
}
