// Rate limits, for tests that ask for them: calls a minute by method and workspace, and messages a second by channel.
import type { Clock } from '../clock.ts';
import { type Fields, textOf } from '../json.ts';

/** Calls in 60 seconds: the tier's promise, taken as its limit. */
const PER_MINUTE: Readonly<Record<string, number>> = {
  'chat.update': 50,
  'chat.delete': 50,
  'chat.postEphemeral': 100,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'users.info': 100,
  'conversations.info': 50,
  'conversations.open': 50,
  'conversations.history': 50,
  'files.delete': 50,
  'conversations.replies': 50,
  'files.info': 100,
  'files.getUploadURLExternal': 100,
  'files.completeUploadExternal': 100,
};
const MINUTE = 60_000;
/** One message a second and channel; how short a burst Slack lets pass it does not say. */
const BURST = 5;

interface Limited {
  readonly method: string;
  readonly team: string;
  readonly args: Fields;
}

/** Seconds to wait, or nothing where the call may go on; then it is counted. */
export type Limits = (call: Limited) => number | undefined;

export function createLimits(clock: Clock): Limits {
  const calls = new Map<string, number[]>();
  const within = (key: string, most: number, span: number): number | undefined => {
    const now = clock.now();
    const recent = (calls.get(key) ?? []).filter((at) => at > now - span);
    const first = recent[0];
    if (first !== undefined && recent.length >= most) return Math.max(1, Math.ceil((first + span - now) / 1000));
    calls.set(key, [...recent, now]);
    return undefined;
  };
  return ({ method, team, args }) => {
    if (method === 'chat.postMessage') return within(`${team} ${textOf(args['channel'])}`, BURST, BURST * 1000);
    const most = PER_MINUTE[method];
    return most === undefined ? undefined : within(`${team} ${method}`, most, MINUTE);
  };
}
