// What titles are made of, whichever language they are in.

/** What a title can be made of; what is not known is absent. */
export interface TitleMaterial {
  readonly heroes: readonly string[];
  /** Somebody else who is in the book. */
  readonly companion?: string;
  /** A place as typed, or as the captions name it. */
  readonly place?: string;
  readonly deed?: string;
  /** What such a story may be called: 여름 바다. */
  readonly themes: readonly string[];
}
