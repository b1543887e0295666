// A book as it came from the press: its file, the images of its pages, and which request it answers.
import type { BlobRef, Note, PageImages } from '../../story.ts';

/** A book that has been printed. */
export interface Printed {
  /** The number of the request it answers. */
  readonly request: number;
  /** The job it came from, which names all that went into it. */
  readonly job: string;
  readonly title: string;
  /** How many scenes it tells. */
  readonly scenes: number;
  readonly pdf: BlobRef;
  readonly pages: PageImages;
  readonly notes: readonly Note[];
  readonly delivered: boolean;
}
