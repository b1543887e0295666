// How threads, pictures and messages of Slack are named to the rest of the program. Pure.
import { TalesError } from '../../errors.ts';

/** A thread by its root message. */
export interface Spot {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

/** Lasting: neither a workspace, a channel nor a message ever changes its id. */
export const nameThread = ({ team, channel, ts }: Spot): string => `${team}:${channel}:${ts}`;

/** @throws TalesError `unexpected` for what `nameThread` never made. */
export function readThread(thread: string): Spot {
  const [team, channel, ts] = thread.split(':');
  if (!team || !channel || !ts) throw new TalesError('unexpected', {}, { cause: new Error(`no thread: ${thread}`) });
  return { team, channel, ts };
}

/** A channel, or a direct message: where a class is, and where its teachers are told of it. */
export type ChannelSpot = Pick<Spot, 'team' | 'channel'>;

/** A thread, or a channel itself. */
export type Place = ChannelSpot & { readonly ts?: string };

export const nameChannel = ({ team, channel }: ChannelSpot): string => `${team}:${channel}`;

/** @throws TalesError `unexpected` for what `nameChannel` never made. */
export function readChannel(place: string): ChannelSpot {
  const [team, channel, ts] = place.split(':');
  if (!team || !channel || ts !== undefined)
    throw new TalesError('unexpected', {}, { cause: new Error(`no channel: ${place}`) });
  return { team, channel };
}

/** The same picture in two messages is two pictures; the same message told twice is one. */
export const nameSource = (file: string, ts: string): string => `${file}:${ts}`;

/** When the picture was posted, as Slack writes it. */
export const messageOf = (source: string): string => source.split(':')[1] ?? '0.0';

export const fileOf = (source: string): string => source.split(':')[0] ?? '';

/** Sorts as posted: seconds of one length, microseconds of one length, then the place in the message. */
export function placeOf(ts: string, index: number): string {
  const [seconds = '', rest = ''] = ts.split('.');
  return `${seconds.padStart(12, '0')}.${rest.padEnd(6, '0')}-${`${index}`.padStart(3, '0')}`;
}

/** Messages and files that make up one thing that was sent. */
export interface SentParts {
  readonly messages: readonly string[];
  readonly files: readonly string[];
}

export const writeRef = ({ messages, files }: SentParts): string => [...messages, ...files].join(',');

export function readRef(ref: string): SentParts {
  const parts = ref.split(',').filter(Boolean);
  return {
    messages: parts.filter((part) => /^\d/.test(part)),
    files: parts.filter((part) => !/^\d/.test(part)),
  };
}
