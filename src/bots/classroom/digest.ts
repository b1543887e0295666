// What a classroom knows of one of its books: a few facts, told anew whenever they change. Computed from the session in
// `conversation/digest.ts`; nothing a child has written is in it but the title.
import type { ErrorCode } from '../../errors.ts';
import type { PageImage } from '../../story.ts';
import type { NextStep } from '../conversation/next-step.ts';
import type { Review, RoomState } from '../conversation/room.ts';

export interface BookDigest {
  readonly owner: string;
  readonly title?: string;
  readonly pictures: number;
  /** How many of them have all that is required. */
  readonly complete: number;
  readonly step: NextStep['type'];
  /** Why the book stands still, if it does. */
  readonly trouble?: ErrorCode;
  readonly state: RoomState;
  readonly label: string;
  /** Of the rules that the book has been told. */
  readonly revision: number;
  readonly review?: Review;
  /** The last book that a teacher said yes to (or that was printed where nobody has to). */
  readonly approved?: {
    readonly job: string;
    readonly request: number;
    readonly title: string;
    readonly authors: readonly string[];
    readonly cover: PageImage;
  };
}
