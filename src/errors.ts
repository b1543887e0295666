// The one error of the house: a code from a closed list, with the values that the code is about.
// Everything decides by `code`; the sentences people read are made by `explain.ts`.

import type { Fields } from './story.ts';

/** A fault in a file of fields: `path` such as `pages[2].fields.name`. */
export interface FieldsProblem {
  readonly path: string;
  readonly kind: 'missing' | 'unknown' | 'type' | 'choice' | 'long' | 'many' | 'empty' | 'no-file' | 'unclear';
  /** What was expected: a type, the allowed values, the limit. */
  readonly expected?: string;
}

/** What the bytes turned out to be instead of a picture. */
export type NotAPicture = 'pdf' | 'svg' | 'html' | 'text' | 'zip' | 'video' | 'audio' | 'unknown';

/** Why a place for keeping things cannot be used. */
export type StoreFault =
  /** No right to write there, or a read-only disk. */
  | 'unwritable'
  /** A folder where a file should be, or a file where a folder should be. */
  | 'wrong-kind'
  /** Not a database, or a broken one. */
  | 'damaged'
  /** A database of another program. */
  | 'foreign'
  /** Written by a later version of this program. */
  | 'newer'
  /** Another process held it for too long. */
  | 'busy'
  | 'full'
  /** A server that does not answer. */
  | 'unreachable'
  /** A server that does not let this program in. */
  | 'denied'
  /** A server whose certificate nobody vouches for. */
  | 'untrusted'
  /** A server without memory for more. */
  | 'memory'
  /** Closed, or a fault of the disk; the cause says more. */
  | 'failed';

/** What is wrong with a table of data, or an archive of it. */
export type DataFault =
  /** No record below the first line, or nothing at all. */
  | 'empty'
  /** Not UTF-8. */
  | 'encoding'
  /** Quotation marks or a number of columns that do not fit. */
  | 'syntax'
  /** Columns that are needed are not there. */
  | 'columns'
  /** Something blank, or of the wrong kind, where a value is needed. */
  | 'value'
  /** No whole ZIP archive. */
  | 'archive';

