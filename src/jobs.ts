// Work for the models: what a job is, what is told about it, and what a queue promises. All of it survives JSON,
// so that a queue may lie between two processes. Which jobs are owed is left to the conversation, how to do them to the pipeline.
import type { ErrorCode, ErrorDetails } from './errors.ts';
import type {
  Anthology,
  BlobRef,
  Book,
  Fields,
  Keywords,
  Locale,
  Manuscript,
  Note,
  PageFormat,
  PageImage,
  PageImages,
  Passage,
  Picture,
} from './story.ts';

/** What a job asked of a service that counts; absent where nothing was asked. */
export interface Usage {
  readonly calls: number;
  /** Tokens. */
  readonly input: number;
  readonly output: number;
  /** Who was asked, as people know them; absent where that is not known. */
  readonly services?: readonly string[];
}

/** One file of an anthology. */
export interface Volume {
  readonly title: string;
  readonly pdf: BlobRef;
  readonly pageCount: number;
}

/** What is known of a scene while people are still at it. */
export interface SceneSoFar {
  readonly caption?: Passage;
  readonly fields: Partial<Fields>;
}

/**
 * What engines may do the work: `all` that are configured; `own`, those that compute on this program's own computers;
 * `plain`, none that has learnt from data: people describe, rules tell.
 */
export const ENGINES_ALLOWED = ['all', 'own', 'plain'] as const;
export type EnginesAllowed = (typeof ENGINES_ALLOWED)[number];

/** What a classroom asks of all work for its books; absent where the configuration alone decides. */
export interface WorkRules {
  readonly engines: EnginesAllowed;
  /** Looks for words that are not fit for children, also where the configuration does not. */
  readonly moderation: boolean;
}

/**
 * How a printed file is made ready for a printer: to be folded, two pages side by side on both sides of each sheet; the
 * same with the cover on a sheet of its own, which comes first; or page by page with bleed and crop marks.
 */
export const PRINT_STYLES = ['booklet', 'cover-apart', 'pages'] as const;
export type PrintStyle = (typeof PRINT_STYLES)[number];

/** Keys of such files begin so. */
export const FOR_PRINTERS = 'booklets/';
export const isForPrinters = (key: string): boolean => key.startsWith(FOR_PRINTERS);

/** What goes into each kind of job and what comes out. */
export interface JobKinds {
  /** Bytes that somebody sent to a picture that can be printed, or to the reason why not. */
  readonly receive: {
    /** `upload` may hold anything. `keep` is the key that the picture's bytes are to be put under, this book's alone. */
    readonly input: { readonly upload: BlobRef; readonly keep: string; readonly name?: string };
    /** `picture.key` is `keep`, and its bytes are there, as are those of a small JPEG for screens. */
    readonly output: { readonly picture: Picture; readonly thumbnail: BlobRef };
  };
  /** A picture to its caption. */
  readonly describe: {
    readonly input: { readonly picture: Picture; readonly locale: Locale; readonly rules?: WorkRules };
    /** Without a caption, the person is to describe the picture. */
    readonly output: {
      readonly caption?: Passage;
      /** A machine has described it in words that are not fit for children; they are nowhere. */
      readonly withheld?: true;
      /** In what the looking for such words was poorer than asked. */
      readonly note?: Note;
      readonly used?: Usage;
    };
  };
  /** A scene so far to keywords that may be tapped. `others` are the scenes of the book that come before it, in order. */
  readonly suggest: {
    readonly input: {
      readonly locale: Locale;
      readonly scene: SceneSoFar;
      readonly others: readonly SceneSoFar[];
      readonly rules?: WorkRules;
    };
    readonly output: { readonly keywords: Keywords; readonly note?: Note; readonly used?: Usage };
  };
  /** A manuscript to titles it could have, best first. */
  readonly entitle: {
    readonly input: { readonly manuscript: Manuscript; readonly rules?: WorkRules };
    readonly output: { readonly titles: readonly string[]; readonly note?: Note; readonly used?: Usage };
  };
  /** Scenes to their told text. */
  readonly write: {
    /** `wanted` are indices into `manuscript.scenes`. */
    readonly input: {
      readonly manuscript: Manuscript;
      readonly wanted: readonly number[];
      /** Who is named in the book: looked at with all else that people wrote, so that they hear of every fault at once. */
      readonly authors?: readonly string[];
      readonly rules?: WorkRules;
    };
    /** In the order of `wanted`. What the work was poorer in is noted with the passages. */
    readonly output: { readonly told: readonly Passage[]; readonly used?: Usage };
  };
  /** A book to its PDF, and its pages to images. */
  readonly print: {
    readonly input: { readonly book: Book; readonly format: PageFormat; readonly rules?: WorkRules };
    readonly output: {
      readonly pdf: BlobRef;
      readonly pages: PageImages;
      readonly notes: readonly Note[];
      readonly used?: Usage;
    };
  };
  /** Books of many to an anthology, in as many volumes as `budget` (bytes of one) asks for. */
  readonly bind: {
    readonly input: {
      readonly anthology: Anthology;
      readonly format: PageFormat;
      readonly budget: number;
      readonly rules?: WorkRules;
    };
    readonly output: {
      readonly volumes: readonly Volume[];
      readonly cover: PageImage;
      readonly notes: readonly Note[];
      readonly used?: Usage;
    };
  };
  /** A printed file made ready for a printer. */
  readonly fold: {
    readonly input: { readonly pdf: BlobRef; readonly style: PrintStyle };
    /** What is folded is printed on `sheets` sheets of `paper`, as it is called in shops. */
    readonly output: { readonly pdf: BlobRef; readonly paper?: string; readonly sheets?: number };
  };
}

