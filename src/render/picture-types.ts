// What the printed pictures are: encoded for the page, and studied for its layout. Types only; `pictures.ts` makes them.

/** A colour in sRGB, each part 0..255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A picture to be printed. `read` is called when its turn comes, so that only one is in memory at a time. */
export interface PrintSource {
  readonly key: string;
  readonly read: () => Promise<Uint8Array>;
}

/** A picture as it is embedded: baseline-compatible sRGB (or grey) JPEG without metadata. */
export interface PrintImage {
  readonly jpeg: Uint8Array;
  /** Pixels of `jpeg`. */
  readonly width: number;
  readonly height: number;
}

/** How finely photographs were encoded. `index` 0 is the usual fineness; above it, pictures were reduced to fit. */
export interface PrintStep {
  readonly index: number;
  /** Longest side in pixels. */
  readonly longSide: number;
  /** JPEG quality, 1..100. */
  readonly quality: number;
}

export interface PrintOptions {
  /** Bytes that all pictures together may take. */
  readonly budget: number;
  readonly signal?: AbortSignal;
}

export interface PrintedPictures {
  /** By the keys of the sources. */
  readonly images: ReadonlyMap<string, PrintImage>;
  readonly step: PrintStep;
}

/** One value for each side of the picture. */
export interface Sides<T> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

/** Rows and columns of the grid of colours in a study. */
export const CELLS = 24;

/** RGB, row by row. */
export interface SmallRaster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Where a picture shows a stroke, a letter, an outline: a raster of 1 and 0, row by row. */
export interface Marks {
  readonly width: number;
  readonly height: number;
  readonly mask: Uint8Array;
}

/** What a layout wants to know of a picture, measured on a raster of at most 256 pixels. */
export interface PictureStudy {
  /** Pixels of the picture itself. */
  readonly width: number;
  readonly height: number;
  /** Average colour of the outer 2 % strip of each side. */
  readonly edge: Sides<Rgb>;
  /** How uniform each of these strips is: 1 one colour, 0 as varied as can be. */
  readonly edgeEven: Sides<number>;
  /** Average colours of a grid of CELLS by CELLS, row by row from the top left. */
  readonly cells: readonly Rgb[];
  readonly marks: Marks;
  /** A soft page colour that goes with the picture: light, of low chroma, contrast at least 7:1 against dark ink. */
  readonly tint: Rgb;
}