/** Each code with the values its explanation needs. */
export interface ErrorDetails {
  'picture-empty': Record<string, never>;
  /** It was posted, but its bytes could not be fetched. */
  'picture-not-received': Record<string, never>;
  'picture-too-large': { readonly size: number; readonly limit: number };
  'picture-too-many-pixels': { readonly width: number; readonly height: number; readonly limit: number };
  'picture-too-many-frames': { readonly frames: number; readonly limit: number };
  'picture-too-thin': { readonly width: number; readonly height: number };
  'picture-not-a-picture': { readonly found: NotAPicture };
  'picture-damaged': { readonly format: string };
  /** Several pictures of one request, each refused for its own reason. */
  'pictures-refused': { readonly refused: readonly { readonly name: string; readonly error: TalesError }[] };
  'book-no-pictures': { readonly where: string };
  'book-too-many-pictures': { readonly count: number; readonly limit: number };
  /** Several books of one request, each refused for its own reason. */
  'books-refused': { readonly refused: readonly { readonly name: string; readonly error: TalesError }[] };
  /** A folder among those to be bound that holds no book, or leaves open which: `found` are the files that could be it. */
  'book-unclear': { readonly path: string; readonly found: readonly string[] };
  'book-too-big': { readonly size: number; readonly limit: number };
  /**
   * It cannot be laid out for printing. `pages`: of several sizes, fewer than two, or too large for any paper; `bleed`: too
   * large for any with what goes on beyond the cut.
   */
  'book-unprintable': { readonly path: string; readonly reason: 'no-pdf' | 'pages' | 'bleed' };
  'fields-invalid': { readonly file: string; readonly problems: readonly FieldsProblem[] };
  /** `line` and `column` count from 1 and are absent where the parser names no place. */
  'fields-not-json': { readonly file: string; readonly line?: number; readonly column?: number };
  'fields-needed': Record<string, never>;
  'file-missing': { readonly path: string };
  'file-unreadable': { readonly path: string };
  'file-unwritable': { readonly path: string; readonly reason: WriteFault };
  /** What is to be written fills a folder of its own, and this one holds something already. */
  'folder-not-empty': { readonly path: string };
  /** What is to be written would replace a file that is no book. */
  'output-not-a-book': { readonly path: string };
  'blob-missing': { readonly key: string };
  'store-unusable': { readonly path: string; readonly reason: StoreFault };
  'config-invalid': { readonly problems: readonly ConfigProblem[] };
  'option-invalid': { readonly option: string; readonly value: string; readonly expected: Expectation };
  'engine-unknown': { readonly seam: string; readonly engine: string; readonly known: readonly string[] };
  /** The process that does the work died every time this job ran. */
  'worker-died': { readonly times: number };
  /** The process that does the work has died before it could do any. The log has the cause. */
  'worker-not-started': { readonly times: number };
  /** The engine works from a checkpoint folder, and nobody has named one. */
  'model-unnamed': { readonly engine: string; readonly variable: string };
  /** The checkpoint folder that was named, or remembered, is not there (any more). */
  'model-folder-missing': {
    readonly engine: string;
    readonly folder: string;
    /** Where it was named; absent for a folder that `models add` or `models pull` was told of. */
    readonly variable?: string;
  };
  /** onnxruntime cannot be loaded on this machine. */
  'runtime-unavailable': { readonly reason: string };
  /** None of these files is in the checkpoint folder. */
  'model-file-missing': { readonly folder: string; readonly files: readonly string[] };
  /** Not JSON; not a file of weights at all; without its end; or with parts that nobody here knows. The cause says more. */
  'model-file-damaged': { readonly path: string; readonly reason: 'json' | 'weights' | 'cut-short' | 'strange' };
  'model-tensor-missing': { readonly folder: string; readonly tensor: string; readonly shape: readonly number[] };
  'model-tensor-unusable': {
    readonly folder: string;
    readonly tensor: string;
    readonly found: string;
    readonly expected: string;
  };
  /** A setting of the checkpoint that asks for what is not built here. */
  'model-unsupported': {
    readonly folder: string;
    readonly option: string;
    readonly value: string;
    /** Absent where nothing can be said but that this is not it. */
    readonly supported?: Expectation;
  };
  /** A chat service does not know the token. `variable` names where it was set. */
  'service-login': { readonly service: string; readonly variable: string };
  /** A chat service does not let the bot do something: names of permissions or scopes that it lacks. */
  'service-permission': { readonly service: string; readonly missing: readonly string[] };
  /** A chat service said no for its own reason, which it names by a code. */
  'service-refused': { readonly service: string; readonly reason: string };
  'service-unreachable': { readonly service: string };
  /** Where the book is talked about was deleted, or is out of the bot's reach. */
  'thread-gone': { readonly service: string };
  'port-unavailable': {
    readonly variable: string;
    readonly port: number;
    readonly reason: 'in-use' | 'denied' | 'no-host';
  };
  /** The configuration asks for no platform at all. */
  'nothing-to-start': Record<string, never>;
  /** Another process keeps conversations in this folder, or in this server. */
  'already-running': { readonly folder: string };
  /** The engine works through a service that nobody has named. */
  'engine-unconfigured': { readonly engine: string; readonly variables: readonly string[] };
  /** Too many requests; its own waiting times were kept. */
  'service-busy': { readonly service: string };
  /** What was paid for is used up. */
  'service-quota': { readonly service: string };
  'service-too-slow': { readonly service: string; readonly seconds: number };
  'service-model-missing': { readonly service: string; readonly model: string; readonly variable: string };
  /** A language model answered, was told what is wrong with its answer, and still did not answer as asked. */
  'answer-unusable': {
    readonly model: string;
    readonly reason: 'shape' | 'faulty' | 'refused' | 'cut-off';
  };
  /** Words that a moderation step did not let pass. */
  'text-unsuitable': { readonly places: readonly UnsuitablePlace[] };
  /** There is no model of that name in the list of those that can be fetched. */
  'model-unlisted': { readonly model: string; readonly known: readonly string[] };
  'hub-not-found': { readonly address: string };
  'hub-denied': { readonly address: string };
  /** Its bytes are not those that the hub lists. */
  'download-corrupt': { readonly file: string };
  /** A table of data (CSV), or an archive, that cannot be worked with. `line` counts from 1; `columns` are those that it is about. */
  'data-unusable': {
    readonly path: string;
    readonly reason: DataFault;
    readonly line?: number;
    readonly columns?: readonly string[];
  };
  /** No picture, or no annotation, where they were looked for. */
  'nothing-paired': { readonly pictures: number; readonly annotations: number };
  /** Two results without a page in common, which were to be compared. */
  'nothing-shared': { readonly one: string; readonly other: string };
  /** Another process does the same work in this folder. */
  'folder-busy': { readonly path: string };
  /** Work in this folder was begun with other settings: each with what it was and what it is to be. */
  'work-differs': { readonly path: string; readonly settings: readonly string[] };
  /** Bytes. */
  'disk-too-small': { readonly path: string; readonly needed: number; readonly free: number };
  cancelled: Record<string, never>;
  /** A fault of this program. The log has its cause. */
  unexpected: Record<string, never>;
}

