// The seams of the thinking room: what a captioner and a storyteller promise, whichever engine is behind them.
import type { Locale, Manuscript, Passage, Picture } from '../story.ts';

export interface CallOptions {
  /** Fires when the result is no longer wanted; the call then rejects with `cancelled`. */
  readonly signal?: AbortSignal;
}

/** A picture with its bytes at hand. */
export interface LoadedPicture {
  readonly picture: Picture;
  readonly bytes: Uint8Array;
}

export interface CaptionOptions extends CallOptions {
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

export interface TellOptions extends CallOptions {
  /** Called once for each page as it is finished, with the page's index. */
  readonly onPage?: (index: number) => void;
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
