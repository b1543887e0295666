// The work that is timed, the same for us and for the reference: ten pictures captioned, ten pages told.

export const BOOK = {
  pages: 10,
  /** Tokens of an input text, and of a told page. */
  inputLength: 128,
  storyLength: 128,
  captionLength: 20,
  beams: 3,
} as const;

/** As the original tells a page; `minLength` makes random weights go the whole way. */
export const STORY_OPTIONS = {
  numBeams: BOOK.beams,
  maxLength: BOOK.storyLength,
  minLength: BOOK.storyLength,
  lengthPenalty: 0.8,
  repetitionPenalty: 1.5,
  noRepeatNgramSize: 3,
  earlyStopping: true,
} as const;

export const CAPTION_OPTIONS = { numBeams: 1, maxLength: BOOK.captionLength, minLength: BOOK.captionLength } as const;

/** The input ids of a page: any ids but the special ones, and the end id last. */
export const inputIds = (page: number): number[] =>
  Array.from({ length: BOOK.inputLength }, (_, at) =>
    at === BOOK.inputLength - 1 ? 1 : 3 + ((at * 37 + page * 1009) % 32_000),
  );

/** The pixels of a picture: a slow wave in each channel, different for each page. */
export const pixels = (page: number, size = 384): Float32Array =>
  Float32Array.from(
    { length: 3 * size * size },
    (_, at) => Math.sin((at % size) / (7 + page)) + Math.cos(at / (size * (3 + page))),
  );

/** Times in seconds, memory in bytes. */
export interface Figures {
  readonly load: number;
  readonly vision: number;
  readonly caption: number;
  /** Of all the book's pages as one batch. */
  readonly captions: number;
  readonly stories: number;
}

/** Products with weights, and nothing else. */
export interface Products {
  readonly seconds: number;
  /** Additions and multiplications. */
  readonly operations: number;
}

export interface Matrices {
  /** Of one picture's vision pass. */
  readonly look: Products;
  /** Of a step of all captions. */
  readonly word: Products;
  /** Of one page's encoder. */
  readonly read: Products;
  /** Of a step of stories with this many rows. */
  readonly step1: Products;
  readonly step3: Products;
  readonly step30: Products;
}

export interface OurFigures extends Figures {
  readonly matrices: Matrices;
  readonly memoryLoaded: number;
  readonly memoryPeak: number;
  /** A decoder step of this many rows. */
  readonly step1: number;
  readonly step3: number;
  readonly step30: number;
}

export interface TheirFigures extends Figures {
  /** Of all the book's pages, one after the other. */
  readonly captionsAlone: number;
  readonly storiesAlone: number;
}