/** Where words are that may not be fit for children; the words themselves are not repeated. */
export interface UnsuitablePlace {
  /** Which book of an anthology, counted from 1. */
  readonly book?: number;
  /** Counted from 1; absent for what belongs to the whole book. */
  readonly page?: number;
  /** `told` is what an engine wrote, `text` what people did. */
  readonly part: 'title' | 'className' | 'authors' | 'caption' | 'text' | 'told' | keyof Fields;
  readonly topic: UnsuitableTopic;
}

export const UNSUITABLE_TOPICS = ['insult', 'violence', 'sexual', 'self-harm', 'drugs', 'other'] as const;
export type UnsuitableTopic = (typeof UNSUITABLE_TOPICS)[number];

/** What the value of an option or a variable has to be. */
export type Expectation =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number }
  /** `least` is 1 where it is not said. */
  | { readonly kind: 'text'; readonly least?: number; readonly most: number }
  | { readonly kind: 'ending'; readonly ending: string }
  | { readonly kind: 'folder' }
  /** By its name in JSON, such as `number`, or a kind of it, such as `positive`. */
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'divides'; readonly setting: string }
  /** A vocabulary with a token for each field, in one of these spellings. */
  | { readonly kind: 'tokens'; readonly examples: readonly string[] }
  /** A folder without results of something else; `owner` is what they are of. */
  | { readonly kind: 'unmixed'; readonly owner: string }
  | { readonly kind: 'address'; readonly example: string }
  | { readonly kind: 'id'; readonly example: string }
  /** The id of a book that is kept; an example where there is any. */
  | { readonly kind: 'book'; readonly example?: string }
  /** It has to be set because of another, such as `SLACK_MODE=socket`. */
  | { readonly kind: 'needed-by'; readonly setting: string }
  /** It means nothing beside another, which has to be set or not, such as `REDIS_URL`. */
  | { readonly kind: 'only-with' | 'not-with'; readonly setting: string }
  /** The option belongs to others, one of which has to be given with it. */
  | { readonly kind: 'with'; readonly options: readonly string[] };

/** Why a file cannot be written. */
export type WriteFault = 'no-folder' | 'is-folder' | 'denied' | 'full' | 'failed';

/** A variable of the environment with a value that cannot be used. */
export interface ConfigProblem {
  readonly variable: string;
  readonly value: string;
  readonly expected: Expectation;
}

export type ErrorCode = keyof ErrorDetails;

/** What was given cannot be used as it is; people are told why, and can mend it. Nothing went wrong in the program. */
const REFUSALS: readonly ErrorCode[] = [
  'picture-empty',
  'picture-too-large',
  'picture-too-many-pixels',
  'picture-too-many-frames',
  'picture-too-thin',
  'picture-not-a-picture',
  'picture-damaged',
  'pictures-refused',
  'book-no-pictures',
  'book-too-many-pictures',
  'book-too-big',
  'book-unprintable',
  'text-unsuitable',
];
export const isRefusal = (code: ErrorCode): boolean => REFUSALS.includes(code);

export interface TalesErrorOptions {
  readonly cause?: unknown;
  /** Whether the same request may succeed later without any change. Default false. */
  readonly retryable?: boolean;
}

/** Thrown for everything that a person or a caller can do something about. */
export class TalesError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'TalesError';
  readonly code: C;
  readonly details: ErrorDetails[C];
  readonly retryable: boolean;

  constructor(code: C, details: ErrorDetails[C], options: TalesErrorOptions = {}) {
    super(`${code} ${JSON.stringify(details)}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = details;
    this.retryable = options.retryable ?? false;
  }
}

export function isTalesError(error: unknown): error is TalesError {
  return error instanceof TalesError;
}

/** Throws `cancelled` when the signal has fired; to be called between steps of anything long. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new TalesError('cancelled', {}, { cause: signal.reason });
}
