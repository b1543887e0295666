// What is carried to the app, and what comes of it; the two ways of carrying are `socket-mode.ts` and `http.ts`.
import type { Fields } from '../json.ts';

export type ParcelType = 'events_api' | 'interactive' | 'slash_commands';

export interface Parcel {
  readonly type: ParcelType;
  readonly payload: Fields;
  /** Which repetition of an event this is, and why. */
  readonly retry?: { readonly number: number; readonly reason: RetryReason };
}

export type RetryReason = 'http_timeout' | 'connection_failed' | 'http_error' | 'unknown_error';

export type Reply =
  /** `body` is what the acknowledgement carried. */
  | { readonly type: 'acknowledged'; readonly body: unknown }
  | { readonly type: 'failed'; readonly reason: RetryReason; readonly noRetry?: boolean; readonly detail?: string };

export interface Carrier {
  /** Settles within the time that Slack waits, or when the connection fails. */
  readonly carry: (parcel: Parcel) => Promise<Reply>;
}
