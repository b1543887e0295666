// What a header tells before anything is decoded. Readers of headers believe nothing: they only stay inside the bytes.

/** A colour profile the decoder would not apply by itself. `p3` stands for Display P3, named by number in the file. */
export type Profile = Uint8Array | 'p3';

export interface Header {
  /** The largest width and height that decoding will meet, before turning. */
  readonly width: number;
  readonly height: number;
  /** Pictures in the file: frames of an animation, pages of a TIFF. Counted no further than one above the limit. */
  readonly frames: number;
  /** Bytes that the decoder holds at once for each pixel, at most. */
  readonly held: number;
  readonly profile?: Profile;
}

export interface HeaderLimits {
  /** Counting of frames stops above this. */
  readonly frames: number;
}

/** Reads a header; undefined where the file breaks off or contradicts itself. */
export type HeaderReader = (bytes: Uint8Array, limits: HeaderLimits) => Header | undefined;
