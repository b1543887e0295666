// What went wrong between this program and a service, as the wire tells it. What people are told of it is left to `failure.ts`.

export type FaultKind =
  /** The service answered with an error. */
  | 'status'
  /** No connection, or one that broke. */
  | 'unreachable'
  | 'too-slow'
  /** The answer is none of this protocol. */
  | 'garbled'
  /** Nobody wants the answer any more. */
  | 'cancelled';

export interface FaultOptions {
  readonly status?: number;
  /** The service's own names for what is wrong. */
  readonly code?: string;
  readonly type?: string;
  /** The parameter that the service objects to. */
  readonly param?: string;
  /** What the service says in words. It may repeat what it was sent: never to be logged or shown. */
  readonly words?: string;
  /** Milliseconds after which the service wants to be asked again. */
  readonly retryAfter?: number;
  /** What the service says of asking again, where it does. */
  readonly mayRetry?: boolean;
  /** Whether an answer had begun, or may have: it may have to be paid for. */
  readonly begun?: boolean;
  readonly cause?: unknown;
}

export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  readonly kind: FaultKind;
  readonly is: FaultOptions;

  constructor(kind: FaultKind, options: FaultOptions = {}) {
    super(`${kind} ${options.status ?? ''}`.trim(), options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.is = options;
  }
}
