// The seams of the thinking room: what a captioner and a storyteller promise, whichever engine is behind them.
import type { UnsuitableTopic } from '../errors.ts';
import type { SceneSoFar, Usage } from '../jobs.ts';
import type { Keywords, Locale, Manuscript, Note, Passage, Picture } from '../story.ts';

export interface CallOptions {
  /** Fires when the result is no longer wanted; the call then rejects with `cancelled`. */
  readonly signal?: AbortSignal;
  /** Called each time a service has been asked that counts what it is asked. */
  readonly onUsage?: (usage: Usage) => void;
  /** Called when the call as a whole is done in a poorer way than asked. */
  readonly onNote?: (note: Note) => void;
}

/** A picture with its bytes at hand. */
export interface LoadedPicture {
  readonly picture: Picture;
  readonly bytes: Uint8Array;
}

export interface CaptionOptions extends CallOptions {
  /** What the caption is to be said in, by captioners that speak several languages; absent: Korean. */
  readonly locale?: Locale;
  /** Called once for each picture as it is described, with its index. */
  readonly onPicture?: (index: number) => void;
}

/** Says what is seen in pictures. */
export interface Captioner {
  readonly name: string;
  /** One entry per picture, in order; `undefined` where the person is to describe the picture. */
  caption(pictures: readonly LoadedPicture[], options?: CaptionOptions): Promise<readonly (Passage | undefined)[]>;
}

/** Puts short texts into another language. */
export interface Translator {
  readonly name: string;
  /**
   * One passage per passage, in order. Those in the wanted language come back as they are, those that cannot be
   * translated with the note `untranslated`.
   */
  translate(passages: readonly Passage[], to: Locale, options?: CallOptions): Promise<readonly Passage[]>;
}

/** Something suggested; `note` says when it is poorer than asked. */
export interface Suggested<T> {
  readonly suggested: T;
  readonly note?: Note;
}

export interface KeywordRequest {
  readonly locale: Locale;
  readonly scene: SceneSoFar;
  /** The scenes that come before it, in order. */
  readonly others: readonly SceneSoFar[];
}

/** Suggests words that help people on; none is ever put into a book by itself. */
export interface KeywordSuggester {
  readonly name: string;
  /** At most five of each kind, in the book's language, without what the scene says already. */
  keywords(request: KeywordRequest, options?: CallOptions): Promise<Suggested<Keywords>>;
  /** Up to five titles, best first, in the book's language. */
  titles(manuscript: Manuscript, options?: CallOptions): Promise<Suggested<readonly string[]>>;
}

/** Says which texts are not fit for children. */
export interface Moderator {
  readonly name: string;
  /** One entry per text, in order; `undefined` where nothing is found. */
  check(texts: readonly string[], options?: CallOptions): Promise<readonly (UnsuitableTopic | undefined)[]>;
}

export interface TellOptions extends CallOptions {
  /** Called once for each page as it is finished, with the page's index. */
  readonly onPage?: (index: number) => void;
  /** Who is named in the book. Nothing is told of them; whoever moderates looks at them with all else that people wrote. */
  readonly authors?: readonly string[];
}

/** Writes the text of pages. */
export interface Storyteller {
  readonly name: string;
  /**
   * The told text of the scenes at `wanted` (indices into `manuscript.scenes`), in the order of `wanted`.
   * Scenes that bring their own `text` are returned word for word.
   */
  tell(manuscript: Manuscript, wanted: readonly number[], options?: TellOptions): Promise<readonly Passage[]>;
}