export type JobKind = keyof JobKinds;
export const JOB_KINDS = [
  'receive',
  'describe',
  'suggest',
  'entitle',
  'write',
  'print',
  'bind',
  'fold',
] as const satisfies readonly JobKind[];
/** Help people on while they are at it; no book ever waits for one. Queues run them beside all other work. */
export const ASIDE_KINDS = ['suggest', 'entitle'] as const satisfies readonly JobKind[];
export const isAside = (kind: JobKind): boolean => ASIDE_KINDS.some((aside) => aside === kind);

export type JobInput<K extends JobKind> = JobKinds[K]['input'];
export type JobOutput<K extends JobKind> = JobKinds[K]['output'];

/** A job of one of the kinds `K`; its `input` follows its `kind`. */
export type Job<K extends JobKind = JobKind> = {
  readonly [P in K]: {
    /** Names the work: the same kind and input of the same book have the same id, anything else has another. */
    readonly id: string;
    /** The book that the work is for; books take turns. */
    readonly book: string;
    readonly kind: P;
    readonly input: JobInput<P>;
  };
}[K];

/** A failure as it crosses between processes. Anything but a TalesError is `unexpected`, with its cause in the log. */
export type JobFailure = {
  readonly [C in ErrorCode]: {
    readonly code: C;
    readonly details: ErrorDetails[C];
    /** Whether the same job may succeed later. */
    readonly retryable: boolean;
  };
}[ErrorCode];

/** What is told about a job: any number of times `progress`, then `done` or `failed`. */
export type JobNews<K extends JobKind = JobKind> = {
  readonly [P in K]: { readonly id: string; readonly book: string; readonly kind: P } & (
    | { readonly type: 'progress'; readonly done: number; readonly total: number }
    | { readonly type: 'done'; readonly output: JobOutput<P> }
    | { readonly type: 'failed'; readonly failure: JobFailure }
  );
}[K];

/**
 * Takes jobs and tells how they went, at least once each. Jobs of different books take turns.
 * - A job that waits or runs is known: adding it again changes nothing.
 * - A job that is done is not done again: adding it again has its news told again.
 * - A job that failed is forgotten: adding it again tries again.
 */
export interface JobQueue {
  /**
   * Resolves once the job is accepted, which is not once it is done.
   * @throws TypeError when the job does not survive JSON; TalesError `cancelled` when the queue is closed.
   */
  add(job: Job): Promise<void>;
  /** News that came before the first listener are kept for it. A listener that fails is logged and called again for other news. */
  listen(listener: JobListener): void;
  /**
   * Cancels what runs, drops what waits, and resolves when nothing runs any more. Nothing is told of jobs that ended
   * through it: they are still owed. What others share through Redis goes on there, and is told when it is added again.
   */
  close(): Promise<void>;
}

export type JobListener = (news: JobNews) => void | Promise<void>;

export interface JobContext {
  /** Fires when the result is no longer wanted; the handler then rejects with `cancelled`. */
  readonly signal: AbortSignal;
  /** Tells how many of how many steps are done. */
  readonly onProgress: (done: number, total: number) => void;
}

export type JobHandler<K extends JobKind> = (input: JobInput<K>, context: JobContext) => Promise<JobOutput<K>>;

/** One handler for each kind of job. */
export type JobHandlers = { readonly [K in JobKind]: JobHandler<K> };
