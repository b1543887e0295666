// The seams of the talking room: what a chat service has to be able to do, and what passes between it and the host.
// The words of the conversation itself are in `conversation/`, those of a whole class in `classroom/`.
import type { ClassPersonEvent } from './classroom/events.ts';
import type { Classroom } from './classroom/facts.ts';
import type { ClassAnswer, ClassOutbound } from './classroom/replies.ts';
import type { PersonEvent } from './conversation/events.ts';
import type { Answer, Outbound } from './conversation/replies.ts';
import type { Session } from './conversation/session.ts';

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Bytes. */
  readonly limit: number;
}

/** What a `posted` event's pictures are read from. */
export interface Upload {
  /** As in the event. */
  readonly source: string;
  /** As declared, in bytes. */
  readonly size?: number;
  /** As declared. */
  readonly mediaType?: string;
  /**
   * The bytes. May be called again after it failed.
   * @throws TalesError `picture-too-large` rather than reading more than `limit`; `picture-not-received`, retryable
   * where it may work later; anything else is a fault, and is tried again.
   */
  readonly read: (options: ReadOptions) => Promise<Uint8Array>;
}

/** Something that was said in a thread. */
export interface Inbound {
  /** The platform's own name for the thread; lasting, below 200 characters. */
  readonly thread: string;
  readonly event: PersonEvent;
  /** One for each picture of a `posted` event. */
  readonly uploads?: readonly Upload[];
  /** How far the platform has told us of the thread; handed back after a restart. Kept together with the event. */
  readonly mark?: string;
}

/**
 * Takes one thing that was said. Resolves, soon, with what is for that person alone; by then all of it is kept.
 * @throws TalesError when it could not be kept: the person is to be told that it was not.
 */
export type Receive = (inbound: Inbound) => Promise<readonly Answer[]>;

export interface Sent {
  /** The platform's own name for the message; what a card is edited by, and a book withdrawn by. */
  readonly ref?: string;
  /** The message was there already, perhaps with another content. */
  readonly repeated?: boolean;
}

/** Something that was said about the class of a channel. */
export interface ClassInbound {
  /** The platform's own name for the channel; lasting, below 200 characters. */
  readonly channel: string;
  readonly event: ClassPersonEvent;
}

/** The classrooms of a platform. */
export interface Classes {
  /** As `Receive`. Whoever is no teacher is told kindly that it is for teachers. */
  readonly receive: (inbound: ClassInbound) => Promise<readonly ClassAnswer[]>;
  /** The facts of a channel's class; `undefined` where there never was one. @throws TalesError `store-unusable` */
  readonly look: (channel: string) => Promise<Classroom | undefined>;
  /** Calls the listener whenever a class's facts may have changed. One at a time. */
  readonly watch: (listener: (channel: string) => void) => void;
}

/** What a platform talks to. */
export interface Reception {
  readonly receive: Receive;
  /** The facts of a thread as they are now, to show them. @throws TalesError `store-unusable` */
  readonly look: (thread: string) => Promise<Session | undefined>;
  /** Something may have gone unheard: a `catch-up` is sent for every open thread of this platform. */
  readonly missed: () => Promise<void>;
  /** Calls the listener whenever a thread's facts may have changed, also where there is nothing to send. One at a time. */
  readonly watch: (listener: (thread: string) => void) => void;
  readonly classes: Classes;
}

/** A chat service. */
export interface Platform {
  /** Letters, digits and hyphens. */
  readonly name: string;
  /** Bytes of the largest file that it can send; absent where nothing of its own limits them. */
  readonly largestFile?: number;
  /**
   * Resolves when the service is reached and `send` may be called.
   * @throws TalesError, retryable where it may work later: `start` is called again then.
   */
  start(reception: Reception): Promise<void>;
  /**
   * @param place a thread; for what a class says, its channel or its desk.
   * Resolves when the service has taken the message. Called one at a time for a thread, and again with the same `key`
   * when it is not known whether it got there.
   * @throws TalesError that is not retryable when it never will; anything else is tried again. Before `start` has
   * resolved, a `service-unreachable`.
   */
  send(place: string, outbound: Outbound | ClassOutbound): Promise<Sent>;
  /** Resolves when nothing is received any more. */
  stop(): Promise<void>;
}
